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

/** Where a case stands for those who work on it; follows from its status and from whether it waits. */
export const Stage = z.enum(['new', 'working', 'waiting', 'done']);
export type Stage = z.infer<typeof Stage>;

/** Why work on a case waits, and until which day: until then it is not late. */
export const WaitingWhy = z.enum(['budget', 'plan', 'material', 'other']);
export type WaitingWhy = z.infer<typeof WaitingWhy>;
export const Waiting = z.object({ why: WaitingWhy, note: z.string().max(500), until: z.iso.date() });
export type Waiting = z.infer<typeof Waiting>;

/** What the agency did with a case that it does not work on itself, for its reporter to read. */
export const Outcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('referred'), to: z.string().max(200), contact: z.string().max(200) }),
  z.object({ outcome: z.literal('declined'), reason: z.string().max(1000), next: z.string().max(1000) }),
]);
export type Outcome = z.infer<typeof Outcome>;

/**
 * A photo or voice note of a case, kept under `attachments/{n}`: `reported` by its reporter, of the `paper` that a
 * case was entered from, or taken `after` the work. `sha256` is of the octets as kept, in hex.
 */
export const CaseFile = z.object({
  n: z.int().min(0),
  kind: z.enum(['photo', 'voice']),
  use: z.enum(['reported', 'paper', 'after']),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** The case under which it is kept, where that is another about the same thing. */
  at: z.string().optional(),
});
export type CaseFile = z.infer<typeof CaseFile>;

/** ก่อกวน: proposed by one of the staff (ids), and closed for it once a second one confirms. */
export const Mischief = z.object({
  by: z.string(),
  day: z.iso.date(),
  note: z.string().max(500),
  confirmedBy: z.string().optional(),
});
export type Mischief = z.infer<typeof Mischief>;

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
  /** Another case about the same thing: one answer reaches both. A case that others join joins none itself. */
  joins: z.string().optional(),
  /** How many cases join this one. */
  joined: z.int().min(0).default(0),
  /** Day of the first answer by a person; the automatic acknowledgement does not count. */
  firstAnswered: z.iso.date().optional(),
  /** How many thread messages there are: the next one is written under this number. */
  messages: z.int().min(0),
  /** How many entries `history/{n}` has: the edition of the case, which every change counts up. */
  history: z.int().min(0).default(0),
  /** Follow from the rest, and are written wherever that is: see `standing`. Lists ask for them. */
  stage: Stage.optional(),
  rank: z.string().optional(),
  /** Only while work waits: status `in_progress`. */
  waiting: Waiting.optional(),
  /** Who may see it: `all`, or what a complaint about staff says of the unit it is about; see `audienceOf`. */
  audience: z.string().default('all'),
  /** The unit that a complaint about staff is about; nobody who belongs to it sees the case. */
  concerns: z.string().optional(),
  outcome: Outcome.optional(),
  /** Its reporter asked, while it was open, that it be deleted; nobody has answered that yet. */
  erasure: z.object({ asked: z.literal(true), day: z.iso.date() }).optional(),
  /** What became of the one review that a reporter may ask for. */
  review: z.enum(['asked', 'upheld', 'overturned']).optional(),
  mischief: Mischief.optional(),
  /** Day on which it was last said to be resolved, while that stands. */
  resolved: z.iso.date().optional(),
  /** Its reporter said that it is fixed. */
  confirmed: z.literal(true).optional(),
  files: z.array(CaseFile).default([]),
  /** Staff id of who entered it for somebody who came by another way. */
  enteredBy: z.string().optional(),
  /** Who was told that nobody accepts it. */
  escalated: z.enum(['none', 'head', 'palad']).default('none'),
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
  /** Staff ask something that they need to know. */
  asks: z.literal(true).optional(),
});
export type CaseMessage = z.infer<typeof CaseMessage>;
