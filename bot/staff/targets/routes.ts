import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { addDays, dayOf } from '../../../domain/calendar/day.ts';
import { fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts';
import { OpenKind } from '../../../domain/case/case.ts';
import { casesIn, caseTallyKey } from '../../../domain/case/case-tally.ts';
import type { TargetRow, TargetsAnswer } from '../../../domain/staff/targets.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import { Counters } from '../../publish/records.ts';
import { Target } from '../../records/records.ts';
import type { StaffParts } from '../parts.ts';
import { type StaffAnswer, staffRoute } from '../route.ts';

const roles = ['admin'] as const;
const MOST = 100;
/** An id that Firestore takes: it has names of its own, such as `__name__`. */
const params = z.object({ id: z.string().regex(/^(?!__.*__$)[A-Za-z0-9_-]{20,64}$/) });

/** How many cases came in the last whole month. @throws StoreUnavailable */
async function lastMonth({ ground, clock }: StaffParts): Promise<number> {
  const before = addDays(`${dayOf(clock()).slice(0, 7)}-01`, -1);
  const found = await ground.documents.read(ground.paths.tally(caseTallyKey(fiscalYearOf(before))));
  const tally = Counters.parse(found?.data ?? {});
  return OpenKind.options.reduce((sum, kind) => sum + casesIn(tally, before.slice(0, 7), kind).all, 0);
}

async function readTargets(parts: StaffParts): Promise<TargetsAnswer> {
  const { ground, line } = parts;
  const found = await ground.documents.query({
    collection: ground.paths.targets,
    where: [],
    orderBy: [],
    limit: MOST,
  });
  const [targets, newCases, quota] = await Promise.all([
    Promise.all(
      found.flatMap(({ id, data }) => {
        const target = Target.safeParse(data).data;
        if (target === undefined) return [];
        return [
          line.groupSize(target.groupId).then(
            (members): TargetRow => ({
              id,
              label: target.label,
              ...(members === undefined ? {} : { members }),
            }),
          ),
        ];
      }),
    ),
    lastMonth(parts),
    line.quota(),
  ]);
  return {
    targets: targets.toSorted((a, b) => a.label.localeCompare(b.label, 'th')),
    newCases,
    ...(quota === undefined
      ? {}
      : { quota: { used: quota.used, ...(quota.limit === undefined ? {} : { limit: quota.limit }) } }),
  };
}

/** Sends one message to a group, so that its people see that alerts arrive. */
async function sendTest(parts: StaffParts, id: string, by: string): Promise<StaffAnswer> {
  const { ground, line, clock, current } = parts;
  const target = Target.safeParse((await ground.documents.read(ground.paths.target(id)))?.data).data;
  if (target === undefined) return { refuse: 'not_found' };
  const text = current().say.staff.testAlert(current().agency.shortName);
  const sent = await line.push(target.groupId, [{ type: 'text', text }], randomUUID());
  await commitAudited(ground, clock, async () => ({
    writes: [],
    deeds: [{ by, action: 'target-test', about: target.label }],
  }));
  if (sent.ok) return { json: {} };
  return { refuse: 'line_failed', now: sent.failure === 'refused' ? { status: sent.status } : {} };
}

async function removeTarget(parts: StaffParts, id: string, by: string): Promise<StaffAnswer> {
  const { ground, clock } = parts;
  const path = ground.paths.target(id);
  const done = await commitAudited<'not_found'>(ground, clock, async () => {
    const found = await ground.documents.read(path);
    const target = Target.safeParse(found?.data).data;
    if (found === undefined || target === undefined) return { refuse: 'not_found' };
    return {
      writes: [{ op: 'delete', path, ifUpdatedAt: found.updateTime }],
      deeds: [{ by, action: 'target-remove', about: target.label }],
    };
  });
  if (!done.done) return { refuse: done.why };
  await parts.reload();
  return { json: {} };
}

/** `/targets`: the groups that get alerts. A group becomes one by a code that is sent in it. */
export const targetRoutes = [
  staffRoute({
    method: 'get',
    path: '/targets',
    roles,
    handle: async (parts) => ({ json: await readTargets(parts) }),
  }),
  staffRoute({
    method: 'post',
    path: '/targets/:id/test',
    roles,
    params,
    handle: (parts, call) => sendTest(parts, call.params.id, call.staff.id),
  }),
  staffRoute({
    method: 'delete',
    path: '/targets/:id',
    roles,
    params,
    handle: (parts, call) => removeTarget(parts, call.params.id, call.staff.id),
  }),
];
