import { z } from 'zod';

/** What somebody is told. Its words are composed when it is sent, from the case as it then stands. */
export const Notice = z.discriminatedUnion('notice', [
  z.object({
    notice: z.literal('case'),
    news: z.enum(['new', 'reopened', 'message', 'confirmed', 'review', 'assigned', 'unaccepted', 'waited']),
    caseId: z.string(),
  }),
  /** `proofs` say, to whoever holds the server's key, whether any of it is for the addressee: see `tip-alerts.ts`. */
  z.object({
    notice: z.literal('tips'),
    slot: z.iso.datetime().optional(),
    proofs: z.record(z.string(), z.string()).optional(),
  }),
  /** About a key that reads tips. `whose`: its owner's name; without one it is the recovery key. */
  z.object({
    notice: z.literal('key'),
    news: z.enum(['made', 'confirmed', 'ready', 'begun', 'cancelled', 'opened']),
    whose: z.string().optional(),
  }),
  z.object({ notice: z.literal('morning'), day: z.iso.date() }),
  /** A step of a measure whose last day is near. */
  z.object({ notice: z.literal('step'), measureId: z.string(), stepId: z.string() }),
  z.object({
    notice: z.literal('reporter'),
    news: z.enum(['resolved', 'answered', 'declined', 'asked', 'waiting', 'referred', 'reviewed']),
    caseId: z.string(),
  }),
]);
export type Notice = z.infer<typeof Notice>;

/** Who is told, and how: one of the staff, a group that gets alerts, or the reporter behind a case's route. */
export const Addressee = z.discriminatedUnion('to', [
  z.object({ to: z.literal('staff'), staffId: z.string() }),
  z.object({ to: z.literal('target'), targetId: z.string() }),
  z.object({ to: z.literal('route'), caseId: z.string() }),
  /** One of the staff by e-mail, beside LINE. */
  z.object({ to: z.literal('mail'), staffId: z.string() }),
]);
export type Addressee = z.infer<typeof Addressee>;

/**
 * Something to be sent, as a step asks for it. `dueAt` is milliseconds since the epoch.
 */
export interface OutboxEntry {
  id: string;
  addressee: Addressee;
  notice: Notice;
  dueAt: number;
}

/** `outbox/{id}` as stored. `batch` names the entries that were leased to be sent as one message. */
export const StoredEntry = z.object({
  version: z.literal(1),
  addressee: Addressee,
  notice: Notice,
  status: z.enum(['waiting', 'leased', 'sent', 'dead']),
  dueAt: z.number(),
  attempts: z.int(),
  firstDueAt: z.number(),
  batch: z.string().optional(),
});
export type StoredEntry = z.infer<typeof StoredEntry>;
