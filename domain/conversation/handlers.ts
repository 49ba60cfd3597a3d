import { askKnown, askReview, askTold, askWords } from './flows/ask.ts';
import {
  complaintCategory,
  complaintConcerns,
  complaintMore,
  complaintSame,
  complaintTold,
  complaintWhere,
} from './flows/complaint-questions.ts';
import { complaintEdit, complaintReview } from './flows/complaint-review.ts';
import { followErase, followEraseTip } from './flows/erase.ts';
import { followCase, followCode, followMessage, followThread, followTip } from './flows/follow.ts';
import { idle } from './flows/menu.ts';
import { sorting } from './flows/sorting.ts';
import { staffAnswer, staffPreview } from './flows/staff.ts';
import {
  surveyAge,
  surveyComment,
  surveyExtra,
  surveyMore,
  surveyRate,
  surveyService,
  surveyWhy,
} from './flows/survey.ts';
import { tipFacts, tipLeave, tipReview } from './flows/tip.ts';
import { tipKind, tipOffice, tipPromise } from './flows/tip-start.ts';
import type { Chat, Handler, Move, Sent } from './handler.ts';
import type { Reply } from './reply.ts';
import type { At, State } from './session.ts';
import type { Turn } from './turn.ts';
import type { Write } from './write.ts';

/** How every state behaves. A state without a handler does not compile. */
const handlers: { [A in At]: Handler<A> } = {
  idle,
  sorting,
  'complaint.category': complaintCategory,
  'complaint.concerns': complaintConcerns,
  'complaint.where': complaintWhere,
  'complaint.more': complaintMore,
  'complaint.told': complaintTold,
  'complaint.same': complaintSame,
  'complaint.review': complaintReview,
  'complaint.edit': complaintEdit,
  'ask.words': askWords,
  'ask.known': askKnown,
  'ask.told': askTold,
  'ask.review': askReview,
  'tip.promise': tipPromise,
  'tip.office': tipOffice,
  'tip.kind': tipKind,
  'tip.facts': tipFacts,
  'tip.leave': tipLeave,
  'tip.review': tipReview,
  'follow.code': followCode,
  'follow.case': followCase,
  'follow.message': followMessage,
  'follow.tip': followTip,
  'follow.thread': followThread,
  'follow.erase': followErase,
  'follow.erasetip': followEraseTip,
  'survey.service': surveyService,
  'survey.rate': surveyRate,
  'survey.why': surveyWhy,
  'survey.more': surveyMore,
  'survey.extra': surveyExtra,
  'survey.age': surveyAge,
  'survey.comment': surveyComment,
  'staff.answer': staffAnswer,
  'staff.preview': staffPreview,
};

/** The names of all states, for whoever walks them. */
export const states = Object.keys(handlers);

/** What a state's handler offers, with the state already in its hands. */
export interface Bound {
  ask(turn: Turn): Reply;
  choose(choice: string, chat: Chat): Move;
  sent(input: Sent, chat: Chat): Move;
  back(chat: Chat): Move | undefined;
  cancel(): Write[];
}

function bind<A extends At>(state: Extract<State, { at: A }> & { at: A }): Bound {
  const at: A = state.at;
  const handler = handlers[at];
  return {
    ask: (turn) => handler.ask(state, turn),
    choose: (choice, chat) => handler.choose(state, choice, chat),
    sent: (input, chat) => handler.sent(state, input, chat),
    back: (chat) => handler.back?.(state, chat),
    cancel: () => handler.cancel?.(state) ?? [],
  };
}

/** The handler of the state somebody is in. */
export const handlerOf = (state: State): Bound => bind(state);
