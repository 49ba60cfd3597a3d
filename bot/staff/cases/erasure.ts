import { addDays, dayOf } from '../../../domain/calendar/day.ts';
import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import type { Outcome } from '../../../domain/case/case.ts';
import { GRACE_DAYS, withoutErasure } from '../../../domain/case/erasure.ts';
import { withErasureGranted } from '../../../domain/case/grant-erasure.ts';
import { isOpen } from '../../../domain/case/status.ts';
import type { ErasureBody } from '../../../domain/staff/cases.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { act, type Decided } from './act.ts';
import type { Call } from './work.ts';

/**
 * Answers a reporter who asked that an open case be deleted. Granted, the case ends with that reason and goes in the
 * night a week later, until when its receipt takes it back; refused, the reporter reads why. Neither counts as the
 * first answer to what they reported, unless the case ends by it.
 */
export function answerErasure(parts: StaffParts, call: Call<typeof ErasureBody>): Promise<StaffAnswer> {
  const { body, now } = call;
  const say = parts.current().say.erase;
  const day = dayOf(now);
  const from = addDays(day, GRACE_DAYS);
  const night = thaiDate(from, 'long');
  return act(parts, call, {
    audit: 'case-erasure',
    note: body.decision,
    decide(record, caseId): Decided {
      if (record.erasure === undefined) return { refuse: 'not_now' };
      if (body.decision === 'refuse') {
        const says = { text: say.refused(body.because), isAnswer: true, isAside: true };
        return { next: withoutErasure(record), happened: [], says, tells: 'answered' };
      }
      const outcome: Outcome = {
        outcome: 'declined',
        reason: say.grantedReason,
        next: say.grantedNext(night),
      };
      const next = withErasureGranted(record, outcome, day);
      if (next === undefined) return { refuse: 'not_now' };
      const ends = isOpen(record.status);
      return {
        next,
        happened: ends ? [{ kind: 'change', change: 'decline', outcome }] : [],
        says: { text: say.granted(night), isAnswer: true, isAside: true },
        tells: ends ? 'declined' : 'answered',
        writes: [{ op: 'set', path: parts.ground.paths.erasure(caseId), data: { version: 1, from } }],
      };
    },
  });
}
