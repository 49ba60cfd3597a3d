import type { Operations } from './operations.ts';

const AGENCIES = 7850;
/** An agency's day, assumed; `loads`: how often a process reads it into memory. */
const DAILY = { complaints: 2, tips: 0.05, surveys: 5, views: 50, loads: 20 };
const MINUTES = 1440;
/** Server mode looks every ten minutes. */
const CHORES = 144;
/** US dollars for 100,000 operations: the dearest published tier, of a multi-region; a region costs about half. */
const PRICE = { reads: 0.06, writes: 0.18, deletes: 0.02 };

export const assumed = `${AGENCIES} agencies; a day each: ${DAILY.complaints} complaints, ${DAILY.tips} tips, ${DAILY.surveys} surveys, ${DAILY.views} page views that no cache answers, read into memory ${DAILY.loads} times; US$ ${PRICE.reads}/${PRICE.writes}/${PRICE.deletes} for 100,000 reads/writes/deletes`;

type Measured = Record<
  | 'complaint'
  | 'alert'
  | 'tip'
  | 'survey'
  | 'answer'
  | 'answered'
  | 'cold'
  | 'load'
  | 'minute'
  | 'chores'
  | 'cards'
  | 'night',
  Operations
>;

const times = ({ reads, writes, deletes }: Operations, by: number): Operations => ({
  reads: reads * by,
  writes: writes * by,
  deletes: deletes * by,
});
const plus = (...all: Operations[]): Operations => ({
  reads: all.reduce((sum, { reads }) => sum + reads, 0),
  writes: all.reduce((sum, { writes }) => sum + writes, 0),
  deletes: all.reduce((sum, { deletes }) => sum + deletes, 0),
});
const dollars = ({ reads, writes, deletes }: Operations): number =>
  (reads * PRICE.reads + writes * PRICE.writes + deletes * PRICE.deletes) / 100_000;

/** A day of the whole country, by what was measured of one agency. */
export function dayOfAll(measured: Measured): string {
  const { complaint, alert, tip, survey, answer, answered, cold, load, minute, chores, cards, night } =
    measured;
  const oneCase = plus(complaint, alert, answer, answered);
  const parts: [string, Operations][] = [
    ['cases', times(oneCase, AGENCIES * DAILY.complaints)],
    ['tips', times(tip, AGENCIES * DAILY.tips)],
    ['surveys', times(survey, AGENCIES * DAILY.surveys)],
    ['page views', times(cold, AGENCIES * DAILY.views)],
    ['agencies read', times(load, AGENCIES * DAILY.loads)],
    ['card times', times(cards, AGENCIES * 2)],
    ['nights', times(night, AGENCIES)],
    ['minutes', times(minute, MINUTES)],
    ['chores', times(chores, CHORES)],
  ];
  const line = (name: string, cost: Operations): string =>
    `| ${name} | ${Math.round(cost.reads)} | ${Math.round(cost.writes)} | ${Math.round(cost.deletes)} | ${dollars(cost).toFixed(2)} |`;
  return [
    '| a day of the whole country | reads | writes | deletes | US$ |',
    '| --- | --- | --- | --- | --- |',
    ...parts.map(([name, cost]) => line(name, cost)),
    line('all', plus(...parts.map(([, cost]) => cost))),
    '',
    `one case, answered: ${oneCase.reads} reads, ${oneCase.writes} writes, ${oneCase.deletes} deletes, US$ ${dollars(oneCase).toFixed(5)}`,
  ].join('\n');
}
