import { categoryOf, placeLabel } from '../agency/routing.ts';
import { thaiDate } from '../calendar/thai-date.ts';
import { isOpen } from '../case/status.ts';
import type { CaseView } from '../conversation/facts.ts';
import { whereLabel } from '../conversation/flows/complaint.ts';
import { aboutCase } from '../conversation/flows/follow.ts';
import { staffChoices } from '../conversation/flows/staff.ts';
import { standing } from '../conversation/handler.ts';
import type { Choice, Reply } from '../conversation/reply.ts';
import type { Turn } from '../conversation/turn.ts';
import { shorten } from '../words/graphemes.ts';
import type { Notice } from './entry.ts';

type News = Extract<Notice, { notice: 'case' }>['news'];
type Rows = Extract<Reply, { reply: 'card' }>['rows'];

/** Something new about a case, with the case as it stands when it is told. */
export interface CaseNews {
  news: News;
  view: CaseView;
}

/** How many cases of a digest are named; how many get a card of their own beside it. */
export const NAMED_MOST = 10;
export const CARDS_MOST = 4;
const EXCERPT_GRAPHEMES = 200;

const card = (title: string, rows: Rows, choices: Choice[] = []): Reply => ({
  reply: 'card',
  title,
  rows,
  text: '',
  choices,
  asides: [],
});

const categoryLabel = ({ case: { kind, category } }: CaseView, turn: Turn): string =>
  kind === 'complaint' ? categoryOf(turn.agency, category).label : turn.say.complaint.kinds[kind];

/** What the news are: the reporter's latest words, or what the case was opened with. */
function wordsRow({ news, view }: CaseNews, turn: Turn): Rows {
  const { rows } = turn.say.notice;
  const latest = view.thread.findLast(({ from }) => from === 'reporter')?.text;
  if (news === 'message' && latest !== undefined) {
    return [{ label: rows.message, value: shorten(latest, EXCERPT_GRAPHEMES) }];
  }
  const { text } = view.case;
  const value = text === '' ? turn.say.complaint.noText : shorten(text, EXCERPT_GRAPHEMES);
  return [{ label: rows.text, value }];
}

/** News that go to those who decide, not to those who work on it. */
const isForDeciders = (news: News): boolean => news === 'review' || news === 'unaccepted';

const openConsole = ({ id }: CaseView, { say, publicUrl }: Turn): Choice => ({
  does: 'open',
  label: say.notice.openConsole,
  uri: `${publicUrl}/staff#/case/${id}`,
});

function staffCard(one: CaseNews, turn: Turn): Reply {
  const { notice, complaint } = turn.say;
  const { view, news } = one;
  const { number, attachments, due, status } = view.case;
  const where = whereLabel(view.case.where, turn);
  return card(
    notice.headline(notice.caseNews[news], categoryLabel(view, turn)),
    [
      { label: notice.rows.number, value: number, strong: true },
      ...(where === complaint.noWhere ? [] : [{ label: notice.rows.where, value: where }]),
      ...wordsRow(one, turn),
      ...(attachments === 0 ? [] : [{ label: notice.rows.attached, value: notice.attached(attachments) }]),
      ...(isOpen(status) ? [{ label: notice.rows.due, value: thaiDate(due, 'long') }] : []),
    ],
    [
      ...(status === 'closed' || isForDeciders(news) ? [] : staffChoices(view, turn)),
      openConsole(view, turn),
    ],
  );
}

const digestRow = ({ news, view }: CaseNews, about: string, turn: Turn): Rows[number] => ({
  label: turn.say.notice.manyNews(turn.say.notice.caseNews[news], view.case.number),
  value: about,
});

function digest(named: readonly CaseNews[], count: number, about: (view: CaseView) => string, turn: Turn) {
  const { notice } = turn.say;
  const more = count - named.length;
  return {
    title: notice.many(count),
    rows: named.map((one) => digestRow(one, about(one.view), turn)),
    text: more > 0 ? notice.manyMore(more) : '',
  };
}

/** The one thing to do first about a case that has no card of its own. */
function firstAct({ view, news }: CaseNews, turn: Turn): Choice[] {
  const { staff, notice } = turn.say;
  const { status, number } = view.case;
  if (status === 'closed' || isForDeciders(news)) return [];
  const act = status === 'new' ? 'accept' : 'answer';
  return [standing(notice.act(staff.buttons[act], number), 'case', `${act}.${view.id}`)];
}

/** The most urgent first: what is due soonest. */
const byUrgency = (one: CaseNews, other: CaseNews): number =>
  one.view.case.due < other.view.case.due ? -1 : Number(one.view.case.due > other.view.case.due);

/**
 * News of cases for those who work on them, in at most `most` (two or more) bubbles. `count` is how many cases
 * there are in all, of which `cases` are the ones to name. Few cases get a card each; more become a digest and
 * cards for the most urgent, and the digest can be acted on for the others.
 */
export function composeCases(cases: readonly CaseNews[], count: number, turn: Turn, most: number): Reply[] {
  const cards = Math.min(CARDS_MOST, most - 1);
  if (count <= Math.min(CARDS_MOST, most)) return cases.map((one) => staffCard(one, turn));
  const urgent = cases.toSorted(byUrgency).slice(0, NAMED_MOST);
  const listed = digest(urgent, count, (view) => aboutCase(view, turn), turn);
  const acts = urgent.slice(cards).flatMap((one) => firstAct(one, turn));
  return [
    { reply: 'card', ...listed, choices: acts, asides: [] },
    ...urgent.slice(0, cards).map((one) => staffCard(one, turn)),
  ];
}

/** Category and หมู่: all that a group learns of a case besides its number. */
function groupAbout(view: CaseView, turn: Turn): string {
  const { place } = view.case.where;
  const label = categoryLabel(view, turn);
  return place === undefined ? label : `${label} ${placeLabel(turn.agency, place)}`;
}

/** New cases for a group: number, category and หมู่, with nothing to press. */
export function composeForGroup(cases: readonly CaseNews[], count: number, turn: Turn): Reply[] {
  const { notice } = turn.say;
  const [only] = cases;
  if (only === undefined) return [];
  if (count === 1) {
    return [
      card(notice.caseNews[only.news], [
        { label: notice.rows.number, value: only.view.case.number, strong: true },
        { label: notice.rows.about, value: groupAbout(only.view, turn) },
      ]),
    ];
  }
  const listed = digest(cases.slice(0, NAMED_MOST), count, (view) => groupAbout(view, turn), turn);
  return [{ reply: 'card', ...listed, choices: [], asides: [] }];
}
