import { z } from 'zod';
import { placeLabel } from '../../../domain/agency/routing.ts';
import type { Staff } from '../../../domain/agency/staff.ts';
import { dayOf, daysBetween } from '../../../domain/calendar/day.ts';
import { workingDaysBetween } from '../../../domain/calendar/working-days.ts';
import { audiencesFor } from '../../../domain/case/audience.ts';
import type { Case } from '../../../domain/case/case.ts';
import { coveredPeriod, presetPeriod } from '../../../domain/evidence/periods.ts';
import {
  REGISTER_PAGE,
  type RegisterAnswer,
  type RegisterQuery,
  type RegisterRow,
} from '../../../domain/staff/documents.ts';
import { visibleIn } from '../cases/visible.ts';
import type { StaffParts } from '../parts.ts';

/** Where a page ended: the day on which its last case came, and its number. */
const Cursor = z.tuple([z.iso.date(), z.string()]);

function rowOf({ current }: StaffParts, record: Case): RegisterRow {
  const { agency } = current();
  const labelIn = (all: readonly { id: string; label: string }[], id: string): string =>
    all.find((one) => one.id === id)?.label ?? id;
  const { number, kind, received, channel, category, where, unit, due, status } = record;
  const { firstAnswered, resolved, waiting, outcome, mischief } = record;
  return {
    number,
    kind,
    received,
    channel,
    ...(category === undefined
      ? {}
      : { category: labelIn([...agency.categories, ...agency.retired.categories], category) }),
    ...(where.place === undefined ? {} : { place: placeLabel(agency, where.place) }),
    unit: labelIn([...agency.units, ...agency.retired.units], unit),
    due,
    ...(firstAnswered === undefined
      ? {}
      : {
          answered: {
            day: firstAnswered,
            days: Math.max(0, daysBetween(received, firstAnswered)),
            workingDays: workingDaysBetween(received, firstAnswered, agency.officeHours, agency.holidays),
          },
        }),
    ...(resolved === undefined ? {} : { resolved }),
    status,
    ...(waiting === undefined ? {} : { waitsUntil: waiting.until }),
    ...(outcome?.outcome === 'referred' ? { to: outcome.to } : {}),
    mischief: mischief?.confirmedBy !== undefined,
  };
}

function afterOf({ ground }: StaffParts, sealed: string | undefined): [string, string] | 'none' | undefined {
  if (sealed === undefined) return 'none';
  const opened = ground.secrets.openCursor(sealed);
  return opened === undefined ? undefined : Cursor.safeParse(JSON.parse(opened)).data;
}

/**
 * A page of the cases that came in a period, as far as somebody may see them: one query, however many there are.
 * Tips are in none. Undefined where the cursor is none of ours.
 * @throws StoreUnavailable
 */
export async function readRegister(
  parts: StaffParts,
  staff: Staff,
  { year, preset, cursor }: RegisterQuery,
): Promise<RegisterAnswer | undefined> {
  const { documents, paths, secrets } = parts.ground;
  const { agency } = parts.current();
  const after = afterOf(parts, cursor);
  if (after === undefined) return undefined;
  const { from, to } = presetPeriod(preset, year);
  const found = await documents.query({
    collection: paths.cases,
    where: [
      ['audience', 'in', audiencesFor(staff, agency)],
      ['received', '>=', from],
      ['received', '<=', to],
    ],
    orderBy: [
      ['received', 'asc'],
      ['number', 'asc'],
    ],
    limit: REGISTER_PAGE + 1,
    ...(after === 'none' ? {} : { startAfter: after }),
  });
  const page = found.slice(0, REGISTER_PAGE);
  const last = Cursor.safeParse([page.at(-1)?.data.received, page.at(-1)?.data.number]).data;
  return {
    period: coveredPeriod(preset, year, dayOf(parts.clock())),
    firstAnswerDays: agency.firstAnswerDays,
    rows: page.flatMap((one) => {
      const seen = visibleIn(parts, staff, one);
      return seen === undefined ? [] : [rowOf(parts, seen.record)];
    }),
    ...(found.length <= REGISTER_PAGE || last === undefined
      ? {}
      : { next: secrets.sealCursor(JSON.stringify(last)) }),
  };
}

/** The whole register of a period, page after page. @throws StoreUnavailable */
export async function readWholeRegister(
  parts: StaffParts,
  staff: Staff,
  { year, preset }: Pick<RegisterQuery, 'year' | 'preset'>,
): Promise<RegisterAnswer> {
  const first = await readRegister(parts, staff, { year, preset });
  if (first === undefined) throw new Error('a register begins without a cursor');
  const rows = [...first.rows];
  let { next } = first;
  while (next !== undefined) {
    const page = await readRegister(parts, staff, { year, preset, cursor: next });
    rows.push(...(page?.rows ?? []));
    next = page?.next;
  }
  const { period, firstAnswerDays } = first;
  return { period, firstAnswerDays, rows };
}
