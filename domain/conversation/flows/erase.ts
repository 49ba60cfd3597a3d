import { addDays, dayOf } from '../../calendar/day.ts';
import { thaiDate } from '../../calendar/thai-date.ts';
import { GRACE_DAYS, isDone, mayGo } from '../../case/erasure.ts';
import { alertStaff } from '../../outbox/alerts.ts';
import type { CaseView } from '../facts.ts';
import { answer, type Chat, type Handler, type Move, stay } from '../handler.ts';
import { type Reply, text } from '../reply.ts';
import type { StateAt } from '../session.ts';
import type { Turn } from '../turn.ts';

const nightOf = (turn: Turn): string => addDays(dayOf(turn.now), GRACE_DAYS);
const shown = (day: string): string => thaiDate(day, 'long');

/** The question of both: whether it goes by itself, or those who work on it are asked. */
function question(state: StateAt<'follow.erase'> | StateAt<'follow.erasetip'>, turn: Turn): Reply {
  const { labels, goes, open } = turn.say.erase;
  const isSilent = state.at === 'follow.erasetip';
  const words = state.how === 'goes' ? goes(shown(nightOf(turn))) : open;
  const yes = state.how === 'goes' ? labels.goes : labels.asks;
  return text(words, [answer(state, yes, 'yes', isSilent), answer(state, labels.stays, 'no', isSilent)]);
}

/**
 * Nothing keyed by a person shares a commit with a tip or with a case of which it is not kept who reported it. The
 * last bubble about a tip is a bare thank-you, because the list of chats shows it.
 */
const done = (words: string, turn: Turn, isTip: boolean) => ({
  to: { at: 'idle' } as const,
  first: isTip ? [text(words), text(turn.say.tip.thanks)] : [text(words)],
  push: [],
  forget: true as const,
});

/** A reporter wants their case deleted, or no longer: the first of two steps. */
export function askToErase(view: CaseView, tag: string): Move {
  const how = mayGo(view.case) ? 'goes' : 'asks';
  const to: StateAt<'follow.erase'> = { at: 'follow.erase', tag, caseId: view.id, kind: view.case.kind, how };
  return { to };
}

/** What was to go stays. */
export const keepCase = (caseId: string, { turn, session }: Chat): Move => ({
  ...done(turn.say.erase.kept, turn, session.state.at === 'follow.tip'),
  writes: [{ write: 'keep case', caseId }],
});

export const followErase: Handler<'follow.erase'> = {
  ask: question,
  choose(state, choice, chat) {
    const { turn } = chat;
    const { caseId, kind, tag, how } = state;
    if (choice === 'no') return { to: { at: 'follow.case', tag, caseId, kind } };
    if (choice !== 'yes') return stay(state, text(turn.say.engine.notUnderstood));
    const view = turn.facts.case;
    if (view === undefined) return { wanted: { want: 'case', caseId } };
    if (view === null) return { to: { at: 'idle' }, first: [text(turn.say.follow.notYours)] };
    if (how === 'goes' && mayGo(view.case)) {
      const from = nightOf(turn);
      return {
        ...done(turn.say.erase.going(shown(from)), turn, false),
        writes: [{ write: 'erase case', caseId, from }],
      };
    }
    const words = turn.say.erase.request;
    return {
      ...done(turn.say.erase.asked, turn, false),
      writes: [
        {
          write: 'case message',
          caseId,
          from: 'reporter',
          text: words,
          day: dayOf(turn.now),
          wantsErasure: true,
        },
        ...alertStaff(turn, { caseId, ...view.case }, 'message'),
      ],
    };
  },
  sent: (state, _input, chat) => stay(state, text(chat.turn.say.engine.notUnderstood)),
};

/** The same of a tip: what it is now is asked of the store by its receipt once more. */
export function askToEraseTip(state: StateAt<'follow.tip'>, chat: Chat): Move {
  const { tag, caseId, receipt } = state;
  const { lookup } = chat.turn.facts;
  if (lookup === undefined) return { wanted: { want: 'lookup', receipt } };
  if (lookup.found !== 'tip')
    return { to: { at: 'idle' }, first: [text(chat.turn.say.follow.notFound)], forget: true };
  return {
    to: { at: 'follow.erasetip', tag, caseId, receipt, how: isDone(lookup.status) ? 'goes' : 'asks' },
  };
}

export const followEraseTip: Handler<'follow.erasetip'> = {
  ask: question,
  choose(state, choice, chat) {
    const { turn } = chat;
    const { caseId, receipt, how } = state;
    if (choice === 'no') return { to: { at: 'idle' }, first: [text(turn.say.tip.thanks)], forget: true };
    if (choice !== 'yes') return stay(state, text(turn.say.engine.notUnderstood));
    if (how === 'goes') {
      const from = nightOf(turn);
      return {
        ...done(turn.say.erase.going(shown(from)), turn, true),
        writes: [{ write: 'erase case', caseId, from }],
      };
    }
    return {
      ...done(turn.say.erase.asked, turn, true),
      writes: [{ write: 'tip message', caseId, receipt, text: turn.say.erase.request }],
    };
  },
  sent: (state, _input, chat) => stay(state, text(chat.turn.say.tip.notKept)),
};
