import express, { type ErrorRequestHandler, type Router } from 'express';
import type { Doings } from '../doings.ts';
import type { FaultSwitches } from '../faults.ts';
import type { Platform } from '../platform.ts';
import type { Webhooks } from '../webhooks.ts';
import { accountHandlers, testedEndpoint } from './account.ts';
import { type Answer, type ApiCall, NOT_FOUND, ok } from './answers.ts';
import { contentHandlers } from './contents.ts';
import { richMenuHandlers } from './rich-menus.ts';
import { sendingHandlers } from './sending.ts';
import { createServe } from './serve.ts';

/** @see https://developers.line.biz/en/reference/messaging-api/#status-codes (413) */
const BODY_LIMIT = '2mb';

/**
 * LINE's HTTP API and its data API (`api.line.me` and `api-data.line.me` in one), under `/v2/bot`.
 * @see https://developers.line.biz/en/reference/messaging-api/
 */
export function createApi(
  platform: Platform,
  webhooks: Webhooks,
  doings: Doings,
  faults: FaultSwitches,
): Router {
  const serve = createServe(platform, faults);
  const sending = sendingHandlers(platform);
  const account = accountHandlers(platform, doings);
  const contents = contentHandlers(platform);
  const richMenus = richMenuHandlers(platform);
  const endpointToTest = testedEndpoint(platform);

  async function testEndpoint(call: ApiCall): Promise<Answer> {
    const endpoint = endpointToTest(call);
    if (typeof endpoint !== 'string') return endpoint;
    const attempt = await webhooks.verify(endpoint);
    const status = 'status' in attempt ? attempt.status : 0;
    const success = status >= 200 && status < 300;
    const reason = success ? 'OK' : 'error' in attempt ? attempt.error.toUpperCase() : 'ERROR_STATUS_CODE';
    return ok({
      success,
      timestamp: new Date(platform.now()).toISOString(),
      statusCode: status,
      reason,
      detail: String(status),
    });
  }

  const api = express.Router();
  api.use(express.raw({ type: () => true, limit: BODY_LIMIT }));

  for (const name of ['reply', 'push', 'multicast', 'broadcast'] as const) {
    api.post(`/message/${name}`, serve(sending[name]));
    api.post(`/message/validate/${name}`, serve(sending.validate));
  }
  api.get('/message/quota', serve(account.quota));
  api.get('/message/quota/consumption', serve(account.consumption));
  api.get('/insight/followers', serve(account.followers));
  api.get('/message/:messageId/content', serve(contents.content));
  api.get('/message/:messageId/content/preview', serve(contents.preview));
  api.get('/message/:messageId/content/transcoding', serve(contents.transcoding));

  api.get('/info', serve(account.info));
  api.get('/profile/:userId', serve(account.profile));
  api.get('/group/:groupId/summary', serve(account.groupSummary));
  api.get('/group/:groupId/members/count', serve(account.groupCount));
  api.post('/group/:groupId/leave', serve(account.leaveGroup));
  api.get('/channel/webhook/endpoint', serve(account.getEndpoint));
  api.put('/channel/webhook/endpoint', serve(account.setEndpoint));
  api.post('/channel/webhook/test', serve(testEndpoint));

  api.post('/richmenu', serve(richMenus.create));
  api.post('/richmenu/validate', serve(richMenus.validate));
  api.get('/richmenu/list', serve(richMenus.list));
  api.post('/richmenu/alias', serve(richMenus.createAlias));
  api.get('/richmenu/alias/list', serve(richMenus.listAliases));
  api.get('/richmenu/alias/:richMenuAliasId', serve(richMenus.getAlias));
  api.post('/richmenu/alias/:richMenuAliasId', serve(richMenus.updateAlias));
  api.delete('/richmenu/alias/:richMenuAliasId', serve(richMenus.deleteAlias));
  api.get('/richmenu/:richMenuId', serve(richMenus.get));
  api.delete('/richmenu/:richMenuId', serve(richMenus.delete));
  api.post('/richmenu/:richMenuId/content', serve(richMenus.setImage));
  api.get('/richmenu/:richMenuId/content', serve(richMenus.getImage));
  api.get('/user/all/richmenu', serve(richMenus.getDefault));
  api.delete('/user/all/richmenu', serve(richMenus.cancelDefault));
  api.post('/user/all/richmenu/:richMenuId', serve(richMenus.setDefault));

  api.use(serve(() => NOT_FOUND));
  api.use(bodyTooLarge);
  return api;
}

const bodyTooLarge: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status =
    typeof error === 'object' && error !== null && 'status' in error && error.status === 413 ? 413 : 0;
  if (status === 413) response.status(413).json({ message: 'Payload Too Large' });
  else next(error);
};
