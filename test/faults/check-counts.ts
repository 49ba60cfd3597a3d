import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';
import { Case } from '../../domain/case/case.ts';
import { countsOf } from '../../domain/case/tally-changes.ts';
import { tipTally } from '../../domain/case/tip-tally.ts';
import { Response } from '../../domain/survey/survey.ts';
import { addTallies, tallyOf } from '../../domain/survey/tally.ts';
import { goneKey } from '../../domain/tallies/gone.ts';
import { casesIn, goalsOf, tipsIn } from './check-cases.ts';
import { standing } from './history.ts';
import type { Judged } from './judged.ts';

const YEAR = 2570;
const CASE = /^agencies\/khoen\/cases\/[^/]+$/;

type Counts = Record<string, number>;

/** Cases that were deleted, as they stood last: what they counted for stays counted. */
function goneCases({ history }: Pick<Judged, 'history'>): Case[] {
  const before = new Map(
    history.versions.flatMap(({ path, data }) =>
      CASE.test(path) && data !== undefined && !history.last.has(path) ? [[path, data] as const] : [],
    ),
  );
  return [...before.values()].flatMap((data) => Case.safeParse(data).data ?? []);
}

/** What the tallies must hold, counted afresh from cases and responses. */
function recount(run: Pick<Judged, 'history'>): Map<string, Counts> {
  const tallies = new Map<string, Counts[]>();
  const add = (key: string, counts: Counts): void => {
    tallies.set(key, [...(tallies.get(key) ?? []), counts]);
  };
  const cases = [...casesIn(run).values()];
  for (const one of cases) {
    for (const { key, counts } of countsOf(one)) add(key, counts);
  }
  const gone = goneCases(run);
  for (const one of gone) {
    for (const { key, counts } of countsOf(one)) {
      add(key, counts);
      add(goneKey(key), counts);
    }
  }
  for (const { received, status } of tipsIn(run).values()) {
    const { key, counts } = tipTally(received, undefined, status);
    add(key, counts);
  }
  for (const data of standing(run.history, 'responses').values()) {
    const response = Response.parse(data);
    add(`survey-${YEAR}-${response.service}`, tallyOf(response));
  }
  add(`case-numbers-${YEAR}`, { last: cases.length + gone.length });
  return new Map([...tallies].map(([key, all]) => [key, addTallies(all)]));
}

/** Numbers alone: a tally may carry a day or a version beside them. */
const withoutZeros = (counts: object): string =>
  JSON.stringify(
    Object.entries(counts)
      .filter(([name, count]) => typeof count === 'number' && count !== 0 && name !== 'version')
      .sort(),
  );

/** Tallies equal a recount. */
export function tallyFindings(run: Pick<Judged, 'history'>): string[] {
  const expected = recount(run);
  const stored = standing(run.history, 'tallies');
  return [...new Set([...expected.keys(), ...stored.keys()])].flatMap((key) => {
    const should = withoutZeros(expected.get(key) ?? {});
    const is = withoutZeros(stored.get(key) ?? {});
    return should === is ? [] : [`tally ${key}: ${is} instead of ${should}`];
  });
}

/** Every survey finished in the chat counts once, with the ratings that were meant. */
export function surveyFindings(run: Judged): string[] {
  const responses = [...standing(run.history, 'responses').values()]
    .map((data) => Response.parse(data))
    .filter(({ channel }) => channel === 'line');
  const goals = goalsOf(run, 'survey').flatMap(({ resident, goal }) =>
    goal.goal === 'survey' ? [{ resident, goal }] : [],
  );
  const done = goals.filter(({ goal }) => goal.isDone);
  const findings = done.flatMap(({ resident, goal }) => {
    const { comment } = goal;
    if (comment === undefined) return [];
    const own = responses.filter((response) => response.comment === comment);
    const [only] = own;
    if (own.length !== 1 || only === undefined) {
      return [`the survey of resident ${resident.nth} counts ${own.length} times`];
    }
    const meant: [string, number][] = [
      ...khoenSurvey.questions.map(({ id }, nth): [string, number] => [id, goal.ratings[nth] ?? 0]),
      ...khoenSurvey.more.map(({ id }, nth): [string, number] => [id, goal.extra?.[nth] ?? 0]),
    ];
    const wrong = meant.filter(([id, rating]) => (only.ratings[id] ?? 0) !== rating);
    return wrong.length === 0
      ? []
      : [
          `resident ${resident.nth} meant ${JSON.stringify(meant)}, kept ${JSON.stringify(only.ratings)}\n${resident.phone.story()}`,
        ];
  });
  if (responses.length !== done.length) {
    findings.push(`${done.length} surveys were finished, ${responses.length} are kept`);
  }
  const perService = Map.groupBy(responses, ({ service }) => service);
  for (const [period, data] of standing(run.history, 'answered')) {
    const service = period.slice(period.indexOf('.') + 1);
    const marks = Array.isArray(data.marks) ? data.marks.length : 0;
    const kept = perService.get(service)?.length ?? 0;
    if (marks !== kept) findings.push(`${kept} responses for ${service} by ${marks} people`);
  }
  return findings;
}
