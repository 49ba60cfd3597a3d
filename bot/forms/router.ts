import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express';
import { z } from 'zod';
import {
  Confirmation,
  DraftId,
  Erasing,
  MOST_PART_OCTETS,
  MOST_PARTS,
  MOST_WORDS_OCTETS,
  Question,
  Words,
} from '../../sealing/form-contract.ts';
import { errorName } from '../log/error-name.ts';
import { confirmTip } from './confirm-tip.ts';
import { askErasure } from './erase.ts';
import { formKeys } from './form-readers.ts';
import { keepPart } from './keep-part.ts';
import type { FormParts } from './parts.ts';
import { refuse } from './refusals.ts';
import { addWords, track } from './track.ts';

/** Requests that are handled at a time; each may hold a part of 1 MiB. */
const MOST_AT_ONCE = 24;
/** A request of JSON: the longest is a message of the thread. */
const MOST_JSON_OCTETS = 2 * MOST_WORDS_OCTETS;

const PartAddress = z.object({
  draft: DraftId,
  n: z
    .string()
    .regex(/^[1-9]\d?$/)
    .transform(Number)
    .refine((n) => n <= MOST_PARTS),
});
const ThreadNumber = z.object({
  n: z
    .string()
    .regex(/^(0|[1-9]\d{0,2})$/)
    .transform(Number),
});

/** `prongsai-work: 2026-11-24 51023` */
const WorkHeader = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} \d{1,12}$/)
  .transform((value) => ({ day: value.slice(0, 10), nonce: Number(value.slice(11)) }));

const TooLarge = z.object({ type: z.literal('entity.too.large') });
const BadRequest = z.object({ status: z.int().min(400).max(499) });

/** Refuses what comes while too much is under way, before its body is read. */
function bounded(most: number): RequestHandler {
  let underWay = 0;
  return (_request, response, next) => {
    if (underWay >= most) {
      refuse(response, 'busy');
      return;
    }
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
    });
    next();
  };
}

const onError =
  ({ log, ground }: FormParts): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    if (response.headersSent) next(error);
    else if (TooLarge.safeParse(error).success) refuse(response, 'too_large');
    else if (BadRequest.safeParse(error).success) refuse(response, 'bad_shape');
    else {
      log('form_failed', { agency: ground.agencyId, error: errorName(error) });
      refuse(response, 'failed');
    }
  };

/**
 * `/api/tips` and `/api/track`: sealed parts in, sealed parts out. No account, no cookie, nothing of who asks is
 * kept; bodies are never echoed.
 */
export function formsRouter(parts: FormParts): Router {
  const router = express.Router({ caseSensitive: true });
  const octets = express.raw({ type: 'application/octet-stream', limit: MOST_PART_OCTETS, inflate: false });
  const json = express.json({ limit: MOST_JSON_OCTETS, inflate: false, strict: true });
  router.use(['/api/tips', '/api/track'], bounded(MOST_AT_ONCE));

  router.get('/api/tips/readers', async (_request, response) => {
    response.json(await formKeys(parts));
  });

  router.put('/api/tips/:draft/:n', octets, async (request, response) => {
    const address = PartAddress.safeParse(request.params);
    const work = WorkHeader.safeParse(request.get('prongsai-work'));
    const sealed: unknown = request.body;
    if (!address.success || !Buffer.isBuffer(sealed)) return refuse(response, 'bad_shape');
    if (!work.success) return refuse(response, 'more_work');
    const sent = { ...address.data, work: work.data, sealed: new Uint8Array(sealed) };
    const kept = await keepPart(parts, sent);
    if (kept === 'kept') response.json({ kept: true });
    else refuse(response, kept);
  });

  router.post('/api/tips/:draft', json, async (request, response) => {
    const draft = DraftId.safeParse(request.params.draft);
    const confirmation = Confirmation.safeParse(request.body);
    if (!draft.success || !confirmation.success) return refuse(response, 'bad_shape');
    const confirmed = await confirmTip(parts, draft.data, confirmation.data);
    if (confirmed === 'confirmed') response.json({ confirmed: true });
    else refuse(response, confirmed);
  });

  router.post('/api/track', json, async (request, response) => {
    const question = Question.safeParse(request.body);
    if (!question.success) return refuse(response, 'bad_shape');
    const answer = await track(parts, question.data);
    if (answer === 'more_work') refuse(response, answer);
    else response.json(answer);
  });

  router.post('/api/track/erasure', json, async (request, response) => {
    const erasing = Erasing.safeParse(request.body);
    if (!erasing.success) return refuse(response, 'bad_shape');
    const kept = await askErasure(parts, erasing.data);
    if (kept === 'kept') response.json({ kept: true });
    else refuse(response, kept);
  });

  router.put('/api/track/:n', json, async (request, response) => {
    const address = ThreadNumber.safeParse(request.params);
    const words = Words.safeParse(request.body);
    if (!address.success || !words.success) return refuse(response, 'bad_shape');
    const kept = await addWords(parts, address.data.n, words.data);
    if (kept === 'kept') response.json({ kept: true });
    else refuse(response, kept);
  });

  router.use(['/api/tips', '/api/track'], (_request, response) => refuse(response, 'not_found'));
  router.use(onError(parts));
  return router;
}
