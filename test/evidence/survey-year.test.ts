import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildContent } from '../../domain/evidence/build.ts';
import { Response } from '../../domain/survey/survey.ts';
import { addTallies, tallyOf } from '../../domain/survey/tally.ts';
import { inputsWith, tableIn } from './inputs.ts';
import { reckon } from './reckon.ts';

const { agency, survey } = inputsWith();
const QUESTIONS = [...survey.questions, ...survey.more];
const SERVICES = ['land-tax', 'water-supply', 'street-lights', 'child-centre'];
const CHANNELS = ['line', 'web', 'tablet', 'paper'] as const;

const days = (from: string): string[] =>
  Array.from({ length: 365 }, (_, n) =>
    new Date(Date.parse(`${from}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10),
  );

/** A year of answers: lower in the year before, more of them at the counter than on LINE. */
const year = (from: string, best: number, size: number, seed: number): Response[] =>
  fc.sample(
    fc
      .record({
        service: fc.constantFrom(...SERVICES),
        channel: fc.constantFrom(...CHANNELS, 'web', 'web'),
        day: fc.constantFrom(...days(from)),
        given: fc.tuple(...QUESTIONS.map(() => fc.integer({ min: 1, max: best }))),
        asked: fc.integer({ min: survey.questions.length, max: QUESTIONS.length }),
        age: fc.constantFrom(undefined, ...survey.ageBands.map(({ id }) => id)),
        reasons: fc.subarray(survey.reasons.map(({ id }) => id)),
      })
      .map(({ given, asked, age, ...rest }) =>
        Response.parse({
          version: 1,
          survey: survey.id,
          ...rest,
          ratings: Object.fromEntries(QUESTIONS.slice(0, asked).map(({ id }, at) => [id, given[at]])),
          ...(age === undefined ? {} : { ageBand: age }),
        }),
      ),
    { numRuns: size, seed },
  );

const now = year('2026-10-01', 5, 420, 2570);
const before = year('2025-10-01', 3, 300, 2569);
const countsOf = (responses: readonly Response[]) =>
  Object.fromEntries(
    SERVICES.map((service) => [
      service,
      addTallies(responses.filter((one) => one.service === service).map(tallyOf)),
    ]),
  );

const report = (preset: 'whole-year' | 'quarter-2') =>
  buildContent(
    'satisfaction_survey',
    inputsWith({
      preset,
      today: '2027-11-05',
      surveyed: { 2569: countsOf(before), 2570: countsOf(now) },
    }),
  );

const inQuarter = (responses: readonly Response[], quarter: readonly string[]) =>
  responses.filter(({ day }) => quarter.includes(day.slice(0, 7)));

describe.each([
  ['whole-year', now, before],
  [
    'quarter-2',
    inQuarter(now, ['2027-01', '2027-02', '2027-03']),
    inQuarter(before, ['2026-01', '2026-02', '2026-03']),
  ],
] as const)('the report of a scripted %s', (preset, mine, then) => {
  const built = report(preset);

  it('has the figures of its ratings, by dimension and by service', () => {
    const check = (cells: readonly unknown[], responses: readonly Response[], dimension: string) => {
      const questions = QUESTIONS.filter((one) => one.dimension === dimension).map(({ id }) => id);
      const own = reckon(responses, questions);
      const [n, mean, deviation, percentage, word, interval] = cells;
      expect(n).toBe(own.n);
      expect(mean).toBeCloseTo(own.mean, 9);
      expect(deviation).toBeCloseTo(own.deviation, 9);
      expect(percentage).toBeCloseTo(own.mean * 20, 9);
      expect(word).toBe(own.word);
      const ends = String(interval).split('–').map(Number);
      expect(Math.abs((ends[0] ?? 0) - (own.mean - own.margin))).toBeLessThan(0.0051);
      expect(Math.abs((ends[1] ?? 0) - (own.mean + own.margin))).toBeLessThan(0.0051);
    };
    const dimensions = ['overall', 'process', 'channel', 'staff', 'facilities'];
    for (const [at, { cells }] of tableIn(built, 'dimensions').rows.entries()) {
      check(cells.slice(1), mine, dimensions[at] ?? '');
    }
    const rows = tableIn(built, 'services').rows;
    expect(rows).toHaveLength(SERVICES.length * dimensions.length);
    for (const [at, { cells }] of rows.entries()) {
      const service = agency.services.find(({ label }) => label === cells[0])?.id;
      check(
        cells.slice(2),
        mine.filter((one) => one.service === service),
        dimensions[at % dimensions.length] ?? '',
      );
    }
  });

  it('counts who answered, what they gave and why, each once', () => {
    const counts = (table: string) => tableIn(built, table).rows.map(({ cells }) => cells[1]);
    expect(counts('services-people')).toEqual([
      ...agency.services
        .map(({ id }) => mine.filter(({ service }) => service === id).length)
        .filter((n) => n > 0),
      mine.length,
    ]);
    expect(counts('channels')).toEqual([
      ...CHANNELS.map((channel) => mine.filter((one) => one.channel === channel).length),
      mine.length,
    ]);
    expect(counts('ages')).toEqual([
      ...survey.ageBands.map(({ id }) => mine.filter(({ ageBand }) => ageBand === id).length),
      mine.filter(({ ageBand }) => ageBand === undefined).length,
      mine.length,
    ]);
    expect(counts('reasons')).toEqual(
      survey.reasons.map(({ id }) => mine.filter(({ reasons = [] }) => reasons.includes(id)).length),
    );
    expect(tableIn(built, 'given').rows.map(({ cells }) => cells.slice(1))).toEqual(
      QUESTIONS.map(({ id }) =>
        [5, 4, 3, 2, 1].map((value) => mine.filter(({ ratings }) => ratings[id] === value).length),
      ),
    );
  });

  it('sets the same months of the year before beside them', () => {
    const [overall] = tableIn(built, 'compared').rows;
    const [own, past] = [reckon(mine, ['overall']), reckon(then, ['overall'])];
    expect(overall?.cells.slice(1, 6)).toEqual([
      then.length,
      expect.closeTo(past.mean, 9),
      mine.length,
      expect.closeTo(own.mean, 9),
      expect.closeTo(own.mean - past.mean, 9),
    ]);
    expect(overall?.cells[6]).toBe('สูงขึ้น');
  });
});
