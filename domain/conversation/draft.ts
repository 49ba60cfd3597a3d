import { tellsOfCorruption } from '../words/alarm.ts';
import { cleanText } from '../words/clean.ts';
import { maskIdNumbers } from '../words/id-numbers.ts';
import { freshCaseId, freshReceipt, freshTag } from './fresh.ts';
import type { Sent } from './handler.ts';
import { type Reply, text } from './reply.ts';
import type { Draft, Part } from './session.ts';
import type { Turn } from './turn.ts';
import type { Write } from './write.ts';

/** Most texts, characters and attachments that one draft holds. */
export const DRAFT_TEXTS = 50;
export const DRAFT_CHARACTERS = 20_000;
export const DRAFT_ATTACHMENTS = 5;
/** Longest single text, in UTF-16 units, as LINE sends it. */
export const TEXT_UNITS = 5000;

export const startDraft = (turn: Turn): Draft => ({
  tag: freshTag(turn),
  caseId: freshCaseId(turn),
  receipt: freshReceipt(turn),
  counted: false,
  parts: [],
  next: 1,
  secret: false,
});

/** What one more thing made of a draft. Without `problem` it was taken; otherwise the draft is as before. */
export interface Collected {
  draft: Draft;
  writes: Write[];
  problem?: Reply;
}

/** All words of a draft, one line a message. */
export const textOf = (draft: Draft): string =>
  draft.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n');

/** The numbers of a draft's stored photos and voice notes. */
export const mediaOf = (draft: Draft): number[] =>
  draft.parts.flatMap((part) => (part.kind === 'photo' || part.kind === 'voice' ? [part.n] : []));

export const hasSubstance = (draft: Draft): boolean =>
  draft.parts.some(
    (part) => part.kind !== 'place' && (part.kind !== 'text' || /[\p{L}\p{N}]/u.test(part.text)),
  );

const count = (draft: Draft, kind: Part['kind']): number =>
  draft.parts.filter((part) => part.kind === kind).length;

/** "ข้อความ 2 · รูป 1", in the catalogue's words. */
export const countOf = (draft: Draft, turn: Turn): string =>
  turn.say.engine.count(
    count(draft, 'text'),
    count(draft, 'photo'),
    count(draft, 'voice'),
    count(draft, 'place'),
  );

function addText(draft: Draft, words: string, message: string, turn: Turn): Collected {
  if (words.length > TEXT_UNITS) return { draft, writes: [], problem: text(turn.say.engine.tooLong) };
  const kept = maskIdNumbers(cleanText(words));
  if (kept === '') return { draft, writes: [], problem: text(turn.say.engine.notUnderstood) };
  if (count(draft, 'text') >= DRAFT_TEXTS || textOf(draft).length + kept.length > DRAFT_CHARACTERS) {
    return { draft, writes: [], problem: text(turn.say.engine.draftFull) };
  }
  return {
    draft: {
      ...draft,
      secret: draft.secret || tellsOfCorruption(kept),
      parts: [...draft.parts, { kind: 'text', text: kept, message }],
    },
    writes: [],
  };
}

/** Adds what was sent. `held` media stay encrypted for this resident until the draft is sorted. */
export function collect(draft: Draft, input: Sent, turn: Turn, held: boolean): Collected {
  switch (input.type) {
    case 'text':
      return addText(draft, input.text, input.message, turn);
    case 'place': {
      const others = draft.parts.filter((part) => part.kind !== 'place');
      const place: Part = {
        kind: 'place',
        point: input.point,
        title: cleanText(input.title).slice(0, 200),
        message: input.message,
      };
      return { draft: { ...draft, parts: [...others, place] }, writes: [] };
    }
    case 'photo':
    case 'voice': {
      if (mediaOf(draft).length >= DRAFT_ATTACHMENTS) {
        return { draft, writes: [], problem: text(turn.say.engine.attachmentsFull) };
      }
      const { media } = input;
      if (media.state !== 'ready') {
        const reason = media.state === 'refused' ? media.reason : 'gone';
        return { draft, writes: [], problem: text(turn.say.engine.refusedMedia[input.type][reason]) };
      }
      const n = draft.next;
      return {
        draft: {
          ...draft,
          next: n + 1,
          parts: [...draft.parts, { kind: input.type, n, message: input.message }],
        },
        writes: [{ write: held ? 'hold media' : 'keep media', caseId: draft.caseId, n, kind: input.type }],
      };
    }
  }
}

/** What must be undone in the store when a draft is given up. */
export function discard(draft: Draft): Write[] {
  const media = mediaOf(draft).map((n): Write => ({ write: 'drop media', caseId: draft.caseId, n }));
  return draft.counted ? [...media, { write: 'limit', kind: 'case', by: -1 }] : media;
}

/** A draft without the message that its sender took back, or undefined where it is not in it. */
export function withoutMessage(draft: Draft, message: string): Collected | undefined {
  const gone = draft.parts.find((part) => part.message === message);
  if (gone === undefined) return undefined;
  const writes: Write[] =
    gone.kind === 'photo' || gone.kind === 'voice'
      ? [{ write: 'drop media', caseId: draft.caseId, n: gone.n }]
      : [];
  return { draft: { ...draft, parts: draft.parts.filter((part) => part !== gone) }, writes };
}
