import type { Staff } from '../../../domain/agency/staff.ts';
import { changed } from '../../../domain/case/status.ts';
import type { StaffRefusal } from '../../../domain/staff/refusal.ts';
import type { SealedWords, TipStatusChange } from '../../../sealing/tips-contract.ts';
import { commitAudited, type Planned } from '../../audit/commit-audited.ts';
import { countTip } from '../../records/tip-documents.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { nowOf, type ReadableTip, readReadable, tipDeed } from './readable.ts';
import { planWords, tipWrite } from './words.ts';

type Plan = (readable: ReadableTip) => Promise<Planned | { refuse: StaffRefusal | 'kept' }>;

/** Does something with a tip that somebody can open, on the tip as it now is; answers with how it then stands. */
async function act(
  { ground, clock, kick }: StaffParts,
  staff: Staff,
  id: string,
  plan: Plan,
): Promise<StaffAnswer> {
  const done = await commitAudited<StaffRefusal | 'kept'>(ground, clock, async () => {
    const readable = await readReadable(ground, staff, id, clock());
    return readable === undefined ? { refuse: 'not_found' } : plan(readable);
  });
  const after = await readReadable(ground, staff, id, clock());
  if (after === undefined) return { refuse: 'not_found' };
  if (!done.done && done.why !== 'kept') {
    return {
      refuse: done.why,
      ...(done.why === 'changed' || done.why === 'not_now' ? { now: nowOf(after) } : {}),
    };
  }
  kick();
  return { json: nowOf(after) };
}

/** Keeps an answer, sealed in the browser to the reporter and the other readers. */
export const answerTip = (
  parts: StaffParts,
  staff: Staff,
  id: string,
  words: SealedWords,
): Promise<StaffAnswer> =>
  act(parts, staff, id, async (readable) => {
    const { ground, current, clock } = parts;
    const planned = await planWords(ground, current().agency, clock(), { readable, staff, words });
    if (typeof planned === 'string') return { refuse: planned };
    return {
      writes: [...planned, tipWrite(readable, { parts: words.n + 1 })],
      deeds: [tipDeed(readable, staff, 'tip-answer')],
    };
  });

/** Moves a tip on, with words to the reporter where the change needs them, and counts it in its half-year. */
export const changeTip = (
  parts: StaffParts,
  staff: Staff,
  id: string,
  { change, status, words }: TipStatusChange,
): Promise<StaffAnswer> =>
  act(parts, staff, id, async (readable) => {
    const { ground, current, clock } = parts;
    const { tip } = readable;
    const planned =
      words === undefined
        ? []
        : await planWords(ground, current().agency, clock(), { readable, staff, words });
    if (typeof planned === 'string') return { refuse: planned };
    if (tip.status !== status) return { refuse: 'changed' };
    const to = changed(status, change);
    if (to === undefined) return { refuse: 'not_now' };
    const data = { status: to, ...(words === undefined ? {} : { parts: words.n + 1 }) };
    return {
      writes: [...planned, tipWrite(readable, data), countTip(ground, tip.received, status, to)],
      deeds: [tipDeed(readable, staff, 'tip-change', to)],
    };
  });
