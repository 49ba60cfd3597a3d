import { tellsOfDanger } from '../../words/alarm.ts';
import { cleanText } from '../../words/clean.ts';
import { collect, countOf, discard, startDraft, textOf } from '../draft.ts';
import { answer, type Chat, type Handler, type Move, type Sent, stay } from '../handler.ts';
import { type Choice, type Reply, text } from '../reply.ts';
import type { Draft, StateAt } from '../session.ts';
import type { Turn } from '../turn.ts';
import type { Write } from '../write.ts';
import { beginAsk } from './ask.ts';
import { beginComplaint } from './complaint.ts';
import { beginTip } from './tip-start.ts';

type Sorting = StateAt<'sorting'>;

/** Turns what was held for this resident alone into plain attachments of the case to be. */
const release = (draft: Draft): Write[] =>
  draft.parts.flatMap((part): Write[] =>
    part.kind === 'photo' || part.kind === 'voice'
      ? [{ write: 'release held', caseId: draft.caseId, n: part.n }]
      : [],
  );

const choices = (state: Sorting, turn: Turn): Choice[] => {
  const { labels } = turn.say.complaint;
  const tip = answer(state, labels.tip, 'tip', true);
  const open = [
    answer(state, labels.complaint, 'complaint'),
    answer(state, labels.question, 'question'),
    answer(state, labels.suggestion, 'suggestion'),
  ];
  const sorted = state.draft.secret ? [tip, ...open] : [...open, tip];
  return [...sorted, answer(state, labels.drop, 'drop')];
};

const callDanger = (turn: Turn): Choice[] =>
  turn.agency.outside.flatMap((channel) =>
    channel.for.includes('danger') && channel.phone !== undefined
      ? [{ does: 'call', label: turn.say.engine.call(channel.phone), phone: channel.phone }]
      : [],
  );

/** The numbers to call first, where the words tell of danger. */
export function dangerFirst(words: string, turn: Turn): Reply[] {
  return tellsOfDanger(words) ? [text(turn.say.engine.danger, callDanger(turn))] : [];
}

/** Opens a draft with something that was sent outside any flow. */
export function openDraft(input: Sent, chat: Chat): Move {
  const draft = startDraft(chat.turn);
  const taken = collect(draft, input, chat.turn, true);
  if (taken.problem !== undefined) return { to: chat.session.state, first: [taken.problem] };
  const first = input.type === 'text' ? dangerFirst(cleanText(input.text), chat.turn) : [];
  return { to: { at: 'sorting', draft: taken.draft }, writes: taken.writes, first };
}

export const sorting: Handler<'sorting'> = {
  ask(state, turn) {
    const { say } = turn;
    const first =
      state.draft.parts.length > 1
        ? say.complaint.sortingMore(countOf(state.draft, turn))
        : say.complaint.sorting;
    const secret = state.draft.secret ? [say.complaint.sortingSecret, say.complaint.sortingLife] : [];
    return text([first, ...secret].join('\n\n'), choices(state, turn));
  },

  choose(state, choice, chat) {
    const { draft } = state;
    switch (choice) {
      case 'complaint':
        return beginComplaint(draft, release(draft), chat);
      case 'question':
      case 'suggestion':
        return beginAsk(choice, draft, release(draft), chat);
      case 'tip':
        return beginTip(draft, chat);
      case 'drop':
        return { to: { at: 'idle' }, writes: discard(draft), first: [text(chat.turn.say.complaint.dropped)] };
      default:
        return stay(state, text(chat.turn.say.engine.notUnderstood));
    }
  },

  sent(state, input, chat) {
    const taken = collect(state.draft, input, chat.turn, true);
    if (taken.problem !== undefined) return stay(state, taken.problem);
    const before = textOf(state.draft);
    const fresh =
      input.type === 'text' && !tellsOfDanger(before) ? dangerFirst(cleanText(input.text), chat.turn) : [];
    return { to: { at: 'sorting', draft: taken.draft }, writes: taken.writes, first: fresh };
  },

  cancel: (state) => discard(state.draft),
};
