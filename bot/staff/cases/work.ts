import type { z } from 'zod';
import { dayOf } from '../../../domain/calendar/day.ts';
import { type Made, withChange } from '../../../domain/case/change.ts';
import { isOpen } from '../../../domain/case/status.ts';
import type {
  AnswerBody,
  DeclineBody,
  NoteBody,
  PlainBody,
  ReferBody,
  ResolveBody,
  ReviewBody,
  WaitBody,
} from '../../../domain/staff/cases.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer, StaffCall } from '../route.ts';
import { type Acted, act, type Decided, staffFor } from './act.ts';
import { takePhoto } from './photos.ts';

export type Call<Body extends z.ZodType> = StaffCall<{ caseId: string }, undefined, z.output<Body>>;

/** A change made to a case, with what is said of it; refused where the case does not stand where it can be made. */
function changing(
  record: Parameters<typeof withChange>[0],
  made: Made,
  now: number,
  more: Partial<Acted> = {},
): Decided {
  const next = withChange(record, made, dayOf(now));
  if (next === undefined) return { refuse: 'not_now' };
  return { ...more, next, happened: [{ kind: 'change', change: made.change }, ...(more.happened ?? [])] };
}

/** Takes a case on, begins to work on it, or goes on with it: what is alike is taken on as well. */
export const accept = (parts: StaffParts, call: Call<typeof PlainBody>): Promise<StaffAnswer> =>
  act(parts, call, {
    audit: 'case-change',
    note: 'accept',
    reachesAll: true,
    decide: (record) => changing(record, { change: 'accept', by: call.staff.id }, call.now),
  });

export const begin = (
  parts: StaffParts,
  call: Call<typeof PlainBody>,
  change: 'start' | 'resume',
): Promise<StaffAnswer> =>
  act(parts, call, {
    audit: 'case-change',
    note: change,
    reachesAll: true,
    decide: (record) => changing(record, { change }, call.now),
  });

/** Work waits until a day to come; reporters are told why. */
export function wait(parts: StaffParts, call: Call<typeof WaitBody>): Promise<StaffAnswer> {
  const { edition: _, ...waiting } = call.body;
  return act(parts, call, {
    audit: 'case-change',
    note: `wait ${waiting.why} ${waiting.until}`,
    reachesAll: true,
    decide(record) {
      if (waiting.until <= dayOf(call.now)) return { refuse: 'bad_shape' };
      const next = withChange(record, { change: 'wait', waiting }, dayOf(call.now));
      if (next === undefined) return { refuse: 'not_now' };
      return { next, happened: [{ kind: 'change', change: 'wait', waiting }], tells: 'waiting' };
    },
  });
}

/** An answer to the reporters of a case and of all that are alike. Whoever answers a new case has accepted it. */
export const answer = (parts: StaffParts, call: Call<typeof AnswerBody>): Promise<StaffAnswer> =>
  act(parts, call, {
    audit: 'case-message',
    reachesAll: true,
    decide(record) {
      const accepted = withChange(record, { change: 'accept', by: call.staff.id }, dayOf(call.now));
      return {
        next: accepted ?? record,
        happened: accepted === undefined ? [] : [{ kind: 'change', change: 'accept' }],
        says: { text: call.body.text, isAnswer: true },
        tells: 'answered',
      };
    },
  });

/** A question to the one reporter of a case. */
export const ask = (parts: StaffParts, call: Call<typeof AnswerBody>): Promise<StaffAnswer> =>
  act(parts, call, {
    audit: 'case-message',
    note: 'ask',
    decide: (record) =>
      isOpen(record.status)
        ? { next: record, happened: [], says: { text: call.body.text, isAnswer: false }, tells: 'asked' }
        : { refuse: 'not_now' },
  });

/** A note that staff alone read. */
export const note = (parts: StaffParts, call: Call<typeof NoteBody>): Promise<StaffAnswer> =>
  act(parts, call, {
    audit: 'case-note',
    decide: (record) => ({ next: record, happened: [{ kind: 'note', text: call.body.text }] }),
  });

/** Says that a case is resolved, with the photo taken after the work; its reporters confirm or reopen it. */
export const resolve = (parts: StaffParts, call: Call<typeof ResolveBody>): Promise<StaffAnswer> =>
  act(parts, call, {
    audit: 'case-change',
    note: 'resolve',
    reachesAll: true,
    async decide(record, caseId) {
      const { text, photo } = call.body;
      const next = withChange(record, { change: 'resolve' }, dayOf(call.now));
      if (next === undefined) return { refuse: 'not_now' };
      const taken =
        photo === undefined
          ? undefined
          : await takePhoto(parts, { from: call.params.caseId, to: caseId, n: photo, use: 'after' });
      if (photo !== undefined && taken === undefined) return { refuse: 'bad_shape' };
      const files = [...record.files, ...(taken === undefined ? [] : [taken.file])];
      return {
        next: { ...next, files },
        happened: [
          {
            kind: 'change',
            change: 'resolve',
            ...(taken === undefined ? {} : { photo: taken.file.n }),
          },
        ],
        ...(text === '' ? {} : { says: { text, isAnswer: true } }),
        tells: 'resolved',
        writes: taken?.writes ?? [],
      };
    },
  });

/** Hands a case to another body; its reporters are told whom to ask now. */
export function refer(parts: StaffParts, call: Call<typeof ReferBody>): Promise<StaffAnswer> {
  const { to, contact } = call.body;
  const outcome = { outcome: 'referred', to, contact } as const;
  return act(parts, call, {
    audit: 'case-change',
    note: 'refer',
    reachesAll: true,
    decide(record) {
      const next = withChange(record, { change: 'refer', outcome }, dayOf(call.now));
      if (next === undefined) return { refuse: 'not_now' };
      return { next, happened: [{ kind: 'change', change: 'refer', outcome }], tells: 'referred' };
    },
  });
}

/** Declines a case, with the reason and what its reporter can do next; they may ask once for a review. */
export function decline(parts: StaffParts, call: Call<typeof DeclineBody>): Promise<StaffAnswer> {
  const { reason, next: nextStep } = call.body;
  const outcome = { outcome: 'declined', reason, next: nextStep } as const;
  return act(parts, call, {
    audit: 'case-change',
    note: 'decline',
    reachesAll: true,
    decide(record) {
      const next = withChange(record, { change: 'decline', outcome }, dayOf(call.now));
      if (next === undefined) return { refuse: 'not_now' };
      return { next, happened: [{ kind: 'change', change: 'decline', outcome }], tells: 'declined' };
    },
  });
}

/** The ปลัด decides a review that a reporter asked for, of this case alone. */
export const review = (parts: StaffParts, call: Call<typeof ReviewBody>): Promise<StaffAnswer> =>
  act(parts, call, {
    audit: 'case-change',
    note: call.body.decision,
    decide(record, caseId) {
      const { decision, text } = call.body;
      const workers = decision === 'overturn' ? staffFor(parts.current(), caseId, record, 'reopened') : [];
      return changing(record, { change: decision }, call.now, {
        says: { text, isAnswer: true },
        tells: 'reviewed',
        alerts: { staffIds: workers, news: 'reopened' },
      });
    },
  });
