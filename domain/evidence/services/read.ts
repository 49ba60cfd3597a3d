import type { Service } from '../../agency/agency.ts';
import type { Ways } from '../../service/counts.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { monthsOf, presetPeriod } from '../periods.ts';

/** Counts added up, with how many of the entries they need were made. */
export type Summed = Ways & { readonly entered: number; readonly of: number };

/** What was entered of the services of a document's period. */
export type ServicesRead = {
  /** Months of the period that are over (`YYYY-MM`). */
  readonly months: readonly string[];
  /** Those that are offered, and those that are not any more but were entered. */
  readonly services: readonly Service[];
  readonly countOf: (service: string, month: string) => Ways | undefined;
  /** Of some services in some months. */
  readonly sumOf: (services: readonly Service[], months: readonly string[]) => Summed;
};

/** Reads the monthly counts; what was not entered stays not entered, and is never zero. */
export function readServices({
  agency,
  preset,
  fiscalYear,
  today,
  serviceMonths,
}: EvidenceInputs): ServicesRead {
  const months = monthsOf(presetPeriod(preset, fiscalYear), today).filter(
    (month) => month < today.slice(0, 7),
  );
  const countOf = (service: string, month: string): Ways | undefined =>
    serviceMonths[month]?.services[service]?.now;
  const retired = agency.retired.services.filter(({ id }) =>
    months.some((month) => countOf(id, month) !== undefined),
  );
  return {
    months,
    services: [...agency.services, ...retired],
    countOf,
    sumOf(services, of) {
      const counts = services.flatMap(({ id }) => of.map((month) => countOf(id, month)));
      const entered = counts.flatMap((count) => count ?? []);
      return {
        walkIn: entered.reduce((sum, { walkIn }) => sum + walkIn, 0),
        online: entered.reduce((sum, { online }) => sum + online, 0),
        entered: entered.length,
        of: counts.length,
      };
    },
  };
}
