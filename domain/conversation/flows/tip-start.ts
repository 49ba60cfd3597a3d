import type { Agency } from '../../agency/agency.ts';
import { discard } from '../draft.ts';
import { freshCaseId, freshReceipt, freshTag } from '../fresh.ts';
import { answer, type Chat, type Handler, type Move, paged, pageOf, stay } from '../handler.ts';
import { type Choice, type Reply, text } from '../reply.ts';
import type { Draft, State, TipDraft } from '../session.ts';
import type { Turn } from '../turn.ts';
import type { Sealing, Write } from '../write.ts';

/** Most tips that one sender starts in a day. */
export const TIPS_A_DAY = 3;

export const sealingOf = (tip: TipDraft): Sealing => ({
  caseId: tip.caseId,
  receipt: tip.receipt,
  office: tip.office,
});

/** The other bodies that take reports of corruption, to call or to open. */
export const outsideChannels = (agency: Agency): Choice[] =>
  agency.outside
    .filter((channel) => channel.for.includes('tip'))
    .flatMap((channel): Choice[] => [
      ...(channel.phone === undefined
        ? []
        : [{ does: 'call' as const, label: `${channel.label} ${channel.phone}`, phone: channel.phone }]),
    ]);

const carriedState = (carried: Draft | undefined): State =>
  carried === undefined ? { at: 'idle' } : { at: 'sorting', draft: carried };

/** Says why tips cannot be taken here and where else to turn; what was already sent stays unsorted. */
const closed = (words: string, carried: Draft | undefined, turn: Turn): Move => ({
  to: carriedState(carried),
  first: [text(words, outsideChannels(turn.agency))],
});

/** Starts the secret flow: first whether anybody could read it, then the promise; nothing is kept before that. */
export function beginTip(carried: Draft | undefined, chat: Chat): Move {
  const { turn } = chat;
  const { tipDoor } = turn.facts;
  if (tipDoor === undefined) return { wanted: { want: 'tipDoor' } };
  if (!tipDoor.open) return closed(turn.say.tip.closed, carried, turn);
  return { to: { at: 'tip.promise', tag: freshTag(turn), ...(carried === undefined ? {} : { carried }) } };
}

const drop = (carried: Draft | undefined): Write[] => (carried === undefined ? [] : discard(carried));

export const tipPromise: Handler<'tip.promise'> = {
  ask(state, turn) {
    const { labels, promise } = turn.say.tip;
    const nacc = turn.agency.outside.find(
      (channel) => channel.for.includes('tip') && channel.phone !== undefined,
    );
    const call: Choice[] =
      nacc?.phone === undefined ? [] : [{ does: 'call', label: labels.nacc, phone: nacc.phone }];
    const choices = [
      { does: 'open' as const, label: labels.form, uri: `${turn.publicUrl}/tip` },
      answer(state, labels.chat, 'chat', true),
      ...call,
    ];
    return text(promise, choices, [answer(state, labels.drop, 'cancel', true)]);
  },
  choose(state, choice, chat) {
    const { turn } = chat;
    if (choice !== 'chat') return stay(state, text(turn.say.engine.notUnderstood));
    const { limits } = turn.facts;
    if (limits === undefined) return { wanted: { want: 'limits' } };
    if (limits.tip >= TIPS_A_DAY) return closed(turn.say.tip.limit, state.carried, turn);
    return { to: { ...state, at: 'tip.office' }, writes: [{ write: 'limit', kind: 'tip', by: 1 }] };
  },
  sent: (state, _input, chat) => stay(state, text(chat.turn.say.tip.notKept)),
  cancel: (state) => drop(state.carried),
};

/** Seals what was sent before the flow began; voice and places are let go, because they tell who is speaking. */
function carryOver(
  tip: TipDraft,
  carried: Draft | undefined,
): { tip: TipDraft; writes: Write[]; dropped: boolean } {
  if (carried === undefined) return { tip, writes: [], dropped: false };
  const sealing = sealingOf(tip);
  const writes: Write[] = [];
  const parts = [...tip.parts];
  let { next } = tip;
  let dropped = false;
  for (const part of carried.parts) {
    if (part.kind === 'text') {
      writes.push({ write: 'seal text', sealing, n: next, text: part.text });
      parts.push({ n: next, kind: 'text', message: part.message, length: part.text.length });
      next += 1;
    } else if (part.kind === 'photo') {
      writes.push({ write: 'seal held', from: carried.caseId, n: part.n, sealing, as: next });
      parts.push({ n: next, kind: 'photo', message: part.message, length: 0 });
      next += 1;
    } else {
      dropped = true;
      if (part.kind === 'voice') writes.push({ write: 'drop media', caseId: carried.caseId, n: part.n });
    }
  }
  return { tip: { ...tip, parts, next }, writes, dropped };
}

export const countOfTip = (tip: TipDraft, turn: Turn): string =>
  turn.say.engine.count(
    tip.parts.filter((part) => part.kind === 'text').length,
    tip.parts.filter((part) => part.kind === 'photo').length,
    0,
    0,
  );

/** What deletes the sealed parts of a tip that was not sent. */
export const dropParts = (tip: TipDraft): Write[] =>
  tip.parts.length === 0
    ? []
    : [{ write: 'drop parts', caseId: tip.caseId, ns: tip.parts.map((part) => part.n) }];

export const tipOffice: Handler<'tip.office'> = {
  ask(state, turn) {
    const words = state.replaces === undefined ? turn.say.tip.office : turn.say.tip.officeAnew;
    const offices = turn.agency.tipOffices.map(({ id, label }) => answer(state, label, `of.${id}`, true));
    const back = state.replaces === undefined ? [] : [answer(state, turn.say.engine.back, 'back', true)];
    return text(words, offices, [...back, answer(state, turn.say.tip.labels.drop, 'cancel', true)]);
  },
  choose(state, choice, chat) {
    const { turn } = chat;
    const office = turn.agency.tipOffices.find(({ id }) => choice === `of.${id}`);
    if (office === undefined) return stay(state, text(turn.say.engine.notUnderstood));
    const { tipDoor } = turn.facts;
    if (tipDoor === undefined) return { wanted: { want: 'tipDoor' } };
    const replaced = state.replaces === undefined ? [] : dropParts(state.replaces);
    if (!tipDoor.open || tipDoor.unreadable.includes(office.id)) {
      const words = tipDoor.open ? turn.say.tip.nobodyReads : turn.say.tip.closed;
      return { ...closed(words, state.carried, turn), writes: replaced };
    }
    const empty: TipDraft = {
      tag: freshTag(turn),
      caseId: freshCaseId(turn),
      receipt: freshReceipt(turn),
      office: office.id,
      parts: [],
      next: 1,
    };
    const { tip, writes, dropped } = carryOver(empty, state.carried);
    const first: Reply[] = [
      ...(tip.parts.length > 0 ? [text(turn.say.tip.carried(countOfTip(tip, turn)))] : []),
      ...(dropped ? [text(turn.say.tip.carriedDropped)] : []),
    ];
    return { to: { at: 'tip.kind', page: 0, tip }, writes: [...replaced, ...writes], first };
  },
  sent: (state, _input, chat) => stay(state, text(chat.turn.say.tip.notKept)),
  back: (state) =>
    state.replaces === undefined ? { to: state } : { to: { at: 'tip.review', tip: state.replaces } },
  cancel: (state) => [
    ...drop(state.carried),
    ...(state.replaces === undefined ? [] : dropParts(state.replaces)),
  ],
};

export const tipKind: Handler<'tip.kind'> = {
  ask(state, turn) {
    const kinds = turn.agency.tipKinds.map(({ id, label }) => answer(state, label, `is.${id}`, true));
    const aside = [answer(state, turn.say.tip.labels.drop, 'cancel', true)];
    return text(turn.say.tip.kind, paged(state, kinds, state.page, turn, true), aside);
  },
  choose(state, choice, chat) {
    const page = pageOf(choice);
    if (page !== undefined) return { to: { ...state, page } };
    const kind = chat.turn.agency.tipKinds.find(({ id }) => choice === `is.${id}`);
    if (kind === undefined) return stay(state, text(chat.turn.say.engine.notUnderstood));
    return { to: { at: 'tip.facts', tip: { ...state.tip, kind: kind.id } } };
  },
  sent: (state, _input, chat) => stay(state, text(chat.turn.say.tip.notKept)),
  cancel: (state) => dropParts(state.tip),
};
