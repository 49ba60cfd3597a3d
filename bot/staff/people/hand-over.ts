import type { Staff } from '../../../domain/agency/staff.ts';
import { maySee } from '../../../domain/case/audience.ts';
import { Case } from '../../../domain/case/case.ts';
import { openStatuses } from '../../../domain/case/status.ts';
import type { PersonWork } from '../../../domain/staff/people.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import {
  beginEdit,
  type CaseEdit,
  countWrites,
  editCounts,
  editWrites,
  happenedBy,
} from '../../records/case-writes.ts';
import type { Ground } from '../../records/ground.ts';
import type { Found } from '../../store/documents.ts';
import type { StaffParts } from '../parts.ts';

/** What is looked at to say how much somebody has open. */
const COUNTED = 100;
/** So many cases are handed over in one commit. */
const TOGETHER = 40;

/** What still is somebody's to do, or may come back to them. */
const heldStatuses = [...openStatuses, 'resolved'];

const heldBy = ({ documents, paths }: Ground, staffId: string, limit: number): Promise<Found[]> =>
  documents.query({
    collection: paths.cases,
    where: [
      ['assignee', '==', staffId],
      ['status', 'in', heldStatuses],
    ],
    orderBy: [],
    limit,
  });

/** @throws StoreUnavailable */
export async function workOf(ground: Ground, staffId: string): Promise<PersonWork> {
  const held = await heldBy(ground, staffId, COUNTED + 1);
  return { open: Math.min(held.length, COUNTED), more: held.length > COUNTED };
}

/** One case given on: to `to` where they may see it, else to nobody. */
function givenOn(
  { current, clock }: StaffParts,
  { data, updateTime, id }: Found,
  to: Staff | undefined,
  by: string,
): CaseEdit {
  const record = Case.parse(data);
  const { assignee: _, ...open } = record;
  const receiver = to !== undefined && maySee(to, open, current().agency) ? { to: to.id } : {};
  return {
    ...beginEdit(id, updateTime, record),
    next: receiver.to === undefined ? open : { ...open, assignee: receiver.to },
    history: [happenedBy(by, clock(), { kind: 'assign', ...receiver })],
  };
}

/**
 * Gives everything that somebody holds to somebody else, or to nobody, some cases at a time; what was given on stays
 * so whatever becomes of the rest. False where it was overtaken too often.
 * @throws StoreUnavailable
 */
export async function handOver(
  parts: StaffParts,
  from: string,
  to: Staff | undefined,
  by: string,
): Promise<boolean> {
  for (;;) {
    const done = await commitAudited<'none'>(parts.ground, parts.clock, async () => {
      const held = await heldBy(parts.ground, from, TOGETHER);
      if (held.length === 0) return { refuse: 'none' };
      const { paths } = parts.ground;
      const given = held.map((found) => givenOn(parts, found, to, by));
      return {
        writes: [
          ...given.flatMap((edit) => editWrites(paths, edit)),
          ...countWrites(paths, given.flatMap(editCounts)),
        ],
        deeds: given.map(({ before }) => ({ by, action: 'case-assign', about: before.number })),
      };
    });
    if (!done.done) return done.why === 'none';
  }
}
