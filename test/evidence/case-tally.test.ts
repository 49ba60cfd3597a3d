import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../domain/calendar/day.ts';
import { UNKNOWN_UNIT } from '../../domain/case/audience.ts';
import { type Case, Channel, OpenKind } from '../../domain/case/case.ts';
import {
  answersIn,
  casesIn,
  categoryCount,
  channelCount,
  placeCount,
  type TallyChange,
} from '../../domain/case/case-tally.ts';
import { type Made, withChange } from '../../domain/case/change.ts';
import { medianOf } from '../../domain/case/day-spans.ts';
import { isDone } from '../../domain/case/erasure.ts';
import { newCase } from '../../domain/case/new-case.ts';
import { openSums } from '../../domain/case/open-counts.ts';
import { standing } from '../../domain/case/standing.ts';
import { Change, changed, isOpen } from '../../domain/case/status.ts';
import { countsOf, tallyChanges } from '../../domain/case/tally-changes.ts';
import { tipTally } from '../../domain/case/tip-tally.ts';

const days = ['2026-09-30', '2026-10-01', '2026-12-31', '2027-03-31', '2027-04-01'];
const TODAY = '2027-05-05';

/** Something that is done to a case: a change, or what else moves counts. */
type Doing =
  | { do: 'change'; change: Change; by: string }
  | { do: 'mischief'; by: string }
  | { do: 'wish' }
  | { do: 'sort'; category: string | undefined; place: string | undefined; unit: string }
  | { do: 'assign'; to: string | undefined };

const people = fc.constantFrom('somchai', 'malee');
const doing: fc.Arbitrary<Doing> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom(...Change.options), people)
      .map(([change, by]): Doing => ({ do: 'change', change, by })),
  },
  { weight: 1, arbitrary: people.map((by): Doing => ({ do: 'mischief', by })) },
  { weight: 1, arbitrary: fc.constant<Doing>({ do: 'wish' }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('sort' as const),
      category: fc.constantFrom('road', 'light', undefined),
      place: fc.constantFrom('moo-1', undefined),
      unit: fc.constantFrom('works', 'finance'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('assign' as const), to: fc.constantFrom('malee', undefined) }),
  },
);

const lives = fc.record({
  kind: fc.constantFrom(...OpenKind.options),
  channel: fc.constantFrom(...Channel.options),
  category: fc.constantFrom('road', 'light', undefined),
  audience: fc.constantFrom('all', 'all', UNKNOWN_UNIT, 'about.works'),
  received: fc.constantFrom(...days),
  doings: fc.array(fc.record({ doing, after: fc.nat(40) }), { maxLength: 12 }),
});

const madeOf = (change: Change, by: string, day: string): Made => {
  switch (change) {
    case 'accept':
    case 'dismiss':
      return { change, by };
    case 'wait':
      return { change, waiting: { why: 'budget', note: '', until: addDays(day, 30) } };
    case 'refer':
      return { change, outcome: { outcome: 'referred', to: 'ศาลากลาง', contact: '1567' } };
    case 'decline':
      return { change, outcome: { outcome: 'declined', reason: 'นอกเขต', next: 'โทร 1567' } };
    default:
      return { change };
  }
};

function done(record: Case, one: Doing, day: string): Case {
  switch (one.do) {
    case 'change':
      return withChange(record, madeOf(one.change, one.by, day), day) ?? record;
    case 'mischief':
      return isOpen(record.status) ? { ...record, mischief: { by: one.by, day, note: '' } } : record;
    case 'sort': {
      const { category: _, ...rest } = record;
      const where = one.place === undefined ? {} : { place: one.place };
      return standing({
        ...rest,
        ...(one.category === undefined ? {} : { category: one.category }),
        where,
        unit: one.unit,
      });
    }
    case 'wish':
      return isDone(record.status) || record.erasure !== undefined
        ? record
        : { ...record, erasure: { asked: true, day } };
    case 'assign': {
      const { assignee: _, ...rest } = record;
      return one.to === undefined ? rest : { ...rest, assignee: one.to };
    }
  }
}

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

const withoutZeros = (documents: Map<string, Record<string, number>>) =>
  [...documents]
    .map(
      ([key, counts]) =>
        [
          key,
          Object.entries(counts)
            .filter(([, count]) => count !== 0)
            .sort(),
        ] as const,
    )
    .filter(([, counts]) => counts.length > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1));

describe('counts of cases', () => {
  it('equal a recount of the cases, whatever was done to them and in whatever order it was counted', () => {
    fc.assert(
      fc.property(fc.array(lives, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (all, order) => {
        const changes: TallyChange[] = [];
        const cases = all.map(({ kind, channel, category, audience, received, doings }, n): Case => {
          let one = newCase({
            version: 1,
            kind,
            number: String(n),
            status: 'new',
            ...(category === undefined ? {} : { category }),
            where: {},
            text: '',
            attachments: 0,
            unit: 'works',
            audience,
            channel,
            received,
            due: addDays(received, 15),
            messages: 0,
          });
          changes.push(...tallyChanges(undefined, one));
          let day = received;
          for (const { doing: next, after } of doings) {
            day = addDays(day, after);
            const moved = done(one, next, day);
            changes.push(...tallyChanges(one, moved));
            one = moved;
          }
          return one;
        });
        const shuffled = changes
          .map((change) => ({ change, at: order.next().value }))
          .toSorted((a, b) => Number(a.at) - Number(b.at))
          .map(({ change }) => change);
        const documents = counted(shuffled);
        expect(withoutZeros(documents)).toEqual(withoutZeros(counted(cases.flatMap(countsOf))));

        const serious = cases.filter(({ mischief }) => mischief?.confirmedBy === undefined);
        for (const month of new Set(days.map((day) => day.slice(0, 7)))) {
          const tally = documents.get(`cases-${month < '2026-10' ? 2569 : 2570}`) ?? {};
          const ofMonth = serious.filter(({ received }) => received.startsWith(month));
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
            const answers = answersIn(tally, month, kind);
            expect([answers.answered, answers.onTime, answers.confirmed]).toEqual([
              ofKind.filter(({ firstAnswered }) => firstAnswered !== undefined).length,
              ofKind.filter(({ firstAnswered, due }) => firstAnswered !== undefined && firstAnswered <= due)
                .length,
              ofKind.filter(({ confirmed }) => confirmed === true).length,
            ]);
          }
          expect(categoryCount(tally, month, 'road')).toBe(
            ofMonth.filter(({ category }) => category === 'road').length,
          );
          expect(placeCount(tally, month, 'moo-1')).toBe(
            ofMonth.filter(({ where }) => where.place === 'moo-1').length,
          );
        }
        const seen = cases.filter(({ audience }) => audience === 'all' || audience === 'about.works');
        const open = seen.filter(({ status }) => isOpen(status));
        const wishes = seen.flatMap(({ erasure }) => erasure?.day ?? []);
        const owed = open.filter(({ waiting }) => waiting === undefined);
        expect(openSums(documents.get('open') ?? {}, ['all', 'about.works'], TODAY)).toEqual({
          all: open.length,
          fresh: open.filter(({ status }) => status === 'new').length,
          waiting: open.length - owed.length,
          due: owed.filter(({ due }) => due === TODAY).length,
          late: owed.filter(({ due }) => due < TODAY).length,
          review: seen.filter(({ review }) => review === 'asked').length,
          erasure: wishes.length,
          erasureLate: wishes.filter((asked) => addDays(asked, 30) < TODAY).length,
        });
      }),
    );
  });

  it('know the median of days as far as single days are counted, and its span beyond', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 60 }), (all) => {
        const sorted = all.toSorted((a, b) => a - b);
        const middle =
          (sorted[Math.floor((all.length - 1) / 2)] ?? 0) + (sorted[Math.floor(all.length / 2)] ?? 0);
        expect(medianOf((span) => all.filter((one) => one === span).length)).toBe(middle / 2);
      }),
    );
    expect(medianOf(() => 0)).toBeNull();
    expect(medianOf((span) => (span === 46 ? 3 : 0))).toBe(46);
  });
});

describe('the changes of a case', () => {
  it('lead from the states they declare to the one they declare, and from nowhere else', () => {
    fc.assert(
      fc.property(lives, (life) => {
        let one = newCase({
          version: 1,
          kind: life.kind,
          number: '1',
          status: 'new',
          where: {},
          text: '',
          attachments: 0,
          unit: 'works',
          channel: life.channel,
          received: life.received,
          due: addDays(life.received, 15),
          messages: 0,
        });
        let reviews = 0;
        for (const { doing: next } of life.doings) {
          if (next.do === 'change') {
            const moved = withChange(one, madeOf(next.change, next.by, TODAY), TODAY);
            if (moved !== undefined) {
              expect(moved.status).toBe(changed(one.status, next.change));
              if (next.change === 'dismiss') expect(one.mischief?.by).not.toBe(next.by);
              if (next.change === 'review') reviews += 1;
            }
          }
          one = done(one, next, TODAY);
          expect(one.waiting === undefined || one.status === 'in_progress').toBe(true);
          expect(one.stage === 'done').toBe(!isOpen(one.status));
          expect(one.resolved === undefined || !isOpen(one.status)).toBe(true);
          expect(reviews).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
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
