import { isDone, isOpen, type Measure, type Step } from './measure.ts';

/** How far measures have come: steps in all, taken, not taken by their day, taken without proof. */
export interface Standing {
  steps: number;
  done: number;
  late: number;
  withoutProof: number;
}

/** Whether a step was not taken by its day, on an ISO day. */
export const isLate = (step: Step, today: string): boolean => isOpen(step) && step.due < today;

export const isWithoutProof = (step: Step): boolean => isDone(step) && step.proofs.length === 0;

export function standingOf(measures: readonly Pick<Measure, 'steps'>[], today: string): Standing {
  const steps = measures.flatMap((measure) => measure.steps);
  return {
    steps: steps.length,
    done: steps.filter(isDone).length,
    late: steps.filter((step) => isLate(step, today)).length,
    withoutProof: steps.filter(isWithoutProof).length,
  };
}

export type MeasureState = 'not_started' | 'in_progress' | 'done';

/** A measure is done when all its steps are; one without steps has not been started. */
export function stateOf({ steps, done }: Pick<Standing, 'steps' | 'done'>): MeasureState {
  if (done === 0) return 'not_started';
  return done === steps ? 'done' : 'in_progress';
}
