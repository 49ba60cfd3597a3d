import { Role } from '../../../domain/agency/staff.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import { type StaffRoute, staffRoute } from '../route.ts';
import { meOf } from './me.ts';

/** Who I am here, and the way out; for everybody on the staff. */
export const accountRoutes: readonly StaffRoute[] = [
  staffRoute({
    method: 'get',
    path: '/me',
    roles: Role.options,
    handle: async (parts, { staff, until, now }) => ({ json: await meOf(parts, staff, { until, now }) }),
  }),
  staffRoute({
    method: 'delete',
    path: '/session',
    roles: Role.options,
    async handle({ ground, clock }, { staff, session }) {
      const audited = await commitAudited(ground, clock, async () => ({
        writes: [{ op: 'delete', path: ground.paths.staffSession(session) }],
        deeds: [{ by: staff.id, action: 'sign-out' }],
      }));
      return audited.done ? { json: {} } : { refuse: audited.why };
    },
  }),
];
