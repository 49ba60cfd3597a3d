import type { Agency } from '../../agency/agency.ts';
import { placeLabel } from '../../agency/routing.ts';
import { isOpen, nextOpening } from '../../calendar/office-hours.ts';
import { thaiDateTime } from '../../calendar/thai-date.ts';
import { isAboutStaff } from '../../case/audience.ts';
import type { Where } from '../../case/case.ts';
import { guessCategory } from '../../words/classify.ts';
import { cleanText } from '../../words/clean.ts';
import { shortenUnits } from '../../words/graphemes.ts';
import { guessPlace, placeNumber } from '../../words/place.ts';
import { collect, textOf } from '../draft.ts';
import type { Chat, Move, Sent } from '../handler.ts';
import { standing, stay } from '../handler.ts';
import { type Choice, type Reply, text } from '../reply.ts';
import type { ComplaintAnswers, Draft, StateAt } from '../session.ts';
import type { Turn } from '../turn.ts';
import type { Write } from '../write.ts';

/** Most confirmed cases of one sender in a day. */
export const CASES_A_DAY = 5;

/** The answer of who does not know which unit a complaint about staff concerns. */
export const NOT_SURE = 'unsure';

/** The unit that a complaint about staff concerns, as the resident reads it. */
export const unitLabel = (unit: string, { agency, say }: Turn): string =>
  agency.units.find(({ id }) => id === unit)?.label ?? say.complaint.notSure;

export type ComplaintAt =
  | 'complaint.category'
  | 'complaint.concerns'
  | 'complaint.where'
  | 'complaint.more'
  | 'complaint.told'
  | 'complaint.same'
  | 'complaint.review'
  | 'complaint.edit';
export type Complaint = StateAt<ComplaintAt>;

/** What the words of a text say about where: a หมู่, and all of it as the landmark where it says more than that. */
export function readWhere(words: string, agency: Agency): Where {
  const kept = shortenUnits(cleanText(words), 200);
  const place = guessPlace(kept, agency.places);
  const number = placeNumber(kept);
  const onlyPlace = /^(หมู่(ที่|บ้าน)?|ม\.?)?\s*[\d๐-๙]{1,2}$/.test(kept);
  if (place !== undefined) return onlyPlace ? { place } : { place, landmark: kept };
  if (number !== undefined && agency.places.length === 0) return { landmark: kept };
  return { landmark: kept };
}

/** Where a draft's words, or a place shared in it, say that something is. */
function whereIn(draft: Draft, words: string, agency: Agency): Where | undefined {
  const point = draft.parts.find((part) => part.kind === 'place');
  const place = guessPlace(words, agency.places);
  const named = place === undefined ? {} : { place };
  if (point === undefined) return place === undefined ? undefined : named;
  return { ...named, ...(point.title === '' ? {} : { landmark: point.title }), point: point.point };
}

/** Fills in what the resident's own words already tell, so that it is not asked. */
export function guess(draft: Draft, answers: ComplaintAnswers, agency: Agency): ComplaintAnswers {
  if (answers.category !== undefined && answers.where !== undefined) return answers;
  const words = textOf(draft);
  const category = answers.category ?? guessCategory(words, agency.categories)?.id;
  const where = answers.where ?? whereIn(draft, words, agency);
  return {
    ...answers,
    ...(category === undefined ? {} : { category }),
    ...(where === undefined ? {} : { where }),
  };
}

/** Leads to the first question that is still open; each may need a fact first. */
export function proceed(
  draft: Draft,
  answers: ComplaintAnswers,
  chat: Chat,
  writes: Write[] = [],
  first: Reply[] = [],
): Move {
  const { turn } = chat;
  if (answers.category === undefined)
    return { to: { at: 'complaint.category', page: 0, draft, answers }, writes, first };
  const aboutStaff = isAboutStaff(turn.agency, answers.category);
  if (aboutStaff && answers.concerns === undefined)
    return { to: { at: 'complaint.concerns', page: 0, draft, answers }, writes, first };
  if (answers.where === undefined)
    return { to: { at: 'complaint.where', page: 0, draft, answers }, writes, first };
  if (answers.more === undefined) return { to: { at: 'complaint.more', draft, answers }, writes, first };
  if (answers.told === undefined) return { to: { at: 'complaint.told', draft, answers }, writes, first };
  const { place } = answers.where;
  if (answers.same === undefined && place !== undefined && !aboutStaff) {
    const found = turn.facts.similar;
    if (found === undefined) return { wanted: { want: 'similar', category: answers.category, place } };
    if (found !== null) return { to: { at: 'complaint.same', draft, answers, found }, writes, first };
  }
  const known: ComplaintAnswers = { ...answers, same: answers.same ?? 'none' };
  if (draft.counted) return { to: { at: 'complaint.review', draft, answers: known }, writes, first };
  const { limits } = turn.facts;
  if (limits === undefined) return { wanted: { want: 'limits' } };
  if (limits.case >= CASES_A_DAY) {
    const words = text(turn.say.engine.limit(CASES_A_DAY, turn.agency.phone));
    return { to: { at: 'complaint.told', draft, answers }, writes, first: [...first, words], ask: false };
  }
  const counted: Draft = { ...draft, counted: true };
  const count: Write = { write: 'limit', kind: 'case', by: 1 };
  return {
    to: { at: 'complaint.review', draft: counted, answers: known },
    writes: [...writes, count],
    first,
  };
}

/** Starts a complaint from a draft, with what its words already tell. */
export function beginComplaint(draft: Draft, writes: Write[], chat: Chat): Move {
  return proceed(draft, guess(draft, {}, chat.turn.agency), chat, writes);
}

/** Offers the secret flow where the words just sent are the first of corruption. */
export function secretOffer(before: Draft, after: Draft, turn: Turn): Reply[] {
  if (before.secret || !after.secret) return [];
  const { sortingSecret, sortingLife, labels } = turn.say.complaint;
  return [text(`${sortingSecret}\n\n${sortingLife}`, [standing(labels.tip, 'menu', 'tip', true)])];
}

/** Keeps something sent in the middle of a complaint, and goes on with what it tells. */
export function keep(state: Complaint, input: Sent, chat: Chat): Move {
  const taken = collect(state.draft, input, chat.turn, false);
  if (taken.problem !== undefined) return stay(state, taken.problem);
  const answers = guess(taken.draft, state.answers, chat.turn.agency);
  const offer = secretOffer(state.draft, taken.draft, chat.turn);
  return proceed(taken.draft, answers, chat, taken.writes, offer);
}

const OWN_PLACE = /^(?:หมู่บ้านที่|หมู่ที่|หมู่|ม\.)\s*[\d๐-๙]{1,2}(?![\d๐-๙])[\s,·]*/u;

/** How a place reads on a card: a หมู่ is named once, even where the landmark begins with it. */
export function whereLabel(where: Where, turn: Turn): string {
  const landmark = where.landmark ?? '';
  const parts = [
    where.place === undefined ? '' : placeLabel(turn.agency, where.place),
    where.place === undefined ? landmark : landmark.replace(OWN_PLACE, ''),
    where.point === undefined || where.landmark !== undefined ? '' : turn.say.complaint.sharedPlace,
  ].filter((part) => part !== '');
  return parts.length === 0 ? turn.say.complaint.noWhere : parts.join(' · ');
}

/** Says when staff will see it, where the office is closed now, with the numbers to call. */
export function outOfHours(turn: Turn): Reply[] {
  const { officeHours, holidays, outside, phone, shortName } = turn.agency;
  if (isOpen(officeHours, holidays, turn.now)) return [];
  const calls: Choice[] = [
    ...outside.flatMap((channel): Choice[] =>
      channel.phone === undefined || !channel.for.includes('danger')
        ? []
        : [
            {
              does: 'call',
              label: turn.say.engine.call(`${channel.phone} ${channel.label}`),
              phone: channel.phone,
            },
          ],
    ),
    { does: 'call', label: turn.say.engine.call(shortName), phone },
  ];
  const opening = nextOpening(officeHours, holidays, turn.now);
  const when = opening === undefined ? '' : thaiDateTime(opening);
  return [text(turn.say.complaint.outOfHours(when), calls)];
}
