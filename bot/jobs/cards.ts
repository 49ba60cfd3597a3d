import { dayOf, timeOf } from '../../domain/calendar/day.ts';
import { agencyIds, forAgencies, type JobParts } from './each-agency.ts';

const HOUR_MILLISECONDS = 3_600_000;

/**
 * Morning cards of all agencies, for a program that always runs: looked at once an hour, an hour ahead, because each
 * agency has a time of its own for them. To be called every few minutes.
 */
export function createCards(parts: JobParts): () => Promise<void> {
  let done: string | undefined;
  return async () => {
    const now = parts.clock();
    const hour = `${dayOf(now)} ${timeOf(now).slice(0, 2)}`;
    if (hour === done) return;
    await forAgencies(parts, agencyIds(parts.documents), ({ jobs }) => jobs.cards(HOUR_MILLISECONDS));
    done = hour;
  };
}
