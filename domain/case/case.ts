import { z } from 'zod';
import { CaseStatus } from './status.ts';

/** Kinds whose cases officers see; a tip is kept apart, see {@link TipCase}. */
export const OpenKind = z.enum(['complaint', 'question', 'suggestion']);
export type OpenKind = z.infer<typeof OpenKind>;

/** Where something is: a หมู่ the resident named or that was guessed, a landmark in their words, a shared point. */
export const Where = z.object({
  place: z.string().optional(),
  landmark: z.string().max(200).optional(),
  point: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
});
export type Where = z.infer<typeof Where>;

/** How a case reached the agency. */
export const Channel = z.enum(['line', 'web', 'phone', 'paper', 'facebook', 'damrongdhama']);
export type Channel = z.infer<typeof Channel>;

/** `cases/{caseId}` of the kinds officers work on. Days are ISO days in Asia/Bangkok. */
export const Case = z.object({
  version: z.literal(1),
  kind: OpenKind,
  number: z.string(),
  status: CaseStatus,
  category: z.string().optional(),
  where: Where,
  text: z.string(),
  attachments: z.int().min(0),
  unit: z.string(),
  assignee: z.string().optional(),
  channel: Channel,
  received: z.iso.date(),
  due: z.iso.date(),
  /** Another case about the same thing: one answer reaches both. */
  joins: z.string().optional(),
  /** Day of the first answer by a person; the automatic acknowledgement does not count. */
  firstAnswered: z.iso.date().optional(),
  /** How many thread messages there are: the next one is written under this number. */
  messages: z.int().min(0),
});
export type Case = z.infer<typeof Case>;

/** `cases/{caseId}` of a tip: all that may stand outside the sealing. */
export const TipCase = z.object({
  version: z.literal(1),
  kind: z.literal('tip'),
  status: CaseStatus,
  received: z.iso.date(),
  /** Two random words that readers call it by. */
  name: z.string(),
  /** HMAC(staff, case) of everybody who can open it. */
  readers: z.array(z.string()),
  /** Unlisted until one of the two daily times has passed. */
  listedFrom: z.iso.datetime(),
  parts: z.int().min(1),
});
export type TipCase = z.infer<typeof TipCase>;

/** `cases/{id}/messages/{n}` of the kinds officers work on. */
export const CaseMessage = z.object({
  version: z.literal(1),
  from: z.enum(['reporter', 'staff', 'system']),
  text: z.string().max(5000),
  day: z.iso.date(),
});
export type CaseMessage = z.infer<typeof CaseMessage>;
