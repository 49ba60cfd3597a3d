import { z } from 'zod';
import { OpenKind, Where } from '../case/case.ts';

const message = z.string();

/** One thing a resident sent into a draft. `n` numbers the stored part; places and texts stay in the session. */
export const Part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), message }),
  z.object({ kind: z.literal('photo'), n: z.int(), message }),
  z.object({ kind: z.literal('voice'), n: z.int(), message }),
  z.object({
    kind: z.literal('place'),
    point: z.object({ latitude: z.number(), longitude: z.number() }),
    title: z.string(),
    message,
  }),
]);
export type Part = z.infer<typeof Part>;

/**
 * `tag` ties buttons to this draft; `caseId` and `receipt` are random and chosen here; `next` numbers the next
 * stored part. `secret`: words of corruption were among what was sent. `counted`: it counts against the day's limit.
 */
export const Draft = z.object({
  tag: z.string(),
  caseId: z.string(),
  receipt: z.string(),
  counted: z.boolean(),
  parts: z.array(Part),
  next: z.int(),
  secret: z.boolean(),
});
export type Draft = z.infer<typeof Draft>;

/** How the reporter wants to hear: in this chat, or no record of who. */
export const Told = z.enum(['chat', 'nobody']);
export type Told = z.infer<typeof Told>;

/** The answers of a complaint so far; asked in this order, and again from the review card. */
export const ComplaintAnswers = z.object({
  category: z.string().optional(),
  /** Of a complaint about staff: a unit's id, or `unsure`. */
  concerns: z.string().optional(),
  where: Where.optional(),
  more: z.literal(true).optional(),
  told: Told.optional(),
  same: z
    .object({ caseId: z.string(), number: z.string(), join: z.boolean() })
    .or(z.literal('none'))
    .optional(),
});
export type ComplaintAnswers = z.infer<typeof ComplaintAnswers>;

/** A tip in the making: its words are sealed and stored part by part, and never stand here. */
export const TipDraft = z.object({
  tag: z.string(),
  caseId: z.string(),
  receipt: z.string(),
  office: z.string(),
  kind: z.string().optional(),
  parts: z.array(z.object({ n: z.int(), kind: z.enum(['text', 'photo']), message, length: z.int() })),
  next: z.int(),
});
export type TipDraft = z.infer<typeof TipDraft>;

const draft = Draft;
const answers = ComplaintAnswers;
const asked = { draft, answers };
const askKind = z.enum(['question', 'suggestion']);
const known = z.object({ question: z.string(), answer: z.string() });

const rating = z.int().min(1).max(5);
const filled = {
  tag: z.string(),
  service: z.string(),
  ratings: z.record(z.string(), rating),
  reasons: z.array(z.string()),
};

/** Where a person is in the conversation: one member a state, with exactly what that state knows. */
export const State = z.discriminatedUnion('at', [
  z.object({ at: z.literal('idle') }),
  z.object({ at: z.literal('sorting'), draft }),
  z.object({ at: z.literal('complaint.category'), page: z.int(), ...asked }),
  z.object({ at: z.literal('complaint.concerns'), page: z.int(), ...asked }),
  z.object({ at: z.literal('complaint.where'), page: z.int(), ...asked }),
  z.object({ at: z.literal('complaint.more'), ...asked }),
  z.object({ at: z.literal('complaint.told'), ...asked }),
  z.object({
    at: z.literal('complaint.same'),
    ...asked,
    found: z.object({ caseId: z.string(), number: z.string() }),
  }),
  z.object({ at: z.literal('complaint.review'), ...asked }),
  z.object({ at: z.literal('complaint.edit'), ...asked }),
  z.object({ at: z.literal('ask.words'), kind: askKind, draft }),
  z.object({ at: z.literal('ask.known'), kind: askKind, draft, known: z.array(known).min(1) }),
  z.object({ at: z.literal('ask.told'), kind: askKind, draft }),
  z.object({ at: z.literal('ask.review'), kind: askKind, draft, told: Told }),
  z.object({ at: z.literal('tip.promise'), tag: z.string(), carried: draft.optional() }),
  z.object({
    at: z.literal('tip.office'),
    tag: z.string(),
    carried: draft.optional(),
    replaces: TipDraft.optional(),
  }),
  z.object({ at: z.literal('tip.kind'), page: z.int(), tip: TipDraft }),
  z.object({ at: z.literal('tip.facts'), tip: TipDraft }),
  z.object({ at: z.literal('tip.leave'), tip: TipDraft }),
  z.object({ at: z.literal('tip.review'), tip: TipDraft }),
  z.object({ at: z.literal('follow.code'), tag: z.string() }),
  z.object({ at: z.literal('follow.case'), tag: z.string(), caseId: z.string(), kind: OpenKind }),
  z.object({ at: z.literal('follow.message'), tag: z.string(), caseId: z.string(), kind: OpenKind }),
  z.object({ at: z.literal('follow.tip'), tag: z.string(), caseId: z.string(), receipt: z.string() }),
  z.object({ at: z.literal('follow.thread'), tag: z.string(), caseId: z.string(), receipt: z.string() }),
  z.object({
    at: z.literal('follow.erase'),
    tag: z.string(),
    caseId: z.string(),
    kind: OpenKind,
    how: z.enum(['goes', 'asks']),
  }),
  z.object({
    at: z.literal('follow.erasetip'),
    tag: z.string(),
    caseId: z.string(),
    receipt: z.string(),
    how: z.enum(['goes', 'asks']),
  }),
  z.object({ at: z.literal('survey.service'), tag: z.string(), page: z.int() }),
  z.object({ at: z.literal('survey.rate'), question: z.int(), ...filled }),
  z.object({ at: z.literal('survey.why'), ...filled }),
  z.object({ at: z.literal('survey.more'), ...filled }),
  z.object({ at: z.literal('survey.extra'), question: z.int(), ...filled }),
  z.object({ at: z.literal('survey.age'), ...filled }),
  z.object({ at: z.literal('survey.comment'), ...filled, ageBand: z.string().optional() }),
  z.object({ at: z.literal('staff.answer'), tag: z.string(), caseId: z.string(), number: z.string() }),
  z.object({
    at: z.literal('staff.preview'),
    tag: z.string(),
    caseId: z.string(),
    number: z.string(),
    text: z.string(),
  }),
]);
export type State = z.infer<typeof State>;
export type At = State['at'];
export type StateAt<A extends At> = Extract<State, { at: A }>;

/** States that hold something a resident would be sorry to lose; the menu sets them aside instead of dropping them. */
export type DraftState = Exclude<State, { at: 'idle' | `follow.${string}` | `staff.${string}` }>;

/** Most event ids that are remembered, so that a redelivered event changes nothing. */
export const SEEN_MOST = 100;

/** Most offered answers that are remembered. */
export const OFFERED_MOST = 40;

/** Most messages that are remembered as taken back before they arrived. */
export const TAKEN_BACK_MOST = 20;

/**
 * What is kept about a chat between events, encrypted as one body. `aside` is a draft set aside by the menu;
 * `offered` are the answers last offered, in the order of their numbers, so that they can be typed; `takenBack`
 * are ids of messages whose taking back arrived before them, since LINE keeps no order; `replied` is the answer that
 * one of the staff sent last, so that sending it again says so.
 */
export const Session = z.object({
  version: z.literal(1),
  state: State,
  aside: State.optional(),
  offered: z.array(z.object({ label: z.string(), button: z.string() })).max(OFFERED_MOST),
  seen: z.array(z.string()).max(SEEN_MOST),
  takenBack: z.array(z.string()).max(TAKEN_BACK_MOST).optional(),
  replied: z.object({ tag: z.string(), number: z.string() }).optional(),
});
export type Session = z.infer<typeof Session>;

export const emptySession: Session = { version: 1, state: { at: 'idle' }, offered: [], seen: [] };

const MINUTE = 60_000;

const isSecret = (state: State): boolean =>
  state.at.startsWith('tip.') ||
  state.at === 'follow.tip' ||
  state.at === 'follow.thread' ||
  state.at === 'follow.erasetip' ||
  ('draft' in state && state.draft.secret);

/** How long a session lives after its last event, in milliseconds: 30 minutes where it is about a tip, else 24 hours. */
export const lifeOf = (session: Session): number =>
  isSecret(session.state) || (session.aside !== undefined && isSecret(session.aside))
    ? 30 * MINUTE
    : 24 * 60 * MINUTE;
