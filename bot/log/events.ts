import { z } from 'zod';
import { Role } from '../../domain/agency/staff.ts';
import { PageKind } from '../../domain/published/page.ts';
import { ErrorName } from './error-name.ts';
import { agencyId, count, duration, httpStatus } from './fields.ts';

const none = z.strictObject({});
const failed = z.strictObject({ agency: agencyId.optional(), error: ErrorName });

/** The kinds of LINE's own events; one says nothing of what a resident is doing. */
const eventKind = z.enum(['message', 'postback', 'follow', 'unfollow', 'unsend', 'join', 'leave', 'other']);

/**
 * What a message from the outbox is about; `mixed` where many became one, or where one that is not named was given up.
 * Of alerts about tips nothing is said.
 */
const outboxKind = z.enum(['case', 'key', 'morning', 'step', 'reporter', 'mixed']);
const channel = z.enum(['line', 'email']);

const sent = { agency: agencyId, kind: outboxKind, channel };

/**
 * Everything that the log can say: a code, its level, and the fields it may carry. Numbers, enums, truth
 * values, agency ids and error names only: no field can hold words, a name, a LINE id or a receipt.
 */
export const events = {
  started: {
    level: 'info',
    fields: z.strictObject({
      mode: z.enum(['try-out', 'line']),
      store: z.enum(['embedded', 'emulator', 'project']),
      port: z.int().min(0).max(65_535),
    }),
  },
  stopping: { level: 'info', fields: none },
  config_refused: { level: 'error', fields: z.strictObject({ problems: count }) },
  store_opened: {
    level: 'info',
    fields: z.strictObject({ ms: duration, documents: count.optional(), replayed: count.optional() }),
  },
  store_failed: { level: 'error', fields: failed },
  journal_failed: { level: 'error', fields: failed },
  webhook_refused: {
    level: 'warn',
    fields: z.strictObject({
      reason: z.enum([
        'no_signature',
        'bad_signature',
        'too_large',
        'not_json',
        'bad_shape',
        'unknown_agency',
        'wrong_destination',
      ]),
    }),
  },
  webhook_failed: { level: 'error', fields: failed },
  /** Something else that was asked over HTTP failed, by a fault of ours. */
  request_failed: { level: 'error', fields: failed },
  /** The private form, the follow-up page or the counter survey. */
  form_failed: { level: 'error', fields: failed },
  staff_failed: { level: 'error', fields: failed },
  /** A page was asked for and its snapshot could not be shown. */
  page_unavailable: {
    level: 'error',
    fields: z.strictObject({
      agency: agencyId,
      page: PageKind,
      reason: z.enum(['missing', 'unreadable', 'store']),
    }),
  },
  page_failed: { level: 'error', fields: failed },
  event_handled: {
    level: 'info',
    fields: z.strictObject({ agency: agencyId, kind: eventKind, ms: duration, reads: count, commits: count }),
  },
  event_ignored: { level: 'info', fields: z.strictObject({ agency: agencyId, kind: eventKind }) },
  event_failed: {
    level: 'error',
    fields: z.strictObject({
      agency: agencyId,
      stage: z.enum(['inbound', 'load', 'media', 'facts', 'step', 'seal', 'commit', 'reply']),
      error: ErrorName,
    }),
  },
  session_unreadable: { level: 'warn', fields: z.strictObject({ agency: agencyId }) },
  reply_refused: { level: 'warn', fields: z.strictObject({ agency: agencyId, status: httpStatus }) },
  reply_unreachable: { level: 'warn', fields: failed },
  push_refused: { level: 'warn', fields: z.strictObject({ agency: agencyId, status: httpStatus }) },
  push_unreachable: { level: 'warn', fields: failed },
  media_refused: {
    level: 'info',
    fields: z.strictObject({
      agency: agencyId,
      reason: z.enum(['too_large', 'unreadable', 'too_many_pixels', 'too_slow', 'gone', 'not_fetched']),
    }),
  },
  outbox_sent: { level: 'info', fields: z.strictObject({ ...sent, attempts: count }) },
  outbox_retry: {
    level: 'warn',
    fields: z.strictObject({
      ...sent,
      attempts: count,
      status: httpStatus.optional(),
      error: ErrorName.optional(),
      /** To a mail server that offers no encryption, or one of a certificate that is not trusted, nothing is sent. */
      insecure: z.literal(true).optional(),
    }),
  },
  outbox_dead: { level: 'error', fields: z.strictObject({ ...sent, attempts: count }) },
  /** An agency is there, but its account's secrets are not, or do not open. */
  account_unusable: {
    level: 'error',
    fields: z.strictObject({ agency: agencyId, reason: z.enum(['missing', 'unreadable']) }),
  },
  job_failed: { level: 'error', fields: failed },
  chores_failed: { level: 'error', fields: failed },
  outbox_failed: { level: 'error', fields: failed },
  quota_low: { level: 'warn', fields: z.strictObject({ agency: agencyId, left: count }) },
  /** Tallies were held against the documents that they count; `mended` counters differed. Tips are in neither number. */
  tallies_compared: {
    level: 'info',
    fields: z.strictObject({ agency: agencyId, documents: count, mended: count, ms: duration }),
  },
  /** What has been kept for its time went; tips are in no number. */
  retention_done: {
    level: 'info',
    fields: z.strictObject({ agency: agencyId, deleted: count, ms: duration }),
  },
  sweep_done: { level: 'info', fields: z.strictObject({ deleted: count, ms: duration }) },
  sweep_failed: { level: 'error', fields: failed },
  published: { level: 'info', fields: z.strictObject({ agency: agencyId, ms: duration }) },
  publish_failed: { level: 'error', fields: failed },
  chat_mode: {
    level: 'info',
    fields: z.strictObject({ agency: agencyId, mode: z.enum(['bot', 'chat', 'unknown']) }),
  },
  rich_menu_changed: { level: 'info', fields: z.strictObject({ agency: agencyId, deleted: count }) },
  staff_joined: { level: 'info', fields: z.strictObject({ agency: agencyId, role: Role }) },
  log_refused: { level: 'error', fields: none },
} as const satisfies Record<string, { level: 'info' | 'warn' | 'error'; fields: z.ZodObject }>;

export type LogCode = keyof typeof events;

/** The fields that a line with this code carries. */
export type LogFields<Code extends LogCode> = z.output<(typeof events)[Code]['fields']>;
