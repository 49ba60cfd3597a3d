import type { Staff } from '../../../domain/agency/staff.ts';
import { type ProposalRow, Proposed, printedAs, proposedFaults } from '../../../domain/staff/publish.ts';
import type { StaffRefusal } from '../../../domain/staff/refusal.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import { plain } from '../../publish/plain.ts';
import type { Found, Write } from '../../store/documents.ts';
import type { StaffParts } from '../parts.ts';
import { republish } from '../republish.ts';
import type { StaffAnswer } from '../route.ts';
import { publishingWrites } from './approve.ts';
import { baseOf, matterOf } from './matter.ts';
import { readRow, rowOf } from './proposals.ts';
import { Matter, ProposalRecord } from './records.ts';

const ID_OCTETS = 12;

/** `row` stands beside a refusal where somebody decided meanwhile. */
type Refused = { code: StaffRefusal; row?: ProposalRow };
const refuse = (code: StaffRefusal, row?: ProposalRow): { refuse: Refused } => ({
  refuse: { code, ...(row === undefined ? {} : { row }) },
});

const answered = (why: Refused | 'busy'): StaffAnswer =>
  why === 'busy'
    ? { refuse: 'busy' }
    : { refuse: why.code, ...(why.row === undefined ? {} : { now: why.row }) };

/** What the audit calls a proposal: its kind, year and key. */
const aboutOf = ({ kind, fiscalYear, key }: Pick<ProposalRecord, 'kind' | 'fiscalYear' | 'key'>): string =>
  [kind, fiscalYear, key].filter((part) => part !== undefined).join(' ');

/** Keeps what is proposed as it stands now. */
export async function propose(parts: StaffParts, body: unknown, staff: Staff): Promise<StaffAnswer> {
  const { ground, clock } = parts;
  const faults = proposedFaults(body);
  if (faults.length > 0) return { refuse: 'bad_fields', now: { faults } };
  const proposed = Proposed.parse(body);
  const matter = await matterOf(parts, proposed);
  if (matter === 'nothing') return { refuse: 'not_now' };
  const id = Buffer.from(ground.random(ID_OCTETS)).toString('hex');
  const record: ProposalRecord = {
    version: 1,
    kind: proposed.kind,
    ...(proposed.kind === 'questions' ? {} : { fiscalYear: proposed.fiscalYear }),
    ...(proposed.kind === 'evidence' ? { key: proposed.key, preset: proposed.preset } : {}),
    by: staff.id,
    name: staff.name,
    at: clock(),
    base: await baseOf(parts, matter),
    state: 'waiting',
  };
  const done = await commitAudited<never>(ground, clock, async () => ({
    writes: [
      { op: 'create', path: ground.paths.proposal(id), data: plain(record) },
      { op: 'create', path: ground.paths.proposed(id), data: plain(matter) },
    ],
    deeds: [{ by: staff.id, action: 'publish-propose', about: aboutOf(record) }],
  }));
  return done.done ? { json: rowOf(id, record, staff.id) } : { refuse: 'busy' };
}

/** A proposal's matter as it was proposed; undefined where it is not of a shape that can be published. @throws StoreUnavailable */
export async function readMatter({ ground }: StaffParts, id: string): Promise<Matter | undefined> {
  const found = await ground.documents.read(ground.paths.proposed(id));
  return Matter.safeParse(found?.data).data;
}

interface Waiting {
  found: Found;
  record: ProposalRecord;
}

/** The proposal, where it still waits as it was seen. */
async function readWaiting(
  { ground }: StaffParts,
  id: string,
  edition: string | undefined,
  asking: string,
): Promise<Waiting | { refuse: Refused }> {
  const found = await ground.documents.read(ground.paths.proposal(id));
  const record = ProposalRecord.safeParse(found?.data).data;
  if (found === undefined || record === undefined) return refuse('not_found');
  const row = rowOf(id, record, asking);
  if (record.state !== 'waiting' || (edition !== undefined && row.edition !== edition)) {
    return refuse('changed', row);
  }
  return { found, record };
}

function decidedWrite(
  { clock }: StaffParts,
  { found }: Waiting,
  state: ProposalRecord['state'],
  { id, name }: Staff,
  words?: string,
): Write {
  const decided = { by: id, name, at: clock(), words };
  const data = plain({ state, decided });
  return { op: 'update', path: found.path, data, ifUpdatedAt: found.updateTime };
}

/** Publishes what was proposed, exactly as it was seen. Whoever proposed it does not approve it. */
export async function approve(
  parts: StaffParts,
  id: string,
  { edition, printed }: { edition: string; printed: string },
  staff: Staff,
): Promise<StaffAnswer> {
  const { ground, clock } = parts;
  const done = await commitAudited<Refused>(ground, clock, async () => {
    const waiting = await readWaiting(parts, id, edition, staff.id);
    if ('refuse' in waiting) return waiting;
    const { record } = waiting;
    if (record.by === staff.id) return refuse('second_person');
    const approvedBy = printedAs(staff);
    if (approvedBy === undefined || approvedBy !== printed) return refuse('not_now');
    const matter = await readMatter(parts, id);
    if (matter === undefined) return refuse('not_found');
    if ((await baseOf(parts, matter)) !== record.base) return refuse('changed', rowOf(id, record, staff.id));
    const writes = await publishingWrites(parts, matter, approvedBy);
    if (writes === undefined) return refuse('not_now');
    return {
      writes: [...writes, decidedWrite(parts, waiting, 'approved', staff)],
      deeds: [{ by: staff.id, action: 'publish-approve', about: aboutOf(record), note: approvedBy }],
    };
  });
  if (!done.done) return answered(done.why);
  await republish(parts);
  return { json: await readRow(parts, id, staff.id) };
}

/** Gives a proposal back with words. */
export async function giveBack(
  parts: StaffParts,
  id: string,
  { edition, words }: { edition: string; words: string },
  staff: Staff,
): Promise<StaffAnswer> {
  const done = await commitAudited<Refused>(parts.ground, parts.clock, async () => {
    const waiting = await readWaiting(parts, id, edition, staff.id);
    if ('refuse' in waiting) return waiting;
    return {
      writes: [decidedWrite(parts, waiting, 'returned', staff, words)],
      deeds: [{ by: staff.id, action: 'publish-return', about: aboutOf(waiting.record) }],
    };
  });
  return done.done ? { json: await readRow(parts, id, staff.id) } : answered(done.why);
}

/** Takes one's own proposal back. */
export async function cancel(parts: StaffParts, id: string, staff: Staff): Promise<StaffAnswer> {
  const done = await commitAudited<Refused>(parts.ground, parts.clock, async () => {
    const waiting = await readWaiting(parts, id, undefined, staff.id);
    if ('refuse' in waiting) return waiting;
    if (waiting.record.by !== staff.id) return refuse('second_person');
    return {
      writes: [decidedWrite(parts, waiting, 'cancelled', staff)],
      deeds: [{ by: staff.id, action: 'publish-return', about: aboutOf(waiting.record) }],
    };
  });
  return done.done ? { json: await readRow(parts, id, staff.id) } : answered(done.why);
}
