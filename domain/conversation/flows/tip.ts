import { dayOf } from '../../calendar/day.ts';
import { nextTipTime } from '../../calendar/tip-times.ts';
import { tipName } from '../../case/tip-name.ts';
import { formatReceipt } from '../../receipt/receipt.ts';
import { cleanText } from '../../words/clean.ts';
import { maskIdNumbers } from '../../words/id-numbers.ts';
import { DRAFT_ATTACHMENTS, DRAFT_CHARACTERS, DRAFT_TEXTS, TEXT_UNITS } from '../draft.ts';
import { answer, type Chat, type Handler, type Move, type Sent, stay } from '../handler.ts';
import { type Choice, type Reply, text } from '../reply.ts';
import type { StateAt, TipDraft } from '../session.ts';
import type { Turn } from '../turn.ts';
import type { Write } from '../write.ts';
import { countOfTip, dropParts, outsideChannels, sealingOf } from './tip-start.ts';

type Facts = StateAt<'tip.facts' | 'tip.leave' | 'tip.review'>;

const dropChoice = (state: Facts, turn: Turn): Choice =>
  answer(state, turn.say.tip.labels.drop, 'cancel', true);

/** The part that `input` becomes, or what is said where it cannot be taken; the draft then stays as it is. */
function taken(tip: TipDraft, input: Sent, turn: Turn): { tip: TipDraft; write: Write } | { problem: Reply } {
  const { engine, tip: say } = turn.say;
  const sealing = sealingOf(tip);
  const n = tip.next;
  switch (input.type) {
    case 'voice':
      return { problem: text(say.noVoice) };
    case 'place':
      return { problem: text(say.noPlace) };
    case 'photo': {
      if (input.media.state !== 'ready') {
        const reason = input.media.state === 'refused' ? input.media.reason : 'gone';
        return { problem: text(engine.refusedMedia.photo[reason]) };
      }
      const photos = tip.parts.filter((part) => part.kind === 'photo').length;
      if (photos >= DRAFT_ATTACHMENTS) return { problem: text(engine.attachmentsFull) };
      const part = { n, kind: 'photo' as const, message: input.message, length: 0 };
      return {
        tip: { ...tip, next: n + 1, parts: [...tip.parts, part] },
        write: { write: 'seal photo', sealing, n },
      };
    }
    case 'text': {
      if (input.text.length > TEXT_UNITS) return { problem: text(engine.tooLong) };
      const kept = maskIdNumbers(cleanText(input.text));
      if (kept === '') return { problem: text(engine.notUnderstood) };
      const texts = tip.parts.filter((part) => part.kind === 'text');
      const length = texts.reduce((sum, part) => sum + part.length, kept.length);
      if (texts.length >= DRAFT_TEXTS || length > DRAFT_CHARACTERS)
        return { problem: text(engine.draftFull) };
      const part = { n, kind: 'text' as const, message: input.message, length: kept.length };
      return {
        tip: { ...tip, next: n + 1, parts: [...tip.parts, part] },
        write: { write: 'seal text', sealing, n, text: kept },
      };
    }
  }
}

/** Keeps one more part, sealed, and nudges for what usually is missing. */
function keepPart(state: Facts, input: Sent, chat: Chat): Move {
  const { turn } = chat;
  const result = taken(state.tip, input, turn);
  if ('problem' in result) return stay(state, result.problem);
  const { nudges, kept } = turn.say.tip;
  const nudge = nudges[Math.min(result.tip.parts.length, nudges.length) - 1] ?? '';
  const to: StateAt<'tip.facts'> = { at: 'tip.facts', tip: result.tip };
  const words = `${kept(countOfTip(result.tip, turn))}\n${nudge}`;
  const choices = [answer(to, turn.say.tip.labels.goOn, 'on', true)];
  return { to, writes: [result.write], first: [text(words, choices, [dropChoice(to, turn)])], ask: false };
}

export const tipFacts: Handler<'tip.facts'> = {
  ask(state, turn) {
    const on = state.tip.parts.length > 0 ? [answer(state, turn.say.tip.labels.goOn, 'on', true)] : [];
    return text(turn.say.tip.facts, on, [dropChoice(state, turn)]);
  },
  choose(state, choice, chat) {
    if (choice !== 'on') return stay(state, text(chat.turn.say.engine.notUnderstood));
    if (state.tip.parts.length === 0) return stay(state, text(chat.turn.say.tip.tooLittle));
    return { to: { at: 'tip.leave', tip: state.tip } };
  },
  sent: keepPart,
  back: (state) => ({ to: { at: 'tip.kind', page: 0, tip: state.tip } }),
  cancel: (state) => dropParts(state.tip),
};

export const tipLeave: Handler<'tip.leave'> = {
  ask(state, turn) {
    const { labels, leaveOut } = turn.say.tip;
    const last = state.tip.parts.at(-1)?.n ?? 0;
    const choices = [
      answer(state, labels.ready, 'ready', true),
      answer(state, labels.undo, `undo.${last}`, true),
    ];
    return text(leaveOut, choices, [
      answer(state, turn.say.engine.back, 'back', true),
      dropChoice(state, turn),
    ]);
  },
  choose(state, choice, chat) {
    const { turn } = chat;
    const last = state.tip.parts.at(-1);
    if (choice === 'ready') {
      return last === undefined
        ? { to: { at: 'tip.facts', tip: state.tip }, first: [text(turn.say.tip.tooLittle)] }
        : { to: { at: 'tip.review', tip: state.tip } };
    }
    const wanted = /^undo\.(\d{1,6})$/.exec(choice)?.[1];
    if (wanted === undefined) return stay(state, text(turn.say.engine.notUnderstood));
    if (last === undefined) return stay(state, text(turn.say.tip.nothingToRemove));
    const isGone = state.tip.parts.every(({ n }) => n !== Number(wanted));
    if (isGone) return stay(state, text(turn.say.tip.removed));
    if (last.n !== Number(wanted)) return stay(state, text(turn.say.engine.earlierQuestion));
    return {
      to: { at: 'tip.leave', tip: { ...state.tip, parts: state.tip.parts.slice(0, -1) } },
      writes: [{ write: 'drop parts', caseId: state.tip.caseId, ns: [last.n] }],
      first: [text(turn.say.tip.removed)],
    };
  },
  sent: keepPart,
  back: (state) => ({ to: { at: 'tip.facts', tip: state.tip } }),
  cancel: (state) => dropParts(state.tip),
};

function confirm(state: StateAt<'tip.review'>, chat: Chat): Move {
  const { turn } = chat;
  const { tipDoor } = turn.facts;
  if (tipDoor === undefined) return { wanted: { want: 'tipDoor' } };
  if (!tipDoor.open || tipDoor.unreadable.includes(state.tip.office)) {
    const words = tipDoor.open ? turn.say.tip.nobodyReads : turn.say.tip.closed;
    return {
      to: { at: 'idle' },
      writes: dropParts(state.tip),
      first: [text(words, outsideChannels(turn.agency))],
    };
  }
  const open: Write = {
    write: 'open tip',
    sealing: sealingOf(state.tip),
    kind: state.tip.kind ?? 'other',
    parts: state.tip.parts.map((part) => part.n),
    received: dayOf(turn.now),
    listedFrom: new Date(nextTipTime(turn.agency.tipTimes, turn.now)).toISOString(),
    name: tipName(turn),
  };
  return {
    to: { at: 'idle' },
    writes: [open],
    forget: true,
    first: [text(turn.say.tip.sent), text(turn.say.tip.thanks)],
    push: [],
  };
}

export const tipReview: Handler<'tip.review'> = {
  ask(state, turn) {
    const { review, rows, labels, keepReceipt } = turn.say.tip;
    const receipt = formatReceipt(state.tip.receipt);
    return {
      reply: 'card',
      title: review,
      rows: [
        { label: rows.kept, value: countOfTip(state.tip, turn) },
        { label: rows.receipt, value: receipt, strong: true },
      ],
      text: keepReceipt,
      choices: [
        answer(state, labels.send, `send.${state.tip.receipt}`, true),
        answer(state, labels.changeOffice, 'office', true),
        { does: 'copy', label: turn.say.complaint.copyReceipt, text: receipt },
      ],
      asides: [answer(state, turn.say.engine.back, 'back', true), dropChoice(state, turn)],
    };
  },
  choose(state, choice, chat) {
    if (choice === `send.${state.tip.receipt}`) return confirm(state, chat);
    if (choice === 'office') return { to: { at: 'tip.office', tag: state.tip.tag, replaces: state.tip } };
    return stay(state, text(chat.turn.say.engine.notUnderstood));
  },
  sent: keepPart,
  back: (state) => ({ to: { at: 'tip.leave', tip: state.tip } }),
  cancel: (state) => dropParts(state.tip),
};
