import type { Staff } from '../../../domain/agency/staff.ts';
import { dayOf } from '../../../domain/calendar/day.ts';
import { type NamedMeasure, PROOFS_MOST, type Proof, type Step } from '../../../domain/measures/measure.ts';
import { mayTick } from '../../../domain/measures/responsible.ts';
import type { StepBody } from '../../../domain/staff/measures.ts';
import type { StaffRefusal } from '../../../domain/staff/refusal.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import { changeMeasure, readMeasure } from '../../measures/store.ts';
import { editionOf } from '../edition.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { refused } from './change.ts';
import { takeProofs } from './photos.ts';
import { measureRow } from './rows.ts';

type Refused = { code: StaffRefusal; now?: unknown };

function stepAfter({ id, text, due }: Step, body: StepBody, by: string): Step {
  if (body.state === 'open') {
    const { because } = body;
    return { id, text, due, state: 'open', ...(because === undefined ? {} : { because }) };
  }
  const { day, note, photos, links } = body;
  const proofs = [
    ...[...new Set(photos)].map((sha256): Proof => ({ proof: 'photo', sha256 })),
    ...[...new Set(links)].map((url): Proof => ({ proof: 'link', url })),
  ];
  return { id, text, due, state: 'done', day, by, proofs, ...(note === undefined ? {} : { note }) };
}

const isTooMuch = (body: StepBody): boolean =>
  body.state === 'done' && body.photos.length + body.links.length > PROOFS_MOST;

/** What is wrong with saying it, whatever stands in the store. */
function faultsOf(parts: StaffParts, body: StepBody) {
  const isFuture = body.state === 'done' && body.day > dayOf(parts.clock());
  return [
    ...(isFuture ? [{ at: 'day', fault: 'bad_day' as const }] : []),
    ...(isTooMuch(body) ? [{ at: 'photos', fault: 'too_many' as const }] : []),
  ];
}

const withStep = ({ id: _, ...measure }: NamedMeasure, step: Step) => ({
  ...measure,
  steps: measure.steps.map((one) => (one.id === step.id ? step : one)),
});

/**
 * Says that a step was taken, or that it was not. The edition is the step's own: people who tick different steps of
 * one measure at the same time do not stand in each other's way, and nobody overwrites what they have not seen.
 */
export async function markStep(
  parts: StaffParts,
  { id, step: stepId }: { id: string; step: string },
  body: StepBody,
  staff: Staff,
): Promise<StaffAnswer> {
  const { ground, clock } = parts;
  const faults = faultsOf(parts, body);
  if (faults.length > 0) return { refuse: 'bad_fields', now: { faults } };
  const done = await commitAudited<Refused>(ground, clock, async () => {
    const read = await readMeasure(ground, id);
    const before = read?.measure.steps.find((one) => one.id === stepId);
    if (read === undefined || before === undefined || read.measure.removed !== undefined) {
      return { refuse: { code: 'not_found' } };
    }
    if (!mayTick(staff, read.measure)) return { refuse: { code: 'role_too_low' } };
    if (editionOf(before) !== body.edition) {
      return { refuse: { code: 'changed', now: measureRow(parts, read.measure, staff) } };
    }
    const kept = await takeProofs(ground, id, body.state === 'done' ? body.photos : []);
    if (kept === undefined) return { refuse: { code: 'not_now' } };
    const next = withStep(read.measure, stepAfter(before, body, staff.id));
    const action = body.state === 'done' ? 'measure-tick' : 'measure-untick';
    return {
      writes: [changeMeasure(ground.paths, read, next), ...kept],
      deeds: [{ by: staff.id, action, about: `${id} ${stepId}` }],
    };
  });
  if (!done.done) return refused(done.why);
  const read = await readMeasure(ground, id);
  return read === undefined ? { refuse: 'not_found' } : { json: measureRow(parts, read.measure, staff) };
}
