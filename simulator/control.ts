import express, { type ErrorRequestHandler, type Router } from 'express';
import { z } from 'zod';
import { streamChanges } from './change-stream.ts';
import {
  burstSchema,
  channelChangeSchema,
  faultsChangeSchema,
  type MediaType,
  mediaQuerySchema,
  newGroupSchema,
  newMembersSchema,
  newPersonSchema,
  postbackSchema,
  sendSchema,
  unsendSchema,
} from './contract.ts';
import type { Doings } from './doings.ts';
import type { FaultSwitches } from './faults.ts';
import type { Platform } from './platform.ts';
import { Refusal } from './refusal.ts';
import { chatView, groupView, personView, stateView } from './views.ts';
import type { Webhooks } from './webhooks.ts';

const JSON_LIMIT = '1mb';
const MEDIA_LIMIT = '50mb';
const MEDIA_TYPES: Record<MediaType, string> = {
  image: 'image/jpeg',
  audio: 'audio/x-m4a',
  video: 'video/mp4',
  file: 'application/octet-stream',
};

const sinceSchema = z.object({ since: z.coerce.number().int().min(0).optional() });

/** The control API, `/sim/*`: what `contract.ts` describes. */
export function createControl(
  platform: Platform,
  webhooks: Webhooks,
  doings: Doings,
  faults: FaultSwitches,
): Router {
  const control = express.Router();
  const json = express.json({ limit: JSON_LIMIT });

  control.get('/state', (request, response) => {
    const { since } = sinceSchema.parse(request.query);
    response.json(stateView(platform, faults.settings(), since));
  });
  control.get('/events', (request, response) => streamChanges(platform, request, response));
  control.get('/idle', async (_request, response) => {
    response.json({ idle: await webhooks.idle() });
  });
  control.get('/contents/:messageId', (request, response) => {
    const content = platform.contents.get(request.params.messageId);
    if (content === undefined) throw new Refusal(404, 'no_such_content', 'There is no such content.');
    response.type(content.contentType).send(content.octets);
  });
  control.get('/rich-menus/:richMenuId/image', (request, response) => {
    const image = platform.richMenus.menus.get(request.params.richMenuId)?.image;
    if (!image) throw new Refusal(404, 'no_such_image', 'There is no such image.');
    response.type(image.contentType).send(image.octets);
  });

  control.post('/people', json, (request, response) => {
    const { name, role } = newPersonSchema.parse(request.body);
    response.json(personView(doings.addPerson(name, role)));
  });
  control.post('/people/:userId/follow', (request, response) => {
    response.json(personView(doings.follow(request.params.userId)));
  });
  control.post('/people/:userId/unfollow', (request, response) => {
    response.json(personView(doings.unfollow(request.params.userId)));
  });
  control.post('/groups', json, (request, response) => {
    const { name, members } = newGroupSchema.parse(request.body);
    response.json(groupView(doings.addGroup(name, members)));
  });
  control.post('/groups/:groupId/members', json, (request, response) => {
    const { userIds } = newMembersSchema.parse(request.body);
    response.json(groupView(doings.addMembers(request.params.groupId ?? '', userIds)));
  });
  control.post('/groups/:groupId/remove-bot', (request, response) => {
    response.json(groupView(doings.removeBot(request.params.groupId)));
  });

  control.get('/chats/:chatId', (request, response) => {
    const chat = chatView(platform, request.params.chatId);
    if (chat === null) throw new Refusal(404, 'no_such_chat', 'There is no such chat.');
    response.json(chat);
  });
  control.post('/chats/:chatId/send', json, (request, response) => {
    const { as, message } = sendSchema.parse(request.body);
    response.json({ id: doings.send(request.params.chatId ?? '', as, message) });
  });
  control.post('/chats/:chatId/burst', json, (request, response) => {
    const { as, messages } = burstSchema.parse(request.body);
    response.json({ ids: doings.burst(request.params.chatId ?? '', as, messages) });
  });
  control.post('/chats/:chatId/postback', json, (request, response) => {
    const postback = postbackSchema.parse(request.body);
    response.json({ id: doings.postback(request.params.chatId ?? '', postback) });
  });
  control.post('/chats/:chatId/unsend', json, (request, response) => {
    const { messageId } = unsendSchema.parse(request.body);
    doings.unsend(request.params.chatId ?? '', messageId);
    response.json({});
  });
  const octets = express.raw({ type: () => true, limit: MEDIA_LIMIT });
  control.post('/chats/:chatId/media', octets, (request, response) => {
    const { type, duration, as, fileName } = mediaQuerySchema.parse(request.query);
    const body: unknown = request.body;
    if (!Buffer.isBuffer(body) || body.length === 0) {
      throw new Refusal(400, 'no_content', 'The body holds no octets.');
    }
    const given = request.get('content-type') ?? '';
    const own = given.startsWith(`${type}/`) || (type === 'file' && given !== '');
    const id = doings.sendMedia(request.params.chatId ?? '', as, {
      type,
      octets: body,
      contentType: own ? given : MEDIA_TYPES[type],
      ...(duration === undefined ? {} : { duration }),
      ...(fileName === undefined ? {} : { fileName }),
    });
    response.json({ id });
  });

  control.put('/faults', json, (request, response) => {
    faults.change(faultsChangeSchema.parse(request.body));
    platform.changes.touch();
    response.json(faults.settings());
  });
  control.put('/channel', json, (request, response) => {
    const change = channelChangeSchema.parse(request.body);
    for (const [name, value] of Object.entries(change)) {
      if (value !== undefined) Object.assign(platform.channel, { [name]: value });
    }
    platform.changes.touch();
    response.json(stateView(platform, faults.settings()).channel);
  });
  control.post('/reset', (_request, response) => {
    webhooks.cancel();
    faults.reset();
    platform.reset();
    response.json({});
  });

  control.use(() => {
    throw new Refusal(404, 'not_found', 'There is no such call.');
  });
  control.use(answerError);
  return control;
}

const bodyErrorSchema = z.object({ status: z.number(), type: z.string() });

const answerError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const refuse = (status: number, code: string, message: string) =>
    response.status(status).json({ error: { code, message } });
  const bodyError = bodyErrorSchema.safeParse(error);
  if (error instanceof Refusal) refuse(error.status, error.code, error.message);
  else if (error instanceof z.ZodError) refuse(400, 'invalid', z.prettifyError(error));
  else if (bodyError.success) refuse(400, 'invalid', bodyError.data.type);
  else next(error);
};
