import { z } from 'zod';
import { AnnouncementId } from '../../../domain/announcements/announcement.ts';
import { deciding as decidingIn } from '../../../domain/approval/waiting.ts';
import {
  AnnouncementApprovalBody,
  AnnouncementBroadcastBody,
  AnnouncementDraftBody,
  AnnouncementEditionBody,
  AnnouncementReturnBody,
  AnnouncementWithdrawalBody,
} from '../../../domain/staff/announcements.ts';
import { staffRoute } from '../route.ts';
import { broadcastAnnouncement, readCost } from './broadcast.ts';
import { readAnnouncement } from './change.ts';
import {
  approveAnnouncement,
  cancelAnnouncement,
  proposeAnnouncement,
  returnAnnouncement,
  revokeAnnouncement,
  withdrawAnnouncement,
} from './decide.ts';
import { answerOf, readAll, readWaiting } from './rows.ts';

/** Everybody of these proposes; who approves is named on the announcement. */
const everybody = ['officer', 'admin', 'executive'] as const;
const deciding = decidingIn.announcements;
const params = z.object({ id: AnnouncementId });
const List = z.object({
  state: z.enum(['all', 'waiting']).optional(),
  cursor: z.string().max(400).optional(),
});

/** `/announcements`: what the agency tells residents. */
export const announcementRoutes = [
  staffRoute({
    method: 'get',
    path: '/announcements',
    roles: everybody,
    query: List,
    handle: async (parts, { query: { state, cursor } }) => {
      const answer = state === 'waiting' ? await readWaiting(parts) : await readAll(parts, cursor);
      return answer === undefined ? { refuse: 'bad_shape' } : { json: answer };
    },
  }),
  staffRoute({
    method: 'get',
    path: '/announcements/:id',
    roles: everybody,
    params,
    handle: async (parts, { params: { id }, staff }) => {
      const { announcement } = await readAnnouncement(parts, id);
      return announcement === undefined
        ? { refuse: 'not_found' }
        : { json: answerOf(parts, id, announcement, staff) };
    },
  }),
  staffRoute({
    method: 'get',
    path: '/announcements/:id/cost',
    roles: deciding,
    params,
    handle: async (parts, { params: { id } }) => {
      const { announcement } = await readAnnouncement(parts, id);
      return announcement === undefined ? { refuse: 'not_found' } : { json: await readCost(parts) };
    },
  }),
  staffRoute({
    method: 'put',
    path: '/announcements/:id/draft',
    roles: everybody,
    params,
    body: AnnouncementDraftBody,
    handle: (parts, { params: { id }, body: { edition, announcement }, staff }) =>
      proposeAnnouncement(parts, { id, edition, announcement }, staff),
  }),
  staffRoute({
    method: 'post',
    path: '/announcements/:id/draft/cancel',
    roles: everybody,
    params,
    body: AnnouncementEditionBody,
    handle: (parts, { params: { id }, body, staff }) => cancelAnnouncement(parts, id, body.edition, staff),
  }),
  staffRoute({
    method: 'post',
    path: '/announcements/:id/draft/return',
    roles: deciding,
    params,
    body: AnnouncementReturnBody,
    handle: (parts, { params: { id }, body, staff }) => returnAnnouncement(parts, id, body, staff),
  }),
  staffRoute({
    method: 'post',
    path: '/announcements/:id/approval',
    roles: deciding,
    params,
    body: AnnouncementApprovalBody,
    handle: (parts, { params: { id }, body, staff }) => approveAnnouncement(parts, id, body, staff),
  }),
  staffRoute({
    method: 'post',
    path: '/announcements/:id/approval/return',
    roles: deciding,
    params,
    body: AnnouncementEditionBody,
    handle: (parts, { params: { id }, body, staff }) => revokeAnnouncement(parts, id, body.edition, staff),
  }),
  staffRoute({
    method: 'post',
    path: '/announcements/:id/withdrawal',
    roles: deciding,
    params,
    body: AnnouncementWithdrawalBody,
    handle: (parts, { params: { id }, body, staff }) => withdrawAnnouncement(parts, id, body, staff),
  }),
  staffRoute({
    method: 'post',
    path: '/announcements/:id/broadcast',
    roles: deciding,
    params,
    body: AnnouncementBroadcastBody,
    handle: (parts, { params: { id }, body, staff }) => broadcastAnnouncement(parts, id, body, staff),
  }),
];
