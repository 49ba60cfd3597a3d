import { Timestamp } from '@google-cloud/firestore';
import type { Staff } from '../../../domain/agency/staff.ts';
import { isWaiting } from '../../../domain/approval/standing.ts';
import { nothing, Paper, type PaperAct, type PaperStanding } from '../../../domain/papers/paper.ts';
import type { StaffRefusal } from '../../../domain/staff/refusal.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import { holdingWrites } from '../../papers/holding.ts';
import { EXPIRES_MILLISECONDS } from '../../papers/records.ts';
import { shelvingWrites } from '../../papers/shelving.ts';
import { plain } from '../../publish/plain.ts';
import type { Found, Write } from '../../store/documents.ts';
import { isThere } from '../../store/is-there.ts';
import { editionOf } from '../edition.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { answerOf } from './rows.ts';

/** A refusal, with what stands beside it. */
type Refused = { code: StaffRefusal; now?: unknown };
const refuse = (code: StaffRefusal, now?: unknown): { refuse: Refused } => ({
  refuse: { code, ...(now === undefined ? {} : { now }) },
});

/** Where a change leads, or why it cannot be done; `issue` is what it is about in the audit. */
export type Change = PaperStanding | { refuse: StaffRefusal; now?: unknown };

export interface Errand {
  act: PaperAct;
  staff: Staff;
  id: string;
  /** As the paper was seen; absent for one that is not there yet. */
  edition: string | undefined;
  note?: string | undefined;
}

interface Stood {
  found: Found | undefined;
  paper: Paper | undefined;
}

/** @throws StoreUnavailable */
export async function readPaper({ ground, clock }: StaffParts, id: string): Promise<Stood> {
  const found = await ground.documents.read(ground.paths.paper(id));
  const there = isThere(found, clock()) ? found : undefined;
  return { found, paper: there && Paper.parse(there.data) };
}

const standingOf = ({ issues, draft, withdrawn }: PaperStanding): PaperStanding => ({
  issues,
  ...(draft === undefined ? {} : { draft }),
  ...(withdrawn === undefined ? {} : { withdrawn }),
});

/** A paper that nothing is left of goes in a day: until then it can be taken back. */
function paperWrite(
  { paths }: StaffParts['ground'],
  id: string,
  found: Found | undefined,
  paper: Paper,
): Write {
  const isGone = paper.issues.length === 0 && paper.draft === undefined;
  const expireAt = Timestamp.fromMillis(paper.at + EXPIRES_MILLISECONDS);
  const data = { ...plain(paper), ...(isGone ? { expireAt } : {}) };
  const path = paths.paper(id);
  if (found === undefined) return { op: 'create', path, data };
  return { op: 'set', path, data };
}

const titleOf = ({ draft, issues }: PaperStanding): string => (draft ?? issues.at(-1))?.title ?? '';
const ABOUT_MOST = 120;

/**
 * Changes a paper as it was seen, with all that follows: the register and the index of what is public, the files that
 * are held, and the audit; all or nothing. The audit's head orders all changes of an agency, so that a paper which was
 * read after it is still as it was read. @throws StoreUnavailable
 */
export async function changePaper(
  parts: StaffParts,
  { act, staff, id, edition, note }: Errand,
  next: (paper: Paper | undefined) => Promise<Change> | Change,
): Promise<StaffAnswer> {
  const { ground, clock } = parts;
  const done = await commitAudited<Refused>(ground, clock, async () => {
    const { found, paper } = await readPaper(parts, id);
    const seen = paper === undefined ? undefined : editionOf(paper);
    if (seen !== edition) {
      if (paper === undefined) return refuse('not_found');
      return refuse(edition === undefined ? 'exists' : 'changed', answerOf(parts, id, paper, staff));
    }
    const led = await next(paper);
    if ('refuse' in led) return refuse(led.refuse, led.now);
    const before = paper === undefined ? nothing : standingOf(paper);
    const after = standingOf(led);
    const now = clock();
    const unit = parts.current().agency.units.find((one) => one.id === after.issues.at(-1)?.unit)?.label;
    const shelved = await shelvingWrites(ground, id, { before, after, unit });
    if (shelved === 'full') return refuse('too_many');
    const held = await holdingWrites(ground, before, after, now);
    if (held === undefined) {
      return refuse('bad_fields', { faults: [{ at: 'source', fault: 'file_gone' }] });
    }
    const written: Paper = {
      version: 1,
      ...after,
      waiting: isWaiting(after),
      at: now,
      last: { act, by: staff.id, at: now, before },
    };
    const about = `${id} ${titleOf(after) || titleOf(before)}`.slice(0, ABOUT_MOST);
    return {
      writes: [paperWrite(ground, id, found, written), ...shelved, ...held],
      deeds: [{ by: staff.id, action: `paper-${act}`, about, ...(note === undefined ? {} : { note }) }],
    };
  });
  if (!done.done) {
    const { why } = done;
    if (why === 'busy') return { refuse: 'busy' };
    return { refuse: why.code, ...(why.now === undefined ? {} : { now: why.now }) };
  }
  const { paper } = await readPaper(parts, id);
  return paper === undefined ? { refuse: 'not_found' } : { json: answerOf(parts, id, paper, staff) };
}
