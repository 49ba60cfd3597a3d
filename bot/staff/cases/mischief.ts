import { dayOf } from '../../../domain/calendar/day.ts';
import type { Case } from '../../../domain/case/case.ts';
import { withChange } from '../../../domain/case/change.ts';
import { isOpen } from '../../../domain/case/status.ts';
import type { MischiefBody } from '../../../domain/staff/cases.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { act, type Decided } from './act.ts';
import type { Call } from './work.ts';

function decided(record: Case, { staff, body, now }: Call<typeof MischiefBody>): Decided {
  const day = dayOf(now);
  const { mischief } = record;
  const { step, note } = body;
  switch (step) {
    case 'propose':
      if (!isOpen(record.status) || mischief !== undefined) return { refuse: 'not_now' };
      return {
        next: { ...record, mischief: { by: staff.id, day, note } },
        happened: [{ kind: 'mischief proposed', note }],
      };
    case 'withdraw': {
      if (mischief === undefined || mischief.confirmedBy !== undefined) return { refuse: 'not_now' };
      const { mischief: _, ...next } = record;
      return { next, happened: [{ kind: 'mischief withdrawn', note }] };
    }
    case 'confirm': {
      if (mischief?.by === staff.id) return { refuse: 'second_person' };
      const next = withChange(record, { change: 'dismiss', by: staff.id }, day);
      return next === undefined
        ? { refuse: 'not_now' }
        : { next, happened: [{ kind: 'change', change: 'dismiss' }] };
    }
    case 'restore': {
      const next = withChange(record, { change: 'restore' }, day);
      return next === undefined
        ? { refuse: 'not_now' }
        : { next, happened: [{ kind: 'change', change: 'restore' }] };
    }
  }
}

/** ก่อกวน: one proposes it, a second person closes the case for it, and it can be undone. */
export const mischief = (parts: StaffParts, call: Call<typeof MischiefBody>): Promise<StaffAnswer> =>
  act(parts, call, {
    audit: 'case-change',
    note: `mischief ${call.body.step}`,
    decide: (record) => decided(record, call),
  });
