import { fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts';
import { caseTallyKey } from '../../../domain/case/case-tally.ts';
import { numbersOf } from '../../../domain/case/numbers.ts';
import { monthsOf } from '../../../domain/evidence/periods.ts';
import type { Numbers, NumbersQuery } from '../../../domain/staff/numbers.ts';
import { addTallies, monthRatings } from '../../../domain/survey/tally.ts';
import { Counters } from '../../publish/records.ts';
import type { StaffParts } from '../parts.ts';

/** Numbers of some months: a document a fiscal year, and one a year and service. @throws StoreUnavailable */
export async function readNumbers(parts: StaffParts, { from, to }: NumbersQuery): Promise<Numbers> {
  const { documents, paths } = parts.ground;
  const { agency } = parts.current();
  const months = monthsOf({ from: `${from}-01`, to: `${to}-28` }, `${to}-28`);
  const years = [...new Set(months.map((month) => fiscalYearOf(`${month}-01`)))];
  const services = [...agency.services, ...agency.retired.services];
  const [cases, surveys] = await Promise.all([
    documents.readMany(years.map((year) => paths.tally(caseTallyKey(year)))),
    documents.readMany(
      years.flatMap((year) => services.map(({ id }) => paths.tally(`survey-${year}-${id}`))),
    ),
  ]);
  const counters = cases.map((one) => Counters.parse(one?.data ?? {}));
  const answers = addTallies(surveys.map((one) => Counters.parse(one?.data ?? {})));
  return numbersOf(
    agency,
    months.map((month) => ({
      month,
      cases: counters[years.indexOf(fiscalYearOf(`${month}-01`))] ?? {},
      ratings: monthRatings(answers, month),
    })),
  );
}
