import { previewRetention } from '../../retention/preview.ts';
import { staffRoute } from '../route.ts';

/** `/retention`: what would go because its time is over. */
export const retentionRoutes = [
  staffRoute({
    method: 'get',
    path: '/retention',
    roles: ['admin'],
    handle: async (parts) => ({ json: { ...(await previewRetention(parts)) } }),
  }),
];
