import { z } from 'zod';
import { WebAddress } from '../words/web-address.ts';

const text = z.string().min(1);

/** What shows that a step was taken: a photo that is kept with the measure, or something on the web. */
export const Proof = z.discriminatedUnion('proof', [
  z.object({ proof: z.literal('photo'), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.object({ proof: z.literal('link'), url: WebAddress }),
]);
export type Proof = z.infer<typeof Proof>;

/** Most proofs of one step. */
export const PROOFS_MOST = 6;

const planned = z.object({ id: text, text, due: z.iso.date() });

/**
 * A step (ขั้นตอน) of a measure. `due` is its last day, ISO; `day` the day it was taken on; `by` a staff id;
 * `because` why it was not taken yet.
 */
export const Step = z.discriminatedUnion('state', [
  planned.extend({ state: z.literal('open'), because: z.string().optional() }),
  planned.extend({
    state: z.literal('done'),
    day: z.iso.date(),
    note: z.string().optional(),
    by: z.string(),
    proofs: z.array(Proof).max(PROOFS_MOST),
  }),
]);
export type Step = z.infer<typeof Step>;
export type DoneStep = Extract<Step, { state: 'done' }>;
export type OpenStep = Extract<Step, { state: 'open' }>;

/**
 * `measures/{id}`: a measure (มาตรการ) of a fiscal year's plan, in the words of the plan, and how far it has come.
 * `lines` are what is undertaken; `period` says in words what `from` and `to` (ISO days, inclusive) say; `unit` is the
 * unit whose officers see to it, absent where the plan names none that the agency has; `followUp` is how it is
 * followed up, absent where the plan does not say.
 */
export const Measure = z.object({
  version: z.literal(1),
  fiscalYear: z.int(),
  /** Its place in the plan, from 1. */
  order: z.int().min(1),
  issue: z.int().min(1).max(7),
  issueTitle: text,
  lines: z.array(text).min(1),
  responsible: text,
  unit: z.string().optional(),
  period: text,
  from: z.iso.date(),
  to: z.iso.date(),
  followUp: z.string().optional(),
  steps: z.array(Step),
  /** Taken out of the plan, and by whom (a staff id); it can be put back. */
  removed: z.object({ day: z.iso.date(), by: z.string() }).optional(),
});
export type Measure = z.infer<typeof Measure>;

/** A measure with the id that it is kept under. */
export type NamedMeasure = Measure & { readonly id: string };

export const isDone = (step: Step): step is DoneStep => step.state === 'done';
export const isOpen = (step: Step): step is OpenStep => step.state === 'open';
