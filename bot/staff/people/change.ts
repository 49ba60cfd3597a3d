import { mayWorkCases, Staff } from '../../../domain/agency/staff.ts';
import type { Fault } from '../../../domain/staff/fields.ts';
import {
  type NotNow,
  type PersonChange,
  PersonValue,
  personFaults,
  type Removal,
} from '../../../domain/staff/people.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import { plain } from '../../publish/plain.ts';
import type { Write } from '../../store/documents.ts';
import { readersWithout } from '../keys/readers-without.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { withDuties, withoutPerson } from './duties.ts';
import { handOver, workOf } from './hand-over.ts';
import { byHandle, isLast, type PeopleState, readPeople, rowOf } from './person.ts';

type Refused =
  | { at: 'not_found' }
  | { at: 'changed' }
  | { at: 'faults'; faults: Fault[] }
  | { at: 'not_now'; now: NotNow };

const refuse = (refused: Refused): { refuse: Refused } => ({ refuse: refused });

const SESSIONS_MOST = 200;
/** Whose sessions are those of somebody who was removed: an open page learns why it stops, and none comes back. */
const NOBODY = 'removed';

/** A person's document as it is replaced: fields that are no more go. */
const written = (path: string, staff: Staff): Write => ({ op: 'set', path, data: plain(staff) });

const ofProfile = (parts: StaffParts, { profile }: PeopleState, data: object): Write => ({
  op: 'update',
  path: parts.ground.paths.agency,
  data: plain(data),
  ...(profile.at === undefined ? {} : { ifUpdatedAt: profile.at }),
});

async function answered(
  parts: StaffParts,
  handle: string,
  asking: string,
  refused: Refused | 'busy' | undefined,
): Promise<StaffAnswer> {
  if (refused === 'busy') return { refuse: 'busy' };
  if (refused?.at === 'faults') return { refuse: 'bad_fields', now: { faults: refused.faults } };
  if (refused?.at === 'not_now') return { refuse: 'not_now', now: refused.now };
  if (refused?.at === 'not_found') return { refuse: 'not_found' };
  const state = await readPeople(parts.ground);
  const found = byHandle(parts.ground, state, handle);
  const row = found && rowOf(parts.ground, state, found.staff, asking);
  if (refused?.at === 'changed') return { refuse: 'changed', now: row ?? null };
  return { json: row ?? {} };
}

/**
 * Whoever stops working cases gives on what they have open first: to whom, the admin says. Undefined where there is
 * nothing, or it is given on; else why not.
 */
async function givenAway(
  parts: StaffParts,
  from: Staff,
  successor: string | null | undefined,
  by: string,
): Promise<Refused | 'busy' | undefined> {
  const { open } = await workOf(parts.ground, from.id);
  if (open === 0) return undefined;
  if (successor === undefined) return { at: 'not_now', now: { why: 'open_cases', open } };
  const state = await readPeople(parts.ground);
  const to = successor === null ? undefined : byHandle(parts.ground, state, successor)?.staff;
  if (successor !== null && (!mayWorkCases(to) || to.id === from.id)) {
    return { at: 'faults', faults: [{ at: 'successor', fault: 'unknown_person' }] };
  }
  return (await handOver(parts, from.id, to, by)) ? undefined : 'busy';
}

const rolesWords = (parts: StaffParts, { roles }: Pick<Staff, 'roles'>): string =>
  roles.map((role) => parts.current().say.staff.roles[role]).join(' · ');

/** Changes who somebody is and what they answer for. */
export async function changePerson(
  parts: StaffParts,
  handle: string,
  { edition, value, successor }: PersonChange,
  by: string,
): Promise<StaffAnswer> {
  const { ground, clock } = parts;

  /** The change as it can be made now, or why it cannot. */
  async function planned() {
    const state = await readPeople(ground);
    const found = byHandle(ground, state, handle);
    if (found === undefined) return refuse({ at: 'not_found' });
    if (rowOf(ground, state, found.staff, by).edition !== edition) return refuse({ at: 'changed' });
    const faults = personFaults(value, state.profile.value);
    if (faults.length > 0) return refuse({ at: 'faults', faults });
    const { person, deputy, heads, ...about } = PersonValue.parse(value);
    const next = Staff.parse(plain({ ...about, version: 1, id: found.staff.id }));
    const losesAdmin = found.staff.roles.includes('admin') && !next.roles.includes('admin');
    if (losesAdmin && isLast(state, 'admin', next.id)) {
      return refuse({ at: 'faults', faults: [{ at: 'roles', fault: 'last_admin' }] });
    }
    return { state, before: found.staff, next, duties: { person, deputy, heads } };
  }

  const first = await planned();
  if ('refuse' in first) return answered(parts, handle, by, first.refuse);
  if (mayWorkCases(first.before) && !mayWorkCases(first.next)) {
    const why = await givenAway(parts, first.before, successor, by);
    if (why !== undefined) return answered(parts, handle, by, why);
  }
  const done = await commitAudited<Refused>(ground, clock, async () => {
    const plan = await planned();
    if ('refuse' in plan) return { refuse: plan.refuse };
    const { state, before, next, duties } = plan;
    const losesTips = !next.roles.includes('integrity') || next.unit !== before.unit;
    return {
      writes: [
        written(ground.paths.staff(next.id), next),
        ofProfile(parts, state, withDuties(state.profile.value, next.id, duties)),
        ...(losesTips ? await readersWithout(ground, next.id) : []),
      ],
      deeds: [{ by, action: 'staff-change', about: next.name, note: rolesWords(parts, next) }],
    };
  });
  if (done.done) await parts.reload();
  return answered(parts, handle, by, done.done ? undefined : done.why);
}

/** Removes somebody: what they have open is given on, their sessions end, nothing names them any more. */
export async function removePerson(
  parts: StaffParts,
  handle: string,
  { edition, successor }: Removal,
  by: string,
): Promise<StaffAnswer> {
  const { ground, clock } = parts;
  const { documents, paths } = ground;

  async function planned() {
    const state = await readPeople(ground);
    const found = byHandle(ground, state, handle);
    if (found === undefined) return refuse({ at: 'not_found' });
    if (rowOf(ground, state, found.staff, by).edition !== edition) return refuse({ at: 'changed' });
    if (found.staff.roles.includes('admin') && isLast(state, 'admin', found.staff.id)) {
      return refuse({ at: 'not_now', now: { why: 'last_admin' } });
    }
    return { state, ...found };
  }

  const first = await planned();
  if ('refuse' in first) return answered(parts, handle, by, first.refuse);
  const why = await givenAway(parts, first.staff, successor, by);
  if (why !== undefined) return answered(parts, handle, by, why);
  const done = await commitAudited<Refused>(ground, clock, async () => {
    const plan = await planned();
    if ('refuse' in plan) return { refuse: plan.refuse };
    const { state, staff, found } = plan;
    const work = await workOf(ground, staff.id);
    if (work.open > 0) return { refuse: { at: 'not_now', now: { why: 'open_cases', open: work.open } } };
    const named = typeof successor === 'string' ? byHandle(ground, state, successor)?.staff : undefined;
    const to = mayWorkCases(named) ? named.id : undefined;
    const sessions = await documents.query({
      collection: paths.staffSessions,
      where: [['staffId', '==', staff.id]],
      orderBy: [],
      limit: SESSIONS_MOST,
    });
    return {
      writes: [
        { op: 'delete', path: found.path, ifUpdatedAt: found.updateTime },
        ofProfile(parts, state, withoutPerson(state.profile.value, staff.id, to)),
        ...sessions.map(({ path }): Write => ({ op: 'update', path, data: { staffId: NOBODY } })),
        ...(await readersWithout(ground, staff.id)),
      ],
      deeds: [{ by, action: 'staff-remove', about: staff.name, note: rolesWords(parts, staff) }],
    };
  });
  if (!done.done) return answered(parts, handle, by, done.why);
  await parts.reload();
  return { json: {} };
}
