import type { FormWords } from '../../domain/catalogue/form.ts';
import { DRAFT_ATTACHMENTS } from '../../domain/conversation/draft.ts';
import { cleanText } from '../../domain/words/clean.ts';
import { maskIdNumbers } from '../../domain/words/id-numbers.ts';
import type { TipToSend } from '../worker/seal-tip.ts';
import type { StrippedPhoto } from './photo.ts';

/** The questions of the form, in their order. */
export const FIELDS = ['what', 'who', 'when', 'where', 'evidence'] as const;
export type Field = (typeof FIELDS)[number];

export const MOST_PHOTOS = DRAFT_ATTACHMENTS;

/** All that somebody has chosen and typed. It is nowhere but in this page's memory. */
export interface Draft {
  receipt: string;
  office: string | undefined;
  kind: string | undefined;
  fields: Record<Field, string>;
  photos: StrippedPhoto[];
  /** Changes with every change, so that what was sealed is never another draft. */
  revision: number;
}

export const emptyDraft = (receipt: string): Draft => ({
  receipt,
  office: undefined,
  kind: undefined,
  fields: { what: '', who: '', when: '', where: '', evidence: '' },
  photos: [],
  revision: 0,
});

export const changed = (draft: Draft, change: Partial<Draft>): Draft => ({
  ...draft,
  ...change,
  revision: draft.revision + 1,
});

/** The answers that say something, each under its question, cleaned and with ID numbers masked. */
export const textsOf = ({ fields }: Draft, say: FormWords): string[] =>
  FIELDS.flatMap((field) => {
    const words = maskIdNumbers(cleanText(fields[field]));
    return words === '' ? [] : [`${say.fields[field]}\n${words}`];
  });

/** What is sent of a draft; undefined while something is missing. */
export function tipOf(draft: Draft, say: FormWords): TipToSend | undefined {
  const { receipt, office, kind, photos } = draft;
  const texts = textsOf(draft, say);
  if (office === undefined || kind === undefined || texts.length + photos.length === 0) return undefined;
  return { receipt, office, kind, texts, photos: photos.map(({ octets }) => octets) };
}

/** Whether leaving would lose something. */
export const holdsSomething = ({ fields, photos }: Draft): boolean =>
  photos.length > 0 || FIELDS.some((field) => fields[field].trim() !== '');
