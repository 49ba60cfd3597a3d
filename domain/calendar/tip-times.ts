import { addDays, dayOf, instantOf } from './day.ts';

/** The first of the daily times (`HH:MM`, Asia/Bangkok) that comes after an instant, as an instant. */
export function nextTipTime(times: readonly [string, string], instant: number): number {
  const today = dayOf(instant);
  const candidates = [today, addDays(today, 1)].flatMap((day) => times.map((time) => instantOf(day, time)));
  return Math.min(...candidates.filter((candidate) => candidate > instant));
}
