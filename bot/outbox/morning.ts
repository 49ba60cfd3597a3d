import { createHash } from 'node:crypto';
import { Staff } from '../../domain/agency/staff.ts';
import { dayOf, timeOf } from '../../domain/calendar/day.ts';
import { isWorkingDay } from '../../domain/calendar/working-days.ts';
import { storeEntry } from '../records/outbox.ts';
import type { OutboxParts } from './parts.ts';
import { countsFor } from './told.ts';

/** More people than one agency has that works cases. */
const STAFF_MOST = 500;

/** One entry a day and person, whoever makes it. */
function morningId(day: string, staffId: string): string {
  const who = createHash('sha256').update(staffId).digest('base64url').slice(0, 22);
  return `morning-${day}-${who}`;
}

/**
 * Puts the morning card of those of the staff who have something open into the outbox, once a working day, from
 * the agency's time for it until the office closes.
 */
export interface MorningCards {
  /** @throws StoreUnavailable */
  prepare(): Promise<void>;
}

export function morningCards(parts: OutboxParts): MorningCards {
  const { ground, current, clock } = parts;
  const { documents, paths } = ground;
  let prepared: string | undefined;

  async function prepareFor(staff: Staff, day: string, now: number): Promise<void> {
    const { open } = await countsFor(parts, staff, day);
    if (open <= 0) return;
    const entry = storeEntry(ground, {
      id: morningId(day, staff.id),
      addressee: { to: 'staff', staffId: staff.id },
      notice: { notice: 'morning', day },
      dueAt: now,
    });
    if (entry.op === 'set') await documents.commit([{ ...entry, op: 'create' }]);
  }

  return {
    async prepare() {
      const now = clock();
      const day = dayOf(now);
      const { officeHours, holidays, morningCardAt } = current().agency;
      const time = timeOf(now);
      if (prepared === day || !isWorkingDay(day, officeHours, holidays)) return;
      if (time < morningCardAt || time >= officeHours.to) return;
      const found = await documents.query({
        collection: paths.staffs,
        where: [],
        orderBy: [],
        limit: STAFF_MOST,
      });
      for (const { data } of found) {
        const staff = Staff.safeParse(data);
        if (staff.success) await prepareFor(staff.data, day, now);
      }
      prepared = day;
    },
  };
}
