/** What the private form and the follow-up page say to the server, and what it answers. */
import { z } from 'zod';
import { CaseMessage, OpenKind } from '../domain/case/case.ts';
import { CaseStatus } from '../domain/case/status.ts';
import { Readers } from './readers.ts';

/** The most octets of one sealed part: what fits into one document of the store. */
export const MOST_PART_OCTETS = 1024 * 1024 - 4096;
/** The most parts of a tip that is sent by the form, its last two included. */
export const MOST_PARTS = 60;
/** The most sealed octets of one message of the thread, or of a part that the follow-up page is given. */
export const MOST_WORDS_OCTETS = 60 * 1024;

/** A tip's draft, chosen by the browser: the later case's id. */
export const DraftId = z.string().regex(/^[a-z0-9]{20,40}$/);

/** 32 octets in base64url without padding. */
export const LookupId = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/);

/** Arithmetic done for a request: see `workOf`. */
export const Work = z.strictObject({ day: z.iso.date(), nonce: z.int().min(0) });
export type Work = z.infer<typeof Work>;

/** What the work for a part of a draft, or for a look-up id, is done on. */
export const draftSubject = (draft: string): string => `draft/${draft}`;
export const lookupSubject = (lookup: string): string => `lookup/${lookup}`;

const Named = z.object({ id: z.string(), label: z.string() });

/**
 * `GET /api/tips/readers`: all that a browser needs before it seals or looks up; the same for everybody.
 * `salt` is the agency's receipt salt in Base64. `staffId` of a reader is a handle that only this agency's
 * form uses. `edition` changes when the readers do. `bits` is today's work for one request.
 */
export const FormKeys = z.object({
  agency: z.object({
    id: z.string(),
    shortName: z.string(),
    phone: z.string(),
    voice: z.object({ you: z.enum(['ท่าน', 'คุณ']), particle: z.enum(['ค่ะ', 'ครับ']) }),
    offices: z.array(Named),
    kinds: z.array(Named),
    outside: z.array(z.object({ label: z.string(), phone: z.string() })),
  }),
  salt: z.string(),
  readers: Readers,
  edition: z.string(),
  work: z.object({ day: z.iso.date(), bits: z.int() }),
});
export type FormKeys = z.infer<typeof FormKeys>;

/**
 * `POST /api/tips/{draft}`: the parts 1 to `parts` are all there, the manifest last. `readers` are the handles of
 * the officers they are sealed to.
 */
export const Confirmation = z.strictObject({
  lookup: LookupId,
  work: Work,
  edition: z.string().max(100),
  parts: z.int().min(3).max(MOST_PARTS),
  readers: z.array(z.string().max(100)).min(1).max(100),
  recovery: z.boolean(),
});
export type Confirmation = z.infer<typeof Confirmation>;

/** `POST /api/track` */
export const Question = z.strictObject({ lookup: LookupId, work: Work });
export type Question = z.infer<typeof Question>;

/** `POST /api/track/erasure`: its reporter wants it deleted, or no longer. */
export const Erasing = z.strictObject({ lookup: LookupId, work: Work, wants: z.enum(['erase', 'keep']) });
export type Erasing = z.infer<typeof Erasing>;

/**
 * Whether it goes at its reporter's word (`goes`) or those who work on it have to be asked; `from` is the ISO day in
 * whose night it goes, where that was asked for.
 */
const Erasability = z.object({ how: z.enum(['goes', 'asks']), from: z.iso.date().optional() });
export type Erasability = z.infer<typeof Erasability>;

/** `PUT /api/track/{n}`: a message of the reporter's, sealed in their browser; `sealed` in Base64. */
export const Words = z.strictObject({
  lookup: LookupId,
  work: Work,
  edition: z.string().max(100),
  sealed: z.base64().max(Math.ceil(MOST_WORDS_OCTETS / 3) * 4),
});
export type Words = z.infer<typeof Words>;

/**
 * What a receipt opens. Of a tip: its sealed parts that can be words, by number, in Base64; the number of the next
 * one; and who of today's readers can open it. What cannot be opened any more is `nothing`, like what never was.
 */
export const TrackAnswer = z.discriminatedUnion('found', [
  z.object({
    found: z.literal('tip'),
    draft: z.string(),
    status: CaseStatus,
    parts: z.array(z.object({ n: z.int(), sealed: z.base64() })),
    next: z.int(),
    readers: z.array(z.string()),
    recovery: z.boolean(),
    erasure: Erasability,
  }),
  z.object({
    found: z.literal('case'),
    erasure: Erasability,
    kind: OpenKind,
    number: z.string(),
    status: CaseStatus,
    due: z.iso.date(),
    thread: z.array(CaseMessage.omit({ version: true })),
  }),
  z.object({ found: z.literal('nothing') }),
]);
export type TrackAnswer = z.infer<typeof TrackAnswer>;

/** Why a request was refused; each is said in the form's own words. */
export const FormRefusal = z.enum([
  'bad_shape',
  'too_large',
  'malformed_part',
  'part_taken',
  'draft_taken',
  'not_confirmed',
  'readers_changed',
  'number_taken',
  'still_open',
  'thread_full',
  'not_found',
  'more_work',
  'full_today',
  'busy',
  'failed',
]);
export type FormRefusal = z.infer<typeof FormRefusal>;
export const FormError = z.object({ error: z.object({ code: FormRefusal }) });
