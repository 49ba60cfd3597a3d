import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BATCH_MOST, heldUntil, intoBatches } from '../../../domain/outbox/batch.ts';
import type { Addressee, Notice, StoredEntry } from '../../../domain/outbox/entry.ts';

const hour = 3_600_000;
const officer: Addressee = { to: 'staff', staffId: 'U1' };
const news: Notice = { notice: 'case', news: 'new', caseId: 'c1' };

const entryFor = (addressee: Addressee, more: Partial<StoredEntry> = {}): StoredEntry => ({
  version: 1,
  addressee,
  notice: news,
  status: 'waiting',
  dueAt: 0,
  attempts: 0,
  firstDueAt: 0,
  ...more,
});

const addressee: fc.Arbitrary<Addressee> = fc.oneof(
  fc.record({ to: fc.constant('staff' as const), staffId: fc.constantFrom('a', 'b') }),
  fc.record({ to: fc.constant('target' as const), targetId: fc.constantFrom('a', 'b') }),
  fc.record({ to: fc.constant('route' as const), caseId: fc.constantFrom('a', 'b') }),
);

describe('what becomes one message', () => {
  it('is every entry once, for one addressee, never fresh ones with ones sent before', () => {
    const due = fc.array(
      fc
        .record({ addressee, batch: fc.constantFrom(undefined, 'x', 'y') })
        .map(({ addressee: to, batch }) => ({
          entry: entryFor(to, batch === undefined ? {} : { batch }),
        })),
      { maxLength: 300 },
    );
    fc.assert(
      fc.property(due, (entries) => {
        const batches = intoBatches(entries);
        expect(new Set(batches.flatMap((batch) => batch.entries))).toEqual(new Set(entries));
        expect(batches.flatMap((batch) => batch.entries)).toHaveLength(entries.length);
        for (const batch of batches) {
          expect(batch.entries.length).toBeLessThanOrEqual(BATCH_MOST);
          for (const { entry } of batch.entries) {
            expect(entry.addressee).toEqual(batch.addressee);
            expect(entry.batch).toBe(batch.batch);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is all that waits for one person', () => {
    const due = [officer, { to: 'target', targetId: 'g' } as const, officer].map((to) => ({
      entry: entryFor(to),
    }));
    expect(intoBatches(due).map(({ entries }) => entries.length)).toEqual([2, 1]);
  });
});

describe('holding back', () => {
  const now = 10 * hour + 20 * 60_000;
  const fresh = entryFor(officer, { dueAt: now, firstDueAt: now });

  it('does not happen in quiet times, nor for four messages in the last minute', () => {
    expect(heldUntil(fresh, now, false, [])).toBeUndefined();
    expect(heldUntil(fresh, now, false, [now - 40, now - 30, now - 20, now - 10])).toBeUndefined();
    expect(heldUntil(fresh, now, false, Array(9).fill(now - 60_000))).toBeUndefined();
  });

  it('gathers after five messages within a minute until that minute is over', () => {
    const lately = [now - 50_000, now - 40_000, now - 30_000, now - 20_000, now - 10_000];
    expect(heldUntil(fresh, now, false, lately)).toBe(now + 10_000);
  });

  it('waits for the next full hour while the quota is low, and then goes', () => {
    expect(heldUntil(fresh, now, true, [])).toBe(11 * hour);
    expect(heldUntil(fresh, 11 * hour, true, [])).toBeUndefined();
  });

  it('never happens to what was sent before, to tips, to the morning card or to a reporter', () => {
    const busy = Array(9).fill(now);
    const others = [
      entryFor(officer, { batch: 'x', firstDueAt: now }),
      entryFor(officer, { notice: { notice: 'tips' }, firstDueAt: now }),
      entryFor(officer, { notice: { notice: 'morning', day: '2026-11-24' }, firstDueAt: now }),
      entryFor({ to: 'route', caseId: 'c1' }, { firstDueAt: now }),
    ];
    expect(others.map((entry) => heldUntil(entry, now, true, busy))).toEqual(others.map(() => undefined));
  });
});
