import { base64 } from '@scure/base';
import { z } from 'zod';
import type { CaseStatus } from '../../domain/case/status.ts';
import {
  type Erasability,
  type Erasing,
  type FormKeys,
  lookupSubject,
  TrackAnswer,
  type Words,
} from '../../sealing/form-contract.ts';
import { listedIn, type Opened } from '../../sealing/listed.ts';
import { openPart, sealPart } from '../../sealing/part.ts';
import type { Part } from '../../sealing/plaintext.ts';
import { chooseReaders, type Readers } from '../../sealing/readers.ts';
import { fetchKeys, sendJson } from './api.ts';
import { type Derived, type Door, derive, TRIES, withWork } from './door.ts';
import { NotDone } from './not-done.ts';

/** One message of a thread; `day` is missing on what was written before the tip was sent. */
export interface Line {
  from: 'reporter' | 'staff' | 'system';
  text: string;
  day?: string;
}

/** What a receipt opened, in plain words. `due` and `number` are there of other cases than tips. */
/** `today` is the server's ISO day. */
export type Followed =
  | { found: 'nothing' }
  | { found: 'tip'; status: CaseStatus; lines: Line[]; canAdd: boolean; erasure: Erasability; today: string }
  | {
      found: 'case';
      status: CaseStatus;
      number: string;
      due: string;
      lines: Line[];
      erasure: Erasability;
      today: string;
    };

type TipAnswer = Extract<TrackAnswer, { found: 'tip' }>;

interface OpenTip {
  keys: FormKeys;
  derived: Derived;
  answer: TipAnswer;
  /** The office that the tip concerns, as its reporter listed it. */
  office: string | undefined;
}

const kept = z.object({ kept: z.literal(true) });

const lineOf = (part: Part): Line[] => {
  switch (part.kind) {
    case 'text':
      return [{ from: 'reporter', text: part.text }];
    case 'message':
      return [{ from: part.from, text: part.text, day: part.day }];
    case 'photo':
    case 'about':
    case 'manifest':
      return [];
  }
};

const openedParts = (
  { agency }: FormKeys,
  { identity }: Derived,
  { draft, parts }: TipAnswer,
): Promise<Opened[]> =>
  Promise.all(
    parts.map(async ({ n, sealed: encoded }) => {
      const sealed = base64.decode(encoded);
      const opened = await openPart(identity, sealed, { agency: agency.id, draft, n });
      return { n, sealed, part: opened.open ? opened.part : undefined };
    }),
  );

/** Those of today's readers who can open the tip, by what the server says and by what the tip itself excludes. */
const stillReading = ({ readers }: FormKeys, answer: TipAnswer): Readers => ({
  version: 1,
  officers: readers.officers.filter(({ staffId }) => answer.readers.includes(staffId)),
  ...(readers.recovery !== undefined && answer.recovery ? { recovery: readers.recovery } : {}),
});

/** Follows one receipt at a time. All calls throw {@link NotDone}. */
export function tipFollower(door: Door) {
  let open: OpenTip | undefined;
  /** What the page shows now, a tip or another case. */
  let followed: Pick<OpenTip, 'keys' | 'derived'> | undefined;
  /** What was sent last, so that sending it again after a lost answer is no second message. */
  let pending: { text: string; n: number; sealed: string } | undefined;

  const ask = (keys: FormKeys, { lookup }: Derived): Promise<TrackAnswer> =>
    withWork(door, keys, lookupSubject(lookup), (work) =>
      sendJson(door.fetching, 'POST', '/api/track', { lookup, work }, TrackAnswer),
    );

  async function show(keys: FormKeys, derived: Derived): Promise<Followed> {
    const answer = await ask(keys, derived);
    const today = keys.work.day;
    open = undefined;
    followed = answer.found === 'nothing' ? undefined : { keys, derived };
    switch (answer.found) {
      case 'nothing':
        return { found: 'nothing' };
      case 'case': {
        const { status, number, due, thread, erasure } = answer;
        return { found: 'case', status, number, due, lines: thread, erasure, today };
      }
      case 'tip': {
        const opened = await openedParts(keys, derived, answer);
        const office = (await listedIn(opened)).about?.office;
        open = { keys, derived, answer, office };
        const lines = opened.flatMap(({ part }) => (part === undefined ? [] : lineOf(part)));
        const { status, erasure } = answer;
        return { found: 'tip', status, lines, canAdd: office !== undefined, erasure, today };
      }
    }
  }

  async function addOnce({ keys, derived, answer, office }: OpenTip, text: string): Promise<void> {
    if (office === undefined) throw new NotDone('unreadable');
    const { recipients } = chooseReaders(stillReading(keys, answer), derived.recipient, [office]);
    const { draft, next: n } = answer;
    const part: Part = {
      version: 1,
      agency: keys.agency.id,
      draft,
      n,
      kind: 'message',
      from: 'reporter',
      text,
      day: keys.work.day,
    };
    const sealed =
      pending?.text === text && pending.n === n
        ? pending.sealed
        : base64.encode(await sealPart(part, recipients, door.random));
    pending = { text, n, sealed };
    const { lookup } = derived;
    const { edition } = keys;
    await withWork(door, keys, lookupSubject(lookup), (work) => {
      const body: Words = { lookup, work, edition, sealed };
      return sendJson(door.fetching, 'PUT', `/api/track/${n}`, body, kept);
    });
  }

  return {
    async follow(digits: string): Promise<Followed> {
      const keys = await fetchKeys(door.fetching);
      return show(keys, await derive(door, keys, digits));
    },
    /** Asks that what was followed last be deleted, or stay, and shows it anew. */
    async erase(wants: Erasing['wants']): Promise<Followed> {
      if (followed === undefined) throw new NotDone('not_found');
      const { keys, derived } = followed;
      const { lookup } = derived;
      await withWork(door, keys, lookupSubject(lookup), (work) =>
        sendJson(
          door.fetching,
          'POST',
          '/api/track/erasure',
          { lookup, work, wants } satisfies Erasing,
          kept,
        ),
      );
      return show(keys, derived);
    },
    /** Adds words to the tip that was followed last, and shows it anew. */
    async add(text: string): Promise<Followed> {
      for (let left = TRIES; ; left -= 1) {
        if (open === undefined) throw new NotDone('not_found');
        const { derived } = open;
        try {
          await addOnce(open, text);
          const shown = await show(open.keys, derived);
          pending = undefined;
          return shown;
        } catch (error) {
          const hasMoved =
            error instanceof NotDone && (error.why === 'number_taken' || error.why === 'readers_changed');
          if (!hasMoved || left === 0) throw error;
          await show(await fetchKeys(door.fetching), derived);
        }
      }
    },
  };
}
