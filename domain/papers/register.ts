import { z } from 'zod';
import { ItemKey } from '../ita/framework.ts';
import { WebAddress } from '../words/web-address.ts';
import { PaperId, type PaperIssue, PaperKind, TextState } from './paper.ts';

/** A public paper as lists show it. Its page is `/papers/{id}`. */
export const PaperEntry = z.object({
  id: PaperId,
  /** Which version is shown. */
  n: z.int().min(1),
  title: z.string(),
  kind: PaperKind,
  item: ItemKey.optional(),
  fiscalYear: z.int(),
  /** The name of its unit when it was approved. */
  unit: z.string().optional(),
  day: z.iso.date(),
  source: z.discriminatedUnion('type', [
    z.object({ type: z.literal('link'), url: WebAddress }),
    z.object({
      type: z.literal('file'),
      octets: z.int(),
      pages: z.int().optional(),
      text: TextState,
    }),
  ]),
  approvedOn: z.iso.date(),
});
export type PaperEntry = z.infer<typeof PaperEntry>;

/** So many papers are public at a time: all their entries stand in one document. */
export const PAPERS_MOST = 400;

/**
 * `published/papers`: every public paper, newest day first. `shards` says how often each part of the word index was
 * written, so that a reader fetches only those that changed.
 */
export const PapersRegister = z.object({
  version: z.literal(1),
  papers: z.array(PaperEntry).max(PAPERS_MOST),
  shards: z.record(z.string(), z.int()),
});
export type PapersRegister = z.infer<typeof PapersRegister>;

export const emptyRegister: PapersRegister = { version: 1, papers: [], shards: {} };

export function entryOf(id: string, issue: PaperIssue, unit: string | undefined): PaperEntry {
  const { n, title, kind, item, fiscalYear, day, source, approvedOn } = issue;
  return {
    ...{ id, n, title, kind, fiscalYear, day, approvedOn },
    ...(item === undefined ? {} : { item }),
    ...(unit === undefined ? {} : { unit }),
    source:
      source.type === 'link'
        ? { type: 'link', url: source.url }
        : {
            type: 'file',
            octets: source.octets,
            text: source.text,
            ...(source.pages === undefined ? {} : { pages: source.pages }),
          },
  };
}

/** The index has so many documents; a paper is in the one that its id names. */
export const SHARDS = 16;
export const shardOf = (id: string): string => String(Number.parseInt(id.slice(0, 2), 16) % SHARDS);

/**
 * The register with one paper put in (or, without `entry`, taken out); `full` where there is no room. `indexed` says
 * that its words are or were in the index.
 */
export function withPaper(
  register: PapersRegister,
  id: string,
  entry: PaperEntry | undefined,
  indexed: boolean,
): PapersRegister | 'full' {
  const others = register.papers.filter((paper) => paper.id !== id);
  const papers = [...others, ...(entry === undefined ? [] : [entry])].toSorted(
    (a, b) => b.day.localeCompare(a.day) || a.id.localeCompare(b.id),
  );
  if (papers.length > PAPERS_MOST) return 'full';
  const shard = shardOf(id);
  const shards = indexed
    ? { ...register.shards, [shard]: (register.shards[shard] ?? 0) + 1 }
    : register.shards;
  return { version: 1, papers, shards };
}

/** What an ITA item of a fiscal year has to show, newest day first. */
export const papersOf = ({ papers }: PapersRegister, item: ItemKey, fiscalYear: number): PaperEntry[] =>
  papers.filter((paper) => paper.item === item && paper.fiscalYear === fiscalYear);
