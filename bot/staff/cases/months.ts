import { dayOf } from '../../../domain/calendar/day.ts';
import { fiscalYear, fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts';
import { casesIn, caseTallyKey } from '../../../domain/case/case-tally.ts';
import { type CarriedMonth, isConsistent, MonthsRecord } from '../../../domain/case/months.ts';
import { monthsOf } from '../../../domain/evidence/periods.ts';
import type { CarriedBody, MonthState, Months } from '../../../domain/staff/months.ts';
import type { StaffRefusal } from '../../../domain/staff/refusal.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import { CountedSince, Counters } from '../../publish/records.ts';
import type { Found, Write } from '../../store/documents.ts';
import type { StaffParts } from '../parts.ts';
import { republish } from '../republish.ts';
import type { StaffAnswer, StaffCall } from '../route.ts';
import { personOf } from './persons.ts';

interface Read {
  record: MonthsRecord;
  found: Found | undefined;
  since: string | undefined;
  received: Readonly<Record<string, number>>;
}

const none: MonthsRecord = { version: 1, carried: {}, checked: {} };

async function readYear({ ground: { documents, paths } }: StaffParts, year: number): Promise<Read> {
  const [found, since, tally] = await documents.readMany([
    paths.months(year),
    paths.tally('since'),
    paths.tally(caseTallyKey(year)),
  ]);
  return {
    record: found === undefined ? none : MonthsRecord.parse(found.data),
    found,
    since: CountedSince.safeParse(since?.data).data?.day,
    received: Counters.parse(tally?.data ?? {}),
  };
}

/** Whether the system did not count the whole month, so that somebody has to add it up. */
const mayCarry = (month: string, since: string | undefined): boolean =>
  since !== undefined && `${month}-01` < since;

const mayCheck = (month: string, today: string): boolean => month < today.slice(0, 7);

function stateOf(
  parts: StaffParts,
  { record, since, received }: Read,
  month: string,
  today: string,
): MonthState {
  const carried = record.carried[month];
  const checked = record.checked[month];
  return {
    month,
    received: casesIn(received, month, 'complaint').all,
    ...(carried === undefined ? {} : { carried: { ...carried, by: personOf(parts, carried.by) } }),
    ...(checked === undefined
      ? {}
      : { checked: { by: { ...personOf(parts, checked.by), name: checked.name }, day: checked.day } }),
    mayCarry: mayCarry(month, since),
    mayCheck: mayCheck(month, today),
  };
}

/** The months of a fiscal year that have begun. @throws StoreUnavailable */
export async function readMonths(parts: StaffParts, year: number, now: number): Promise<Months> {
  const today = dayOf(now);
  const read = await readYear(parts, year);
  const months = monthsOf(fiscalYear(year), today);
  return { year, months: months.map((month) => stateOf(parts, read, month, today)) };
}

const yearOf = (month: string): number => fiscalYearOf(`${month}-01`);

function keep(parts: StaffParts, year: number, found: Found | undefined, record: MonthsRecord): Write {
  const path = parts.ground.paths.months(year);
  return found === undefined
    ? { op: 'create', path, data: { ...record } }
    : { op: 'update', path, data: { ...record }, ifUpdatedAt: found.updateTime };
}

async function change(
  parts: StaffParts,
  { staff, params: { month }, now }: StaffCall<{ month: string }, undefined, unknown>,
  deed: { action: 'carried-over' | 'channels-checked'; note: string },
  plan: (read: Read) => MonthsRecord | { refuse: StaffRefusal },
): Promise<StaffAnswer> {
  const year = yearOf(month);
  const done = await commitAudited<StaffRefusal>(parts.ground, parts.clock, async () => {
    const read = await readYear(parts, year);
    const next = plan(read);
    if ('refuse' in next) return next;
    const deeds = [{ by: staff.id, about: month, ...deed }];
    return { writes: [keep(parts, year, read.found, next)], deeds };
  });
  const now_ = stateOf(parts, await readYear(parts, year), month, dayOf(now));
  if (!done.done) return { refuse: done.why, now: now_ };
  await republish(parts);
  return { json: now_ };
}

type Totals = Pick<CarriedMonth, 'received' | 'done' | 'referred' | 'declined'>;

const totalsOf = ({ received, done, referred, declined }: Totals): Totals => ({
  received,
  done,
  referred,
  declined,
});

/** Carries totals of a month over (ยอดยกมา) that the system did not count whole. */
export function carryOver(
  parts: StaffParts,
  call: StaffCall<{ month: string }, undefined, CarriedBody>,
): Promise<StaffAnswer> {
  const { params, body, staff, now } = call;
  const totals = totalsOf(body);
  const note = `${totals.received}/${totals.done}/${totals.referred}/${totals.declined}`;
  return change(parts, call, { action: 'carried-over', note }, ({ record, since }) => {
    if (!isConsistent(totals)) return { refuse: 'bad_shape' };
    if (!mayCarry(params.month, since)) return { refuse: 'not_now' };
    const was = record.carried[params.month];
    const isAsShown =
      JSON.stringify(was ? totalsOf(was) : null) === JSON.stringify(body.was && totalsOf(body.was));
    if (!isAsShown) return { refuse: 'changed' };
    const carried = { ...totals, by: staff.id, day: dayOf(now) };
    return { ...record, carried: { ...record.carried, [params.month]: carried } };
  });
}

/** Somebody says, by name, that every channel was checked for a month that is over ("ตรวจครบทุกช่องทางแล้ว"). */
export function checkChannels(
  parts: StaffParts,
  call: StaffCall<{ month: string }, undefined, unknown>,
): Promise<StaffAnswer> {
  const { params, staff, now } = call;
  const today = dayOf(now);
  return change(parts, call, { action: 'channels-checked', note: staff.name }, ({ record }) => {
    if (!mayCheck(params.month, today)) return { refuse: 'too_soon' };
    if (record.checked[params.month] !== undefined) return { refuse: 'exists' };
    const checked = { by: staff.id, name: staff.name, day: today };
    return { ...record, checked: { ...record.checked, [params.month]: checked } };
  });
}
