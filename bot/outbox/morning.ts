import { createHash } from 'node:crypto';
import { Staff } from '../../domain/agency/staff.ts';
import { type Waiting, waitingFor } from '../../domain/approval/waiting.ts';
import { dayOf, instantOf } from '../../domain/calendar/day.ts';
import { isWorkingDay } from '../../domain/calendar/working-days.ts';
import type { NamedMeasure } from '../../domain/measures/measure.ts';
import { type DueStep, lateStepsFor, stepsDueSoon } from '../../domain/measures/reminders.ts';
import { toldOf } from '../../domain/measures/responsible.ts';
import { readMeasures } from '../measures/store.ts';
import { storeEntry } from '../records/outbox.ts';
import { readWaiting } from './approvals.ts';
import type { OutboxParts } from './parts.ts';
import { countsFor, remindedYears, uncountedBy } from './told.ts';

/** A card later than this is no morning card; the next one tells. */
const LATE_MILLISECONDS = 3 * 3_600_000;
/** More people than one agency has that works cases. */
const STAFF_MOST = 500;

/** One entry a day and person, whoever makes it. */
function morningId(day: string, staffId: string): string {
  const who = createHash('sha256').update(staffId).digest('base64url').slice(0, 22);
  return `morning-${day}-${who}`;
}

/** One entry a step and person, whoever makes it. */
function stepReminderId(measureId: string, stepId: string, staffId: string): string {
  const which = createHash('sha256').update(`${measureId} ${stepId} ${staffId}`).digest('base64url');
  return `step-${which.slice(0, 22)}`;
}

/**
 * Puts the morning card of those of the staff who have something open, late, still to count or to approve into the
 * outbox, and reminders of steps of measures that are due soon, once a working day, at the agency's time for it or up to three hours later.
 */
export interface MorningCards {
  /** `aheadMilliseconds`: how long before the agency's time already; they are sent at that time. @throws StoreUnavailable */
  prepare(aheadMilliseconds?: number): Promise<void>;
}

export function morningCards(parts: OutboxParts): MorningCards {
  const { ground, current, clock } = parts;
  const { documents, paths } = ground;
  let prepared: string | undefined;

  async function prepareFor(
    staff: Staff,
    measures: readonly NamedMeasure[],
    waiting: readonly Waiting[],
    day: string,
    dueAt: number,
  ): Promise<void> {
    const { open, erasure } = await countsFor(parts, staff, day);
    const late = lateStepsFor(staff, measures, current(), day);
    const uncounted = (await uncountedBy(parts, staff, day))?.services ?? 0;
    const approvals = waitingFor(staff, waiting);
    if (open <= 0 && erasure <= 0 && late.length === 0 && uncounted === 0 && approvals === undefined) return;
    const entry = storeEntry(ground, {
      id: morningId(day, staff.id),
      addressee: { to: 'staff', staffId: staff.id },
      notice: { notice: 'morning', day },
      dueAt,
    });
    if (entry.op === 'set') await documents.commit([{ ...entry, op: 'create' }]);
  }

  /** Reminds a step's people, once a step and person. */
  async function remind({ measure, step }: DueStep, dueAt: number): Promise<void> {
    const { agency, staff } = current();
    for (const { id: staffId } of toldOf(measure, staff, agency)) {
      const entry = storeEntry(ground, {
        id: stepReminderId(measure.id, step.id, staffId),
        addressee: { to: 'staff', staffId },
        notice: { notice: 'step', measureId: measure.id, stepId: step.id },
        dueAt,
      });
      if (entry.op === 'set') await documents.commit([{ ...entry, op: 'create' }]);
    }
  }

  return {
    async prepare(aheadMilliseconds = 0) {
      const now = clock();
      const day = dayOf(now);
      const { officeHours, holidays, morningCardAt } = current().agency;
      const at = instantOf(day, morningCardAt);
      if (prepared === day || !isWorkingDay(day, officeHours, holidays)) return;
      if (now < at - aheadMilliseconds || now >= at + LATE_MILLISECONDS) return;
      const found = await documents.query({
        collection: paths.staffs,
        where: [],
        orderBy: [],
        limit: STAFF_MOST,
      });
      const measures = await readMeasures(ground, remindedYears(day));
      const waiting = await readWaiting(ground, now);
      const dueAt = Math.max(now, at);
      for (const { data } of found) {
        const staff = Staff.safeParse(data);
        if (staff.success) await prepareFor(staff.data, measures, waiting, day, dueAt);
      }
      for (const due of stepsDueSoon(measures, day)) await remind(due, dueAt);
      prepared = day;
    },
  };
}
