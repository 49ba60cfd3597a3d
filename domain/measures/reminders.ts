import { addDays } from '../calendar/day.ts';
import { isOpen, type NamedMeasure, type OpenStep } from './measure.ts';

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
