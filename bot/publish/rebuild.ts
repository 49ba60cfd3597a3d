import { dayOf } from '../../domain/calendar/day.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import type { Report } from '../../domain/ita/report.ts';
import { type HomeInputs, homePage } from '../../domain/published/home-page.ts';
import { OIT_INDEX, oitIndex } from '../../domain/published/oit.ts';
import type { CurrentAgency } from '../agency/load.ts';
import { frameOf } from '../pages/frame.ts';
import { pathsOf } from '../records/paths.ts';
import type { Documents } from '../store/documents.ts';
import { keepDistrict } from './district.ts';
import { readHeads } from './evidence-store.ts';
import { gatherInputs } from './gather.ts';
import { plain } from './plain.ts';
import { IndicatorsRecord, ProgressRecord } from './records.ts';

/** What published pages are rebuilt with. `now` is milliseconds since the epoch. */
export interface PublishGround {
  documents: Documents;
  current: CurrentAgency;
  publicUrl: string;
  now: number;
}

/** How many fiscal years back results are looked for. */
const YEARS = 8;

/** Every year's result as it was imported, approved and withdrawn, newest first. @throws StoreUnavailable */
export async function readYears({
  documents,
  current,
  now,
}: Omit<PublishGround, 'publicUrl'>): Promise<IndicatorsRecord[]> {
  const newest = fiscalYearOf(dayOf(now)) + 1;
  const paths = pathsOf(current.agency.id);
  const years = Array.from({ length: YEARS }, (_, back) => newest - back);
  const found = await documents.readMany(years.map((year) => paths.indicators(year)));
  return found.flatMap((one) => IndicatorsRecord.safeParse(one?.data).data ?? []);
}

/** The newest approved report. @throws StoreUnavailable */
export const newestReport = async (ground: Omit<PublishGround, 'publicUrl'>): Promise<Report | undefined> =>
  (await readYears(ground)).flatMap(({ approved }) => approved?.report ?? [])[0];

/** The measures of a year and how far they have come, as approved. @throws StoreUnavailable */
export async function readProgress(
  { documents, current }: PublishGround,
  fiscalYear: number,
): Promise<ProgressRecord | undefined> {
  const found = await documents.read(pathsOf(current.agency.id).progress(fiscalYear));
  return ProgressRecord.safeParse(found?.data).data;
}

/** The newest year's measures of which it was approved how far they have come. @throws StoreUnavailable */
async function readNewestProgress({ documents, current, now }: PublishGround) {
  const newest = fiscalYearOf(dayOf(now)) + 1;
  const paths = pathsOf(current.agency.id);
  const years = Array.from({ length: YEARS }, (_, back) => newest - back);
  const found = await documents.readMany(years.map(paths.progress));
  return found.flatMap((one) => ProgressRecord.safeParse(one?.data).data ?? [])[0];
}

/**
 * What the public page is put together from: a bounded number of documents, however many cases there are.
 * @throws StoreUnavailable
 */
export async function gatherHome(ground: PublishGround): Promise<HomeInputs> {
  const { documents, current, publicUrl, now } = ground;
  const today = dayOf(now);
  const fiscalYear = fiscalYearOf(today);
  const presets = ['first-half', 'previous-year'] as const;
  const [heads, years, measures, inputs] = await Promise.all([
    readHeads(documents, current),
    readYears(ground),
    readNewestProgress(ground),
    gatherInputs(documents, current, { fiscalYear, presets, today, publicUrl }),
  ]);
  const results = years.flatMap(({ approved }) => approved ?? []);
  return {
    ...inputs,
    heads,
    results,
    withdrawn: years.flatMap(({ fiscalYear: year, withdrawn }) =>
      withdrawn === undefined ? [] : [{ ...withdrawn, fiscalYear: year }],
    ),
    ...(measures === undefined ? {} : { progress: { fiscalYear: measures.fiscalYear, list: measures.list } }),
  };
}

/**
 * Writes the pages anew that follow from counts and approvals. Approved evidence is left as it is.
 * @throws StoreUnavailable
 */
export async function rebuildPages(ground: PublishGround): Promise<void> {
  const { documents, current } = ground;
  const inputs = await gatherHome(ground);
  const paths = pathsOf(current.agency.id);
  const home = homePage(inputs);
  await documents.commit([
    {
      op: 'set',
      path: paths.published(OIT_INDEX),
      data: plain(oitIndex(frameOf(current), inputs.heads)),
    },
    { op: 'set', path: paths.published('home'), data: plain(home) },
  ]);
  await keepDistrict(documents, home, ground.publicUrl);
}
