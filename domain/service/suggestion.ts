import type { Service } from '../agency/agency.ts';
import { categoryCount, onlineCategoryCount } from '../case/case-tally.ts';
import { type Tally, tallyOfMonths } from '../survey/tally.ts';
import type { Ways } from './counts.ts';

/** What the system itself counted of a service in a month, to begin from; `from` says of what. */
export type Suggestion = Ways & { readonly from: 'cases' | 'survey' };

/**
 * From the cases of the category that goes with the service, which are its requests; else from how many rated it,
 * which are fewer than were served: over LINE, and at the counter. Undefined where nothing was counted.
 */
export function suggestionFor(
  { category }: Pick<Service, 'category'>,
  month: string,
  cases: Tally,
  survey: Tally,
): Suggestion | undefined {
  const asked = category === undefined ? 0 : categoryCount(cases, month, category);
  if (category !== undefined && asked > 0) {
    const online = onlineCategoryCount(cases, month, category);
    return { walkIn: asked - online, online, from: 'cases' };
  }
  const rated = tallyOfMonths(survey, [month]);
  const online = rated.channel_line ?? 0;
  const walkIn = (rated.n ?? 0) - online;
  return online + walkIn === 0 ? undefined : { walkIn, online, from: 'survey' };
}
