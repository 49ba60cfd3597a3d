import { dayOf } from '../../domain/calendar/day.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { homePage } from '../../domain/published/home-page.ts';
import { OIT_INDEX, oitIndex } from '../../domain/published/oit.ts';
import type { CurrentAgency } from '../agency/load.ts';
import { pathsOf } from '../records/paths.ts';
import type { Documents } from '../store/documents.ts';
import { readHeads } from './evidence-store.ts';
import { gatherInputs } from './gather.ts';
import { plain } from './plain.ts';
import { type ApprovedResult, IndicatorsRecord } from './records.ts';

/** What published pages are rebuilt with. `now` is milliseconds since the epoch. */
export interface PublishGround {
  documents: Documents;
  current: CurrentAgency;
  publicUrl: string;
  now: number;
}

/** How many fiscal years back results are looked for. */
const YEARS = 8;

/** The approved results, newest first. */
async function readResults({ documents, current }: PublishGround, newest: number): Promise<ApprovedResult[]> {
  const paths = pathsOf(current.agency.id);
  const years = Array.from({ length: YEARS }, (_, back) => newest - back);
  const found = await documents.readMany(years.map((year) => paths.indicators(year)));
  return found.flatMap((one) => IndicatorsRecord.safeParse(one?.data).data?.approved ?? []);
}

/**
 * Writes the pages anew that follow from counts and approvals: a bounded number of documents is read, however
 * many cases there are. Approved evidence is left as it is.
 * @throws StoreUnavailable
 */
export async function rebuildPages(ground: PublishGround): Promise<void> {
  const { documents, current, publicUrl, now } = ground;
  const today = dayOf(now);
  const fiscalYear = fiscalYearOf(today);
  const presets = ['first-half', 'previous-year'] as const;
  const [heads, results, inputs] = await Promise.all([
    readHeads(documents, current),
    readResults(ground, fiscalYear),
    gatherInputs(documents, current, { fiscalYear, presets, today, publicUrl }),
  ]);
  const paths = pathsOf(current.agency.id);
  await documents.commit([
    {
      op: 'set',
      path: paths.published(OIT_INDEX),
      data: plain(oitIndex(current.agency, heads)),
    },
    { op: 'set', path: paths.published('home'), data: plain(homePage({ ...inputs, results, heads })) },
  ]);
}
