import { z } from 'zod';
import { addDays } from '../calendar/day.ts';
import { fiscalYear, type HalfYear, halfYearOf, type Period } from '../calendar/fiscal-year.ts';
import { thaiDate } from '../calendar/thai-date.ts';
import { evidenceWords } from '../catalogue/evidence.ts';
import type { EvidencePeriod } from './content.ts';

/**
 * What a document covers, of the fiscal year that it belongs to: all of it, a half, a quarter, a month (named by its
 * number in the calendar), or the whole fiscal year before.
 */
export const Preset = z.enum([
  'whole-year',
  'first-half',
  'second-half',
  'previous-year',
  'quarter-1',
  'quarter-2',
  'quarter-3',
  'quarter-4',
  'month-10',
  'month-11',
  'month-12',
  'month-01',
  'month-02',
  'month-03',
  'month-04',
  'month-05',
  'month-06',
  'month-07',
  'month-08',
  'month-09',
]);
export type Preset = z.infer<typeof Preset>;

/** How many months into the fiscal year a preset begins, and how many it has. */
function spanOf(preset: Preset): readonly [first: number, months: number] {
  switch (preset) {
    case 'whole-year':
    case 'previous-year':
      return [0, 12];
    case 'first-half':
      return [0, 6];
    case 'second-half':
      return [6, 6];
    case 'quarter-1':
    case 'quarter-2':
    case 'quarter-3':
    case 'quarter-4':
      return [(Number(preset.slice(-1)) - 1) * 3, 3];
    default:
      return [(Number(preset.slice(-2)) + 2) % 12, 1];
  }
}

/** First and last day of a preset for a document of a fiscal year (Buddhist). */
export function presetPeriod(preset: Preset, year: number): Period {
  const [first, months] = spanOf(preset);
  let month = fiscalYear(preset === 'previous-year' ? year - 1 : year).from.slice(0, 7);
  for (let n = 0; n < first; n += 1) month = nextMonth(month);
  const from = `${month}-01`;
  for (let n = 0; n < months; n += 1) month = nextMonth(month);
  return { from, to: addDays(`${month}-01`, -1) };
}

/** The half-years that lie whole in a preset, oldest first: none in a quarter or a month. */
export function halvesOf(preset: Preset, year: number): HalfYear[] {
  const { from, to } = presetPeriod(preset, year);
  const halves = [halfYearOf(from), halfYearOf(to)].filter((half) => from <= half.from && half.to <= to);
  return halves.filter((half, at) => halves.findIndex((other) => other.from === half.from) === at);
}

/** Whether a half-year's last day is over on `today`, an ISO day in Asia/Bangkok. */
export const isClosed = ({ to }: Period, today: string): boolean => to < today;

/** `1 ตุลาคม 2566 – 31 มีนาคม 2567` */
export const periodWords = ({ from, to }: Period): string =>
  `${thaiDate(from, 'long')} – ${thaiDate(to, 'long')}`;

export const halfLabel = ({ half, fiscalYear: year }: HalfYear): string => evidenceWords.half(half, year);

/** A period as far as it has come by `today`, in words; one that has not begun is said to be so. */
export function coveredUntil(period: Period, label: string, today: string): EvidencePeriod {
  const { from } = period;
  if (today < from) {
    return { ...period, words: evidenceWords.notBegunPeriod(periodWords(period), label) };
  }
  const to = period.to < today ? period.to : today;
  return { from, to, words: evidenceWords.covered(thaiDate(to, 'long'), periodWords({ from, to }), label) };
}

/** A preset's period as far as it has come by `today`, in words. */
export const coveredPeriod = (preset: Preset, year: number, today: string): EvidencePeriod =>
  coveredUntil(presetPeriod(preset, year), presetLabel(preset, year), today);

/** `ไตรมาสที่ 1 (ต.ค.–ธ.ค.) ปีงบประมาณ 2570`; of the year before, the year that it is. */
export const presetLabel = (preset: Preset, year: number): string =>
  preset === 'previous-year'
    ? evidenceWords.year(year - 1)
    : evidenceWords.presetOf(evidenceWords.presets[preset], year);

/** The months (`YYYY-MM`) of a period, those that begin after `today` left out. */
export function monthsOf({ from, to }: Period, today: string): string[] {
  const months: string[] = [];
  const last = (to < today ? to : today).slice(0, 7);
  for (let month = from.slice(0, 7); month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(month: string): string {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5, 7));
  const [nextYear, next] = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${String(nextYear).padStart(4, '0')}-${String(next).padStart(2, '0')}`;
}

/** `ต.ค. 2566` */
export const monthLabel = (month: string): string => thaiDate(`${month}-01`, 'medium').replace(/^\S+ /, '');
