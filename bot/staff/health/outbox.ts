import { Staff } from '../../../domain/agency/staff.ts';
import { StoredEntry } from '../../../domain/outbox/entry.ts';
import type { DeadAlert, HealthAnswer } from '../../../domain/staff/health.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import type { Ground } from '../../records/ground.ts';
import { Target } from '../../records/records.ts';
import { type Found, remove, type Write } from '../../store/documents.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';

/** What is looked at of what waits, and of what was given up. */
const LOOKED_AT = 100;
const SHOWN_DEAD = 20;

interface Seen {
  id: string;
  entry: StoredEntry;
}

/** Entries that are not about tips: of those nobody learns here that there are any. */
const seen = (found: readonly Found[]): Seen[] =>
  found.flatMap(({ id, data }) => {
    const entry = StoredEntry.safeParse(data).data;
    return entry === undefined || entry.notice.notice === 'tips' ? [] : [{ id, entry }];
  });

const iso = (instant: number): string => new Date(instant).toISOString();

async function nameOf({ documents, paths }: Ground, { addressee }: StoredEntry): Promise<string | undefined> {
  if (addressee.to === 'staff' || addressee.to === 'mail') {
    return Staff.safeParse((await documents.read(paths.staff(addressee.staffId)))?.data).data?.name;
  }
  if (addressee.to === 'target') {
    return Target.safeParse((await documents.read(paths.target(addressee.targetId)))?.data).data?.label;
  }
  return undefined;
}

async function deadAlert(ground: Ground, { id, entry }: Seen): Promise<DeadAlert[]> {
  const { addressee, notice, attempts, firstDueAt } = entry;
  if (notice.notice === 'tips') return [];
  const name = await nameOf(ground, entry);
  const to = addressee.to === 'target' ? 'group' : addressee.to === 'route' ? 'reporter' : 'staff';
  const said = notice.notice === 'key' ? 'case' : notice.notice;
  return [{ id, what: said, to, since: iso(firstDueAt), attempts, ...(name === undefined ? {} : { name }) }];
}

/** What waits too long and what was given up: two queries of bounded size. @throws StoreUnavailable */
export async function readOutbox(
  ground: Ground,
  now: number,
): Promise<Pick<HealthAnswer, 'waiting' | 'dead'>> {
  const { documents, paths } = ground;
  const collection = paths.allOutbox;
  const [due, dead] = await Promise.all([
    documents.query({
      collection,
      where: [
        ['status', 'in', ['waiting', 'leased']],
        ['dueAt', '<=', now],
      ],
      orderBy: [['dueAt', 'asc']],
      limit: LOOKED_AT,
    }),
    documents.query({
      collection,
      where: [['status', '==', 'dead']],
      orderBy: [['dueAt', 'asc']],
      limit: LOOKED_AT,
    }),
  ]);
  const waits = seen(due);
  const oldest = waits.map(({ entry }) => entry.firstDueAt);
  const given = seen(dead);
  const alerts = await Promise.all(given.slice(0, SHOWN_DEAD).map((one) => deadAlert(ground, one)));
  return {
    waiting: {
      count: waits.length,
      more: due.length === LOOKED_AT,
      ...(oldest.length === 0 ? {} : { since: iso(Math.min(...oldest)) }),
    },
    dead: { alerts: alerts.flat(), more: given.length > SHOWN_DEAD || dead.length === LOOKED_AT },
  };
}

/** Begins anew, as if it were only just due. */
const begunAnew = (now: number) => ({
  status: 'waiting',
  dueAt: now,
  firstDueAt: now,
  attempts: 0,
  batch: remove(),
  expireAt: remove(),
});

/** Sends an alert that was given up once more, or lets it be. */
export async function settleDead(
  parts: StaffParts,
  id: string,
  how: 'again' | 'drop',
  by: string,
): Promise<StaffAnswer> {
  const { ground, clock, kick } = parts;
  const path = ground.paths.outbox(id);
  const done = await commitAudited<'not_found' | 'not_now'>(ground, clock, async () => {
    const found = await ground.documents.read(path);
    const [one] = found === undefined ? [] : seen([found]);
    if (found === undefined || one === undefined) return { refuse: 'not_found' };
    if (one.entry.status !== 'dead') return { refuse: 'not_now' };
    const at = found.updateTime;
    const write: Write =
      how === 'again'
        ? { op: 'update', path, data: begunAnew(clock()), ifUpdatedAt: at }
        : { op: 'delete', path, ifUpdatedAt: at };
    return { writes: [write], deeds: [{ by, action: how === 'again' ? 'alert-again' : 'alert-drop' }] };
  });
  if (!done.done) return { refuse: done.why };
  if (how === 'again') kick();
  return { json: {} };
}
