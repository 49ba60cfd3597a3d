import type { Staff } from '../../../domain/agency/staff.ts';
import type { AuditAction } from '../../../domain/audit/entry.ts';
import { dayOf } from '../../../domain/calendar/day.ts';
import { MeasureValue, measureFaults, planOf, rewritten } from '../../../domain/measures/edit.ts';
import type { Measure, NamedMeasure } from '../../../domain/measures/measure.ts';
import type { Fault } from '../../../domain/staff/fields.ts';
import type { StaffRefusal } from '../../../domain/staff/refusal.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import { planWrites } from '../../measures/import-plan.ts';
import { changeMeasure, createMeasure, readAllMeasures, readMeasure } from '../../measures/store.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { measureRow, measuresAnswer, planEdition } from './rows.ts';

type Refused = { code: StaffRefusal; now?: unknown };
const refuse = (code: StaffRefusal, now?: unknown): { refuse: Refused } => ({
  refuse: { code, ...(now === undefined ? {} : { now }) },
});
export const refused = (why: Refused | 'busy'): StaffAnswer =>
  why === 'busy'
    ? { refuse: 'busy' }
    : { refuse: why.code, ...(why.now === undefined ? {} : { now: why.now }) };

const ID_OCTETS = 5;
const freshId = ({ ground }: StaffParts): string => Buffer.from(ground.random(ID_OCTETS)).toString('hex');

/** Takes the plan of the newest approved report over, word for word; a year that has a plan keeps its own. */
export async function importPlan(parts: StaffParts, fiscalYear: number, staff: Staff): Promise<StaffAnswer> {
  const { ground, clock, current } = parts;
  const done = await commitAudited<Refused>(ground, clock, async () => {
    const writes = await planWrites(ground.documents, current(), fiscalYear, clock());
    if (writes === 'no report') return refuse('not_now');
    if (writes === 'exists') return refuse('exists');
    const note = String(writes.length);
    return { writes, deeds: [{ by: staff.id, action: 'measures-import', about: String(fiscalYear), note }] };
  });
  return done.done ? { json: await measuresAnswer(parts, staff, fiscalYear) } : refused(done.why);
}

interface Edited {
  id: string;
  edition: string;
  action: AuditAction;
  next(before: NamedMeasure): Measure | { refuse: Refused };
}

/** A change of a measure's plan on the edition that it was decided on. */
async function change(
  parts: StaffParts,
  staff: Staff,
  { id, edition, action, next }: Edited,
): Promise<StaffAnswer> {
  const { ground, clock } = parts;
  const done = await commitAudited<Refused>(ground, clock, async () => {
    const read = await readMeasure(ground, id);
    if (read === undefined) return refuse('not_found');
    if (planEdition(read.measure) !== edition)
      return refuse('changed', measureRow(parts, read.measure, staff));
    const changed = next(read.measure);
    if ('refuse' in changed) return changed;
    return {
      writes: [changeMeasure(ground.paths, read, changed)],
      deeds: [{ by: staff.id, action, about: id }],
    };
  });
  if (!done.done) return refused(done.why);
  const read = await readMeasure(ground, id);
  return read === undefined ? { refuse: 'not_found' } : { json: measureRow(parts, read.measure, staff) };
}

const faulty = (faults: readonly Fault[]): StaffAnswer => ({ refuse: 'bad_fields', now: { faults } });
const unitIds = ({ current }: StaffParts): string[] => current().agency.units.map(({ id }) => id);

/** What an admin wrote of a measure, whatever its steps are called. */
const wordsOf = (measure: Measure): string => {
  const { steps, ...plan } = planOf(measure);
  return JSON.stringify({ ...plan, steps: steps.map(({ text, due }) => ({ text, due })) });
};

/** Adds a measure. The same one sent again changes nothing; `exists` where other words came under its `once`. */
export async function addMeasure(
  parts: StaffParts,
  { once, fiscalYear, value }: { once: string; fiscalYear: number; value: unknown },
  staff: Staff,
): Promise<StaffAnswer> {
  const { ground, clock } = parts;
  const faults = measureFaults(value, unitIds(parts));
  if (faults.length > 0) return faulty(faults);
  const written = MeasureValue.parse(value);
  const id = `${fiscalYear}-n${once}`;
  const done = await commitAudited<Refused | 'there'>(ground, clock, async () => {
    const [there, all] = await Promise.all([readMeasure(ground, id), readAllMeasures(ground, [fiscalYear])]);
    const base: NamedMeasure = {
      ...written,
      id,
      version: 1,
      fiscalYear,
      order: Math.max(0, ...all.map(({ order }) => order)) + 1,
      steps: [],
    };
    const next = rewritten(base, written, () => `n${freshId(parts)}`);
    if (next === 'done_step') return refuse('not_now');
    if (there !== undefined) {
      return wordsOf(there.measure) === wordsOf(next) ? { refuse: 'there' } : refuse('exists');
    }
    return {
      writes: [createMeasure(ground.paths, { ...next, id })],
      deeds: [{ by: staff.id, action: 'measure-add', about: id }],
    };
  });
  if (!done.done && done.why !== 'there') return refused(done.why);
  return { json: await measuresAnswer(parts, staff, fiscalYear) };
}

export async function editMeasure(
  parts: StaffParts,
  { id, edition, value }: { id: string; edition: string; value: unknown },
  staff: Staff,
): Promise<StaffAnswer> {
  const faults = measureFaults(value, unitIds(parts));
  if (faults.length > 0) return faulty(faults);
  const written = MeasureValue.parse(value);
  return change(parts, staff, {
    id,
    edition,
    action: 'measure-change',
    next(before) {
      const next = rewritten(before, written, () => `n${freshId(parts)}`);
      return next === 'done_step' ? refuse('not_now') : next;
    },
  });
}

/** Takes a measure out of the plan; nothing of it is lost. */
export const removeMeasure = (
  parts: StaffParts,
  { id, edition }: { id: string; edition: string },
  staff: Staff,
): Promise<StaffAnswer> =>
  change(parts, staff, {
    id,
    edition,
    action: 'measure-remove',
    next: ({ id: _, ...before }) => ({ ...before, removed: { day: dayOf(parts.clock()), by: staff.id } }),
  });

export const returnMeasure = (
  parts: StaffParts,
  { id, edition }: { id: string; edition: string },
  staff: Staff,
): Promise<StaffAnswer> =>
  change(parts, staff, {
    id,
    edition,
    action: 'measure-return',
    next: ({ id: _, removed: __, ...before }) => before,
  });
