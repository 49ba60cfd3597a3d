import { dayOf } from '../../domain/calendar/day.ts';
import { claimNight } from './claim-night.ts';
import { agencyIds, forAgencies, type JobParts } from './each-agency.ts';
import { sendDue } from './minute.ts';

/** Morning cards are prepared this long before an agency's own time for them. */
const AHEAD_MILLISECONDS = 6 * 3_600_000;

/** What becomes of cases by time alone, in all agencies. @throws StoreUnavailable */
export const choresOfAll = (parts: JobParts): Promise<void> =>
  forAgencies(parts, agencyIds(parts.documents), ({ jobs }) => jobs.chores());

/**
 * At the times at which tips are listed and people look at their cards: cards, escalation, pages anew, and all that
 * is due. @throws StoreUnavailable
 */
export async function atCardTimes(parts: JobParts): Promise<void> {
  await forAgencies(parts, agencyIds(parts.documents), async ({ jobs }) => {
    await jobs.cards(AHEAD_MILLISECONDS);
    await jobs.chores();
    await jobs.publish();
  });
  await sendDue(parts);
}

/** What is done while everybody sleeps, once a day for each agency. @throws StoreUnavailable */
export const atNight = (parts: JobParts): Promise<void> =>
  forAgencies(parts, agencyIds(parts.documents), async ({ ground, jobs }) => {
    if (!(await claimNight(ground, dayOf(parts.clock())))) return;
    await jobs.chores();
    await jobs.reconcile();
    await jobs.publish();
  });
