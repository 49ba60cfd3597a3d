import { dayOf } from '../../../domain/calendar/day.ts';
import { fiscalYear, fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts';
import { caseTallyKey } from '../../../domain/case/case-tally.ts';
import { monthsOf } from '../../../domain/evidence/periods.ts';
import {
  type EnteredCount,
  entered,
  noServices,
  ServiceMonth,
  waysOf,
} from '../../../domain/service/counts.ts';
import { suggestionFor } from '../../../domain/service/suggestion.ts';
import type { StaffRefusal } from '../../../domain/staff/refusal.ts';
import type {
  ServiceCounts,
  ServiceCountsBody,
  ServiceMonths,
} from '../../../domain/staff/service-counts.ts';
import { surveyTallyId } from '../../../domain/survey/tally.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import { plain } from '../../publish/plain.ts';
import { Counters } from '../../publish/records.ts';
import type { Found, Write } from '../../store/documents.ts';
import { personOf } from '../cases/persons.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer, StaffCall } from '../route.ts';

/** What the audit's note of a deed can hold. */
const NOTE_MOST = 300;

const recordIn = (found: Found | undefined): ServiceMonth =>
  found === undefined ? noServices : ServiceMonth.parse(found.data);

/** A month can be counted once it is over. */
const isOver = (month: string, now: number): boolean => month < dayOf(now).slice(0, 7);

type Asked = Pick<StaffCall<{ month: string }, undefined, unknown>, 'staff' | 'params' | 'now'>;

/**
 * A month's counts of every service that is offered, with what the system itself counted: the month's document, the
 * year's cases, and the year's answers of each service.
 * @throws StoreUnavailable
 */
export async function readCounts(
  parts: StaffParts,
  { staff, params: { month }, now }: Asked,
): Promise<ServiceCounts> {
  const { documents, paths } = parts.ground;
  const { agency } = parts.current();
  const year = fiscalYearOf(`${month}-01`);
  const [found, cases, ...surveys] = await documents.readMany([
    paths.serviceMonth(month),
    paths.tally(caseTallyKey(year)),
    ...agency.services.map(({ id }) => paths.tally(surveyTallyId(year, id))),
  ]);
  const { services } = recordIn(found);
  const shown = ({ by, ...count }: EnteredCount) => ({ ...count, by: personOf(parts, by) });
  const counted = Counters.parse(cases?.data ?? {});
  return {
    month,
    mayEnter: isOver(month, now),
    services: agency.services.map((service, at) => {
      const { id, label, unit } = service;
      const entry = services[id];
      const suggested = suggestionFor(service, month, counted, Counters.parse(surveys[at]?.data ?? {}));
      return {
        id,
        label,
        unit,
        isMine: staff.unit === undefined || staff.unit === unit,
        ...(entry === undefined ? {} : { entered: shown(entry.now) }),
        former: (entry?.former ?? []).map(shown),
        ...(suggested === undefined ? {} : { suggested }),
      };
    }),
  };
}

/** How far each month of a fiscal year that is over was entered. @throws StoreUnavailable */
export async function readServiceMonths(
  parts: StaffParts,
  year: number,
  now: number,
): Promise<ServiceMonths> {
  const { documents, paths } = parts.ground;
  const ids = parts.current().agency.services.map(({ id }) => id);
  const months = monthsOf(fiscalYear(year), dayOf(now)).filter((month) => isOver(month, now));
  const found = await documents.readMany(months.map(paths.serviceMonth));
  return {
    year,
    months: months.map((month, at) => {
      const { services } = recordIn(found[at]);
      return { month, entered: ids.filter((id) => services[id] !== undefined).length, of: ids.length };
    }),
  };
}

/** The record with what is new of the rows; `changed` where somebody entered something else meanwhile. */
function withRows(
  record: ServiceMonth,
  { rows }: ServiceCountsBody,
  signed: Pick<EnteredCount, 'by' | 'day'>,
): ServiceMonth | 'changed' {
  const services = { ...record.services };
  for (const { service, was, ...ways } of rows) {
    const entry = services[service];
    const shown = entry === undefined ? null : waysOf(entry.now);
    if (JSON.stringify(shown) !== JSON.stringify(was && waysOf(was))) return 'changed';
    if (JSON.stringify(shown) === JSON.stringify(waysOf(ways))) continue;
    services[service] = entered(entry, { ...waysOf(ways), ...signed });
  }
  return { ...record, services };
}

/** Enters or corrects a month's counts, all rows or none; services that are not offered are refused. */
export async function enterCounts(
  parts: StaffParts,
  call: StaffCall<{ month: string }, undefined, ServiceCountsBody>,
): Promise<StaffAnswer> {
  const { staff, params, body, now } = call;
  const { month } = params;
  const offered = new Set(parts.current().agency.services.map(({ id }) => id));
  if (!body.rows.every(({ service }) => offered.has(service))) return { refuse: 'bad_shape' };
  if (!isOver(month, now)) return { refuse: 'too_soon' };
  const { documents, paths } = parts.ground;
  const path = paths.serviceMonth(month);
  const done = await commitAudited<StaffRefusal>(parts.ground, parts.clock, async () => {
    const found = await documents.read(path);
    const next = withRows(recordIn(found), body, { by: staff.id, day: dayOf(now) });
    if (next === 'changed') return { refuse: 'changed' };
    const data = plain(next);
    const write: Write =
      found === undefined
        ? { op: 'create', path, data }
        : { op: 'update', path, data, ifUpdatedAt: found.updateTime };
    const note = body.rows
      .map(({ service, walkIn, online }) => `${service} ${walkIn}/${online}`)
      .join(' ')
      .slice(0, NOTE_MOST);
    return { writes: [write], deeds: [{ by: staff.id, about: month, action: 'services-counted', note }] };
  });
  const counts = await readCounts(parts, call);
  return done.done ? { json: counts } : { refuse: done.why, now: counts };
}
