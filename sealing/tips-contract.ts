/** What the staff's pages of tips say to the server under `/api/staff/tips` and `/api/staff/resealing`. */
import { z } from 'zod';
import { CaseStatus } from '../domain/case/status.ts';
import { LookupId, MOST_PART_OCTETS, MOST_PARTS, MOST_WORDS_OCTETS } from './form-contract.ts';
import { Recipient } from './keys.ts';
import { IntegrityOfficer } from './readers.ts';

const base64 = (octets: number) => z.base64().max(Math.ceil(octets / 3) * 4);
const n = z.int().min(0).max(999);

/** A case's id, as it stands in an address. */
export const TipId = z.string().regex(/^[a-z0-9]{20,40}$/);
export const TIPS_PAGE = 25;
/** The most parts of one tip, its thread included. */
export const MOST_PARTS_OF_A_TIP = 400;
/** The most octets of a header that a part is given, and of all that are sent together. */
export const MOST_HEADER = 8 * 1024;

/** What an integrity officer does to a tip. */
export const TipChange = z.enum(['accept', 'start', 'resolve', 'refer', 'decline']);
export type TipChange = z.infer<typeof TipChange>;
/** A change that is only made with words to the reporter. */
export type WordedChange = Exclude<TipChange, 'accept' | 'start'>;
export const isWorded = (change: TipChange): change is WordedChange =>
  change !== 'accept' && change !== 'start';

export const TipRow = z.object({
  id: z.string(),
  name: z.string(),
  status: CaseStatus,
  received: z.iso.date(),
});
export type TipRow = z.infer<typeof TipRow>;

/** `GET /tips`: the tips that the caller can open, newest first. `next` goes on where more may follow. */
export const TipList = z.object({ tips: z.array(TipRow), next: z.string().optional() });
export type TipList = z.infer<typeof TipList>;
export const TipListQuery = z.object({ cursor: z.string().max(600).optional() });

/**
 * A sealed part as it is kept: what the reporter or an officer sealed, and the header that readers were added with
 * later. Without `sealed` it is larger than words are, and fetched by itself; `octets` is its length.
 */
export const KeptPart = z.object({
  n,
  octets: z.int(),
  sealed: base64(MOST_WORDS_OCTETS).optional(),
  header: base64(MOST_HEADER).optional(),
});
export type KeptPart = z.infer<typeof KeptPart>;

/** Who can still read a tip; `edition` names them, so that nobody seals to readers who changed. */
export const TipReadersNow = z.object({
  edition: z.string(),
  officers: z.array(IntegrityOfficer),
  recovery: z.object({ recipient: Recipient, office: z.string() }).optional(),
});
export type TipReadersNow = z.infer<typeof TipReadersNow>;

/** `GET /tips/{id}`. `staffId` of a reader is their handle. `next`: the thread's next number. */
export const TipAnswer = TipRow.extend({
  parts: z.array(KeptPart),
  next: n,
  readers: TipReadersNow,
  names: z.record(z.string(), z.string()),
});
export type TipAnswer = z.infer<typeof TipAnswer>;

/** Words to the reporter and the other readers, sealed in the browser under the thread's next number. */
export const SealedWords = z.strictObject({
  n,
  sealed: base64(MOST_WORDS_OCTETS),
  edition: z.string().max(100),
});
export type SealedWords = z.infer<typeof SealedWords>;

/** `POST /tips/{id}/status`: `status` is where the caller saw it stand. */
export const TipStatusChange = z
  .strictObject({ change: TipChange, status: CaseStatus, words: SealedWords.optional() })
  .refine(({ change, words }) => words !== undefined || !isWorded(change));
export type TipStatusChange = z.infer<typeof TipStatusChange>;

/** What stands there now, where an action came too late. */
export const TipNow = z.object({ status: CaseStatus, next: n, edition: z.string() });
export type TipNow = z.infer<typeof TipNow>;

/** `POST /tips`: a tip that came another way, whose parts 1 to `parts` are kept already. `received`: its true day. */
export const EnteredTip = z.strictObject({
  draft: TipId,
  lookup: LookupId,
  edition: z.string().max(100),
  parts: z.int().min(3).max(MOST_PARTS),
  readers: z.array(z.string().max(100)).min(1).max(100),
  recovery: z.boolean(),
  received: z.iso.date(),
});
export type EnteredTip = z.infer<typeof EnteredTip>;

/** `POST /tips/sealed-case`: a case whose words and photos were sealed as parts of `draft`. */
export const SealedCase = EnteredTip.omit({ lookup: true, received: true }).extend({
  caseId: TipId,
  caseEdition: z.int().min(0),
});
export type SealedCase = z.infer<typeof SealedCase>;

/** The most octets of a part that is sent by itself. */
export const MOST_SEALED = MOST_PART_OCTETS;

/** `GET /resealing/{handle}`: tips that somebody could read with a key they no longer have. */
export const ResealList = z.object({ ids: z.array(z.string()), next: z.string().optional() });
export type ResealList = z.infer<typeof ResealList>;

/** `GET /resealing/{handle}/{id}`: every part, or its header alone where it is large. */
export const ResealTip = z.object({
  parts: z.array(z.object({ n, sealed: z.base64().optional(), header: z.base64() })),
  count: n,
  readers: TipReadersNow,
  target: IntegrityOfficer,
});
export type ResealTip = z.infer<typeof ResealTip>;

/**
 * `PUT /resealing/{handle}/{id}`: a header for each of its `count` parts, or `leftOut` where the tip concerns the
 * office that its new reader sits in.
 */
export const Resealed = z.discriminatedUnion('done', [
  z.strictObject({
    done: z.literal('sealed'),
    count: n,
    recipient: Recipient,
    edition: z.string().max(100),
    headers: z.array(z.strictObject({ n, header: base64(MOST_HEADER) })).max(MOST_PARTS_OF_A_TIP),
  }),
  z.strictObject({ done: z.literal('left_out'), recipient: Recipient }),
]);
export type Resealed = z.infer<typeof Resealed>;
