import type { Agency, Category } from '../../agency/agency.ts';
import { categoryOf, placeLabel } from '../../agency/routing.ts';
import { guessCategory } from '../../words/classify.ts';
import { cleanText } from '../../words/clean.ts';
import { collect, countOf, discard, hasSubstance } from '../draft.ts';
import { answer, cancelOnly, type Handler, paged, pageOf, stay, wayOut } from '../handler.ts';
import { type Choice, text } from '../reply.ts';
import { guess, keep, NOT_SURE, proceed, readWhere, secretOffer } from './complaint.ts';

/** The only category whose label the words begin: "ไฟ" for ไฟฟ้าสาธารณะ. */
function begunBy(words: string, { categories }: Agency): Category | undefined {
  const [only, ...others] = words.length < 2 ? [] : categories.filter(({ label }) => label.startsWith(words));
  return others.length === 0 ? only : undefined;
}

export const complaintCategory: Handler<'complaint.category'> = {
  ask(state, turn) {
    const all = turn.agency.categories.map((category) => answer(state, category.label, `is.${category.id}`));
    return text(turn.say.complaint.category, paged(state, all, state.page, turn), cancelOnly(state, turn));
  },
  choose(state, choice, chat) {
    const page = pageOf(choice);
    if (page !== undefined) return { to: { ...state, page } };
    const category = chat.turn.agency.categories.find(({ id }) => choice === `is.${id}`);
    if (category === undefined) return stay(state, text(chat.turn.say.engine.notUnderstood));
    const { concerns: _, ...answers } = state.answers;
    return proceed(state.draft, { ...answers, category: category.id }, chat);
  },
  sent(state, input, chat) {
    const begun = input.type === 'text' ? begunBy(cleanText(input.text), chat.turn.agency) : undefined;
    if (begun !== undefined) return proceed(state.draft, { ...state.answers, category: begun.id }, chat);
    const kept = keep(state, input, chat);
    if (input.type !== 'text' || 'wanted' in kept || kept.to.at !== 'complaint.category') return kept;
    const told = guessCategory(cleanText(input.text), chat.turn.agency.categories) !== undefined;
    return told
      ? kept
      : { ...kept, first: [...(kept.first ?? []), text(chat.turn.say.engine.notUnderstood)] };
  },
  cancel: (state) => discard(state.draft),
};

export const complaintConcerns: Handler<'complaint.concerns'> = {
  ask(state, turn) {
    const units = turn.agency.units.map(({ id, label }) => answer(state, label, `of.${id}`));
    const notSure = answer(state, turn.say.complaint.notSure, `of.${NOT_SURE}`);
    const choices = paged(state, [...units, notSure], state.page, turn);
    return text(turn.say.complaint.concerns, choices, wayOut(state, turn));
  },
  choose(state, choice, chat) {
    const page = pageOf(choice);
    if (page !== undefined) return { to: { ...state, page } };
    const { units } = chat.turn.agency;
    const concerns = [...units.map(({ id }) => id), NOT_SURE].find((id) => choice === `of.${id}`);
    if (concerns === undefined) return stay(state, text(chat.turn.say.engine.notUnderstood));
    return proceed(state.draft, { ...state.answers, concerns }, chat);
  },
  sent: keep,
  back: ({ draft, answers: { category: _, ...answers } }) => ({
    to: { at: 'complaint.category', page: 0, draft, answers },
  }),
  cancel: (state) => discard(state.draft),
};

export const complaintWhere: Handler<'complaint.where'> = {
  ask(state, turn) {
    const places = turn.agency.places.map((place) =>
      answer(state, placeLabel(turn.agency, place.id), `in.${place.id}`),
    );
    const skip = answer(state, turn.say.engine.skip, 'skip');
    const share: Choice = { does: 'share place', label: turn.say.complaint.sharePlace };
    return text(turn.say.complaint.where, paged(state, [...places, skip], state.page, turn), [
      share,
      ...wayOut(state, turn),
    ]);
  },
  choose(state, choice, chat) {
    const page = pageOf(choice);
    if (page !== undefined) return { to: { ...state, page } };
    if (choice === 'skip') return proceed(state.draft, { ...state.answers, where: {} }, chat);
    const place = chat.turn.agency.places.find(({ id }) => choice === `in.${id}`);
    if (place === undefined) return stay(state, text(chat.turn.say.engine.notUnderstood));
    return proceed(state.draft, { ...state.answers, where: { place: place.id } }, chat);
  },
  sent(state, input, chat) {
    if (input.type !== 'text') return keep(state, input, chat);
    const where = readWhere(input.text, chat.turn.agency);
    const says = where.place !== undefined || /[\p{L}\p{N}]/u.test(where.landmark ?? '');
    if (!says) return stay(state, text(chat.turn.say.engine.notUnderstood));
    return proceed(state.draft, { ...state.answers, where }, chat);
  },
  back({ draft, answers: { concerns, ...answers } }) {
    if (concerns !== undefined) return { to: { at: 'complaint.concerns', page: 0, draft, answers } };
    const { category: _, ...rest } = answers;
    return { to: { at: 'complaint.category', page: 0, draft, answers: rest } };
  },
  cancel: (state) => discard(state.draft),
};

export const complaintMore: Handler<'complaint.more'> = {
  ask(state, turn) {
    const { say } = turn;
    const enough = hasSubstance(state.draft) ? [answer(state, say.complaint.enough, 'enough')] : [];
    const words = hasSubstance(state.draft) ? say.complaint.more : say.complaint.tell;
    return text(words, enough, wayOut(state, turn));
  },
  choose(state, choice, chat) {
    if (choice !== 'enough') return stay(state, text(chat.turn.say.engine.notUnderstood));
    if (!hasSubstance(state.draft)) return stay(state, text(chat.turn.say.complaint.tooLittle));
    return proceed(state.draft, { ...state.answers, more: true }, chat);
  },
  sent(state, input, chat) {
    const { turn } = chat;
    const taken = collect(state.draft, input, turn, false);
    if (taken.problem !== undefined) return stay(state, taken.problem);
    const to = { ...state, draft: taken.draft, answers: guess(taken.draft, state.answers, turn.agency) };
    const words = turn.say.complaint.moreAdded(countOf(taken.draft, turn));
    const enough = answer(to, turn.say.complaint.enough, 'enough');
    const offer = secretOffer(state.draft, taken.draft, turn);
    return {
      to,
      writes: taken.writes,
      first: [...offer, text(words, [enough], wayOut(to, turn))],
      ask: false,
    };
  },
  back: ({ draft, answers: { where: _, ...answers } }) => ({
    to: { at: 'complaint.where', page: 0, draft, answers },
  }),
  cancel: (state) => discard(state.draft),
};

export const complaintTold: Handler<'complaint.told'> = {
  ask(state, turn) {
    const { told, toldLabels } = turn.say.complaint;
    const choices = [answer(state, toldLabels.chat, 'chat'), answer(state, toldLabels.nobody, 'nobody')];
    return text(told, choices, wayOut(state, turn));
  },
  choose(state, choice, chat) {
    if (choice !== 'chat' && choice !== 'nobody')
      return stay(state, text(chat.turn.say.engine.notUnderstood));
    return proceed(state.draft, { ...state.answers, told: choice }, chat);
  },
  sent: keep,
  back: ({ draft, answers: { more: _, ...answers } }) => ({ to: { at: 'complaint.more', draft, answers } }),
  cancel: (state) => discard(state.draft),
};

export const complaintSame: Handler<'complaint.same'> = {
  ask(state, turn) {
    const { same, sameLabels } = turn.say.complaint;
    const category = categoryOf(turn.agency, state.answers.category).label;
    const place = state.answers.where?.place;
    const words = same(
      state.found.number,
      category,
      place === undefined ? '' : placeLabel(turn.agency, place),
    );
    return text(
      words,
      [answer(state, sameLabels.join, 'join'), answer(state, sameLabels.apart, 'apart')],
      wayOut(state, turn),
    );
  },
  choose(state, choice, chat) {
    if (choice !== 'join' && choice !== 'apart') return stay(state, text(chat.turn.say.engine.notUnderstood));
    return proceed(
      state.draft,
      { ...state.answers, same: { ...state.found, join: choice === 'join' } },
      chat,
    );
  },
  sent: keep,
  back: ({ draft, answers: { told: _, ...answers } }) => ({ to: { at: 'complaint.told', draft, answers } }),
  cancel: (state) => discard(state.draft),
};
