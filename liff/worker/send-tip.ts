import { z } from 'zod';
import {
  type Confirmation,
  draftSubject,
  type FormKeys,
  lookupSubject,
} from '../../sealing/form-contract.ts';
import { fetchKeys, sendJson, sendOctets } from './api.ts';
import { type Derived, type Door, derive, TRIES, withWork } from './door.ts';
import { type Failure, NotDone } from './not-done.ts';
import { type SealedTip, sealTip, type TipToSend } from './seal-tip.ts';

/** How far sending has come; `of` is the number of steps of a stage. */
export interface Progress {
  stage: 'deriving' | 'sealing' | 'sending' | 'confirming';
  done: number;
  of: number;
}

/** A tip on its way. What was sealed and what has arrived stays, so that a lost connection costs nothing twice. */
interface OnItsWay {
  keys: FormKeys;
  derived: Derived;
  sealed: SealedTip;
  arrived: number;
}

/** What is answered where sealing anew for a new draft can help. */
const begunAnew: ReadonlySet<Failure> = new Set([
  'readers_changed',
  'not_confirmed',
  'part_taken',
  'draft_taken',
]);

const confirmed = z.object({ confirmed: z.literal(true) });

async function prepare(door: Door, tip: TipToSend, told: (progress: Progress) => void): Promise<OnItsWay> {
  told({ stage: 'deriving', done: 0, of: 1 });
  const keys = await fetchKeys(door.fetching);
  const derived = await derive(door, keys, tip.receipt);
  const sealed = await sealTip(door, keys, derived.recipient, tip, (done, of) =>
    told({ stage: 'sealing', done, of }),
  );
  return { keys, derived, sealed, arrived: 0 };
}

async function deliver(door: Door, way: OnItsWay, told: (progress: Progress) => void): Promise<void> {
  const { keys, derived, sealed } = way;
  const { draft, parts, chosen, recovery } = sealed;
  const of = parts.length;
  for (const [index, part] of parts.entries()) {
    if (index < way.arrived) continue;
    told({ stage: 'sending', done: index, of });
    await withWork(door, keys, draftSubject(draft), (work) =>
      sendOctets(door.fetching, `/api/tips/${draft}/${index + 1}`, part, work),
    );
    way.arrived = index + 1;
  }
  told({ stage: 'confirming', done: 0, of: 1 });
  const { lookup } = derived;
  await withWork(door, keys, lookupSubject(lookup), (work) => {
    const { edition } = keys;
    const readers = chosen.staffIds;
    const body: Confirmation = { lookup, work, edition, parts: of, readers, recovery };
    return sendJson(door.fetching, 'POST', `/api/tips/${draft}`, body, confirmed);
  });
}

/**
 * What sends tips. Calling it again with the same `revision` goes on where a lost connection stopped it; a new
 * revision, or readers that changed, begin a new draft.
 */
export function tipSender(door: Door) {
  let last: { revision: number; way: OnItsWay } | undefined;
  /** @throws NotDone */
  return async function send(
    tip: TipToSend,
    revision: number,
    told: (progress: Progress) => void,
  ): Promise<void> {
    for (let left = TRIES; ; left -= 1) {
      if (last?.revision !== revision) last = { revision, way: await prepare(door, tip, told) };
      try {
        return await deliver(door, last.way, told);
      } catch (error) {
        if (!(error instanceof NotDone) || !begunAnew.has(error.why)) throw error;
        last = undefined;
        if (left === 0) throw error;
      }
    }
  };
}
