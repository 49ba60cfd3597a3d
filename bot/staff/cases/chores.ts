import { addDays, dayOf } from '../../../domain/calendar/day.ts';
import { isOpen as isOfficeOpen } from '../../../domain/calendar/office-hours.ts';
import { maySee } from '../../../domain/case/audience.ts';
import type { Case } from '../../../domain/case/case.ts';
import { withChange } from '../../../domain/case/change.ts';
import { receivedBy, resolvedBy, TO_HEAD_DAYS, TO_PALAD_DAYS } from '../../../domain/case/chores.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import type { GroupQuery } from '../../jobs/agencies-with.ts';
import type { Query } from '../../store/documents.ts';
import type { StaffParts } from '../parts.ts';
import { type Acted, allWrites, carryOut, staffFor } from './act.ts';
import { editIn } from './visible.ts';

export type ChoreParts = Pick<StaffParts, 'ground' | 'current' | 'clock' | 'kick'>;

/** So many cases are looked at in one run of one chore; the rest waits for the next run. */
const TOGETHER = 25;

interface Chore {
  where: Query['where'];
  orderBy: Query['orderBy'];
  action: 'escalated' | 'case-change';
  note: string;
  /** What becomes of a case that was found; undefined where it no longer stands so. */
  decide(record: Case, caseId: string): Acted | undefined;
}

async function runOne(parts: ChoreParts, caseId: string, chore: Chore): Promise<boolean> {
  const { ground, clock } = parts;
  const { action, note } = chore;
  const done = await commitAudited<'elsewhere'>(ground, clock, async () => {
    const edit = editIn(await ground.documents.read(ground.paths.case(caseId)));
    const acted = edit && chore.decide(edit.before, caseId);
    if (edit === undefined || acted === undefined) return { refuse: 'elsewhere' };
    const writes = carryOut(parts, edit, acted, 'system');
    const deed = { by: 'system', action, about: edit.before.number, note };
    return { writes: [...writes, ...allWrites(parts, [edit])], deeds: [deed] };
  });
  return done.done;
}

/** Does one chore on what is found for it; resolves to how many cases it was done on. */
async function run(parts: ChoreParts, chore: Chore): Promise<number> {
  const { documents, paths } = parts.ground;
  const { where, orderBy } = chore;
  const found = await documents.query({ collection: paths.cases, where, orderBy, limit: TOGETHER });
  let count = 0;
  for (const { id } of found) if (await runOne(parts, id, chore)) count += 1;
  return count;
}

/** The executives who may know of a case. */
const decidersOf = ({ current }: ChoreParts, record: Case): string[] => {
  const { staff, agency } = current();
  return staff
    .filter((one) => one.roles.includes('executive') && maySee(one, record, agency))
    .map(({ id }) => id);
};

/** The head of a case's unit; where there is none who may know of it, those above. */
function headsOf(parts: ChoreParts, record: Case): string[] {
  const { agency, staff } = parts.current();
  const head = agency.units.find(({ id }) => id === record.unit)?.head;
  const person = staff.find(({ id }) => id === head);
  return person !== undefined && maySee(person, record, agency) ? [person.id] : decidersOf(parts, record);
}

const isUnaccepted = ({ status, received }: Case, by: string): boolean => status === 'new' && received <= by;

function escalation(parts: ChoreParts, today: string, to: 'head' | 'palad'): Chore {
  const from = to === 'head' ? 'none' : 'head';
  const days = to === 'head' ? TO_HEAD_DAYS : TO_PALAD_DAYS;
  const by = receivedBy(today, days, parts.current().agency);
  return {
    where: [
      ['stage', '==', 'new'],
      ['escalated', '==', from],
      ['received', '<=', by],
    ],
    orderBy: [['received', 'asc']],
    action: 'escalated',
    note: to,
    decide(record) {
      if (!isUnaccepted(record, by) || record.escalated !== from) return undefined;
      const staffIds = to === 'head' ? headsOf(parts, record) : decidersOf(parts, record);
      return {
        next: { ...record, escalated: to },
        happened: [{ kind: 'escalated', to }],
        alerts: { staffIds, news: 'unaccepted' },
      };
    },
  };
}

/** What has waited until its day goes on; whoever works on it is told, or those whom its category names. */
const waited = (parts: ChoreParts, today: string): Chore => ({
  where: [
    ['stage', '==', 'waiting'],
    ['waiting.until', '<=', today],
  ],
  orderBy: [['waiting.until', 'asc']],
  action: 'case-change',
  note: 'resume',
  decide(record, caseId) {
    if (record.waiting === undefined || record.waiting.until > today) return undefined;
    const next = withChange(record, { change: 'resume' }, today);
    if (next === undefined) return undefined;
    const staffIds =
      record.assignee === undefined ? staffFor(parts.current(), caseId, next, 'waited') : [record.assignee];
    return {
      next,
      happened: [{ kind: 'change', change: 'resume' }],
      alerts: { staffIds, news: 'waited' },
    };
  },
});

const expired = (today: string): Chore => {
  const by = resolvedBy(today);
  return {
    where: [
      ['status', '==', 'resolved'],
      ['resolved', '<=', by],
    ],
    orderBy: [['resolved', 'asc']],
    action: 'case-change',
    note: 'expire',
    decide(record) {
      if (record.resolved === undefined || record.resolved > by) return undefined;
      const next = withChange(record, { change: 'expire' }, today);
      return next && { next, happened: [{ kind: 'change', change: 'expire' }] };
    },
  };
};

/**
 * Where any agency may have a chore on `today`, as queries over all of them: no calendar makes three working days
 * of fewer days than three.
 */
export const possibleChores = (today: string): GroupQuery[] => [
  ...(
    [
      ['head', TO_PALAD_DAYS],
      ['none', TO_HEAD_DAYS],
    ] as const
  ).map(
    ([escalated, days]): GroupQuery => ({
      group: 'cases',
      where: [
        ['stage', '==', 'new'],
        ['escalated', '==', escalated],
        ['received', '<=', addDays(today, -days)],
      ],
      orderBy: [['received', 'asc']],
    }),
  ),
  {
    group: 'cases',
    where: [
      ['stage', '==', 'waiting'],
      ['waiting.until', '<=', today],
    ],
    orderBy: [['waiting.until', 'asc']],
  },
  {
    group: 'cases',
    where: [
      ['status', '==', 'resolved'],
      ['resolved', '<=', resolvedBy(today)],
    ],
    orderBy: [['resolved', 'asc']],
  },
];

/**
 * What becomes of cases by time alone: nobody has accepted one for so many working days, one has waited long enough,
 * the reporter of a resolved one has said nothing. People are told within office hours alone. A bounded number of
 * documents is read, however many cases there are. Resolves to how many cases were changed.
 * @throws StoreUnavailable
 */
export async function runCaseChores(parts: ChoreParts): Promise<number> {
  const now = parts.clock();
  const today = dayOf(now);
  const { officeHours, holidays } = parts.current().agency;
  const inHours = isOfficeOpen(officeHours, holidays, now)
    ? [escalation(parts, today, 'palad'), escalation(parts, today, 'head'), waited(parts, today)]
    : [];
  let count = 0;
  for (const chore of [...inHours, expired(today)]) count += await run(parts, chore);
  if (count > 0) parts.kick();
  return count;
}
