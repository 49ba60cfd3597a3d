import type { Agency } from '../agency/agency.ts';
import type { Staff } from '../agency/staff.ts';
import { addDays } from '../calendar/day.ts';
import { isOpen, type NamedMeasure, type OpenStep } from './measure.ts';
import { toldOf } from './responsible.ts';

/** So many days before a step's last day its people are reminded of it. */
export const REMINDED_DAYS = 7;

/** A step that is still to be taken, with its measure. */
export interface DueStep {
  measure: NamedMeasure;
  step: OpenStep;
}

const openSteps = (measures: readonly NamedMeasure[]): DueStep[] =>
  measures.flatMap((measure) => measure.steps.filter(isOpen).map((step) => ({ measure, step })));

/** The steps whose last day is near on an ISO day, and not over. */
export const stepsDueSoon = (measures: readonly NamedMeasure[], today: string): DueStep[] =>
  openSteps(measures).filter(({ step: { due } }) => due >= today && due <= addDays(today, REMINDED_DAYS));

/** The steps that were not taken by their day. */
export const stepsLate = (measures: readonly NamedMeasure[], today: string): DueStep[] =>
  openSteps(measures).filter(({ step: { due } }) => due < today);

/** So many days after a step's day the executives are told of it beside its own people. */
export const ESCALATED_DAYS = 7;

/** The steps of which somebody is told in the morning: their own late ones; of executives those that are long late. */
export function lateStepsFor(
  asking: Staff,
  measures: readonly NamedMeasure[],
  { agency, staff }: { agency: Pick<Agency, 'units'>; staff: readonly Staff[] },
  today: string,
): DueStep[] {
  const long = asking.roles.includes('executive') ? addDays(today, -ESCALATED_DAYS) : '';
  return stepsLate(measures, today).filter(
    ({ measure, step }) =>
      step.due < long || toldOf(measure, staff, agency).some(({ id }) => id === asking.id),
  );
}
