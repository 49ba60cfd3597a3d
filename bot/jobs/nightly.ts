import { dayOf, timeOf } from '../../domain/calendar/day.ts';
import { atNight } from './daily.ts';
import type { JobParts } from './each-agency.ts';

/** When a night's work may begin, in Bangkok. */
const FROM = '02:00';

/**
 * The night's work for a program that always runs: once a day, from two in the morning; on a machine that is switched
 * off at night, as soon as it runs again. To be called every few minutes; not at the very start, when people wait.
 */
export function createNightly(parts: JobParts): () => Promise<void> {
  let began = false;
  let done: string | undefined;
  return async () => {
    const now = parts.clock();
    const today = dayOf(now);
    const isFirst = !began;
    began = true;
    if (isFirst || today === done || timeOf(now) < FROM) return;
    await atNight(parts);
    done = today;
  };
}
