import { z } from 'zod';
import { MOST_PARTS } from '../../../sealing/form-contract.ts';
import { KeyHandle } from '../../../sealing/keys-contract.ts';
import {
  EnteredTip,
  MOST_SEALED,
  Resealed,
  SealedCase,
  SealedWords,
  TipId,
  TipListQuery,
  TipStatusChange,
} from '../../../sealing/tips-contract.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import { staffRoute } from '../route.ts';
import { answerTip, changeTip } from './act.ts';
import { enterTip, keepDraftPart, sealCase } from './enter.ts';
import { listTips } from './list.ts';
import { openPart, openTip } from './open.ts';
import { openRecovery } from './open-recovery.ts';
import { keepResealed, listResealing, openResealing } from './reseal.ts';

const roles = ['integrity'] as const;
/** Words of 60 KiB in Base64, and what is around them. */
const MOST_WORDS_JSON = 128 * 1024;
/** Some four hundred headers of a tip with a long thread. */
const MOST_HEADERS_JSON = 4 * 1024 * 1024;

const number = z
  .string()
  .regex(/^(0|[1-9]\d{0,2})$/)
  .transform(Number);
const tip = z.object({ id: TipId });
const tipPart = z.object({ id: TipId, n: number });
const draftPart = z.object({ draft: TipId, n: number.refine((n) => n >= 1 && n <= MOST_PARTS) });
const errand = z.object({ handle: KeyHandle });
const errandTip = z.object({ handle: KeyHandle, id: TipId });

/** `/tips` and `/resealing`: what integrity officers do with tips; nobody else, whatever their other roles. */
export const tipRoutes = [
  staffRoute({
    method: 'get',
    path: '/tips',
    roles,
    query: TipListQuery,
    async handle({ ground, clock }, { staff, query: { cursor } }) {
      const list = await listTips(ground, staff, clock(), cursor);
      if (list === undefined) return { refuse: 'bad_shape' };
      if (cursor !== undefined) return { json: list };
      const done = await commitAudited(ground, clock, async () => ({
        writes: [],
        deeds: [{ by: staff.id, action: 'tip-list' }],
      }));
      return done.done ? { json: list } : { refuse: done.why };
    },
  }),
  staffRoute({
    method: 'post',
    path: '/tips',
    roles,
    body: EnteredTip,
    handle: (parts, { staff, body }) => enterTip(parts, staff, body),
  }),
  staffRoute({
    method: 'get',
    path: '/tips/:id',
    roles,
    params: tip,
    handle: (parts, { staff, params }) => openTip(parts, staff, params.id),
  }),
  staffRoute({
    method: 'get',
    path: '/tips/:id/parts/:n',
    roles,
    params: tipPart,
    handle: (parts, { staff, params }) => openPart(parts, staff, params),
  }),
  staffRoute({
    method: 'post',
    path: '/tips/:id/words',
    roles,
    params: tip,
    body: SealedWords,
    most: MOST_WORDS_JSON,
    handle: (parts, { staff, params, body }) => answerTip(parts, staff, params.id, body),
  }),
  staffRoute({
    method: 'post',
    path: '/tips/:id/status',
    roles,
    params: tip,
    body: TipStatusChange,
    most: MOST_WORDS_JSON,
    handle: (parts, { staff, params, body }) => changeTip(parts, staff, params.id, body),
  }),
  staffRoute({
    method: 'put',
    path: '/tip-drafts/:draft/:n',
    roles: ['integrity', 'officer', 'admin'],
    params: draftPart,
    octets: MOST_SEALED,
    body: z.instanceof(Uint8Array),
    handle: (parts, { params, body }) => keepDraftPart(parts, { ...params, sealed: body }),
  }),
  staffRoute({
    method: 'post',
    path: '/sealed-cases',
    roles: ['officer', 'admin'],
    body: SealedCase,
    handle: (parts, { staff, body }) => sealCase(parts, staff, body),
  }),
  staffRoute({
    method: 'post',
    path: '/resealing/recovery/open',
    roles,
    handle: (parts, { staff }) => openRecovery(parts, staff),
  }),
  staffRoute({
    method: 'get',
    path: '/resealing/:handle',
    roles,
    params: errand,
    query: TipListQuery,
    handle: (parts, { staff, params, query }) => listResealing(parts, staff, params.handle, query.cursor),
  }),
  staffRoute({
    method: 'get',
    path: '/resealing/:handle/:id',
    roles,
    params: errandTip,
    handle: (parts, { staff, params }) => openResealing(parts, staff, params),
  }),
  staffRoute({
    method: 'put',
    path: '/resealing/:handle/:id',
    roles,
    params: errandTip,
    body: Resealed,
    most: MOST_HEADERS_JSON,
    handle: (parts, { staff, params, body }) => keepResealed(parts, staff, params, body),
  }),
];
