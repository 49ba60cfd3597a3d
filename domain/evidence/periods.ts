import { z } from 'zod';
import { fiscalYear, type HalfYear, halfYearOf, type Period } from '../calendar/fiscal-year.ts';
import { thaiDate } from '../calendar/thai-date.ts';
import { evidenceWords } from '../catalogue/evidence.ts';
import type { EvidencePeriod } from './content.ts';

/** What a page of statistics covers: the first six months of its year, or the whole year before. */
export const Preset = z.enum(['first-half', 'previous-year']);
export type Preset = z.infer<typeof Preset>;

/** The half-years of a preset for evidence of a fiscal year (Buddhist), oldest first. */
export function halvesOf(preset: Preset, year: number): HalfYear[] {
  if (preset === 'first-half') return [halfYearOf(fiscalYear(year).from)];
  const { from, to } = fiscalYear(year - 1);
  return [halfYearOf(from), halfYearOf(to)];
}

/** Whether a half-year's last day is over on `today`, an ISO day in Asia/Bangkok. */
export const isClosed = ({ to }: Period, today: string): boolean => to < today;

export const presetPeriod = (preset: Preset, year: number): Period => {
  const halves = halvesOf(preset, year);
  return { from: halves.at(0)?.from ?? '', to: halves.at(-1)?.to ?? '' };
};

/** `1 ตุลาคม 2566 – 31 มีนาคม 2567` */
export const periodWords = ({ from, to }: Period): string =>
  `${thaiDate(from, 'long')} – ${thaiDate(to, 'long')}`;

export const halfLabel = ({ half, fiscalYear: year }: HalfYear): string => evidenceWords.half(half, year);

/** A preset's period as far as it has come by `today`, in words. */
export function coveredPeriod(preset: Preset, year: number, today: string): EvidencePeriod {
  const period = presetPeriod(preset, year);
  const to = period.to < today ? period.to : today;
  return {
    from: period.from,
    to,
    words: evidenceWords.covered(
      thaiDate(to, 'long'),
      periodWords({ from: period.from, to }),
      evidenceWords.presets[preset],
    ),
  };
}

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
