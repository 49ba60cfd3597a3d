import { dayOf } from '../../calendar/day.ts';
import type { Response } from '../../survey/survey.ts';
import { surveyTallyKey, tallyOf } from '../../survey/tally.ts';
import { cleanText } from '../../words/clean.ts';
import { shortenUnits } from '../../words/graphemes.ts';
import { maskIdNumbers } from '../../words/id-numbers.ts';
import { freshTag } from '../fresh.ts';
import { answer, type Chat, type Handler, type Move, paged, pageOf, stay } from '../handler.ts';
import { type Choice, text } from '../reply.ts';
import type { State, StateAt } from '../session.ts';
import type { Turn } from '../turn.ts';
import { eitInvitation } from './eit.ts';

type Filled = StateAt<
  'survey.rate' | 'survey.why' | 'survey.more' | 'survey.extra' | 'survey.age' | 'survey.comment'
>;

const SCALE = [5, 4, 3, 2, 1] as const;
const COMMENT_UNITS = 1000;

/** The month and service that one person answers for once: `2569-11.tax`. */
export const periodOf = (service: string, now: number): string => `${dayOf(now).slice(0, 7)}.${service}`;

const cancel = (state: State, turn: Turn): Choice => answer(state, turn.say.engine.cancel, 'cancel');
const back = (state: State, turn: Turn): Choice => answer(state, turn.say.engine.back, 'back');
const skip = (state: State, turn: Turn): Choice => answer(state, turn.say.engine.skip, 'skip');

const serviceLabel = (turn: Turn, id: string): string =>
  turn.agency.services.find((service) => service.id === id)?.label ?? id;

type Rated = StateAt<'survey.rate' | 'survey.extra'>;

/** The ratings carry their question, so that a second tap on one never rates the next. */
const scaleChoices = (state: Rated, turn: Turn): Choice[] =>
  SCALE.map((rating) => answer(state, turn.say.survey.scale[rating], `rate.${state.question}.${rating}`));

/** The rating of the question that is asked, `skip`, `earlier` for another question's, or nothing known. */
function ratingOf(choice: string, { question }: Rated): number | 'skip' | 'earlier' | undefined {
  const found = /^(?:rate|(skip))\.(\d{1,2})(?:\.([1-5]))?$/.exec(choice);
  if (found === null) return undefined;
  if (Number(found[2]) !== question) return 'earlier';
  return found[1] === undefined ? Number(found[3]) : 'skip';
}

const earlier = (state: Rated, turn: Turn): Move => stay(state, text(turn.say.engine.earlierQuestion));

/** Starts the survey at its list of services. */
export const beginSurvey = (chat: Chat): Move => ({
  to: { at: 'survey.service', tag: freshTag(chat.turn), page: 0 },
});

/** Starts the survey of one service, unless this person already answered for it this month. */
export function beginService(service: string, chat: Chat): Move {
  const { turn } = chat;
  if (!turn.agency.services.some(({ id }) => id === service)) {
    return { to: { at: 'idle' }, first: [text(turn.say.survey.unknownService)] };
  }
  const { answered } = turn.facts;
  if (answered === undefined) return { wanted: { want: 'answered', period: periodOf(service, turn.now) } };
  if (answered)
    return { to: { at: 'idle' }, first: [text(turn.say.survey.already(serviceLabel(turn, service)))] };
  return { to: { at: 'survey.rate', question: 0, tag: freshTag(turn), service, ratings: {}, reasons: [] } };
}

export const surveyService: Handler<'survey.service'> = {
  ask(state, turn) {
    const services = turn.agency.services.map(({ id, label }) => answer(state, label, `of.${id}`));
    return text(turn.say.survey.service, paged(state, services, state.page, turn), [cancel(state, turn)]);
  },
  choose(state, choice, chat) {
    const page = pageOf(choice);
    if (page !== undefined) return { to: { ...state, page } };
    return choice.startsWith('of.') ? beginService(choice.slice(3), chat) : stay(state);
  },
  sent: (state, _input, chat) => stay(state, text(chat.turn.say.survey.onlyAnswers)),
};

const filledOf = ({ tag, service, ratings, reasons }: Filled) => ({ tag, service, ratings, reasons });

/** After the five main questions: why, where something was rated low; then whether there is time for more. */
function afterMain(state: Filled, turn: Turn): State {
  const low = Object.values(state.ratings).some((rating) => rating <= 2);
  if (low && turn.survey.reasons.length > 0) return { at: 'survey.why', ...filledOf(state) };
  return afterWhy(state, turn);
}

function afterWhy(state: Filled, turn: Turn): State {
  return turn.survey.more.length > 0
    ? { at: 'survey.more', ...filledOf(state) }
    : { at: 'survey.age', ...filledOf(state) };
}

export const surveyRate: Handler<'survey.rate'> = {
  ask(state, turn) {
    const { questions } = turn.survey;
    const words = questions[state.question]?.text ?? '';
    const asides = state.question > 0 ? [back(state, turn), cancel(state, turn)] : [cancel(state, turn)];
    return text(
      turn.say.survey.question(state.question + 1, questions.length, words),
      scaleChoices(state, turn),
      asides,
    );
  },
  choose(state, choice, chat) {
    const { turn } = chat;
    const rating = ratingOf(choice, state);
    const question = turn.survey.questions[state.question];
    if (rating === 'earlier') return earlier(state, turn);
    if (typeof rating !== 'number' || question === undefined) {
      return stay(state, text(turn.say.survey.onlyAnswers));
    }
    const rated = { ...state, ratings: { ...state.ratings, [question.id]: rating } };
    const last = state.question + 1 >= turn.survey.questions.length;
    return { to: last ? afterMain(rated, turn) : { ...rated, question: state.question + 1 } };
  },
  sent: (state, _input, chat) => stay(state, text(chat.turn.say.survey.onlyAnswers)),
  back: (state) => ({ to: { ...state, question: Math.max(0, state.question - 1) } }),
};

const lastMain = (state: Filled, turn: Turn): State => ({
  at: 'survey.rate',
  question: turn.survey.questions.length - 1,
  ...filledOf(state),
});

export const surveyWhy: Handler<'survey.why'> = {
  ask(state, turn) {
    const reasons = turn.survey.reasons.map(({ id, label }) => answer(state, label, `why.${id}`));
    return text(
      turn.say.survey.why,
      [...reasons, skip(state, turn)],
      [back(state, turn), cancel(state, turn)],
    );
  },
  choose(state, choice, chat) {
    const { turn } = chat;
    if (choice === 'skip') return { to: afterWhy(state, turn) };
    const reason = turn.survey.reasons.find(({ id }) => choice === `why.${id}`);
    if (reason === undefined) return stay(state, text(turn.say.survey.onlyAnswers));
    return { to: afterWhy({ ...state, reasons: [reason.id] }, turn) };
  },
  sent: (state, _input, chat) => stay(state, text(chat.turn.say.survey.onlyAnswers)),
  back: (state, chat) => ({ to: lastMain(state, chat.turn) }),
};

export const surveyMore: Handler<'survey.more'> = {
  ask(state, turn) {
    const { more, moreLabels } = turn.say.survey;
    return text(
      more,
      [answer(state, moreLabels.no, 'no'), answer(state, moreLabels.yes, 'yes')],
      [back(state, turn), cancel(state, turn)],
    );
  },
  choose(state, choice, chat) {
    if (choice === 'yes') return { to: { at: 'survey.extra', question: 0, ...filledOf(state) } };
    if (choice === 'no') return { to: { at: 'survey.age', ...filledOf(state) } };
    return stay(state, text(chat.turn.say.survey.onlyAnswers));
  },
  sent: (state, _input, chat) => stay(state, text(chat.turn.say.survey.onlyAnswers)),
  back: (state, chat) => ({ to: lastMain(state, chat.turn) }),
};

export const surveyExtra: Handler<'survey.extra'> = {
  ask(state, turn) {
    const { more } = turn.survey;
    const words = more[state.question]?.text ?? '';
    const question = turn.say.survey.question(state.question + 1, more.length, words);
    return text(
      question,
      [...scaleChoices(state, turn), answer(state, turn.say.engine.skip, `skip.${state.question}`)],
      [back(state, turn), cancel(state, turn)],
    );
  },
  choose(state, choice, chat) {
    const { turn } = chat;
    const rating = ratingOf(choice, state);
    const question = turn.survey.more[state.question];
    if (rating === 'earlier') return earlier(state, turn);
    if (rating === undefined || question === undefined) {
      return stay(state, text(turn.say.survey.onlyAnswers));
    }
    const ratings = rating === 'skip' ? state.ratings : { ...state.ratings, [question.id]: rating };
    const last = state.question + 1 >= turn.survey.more.length;
    const next = { ...state, ratings };
    return { to: last ? { at: 'survey.age', ...filledOf(next) } : { ...next, question: state.question + 1 } };
  },
  sent: (state, _input, chat) => stay(state, text(chat.turn.say.survey.onlyAnswers)),
  back: (state) =>
    state.question > 0
      ? { to: { ...state, question: state.question - 1 } }
      : { to: { at: 'survey.more', ...filledOf(state) } },
};

export const surveyAge: Handler<'survey.age'> = {
  ask(state, turn) {
    const bands = turn.survey.ageBands.map(({ id, label }) => answer(state, label, `age.${id}`));
    return text(turn.say.survey.age, [...bands, skip(state, turn)], [back(state, turn), cancel(state, turn)]);
  },
  choose(state, choice, chat) {
    const { turn } = chat;
    if (choice === 'skip') return { to: { at: 'survey.comment', ...filledOf(state) } };
    const band = turn.survey.ageBands.find(({ id }) => choice === `age.${id}`);
    if (band === undefined) return stay(state, text(turn.say.survey.onlyAnswers));
    return { to: { at: 'survey.comment', ...filledOf(state), ageBand: band.id } };
  },
  sent: (state, _input, chat) => stay(state, text(chat.turn.say.survey.onlyAnswers)),
  back: (state, chat) => ({ to: afterWhy(state, chat.turn) }),
};

/** Stores the finished answers in the commit that changes the tally, and forgets who answered. */
function finish(state: StateAt<'survey.comment'>, comment: string | undefined, chat: Chat): Move {
  const { turn } = chat;
  const { answered } = turn.facts;
  const period = periodOf(state.service, turn.now);
  if (answered === undefined) return { wanted: { want: 'answered', period } };
  if (answered)
    return { to: { at: 'idle' }, first: [text(turn.say.survey.already(serviceLabel(turn, state.service)))] };
  const day = dayOf(turn.now);
  const response: Response = {
    version: 1,
    survey: turn.survey.id,
    service: state.service,
    channel: 'line',
    day,
    ratings: state.ratings,
    ...(state.reasons.length === 0 ? {} : { reasons: state.reasons }),
    ...(state.ageBand === undefined ? {} : { ageBand: state.ageBand }),
    ...(comment === undefined ? {} : { comment }),
  };
  return {
    to: { at: 'idle' },
    writes: [
      { write: 'response', response, period },
      { write: 'tally', key: surveyTallyKey(response), counts: tallyOf(response) },
    ],
    first: [text(turn.say.survey.done), ...eitInvitation(turn)],
    forget: true,
    push: [text(turn.say.survey.done)],
  };
}

export const surveyComment: Handler<'survey.comment'> = {
  ask: (state, turn) =>
    text(turn.say.survey.comment, [skip(state, turn)], [back(state, turn), cancel(state, turn)]),
  choose(state, choice, chat) {
    if (choice === 'skip') return finish(state, undefined, chat);
    return stay(state, text(chat.turn.say.engine.notUnderstood));
  },
  sent(state, input, chat) {
    if (input.type !== 'text') return stay(state, text(chat.turn.say.survey.onlyAnswers));
    const comment = shortenUnits(maskIdNumbers(cleanText(input.text)), COMMENT_UNITS);
    return comment === ''
      ? stay(state, text(chat.turn.say.engine.notUnderstood))
      : finish(state, comment, chat);
  },
  back: (state) => ({ to: { at: 'survey.age', ...filledOf(state) } }),
};
