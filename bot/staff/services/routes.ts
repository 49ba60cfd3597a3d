import { dayOf } from '../../../domain/calendar/day.ts';
import { fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts';
import { MonthParams, MonthsQuery } from '../../../domain/staff/months.ts';
import { ServiceCountsBody } from '../../../domain/staff/service-counts.ts';
import { isEvidenceYear } from '../../publish/gather.ts';
import { type StaffRoute, staffRoute } from '../route.ts';
import { enterCounts, readCounts, readServiceMonths } from './counts.ts';

const isKnownYear = (year: number, now: number): boolean =>
  isEvidenceYear(year, dayOf(now)) && year <= fiscalYearOf(dayOf(now));

/** How often each service was given, by month, as officers enter it. */
export const serviceRoutes: readonly StaffRoute[] = [
  staffRoute({
    method: 'get',
    path: '/service-counts',
    roles: ['officer', 'admin', 'executive'],
    query: MonthsQuery,
    handle: async (parts, { query: { year }, now }) =>
      isKnownYear(year, now) ? { json: await readServiceMonths(parts, year, now) } : { refuse: 'bad_shape' },
  }),
  staffRoute({
    method: 'get',
    path: '/service-counts/:month',
    roles: ['officer', 'admin', 'executive'],
    params: MonthParams,
    handle: async (parts, call) =>
      isKnownYear(fiscalYearOf(`${call.params.month}-01`), call.now)
        ? { json: await readCounts(parts, call) }
        : { refuse: 'bad_shape' },
  }),
  staffRoute({
    method: 'put',
    path: '/service-counts/:month',
    roles: ['officer', 'admin'],
    params: MonthParams,
    body: ServiceCountsBody,
    handle: async (parts, call) =>
      isKnownYear(fiscalYearOf(`${call.params.month}-01`), call.now)
        ? enterCounts(parts, call)
        : { refuse: 'bad_shape' },
  }),
];
