import { z } from 'zod';
import { day, type Fault, faultsBySchema, line, words } from '../staff/fields.ts';
import { isDone, type Measure, type Step } from './measure.ts';

const STEPS_MOST = 30;
const LINES_MOST = 20;

const EditedStep = z.object({ id: z.string().min(1).max(40).optional(), text: words(2000), due: day });

/** A measure as an admin writes it; a step without an id is new. */
export const MeasureValue = z
  .strictObject({
    issue: z.int('bad_number').min(1, 'bad_number').max(7, 'bad_number'),
    issueTitle: line(300),
    lines: z.array(words(2000)).min(1, 'too_few').max(LINES_MOST, 'too_many'),
    responsible: line(300),
    unit: z.string().max(40).optional(),
    period: line(300),
    from: day,
    to: day,
    followUp: words(1000).optional(),
    steps: z.array(EditedStep).max(STEPS_MOST, 'too_many'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'bad_order' });
export type MeasureValue = z.infer<typeof MeasureValue>;

/** What is wrong with a measure as it was written, on a plan whose units have these ids. */
export function measureFaults(value: unknown, units: readonly string[]): Fault[] {
  const faults = faultsBySchema(MeasureValue, value);
  const parsed = MeasureValue.safeParse(value).data;
  const isUnknown = parsed?.unit !== undefined && !units.includes(parsed.unit);
  return isUnknown ? [...faults, { at: 'unit', fault: 'unknown_unit' }] : faults;
}

/** The plan's part of a measure: what an admin writes, without what was done. */
export const planOf = ({ steps, ...measure }: Measure): MeasureValue => {
  const { issue, issueTitle, lines, responsible, unit, period, from, to, followUp } = measure;
  return {
    ...{ issue, issueTitle, lines, responsible, period, from, to },
    ...(unit === undefined ? {} : { unit }),
    ...(followUp === undefined ? {} : { followUp }),
    steps: steps.map(({ id, text, due }) => ({ id, text, due })),
  };
};

const stepOf = (
  { id, text, due }: MeasureValue['steps'][number],
  before: Step | undefined,
  fresh: string,
): Step => (before === undefined ? { id: id ?? fresh, text, due, state: 'open' } : { ...before, text, due });

/**
 * A measure with its plan rewritten: what was done of a step stays with it. `done_step` where a step would go that
 * was taken: that must be taken back first. `newId` names a step that is new.
 */
export function rewritten(before: Measure, value: MeasureValue, newId: () => string): Measure | 'done_step' {
  const kept = new Set(value.steps.map(({ id }) => id));
  if (before.steps.some((step) => isDone(step) && !kept.has(step.id))) return 'done_step';
  const { version, fiscalYear, order, removed } = before;
  const { steps, ...rest } = value;
  return {
    version,
    fiscalYear,
    order,
    ...(removed === undefined ? {} : { removed }),
    ...rest,
    steps: steps.map((step) =>
      stepOf(
        step,
        before.steps.find(({ id }) => id === step.id),
        newId(),
      ),
    ),
  };
}
