import { type AuditHeadAnswer, AuditQuery } from '../../../domain/staff/audit.ts';
import { type StaffRoute, staffRoute } from '../route.ts';
import { auditPage, newestCode } from './list.ts';

/** What everybody did, and the chain's newest link for paper. */
export const auditRoutes: readonly StaffRoute[] = [
  staffRoute({
    method: 'get',
    path: '/audit',
    roles: ['admin', 'integrity'],
    query: AuditQuery,
    async handle({ ground }, { staff, query }) {
      const page = await auditPage(ground, staff, query.after);
      return page === undefined ? { refuse: 'bad_shape' } : { json: page };
    },
  }),
  staffRoute({
    method: 'get',
    path: '/audit/head',
    roles: ['admin', 'integrity'],
    async handle({ ground }, { staff, now }) {
      const code = await newestCode(ground, staff);
      const at = new Date(now).toISOString();
      const answer: AuditHeadAnswer = code === undefined ? { at } : { code, at };
      return { json: answer };
    },
  }),
];
