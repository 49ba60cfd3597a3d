import type { Staff } from '../../../domain/agency/staff.ts';
import { dayOf } from '../../../domain/calendar/day.ts';
import { fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts';
import { planOf } from '../../../domain/measures/edit.ts';
import type { NamedMeasure, Step } from '../../../domain/measures/measure.ts';
import { mayTick } from '../../../domain/measures/responsible.ts';
import type { MeasureRow, MeasuresAnswer, StepRow } from '../../../domain/staff/measures.ts';
import { readAllMeasures } from '../../measures/store.ts';
import { newestReport, readProgress } from '../../publish/rebuild.ts';
import { editionOf } from '../edition.ts';
import type { StaffParts } from '../parts.ts';
import { publishGround } from '../publish/matter.ts';

/** How many fiscal years back plans are shown. */
const YEARS_BACK = 5;

const nameOf = ({ current }: StaffParts, id: string): string | undefined =>
  current().staff.find((one) => one.id === id)?.name;

/** Names the plan's part of a measure as it now is, whatever was done meanwhile. */
export const planEdition = (measure: NamedMeasure): string => editionOf([planOf(measure), measure.removed]);

const stepRow = (parts: StaffParts, step: Step): StepRow => {
  const edition = editionOf(step);
  if (step.state === 'open') return { ...step, edition };
  const { by: id, ...rest } = step;
  const by = nameOf(parts, id);
  return { ...rest, edition, ...(by === undefined ? {} : { by }) };
};

export function measureRow(parts: StaffParts, measure: NamedMeasure, asking: Staff): MeasureRow {
  const { version: _, steps, removed, ...rest } = measure;
  const by = removed && nameOf(parts, removed.by);
  return {
    ...rest,
    edition: planEdition(measure),
    steps: steps.map((step) => stepRow(parts, step)),
    mayTick: removed === undefined && mayTick(asking, measure),
    ...(removed === undefined ? {} : { removed: { day: removed.day, ...(by === undefined ? {} : { by }) } }),
  };
}

/** Every fiscal year whose plan is looked at, newest first: the next, the running one, and some before. */
export const planYears = (now: number): number[] => {
  const running = fiscalYearOf(dayOf(now));
  return Array.from({ length: YEARS_BACK + 2 }, (_, back) => running + 1 - back);
};

/**
 * The plan of a year; where none is asked for, the newest that has begun, or else the newest that there is.
 * @throws StoreUnavailable
 */
export async function measuresAnswer(
  parts: StaffParts,
  asking: Staff,
  year: number | undefined,
): Promise<MeasuresAnswer> {
  const { ground, clock } = parts;
  const now = clock();
  const today = dayOf(now);
  const [all, report] = await Promise.all([
    readAllMeasures(ground, planYears(now)),
    newestReport(publishGround(parts)),
  ]);
  const planned = report?.document.measuresFiscalYear;
  const years = [...new Set(all.map(({ fiscalYear }) => fiscalYear))].toSorted((a, b) => b - a);
  const running = fiscalYearOf(today);
  const fiscalYear = year ?? years.find((one) => one <= running) ?? years[0] ?? planned ?? running;
  const ofYear = all.filter((measure) => measure.fiscalYear === fiscalYear);
  const rows = ofYear.map((measure) => measureRow(parts, measure, asking));
  const approved = await readProgress(publishGround(parts), fiscalYear);
  return {
    fiscalYear,
    years,
    today,
    measures: rows.filter(({ removed }) => removed === undefined),
    removed: rows.filter(({ removed }) => removed !== undefined),
    ...(report === undefined || planned === undefined || years.includes(planned)
      ? {}
      : { plan: { fiscalYear: planned, count: report.plan.filter(({ kind }) => kind === 'row').length } }),
    ...(approved === undefined ? {} : { approvedOn: approved.approvedOn }),
  };
}
