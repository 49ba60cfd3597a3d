import { z } from 'zod';
import type { Staff } from '../../../domain/agency/staff.ts';
import { deciding as decidingIn } from '../../../domain/approval/waiting.ts';
import { publishWords } from '../../../domain/catalogue/console-publish.ts';
import { spoken } from '../../../domain/catalogue/voice.ts';
import {
  ApprovalBody,
  type ProposalAnswer,
  printedAs,
  ReturnBody,
  WithdrawalBody,
} from '../../../domain/staff/publish.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import type { StaffParts } from '../parts.ts';
import { republish } from '../republish.ts';
import { type StaffAnswer, staffRoute } from '../route.ts';
import { takingDownWrites } from './approve.ts';
import { approve, cancel, giveBack, propose, readMatter } from './decide.ts';
import { overviewOf } from './overview.ts';
import { previewOf } from './preview.ts';
import { readProposals, readRow } from './proposals.ts';
import type { Matter } from './records.ts';

/** Who sees what is proposed; officers and admins propose, executives decide. */
const everybody = ['officer', 'admin', 'executive'] as const;
const deciding = decidingIn.publish;
const params = z.object({ id: z.string().regex(/^[0-9a-f]{24}$/) });

/** As whoever looks at it would be printed, or that somebody is still to approve. */
async function htmlOf(parts: StaffParts, matter: Matter, staff: Staff): Promise<StaffAnswer> {
  const { waitsForApprover } = publishWords(spoken(parts.current().agency.voice));
  const decides = staff.roles.includes('executive');
  const by = (decides ? printedAs(staff) : undefined) ?? waitsForApprover;
  return { octets: await previewOf(parts, matter, by), type: 'text/html; charset=utf-8' };
}

async function withdraw(parts: StaffParts, body: WithdrawalBody, staff: Staff): Promise<StaffAnswer> {
  const { ground, clock } = parts;
  const by = printedAs(staff);
  if (by === undefined) return { refuse: 'not_now' };
  const done = await commitAudited<'not_found'>(ground, clock, async () => {
    const writes = await takingDownWrites(parts, body, by);
    if (writes === undefined) return { refuse: 'not_found' };
    const about = [body.kind, body.fiscalYear, ...(body.kind === 'evidence' ? [body.key] : [])].join(' ');
    return { writes, deeds: [{ by: staff.id, action: 'publish-withdraw', about, note: by }] };
  });
  if (!done.done) return { refuse: done.why };
  await republish(parts);
  return { json: await overviewOf(parts, staff) };
}

/** `/publish` and `/proposals`: what the public sees, proposed by one person and approved by another. */
export const publishRoutes = [
  staffRoute({
    method: 'get',
    path: '/publish',
    roles: everybody,
    handle: async (parts, { staff }) => ({ json: await overviewOf(parts, staff) }),
  }),
  staffRoute({
    method: 'post',
    path: '/publish/withdrawals',
    roles: deciding,
    body: WithdrawalBody,
    handle: (parts, { body, staff }) => withdraw(parts, body, staff),
  }),
  staffRoute({
    method: 'get',
    path: '/proposals',
    roles: everybody,
    query: z.object({ cursor: z.string().max(400).optional() }),
    handle: async (parts, { query, staff }) => {
      const answer = await readProposals(parts, query.cursor, staff.id);
      return answer === undefined ? { refuse: 'bad_shape' } : { json: answer };
    },
  }),
  staffRoute({
    method: 'post',
    path: '/proposals',
    roles: everybody,
    body: z.unknown(),
    most: 512 * 1024,
    handle: (parts, { body, staff }) => propose(parts, body, staff),
  }),
  staffRoute({
    method: 'get',
    path: '/proposals/:id',
    roles: everybody,
    params,
    handle: async (parts, { params: { id }, staff }) => {
      const row = await readRow(parts, id, staff.id);
      if (row === undefined) return { refuse: 'not_found' };
      const printed = printedAs(staff);
      const answer: ProposalAnswer = { row, ...(printed === undefined ? {} : { printed }) };
      return { json: answer };
    },
  }),
  staffRoute({
    method: 'get',
    path: '/proposals/:id/preview',
    roles: everybody,
    params,
    handle: async (parts, call) => {
      const matter = await readMatter(parts, call.params.id);
      return matter === undefined ? { refuse: 'not_found' } : htmlOf(parts, matter, call.staff);
    },
  }),
  staffRoute({
    method: 'post',
    path: '/proposals/:id/approval',
    roles: deciding,
    params,
    body: ApprovalBody,
    handle: (parts, { params: { id }, body, staff }) => approve(parts, id, body, staff),
  }),
  staffRoute({
    method: 'post',
    path: '/proposals/:id/return',
    roles: deciding,
    params,
    body: ReturnBody,
    handle: (parts, { params: { id }, body, staff }) => giveBack(parts, id, body, staff),
  }),
  staffRoute({
    method: 'delete',
    path: '/proposals/:id',
    roles: everybody,
    params,
    handle: (parts, { params: { id }, staff }) => cancel(parts, id, staff),
  }),
];
