import { dayOf } from '../../domain/calendar/day.ts';
import { rebuildDistricts } from '../publish/district.ts';
import { possibleChores } from '../staff/cases/chores.ts';
import { agenciesWith } from './agencies-with.ts';
import { claimNight } from './claim-night.ts';
import { agencyIds, forAgencies, type JobParts } from './each-agency.ts';
import { sendDue } from './minute.ts';

/** Morning cards are prepared this long before an agency's own time for them. */
const AHEAD_MILLISECONDS = 6 * 3_600_000;

/** Agencies in which time alone may have made something of a case, each once. @throws StoreUnavailable */
async function* agenciesWithChores({ documents, clock }: JobParts): AsyncGenerator<string> {
  const seen = new Set<string>();
  for (const query of possibleChores(dayOf(clock()))) {
    for await (const agencyId of agenciesWith(documents, query)) {
      if (seen.has(agencyId)) continue;
      seen.add(agencyId);
      yield agencyId;
    }
  }
}

/**
 * What becomes of cases by time alone, in all agencies: four queries where there is nothing, however many agencies
 * there are. @throws StoreUnavailable
 */
export const choresOfAll = (parts: JobParts): Promise<void> =>
  forAgencies(parts, agenciesWithChores(parts), ({ jobs }) => jobs.chores());

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

/** What the district pages say, of every อำเภอ. @throws StoreUnavailable */
async function districtsOfAll({ documents, agencies }: JobParts): Promise<void> {
  const own = await agencies.find();
  if (own === undefined) return;
  await rebuildDistricts(documents, { agencyId: own.ground.agencyId, publicUrl: own.publicUrl });
}

/** What is done while everybody sleeps, once a day for each agency. @throws StoreUnavailable */
export async function atNight(parts: JobParts): Promise<void> {
  await forAgencies(parts, agencyIds(parts.documents), async ({ ground, jobs }) => {
    if (!(await claimNight(ground, dayOf(parts.clock())))) return;
    await jobs.chores();
    await jobs.erase();
    await jobs.retain();
    await jobs.reconcile();
    await jobs.publish();
  });
  await districtsOfAll(parts);
}
