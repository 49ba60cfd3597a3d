import { z } from 'zod';
import { deciding as decidingIn } from '../../../domain/approval/waiting.ts';
import { PART_OCTETS, PaperId, Sha256 } from '../../../domain/papers/paper.ts';
import {
  CheckBody,
  DraftBody,
  EditionBody,
  FileBody,
  PaperApprovalBody,
  PaperReturnBody,
  PaperWithdrawalBody,
} from '../../../domain/staff/papers.ts';
import { fileOctets } from '../../papers/read-file.ts';
import { staffRoute } from '../route.ts';
import { readPaper } from './change.ts';
import { approvePaper, cancelPaper, proposePaper, returnPaper, undoPaper, withdrawPaper } from './decide.ts';
import { beginFile, checkFile, keepPart } from './files.ts';
import { answerOf, readPapers, readWaitingPapers } from './rows.ts';

/** Everybody of these proposes; who approves is named on the paper's page. */
const everybody = ['officer', 'admin', 'executive'] as const;
const deciding = decidingIn.papers;
const params = z.object({ id: PaperId });
const octets = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const List = z.object({
  state: z.enum(['all', 'waiting']).optional(),
  cursor: z.string().max(400).optional(),
});
const Part = z.object({
  sha256: Sha256,
  n: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number),
});

/** `/papers` and `/paper-files`: what the agency publishes. */
export const paperRoutes = [
  staffRoute({
    method: 'get',
    path: '/papers',
    roles: everybody,
    query: List,
    handle: async (parts, { query: { state, cursor } }) => {
      const answer = state === 'waiting' ? await readWaitingPapers(parts) : await readPapers(parts, cursor);
      return answer === undefined ? { refuse: 'bad_shape' } : { json: answer };
    },
  }),
  staffRoute({
    method: 'get',
    path: '/papers/:id',
    roles: everybody,
    params,
    handle: async (parts, { params: { id }, staff }) => {
      const { paper } = await readPaper(parts, id);
      return paper === undefined ? { refuse: 'not_found' } : { json: answerOf(parts, id, paper, staff) };
    },
  }),
  staffRoute({
    method: 'get',
    path: '/papers/:id/draft/file',
    roles: everybody,
    params,
    handle: async (parts, { params: { id } }) => {
      const { paper } = await readPaper(parts, id);
      const source = paper?.draft?.source;
      const whole = source?.type === 'file' ? await fileOctets(parts.ground, source) : undefined;
      if (whole === undefined) return { refuse: 'not_found' };
      return { octets: whole, type: 'application/pdf', name: 'paper.pdf' };
    },
  }),
  staffRoute({
    method: 'put',
    path: '/papers/:id/draft',
    roles: everybody,
    params,
    body: DraftBody,
    handle: (parts, { params: { id }, body: { edition, paper }, staff }) =>
      proposePaper(parts, { id, edition, paper }, staff),
  }),
  staffRoute({
    method: 'post',
    path: '/papers/:id/draft/cancel',
    roles: everybody,
    params,
    body: EditionBody,
    handle: (parts, { params: { id }, body, staff }) => cancelPaper(parts, id, body.edition, staff),
  }),
  staffRoute({
    method: 'post',
    path: '/papers/:id/draft/return',
    roles: deciding,
    params,
    body: PaperReturnBody,
    handle: (parts, { params: { id }, body, staff }) => returnPaper(parts, id, body, staff),
  }),
  staffRoute({
    method: 'post',
    path: '/papers/:id/approval',
    roles: deciding,
    params,
    body: PaperApprovalBody,
    handle: (parts, { params: { id }, body, staff }) => approvePaper(parts, id, body, staff),
  }),
  staffRoute({
    method: 'post',
    path: '/papers/:id/withdrawal',
    roles: deciding,
    params,
    body: PaperWithdrawalBody,
    handle: (parts, { params: { id }, body, staff }) => withdrawPaper(parts, id, body, staff),
  }),
  staffRoute({
    method: 'post',
    path: '/papers/:id/undo',
    roles: everybody,
    params,
    body: EditionBody,
    handle: (parts, { params: { id }, body, staff }) => undoPaper(parts, id, body.edition, staff),
  }),
  staffRoute({
    method: 'post',
    path: '/paper-files',
    roles: everybody,
    body: FileBody,
    handle: async (parts, { body }) => ({ json: await beginFile(parts, body) }),
  }),
  staffRoute({
    method: 'put',
    path: '/paper-files/:sha256/:n',
    roles: everybody,
    params: Part,
    body: octets,
    octets: PART_OCTETS,
    handle: (parts, { params: which, body }) => keepPart(parts, which, body),
  }),
  staffRoute({
    method: 'post',
    path: '/paper-files/:sha256/check',
    roles: everybody,
    params: z.object({ sha256: Sha256 }),
    body: CheckBody,
    handle: (parts, { params: { sha256 }, body }) => checkFile(parts, { sha256, octets: body.octets }),
  }),
];
