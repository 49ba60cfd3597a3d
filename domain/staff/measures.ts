import { z } from 'zod';
import { Measure, PROOFS_MOST, Proof } from '../measures/measure.ts';
import { day, webUrl, words } from './fields.ts';

const year = z.int().min(2500).max(2700);
const edition = z.string().min(1).max(40);
const stepBase = z.object({ id: z.string(), text: z.string(), due: z.iso.date(), edition });

/** A step as the console shows it: `by` is who said that it was taken, by name where they are still here. */
export const StepRow = z.discriminatedUnion('state', [
  stepBase.extend({ state: z.literal('open'), because: z.string().optional() }),
  stepBase.extend({
    state: z.literal('done'),
    day: z.iso.date(),
    note: z.string().optional(),
    by: z.string().optional(),
    proofs: z.array(Proof),
  }),
]);
export type StepRow = z.infer<typeof StepRow>;

/** A measure as the console shows it. `edition` names its plan alone, each step's its own. */
export const MeasureRow = Measure.omit({ version: true, steps: true, removed: true }).extend({
  id: z.string(),
  edition,
  steps: z.array(StepRow),
  mayTick: z.boolean(),
  removed: z.object({ day: z.iso.date(), by: z.string().optional() }).optional(),
});
export type MeasureRow = z.infer<typeof MeasureRow>;

/**
 * `GET /measures`: the plan of a year in its order. `removed`: measures that were taken out and can be put back.
 * `plan`: the plan of the newest approved report that was not taken over yet. `years`: those that have a plan.
 */
export const MeasuresAnswer = z.object({
  fiscalYear: z.int(),
  years: z.array(z.int()),
  today: z.iso.date(),
  measures: z.array(MeasureRow),
  removed: z.array(MeasureRow),
  plan: z.object({ fiscalYear: z.int(), count: z.int() }).optional(),
  approvedOn: z.iso.date().optional(),
});
export type MeasuresAnswer = z.infer<typeof MeasuresAnswer>;

export const MeasuresQuery = z.object({ year: z.coerce.number().pipe(year).optional() });
export const MeasureParams = z.object({ id: z.string().regex(/^2[5-6]\d\d-[a-z0-9]{1,20}$/) });
export const StepParams = MeasureParams.extend({ step: z.string().regex(/^[a-z0-9]{1,20}$/) });
export const MeasurePhotoParams = MeasureParams.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** `POST /measures/plan`: takes the plan of a report over. */
export const PlanBody = z.strictObject({ fiscalYear: year });
/**
 * `POST /measures`, `PUT /measures/:id`: their value is a `MeasureValue`, whose faults are told one by one. `once` is
 * made by the page for each new measure, so that sending again makes no second one.
 */
export const NewMeasureBody = z.strictObject({
  once: z.string().regex(/^[0-9a-f]{10}$/),
  fiscalYear: year,
  value: z.unknown(),
});
export const MeasureBody = z.strictObject({ edition, value: z.unknown() });
/** `POST /measures/:id/removal` and `/return`. */
export const EditionBody = z.strictObject({ edition });

/** `POST /measures/:id/steps/:step`: what becomes of a step, as it was seen. Photos were sent before. */
export const StepBody = z.discriminatedUnion('state', [
  z.strictObject({
    edition,
    state: z.literal('done'),
    day,
    note: words(1000).optional(),
    photos: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(PROOFS_MOST),
    links: z.array(webUrl).max(PROOFS_MOST),
  }),
  z.strictObject({ edition, state: z.literal('open'), because: words(1000).optional() }),
]);
export type StepBody = z.infer<typeof StepBody>;

/** A photo that was kept; a step may name it. */
export const KeptProof = z.object({ sha256: z.string() });
