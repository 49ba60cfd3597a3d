import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Channel, OpenKind } from '../../domain/case/case.ts';
import {
  type CountedCase,
  casesIn,
  categoryCount,
  channelCount,
  movedTally,
  receivedTally,
  type TallyChange,
} from '../../domain/case/case-tally.ts';
import { Change, changed, isOpen } from '../../domain/case/status.ts';
import { tipTally } from '../../domain/case/tip-tally.ts';

const days = ['2026-09-30', '2026-10-01', '2026-12-31', '2027-03-31', '2027-04-01'];
const lives = fc.record({
  kind: fc.constantFrom(...OpenKind.options),
  channel: fc.constantFrom(...Channel.options),
  category: fc.constantFrom('road', 'light', undefined),
  received: fc.constantFrom(...days),
  changes: fc.array(fc.constantFrom(...Change.options), { maxLength: 12 }),
});

/** Counters by document, as blind increments leave them. */
function counted(changes: readonly TallyChange[]): Map<string, Record<string, number>> {
  const documents = new Map<string, Record<string, number>>();
  for (const { key, counts } of changes) {
    const document = documents.get(key) ?? {};
    for (const [name, by] of Object.entries(counts)) document[name] = (document[name] ?? 0) + by;
    documents.set(key, document);
  }
  return documents;
}

describe('counts of received cases', () => {
  it('equal a recount of the cases, whatever was done to them and in whatever order it was counted', () => {
    fc.assert(
      fc.property(fc.array(lives, { maxLength: 40 }), fc.infiniteStream(fc.nat()), (all, order) => {
        const changes: TallyChange[] = [];
        const cases = all.map((life): CountedCase => {
          const { kind, channel, category, received } = life;
          let one: CountedCase = {
            kind,
            channel,
            received,
            status: 'new',
            ...(category ? { category } : {}),
          };
          changes.push(receivedTally(one));
          for (const change of life.changes) {
            const status = changed(one.status, change);
            if (status === undefined) continue;
            changes.push(movedTally(one, status));
            one = { ...one, status };
          }
          return one;
        });
        const shuffled = changes
          .map((change) => ({ change, at: order.next().value }))
          .toSorted((a, b) => Number(a.at) - Number(b.at))
          .map(({ change }) => change);
        const documents = counted(shuffled);
        for (const month of new Set(days.map((day) => day.slice(0, 7)))) {
          const tally = documents.get(`cases-${month < '2026-10' ? 2569 : 2570}`) ?? {};
          const ofMonth = cases.filter(({ received }) => received.startsWith(month));
          for (const kind of OpenKind.options) {
            const ofKind = ofMonth.filter((one) => one.kind === kind);
            expect(casesIn(tally, month, kind)).toEqual({
              all: ofKind.length,
              done: ofKind.filter(({ status }) => !isOpen(status)).length,
              underway: ofKind.filter(({ status }) => isOpen(status)).length,
              referred: ofKind.filter(({ status }) => status === 'referred').length,
              declined: ofKind.filter(({ status }) => status === 'declined').length,
            });
            expect(channelCount(tally, month, kind, 'phone')).toBe(
              ofKind.filter(({ channel }) => channel === 'phone').length,
            );
          }
          expect(categoryCount(tally, month, 'road')).toBe(
            ofMonth.filter(({ category }) => category === 'road').length,
          );
        }
      }),
    );
  });
});

describe('counts of tips', () => {
  it('fall into the half-year of the day of receipt, and move with what becomes of the tip', () => {
    expect(tipTally('2027-03-31', undefined, 'new')).toEqual({ key: 'tips-2570-1', counts: { all: 1 } });
    expect(tipTally('2027-04-01', undefined, 'new')).toEqual({ key: 'tips-2570-2', counts: { all: 1 } });
    expect(tipTally('2027-03-31', 'new', 'in_progress').counts).toEqual({});
    expect(tipTally('2027-03-31', 'in_progress', 'resolved').counts).toEqual({ done: 1 });
    expect(tipTally('2027-03-31', 'resolved', 'closed').counts).toEqual({});
    expect(tipTally('2027-03-31', 'resolved', 'in_progress').counts).toEqual({ done: -1 });
  });
});
