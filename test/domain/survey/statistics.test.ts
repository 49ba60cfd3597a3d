import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equalLimits } from '../../../domain/survey/bands.ts';
import { standardSurvey } from '../../../domain/survey/standard-survey.ts';
import { surveyStatistics } from '../../../domain/survey/statistics.ts';
import { isAnswerTo, Response } from '../../../domain/survey/survey.ts';
import { addTallies, monthRatings, tallyOf, tallyOfMonths } from '../../../domain/survey/tally.ts';

const survey = {
  ...standardSurvey('satisfaction', 'ความพึงพอใจ'),
  more: [{ id: 'signs', dimension: 'facilities' as const, text: 'ป้าย' }],
};
const rating = fc.integer({ min: 1, max: 5 });
const ratings = fc.record(
  { overall: rating, process: rating, channel: rating, staff: rating, facilities: rating, signs: rating },
  { requiredKeys: ['overall', 'process', 'channel', 'staff', 'facilities'] },
);
const responses = fc
  .record(
    {
      channel: fc.constantFrom('line', 'tablet', 'paper', 'web'),
      ratings,
      reasons: fc.uniqueArray(fc.constantFrom(...survey.reasons.map(({ id }) => id))),
      ageBand: fc.constantFrom(...survey.ageBands.map(({ id }) => id)),
    },
    { requiredKeys: ['channel', 'ratings'] },
  )
  .map((answers) =>
    Response.parse({ version: 1, survey: survey.id, service: 'tax', day: '2026-11-23', ...answers }),
  );

const counted = <T>(values: readonly T[], value: T) => values.filter((other) => other === value).length;

describe('statistics from counters', () => {
  test('equal a recount of the responses, in any order', () => {
    fc.assert(
      fc.property(fc.array(responses, { maxLength: 60 }), (all) => {
        expect(all.every((response) => isAnswerTo(survey, response))).toBe(true);
        const tally = addTallies(all.map(tallyOf));
        expect(addTallies(all.toReversed().map(tallyOf))).toEqual(tally);
        const statistics = surveyStatistics(survey, tally);
        expect(statistics.n).toBe(all.length);
        for (const { question, n, mean, deviation, ratings: histogram } of statistics.questions) {
          const values = all.flatMap((response) => response.ratings[question.id] ?? []);
          expect(n).toBe(values.length);
          expect(histogram).toEqual([1, 2, 3, 4, 5].map((value) => counted(values, value)));
          if (values.length === 0) {
            expect(mean).toBeUndefined();
            continue;
          }
          const average = values.reduce((sum, value) => sum + value, 0) / values.length;
          expect(mean).toBeCloseTo(average, 9);
          if (values.length > 1) {
            const squares = values.reduce((sum, value) => sum + (value - average) ** 2, 0);
            expect(deviation).toBeCloseTo(Math.sqrt(squares / (values.length - 1)), 9);
          }
        }
        const channels = all.map(({ channel }) => channel);
        for (const [channel, count] of Object.entries(statistics.channels)) {
          expect(counted<string>(channels, channel)).toBe(count);
        }
        const reasons = all.flatMap((response) => response.reasons ?? []);
        expect(Object.values(statistics.reasons).reduce((sum, count) => sum + count, 0)).toBe(reasons.length);
        const ages = all.flatMap(({ ageBand }) => ageBand ?? []);
        expect(Object.values(statistics.ageBands).reduce((sum, count) => sum + count, 0)).toBe(ages.length);
      }),
    );
  });

  test('by hand: 5 5 4 3 have x̄ 4.25, S.D. 0.96, 85 %, and an interval of 0.94 to each side', () => {
    const tally = { n_overall: 4, sum_overall: 17, squares_overall: 75 };
    const [overall] = surveyStatistics(survey, tally).questions;
    // Deviations .75 .75 −.25 −1.25: squares .5625 .5625 .0625 1.5625, sum 2.75; 2.75 ÷ 3 = .91667; root .95743.
    expect(overall).toMatchObject({ mean: 4.25, percentage: 85, level: 'มาก' });
    expect(overall?.deviation).toBeCloseTo(0.957427, 6);
    // 1.96 × .957427 ÷ 2
    expect(overall?.margin).toBeCloseTo(0.938279, 6);
  });

  test('two questions of one person make no sample of two: the interval goes by people', () => {
    const tally = {
      n_facilities: 4,
      sum_facilities: 17,
      squares_facilities: 75,
      n_signs: 4,
      sum_signs: 17,
      squares_signs: 75,
    };
    const { dimensions } = surveyStatistics(survey, tally);
    const facilities = dimensions.find(({ dimension }) => dimension === 'facilities');
    expect(facilities?.n).toBe(8);
    // Eight ratings: S.D. √(5.5 ÷ 7) = .886405; four people: 1.96 × .886405 ÷ 2.
    expect(facilities?.margin).toBeCloseTo(0.868677, 6);
    const alone = surveyStatistics(survey, {
      n_facilities: 1,
      sum_facilities: 4,
      squares_facilities: 16,
      n_signs: 1,
      sum_signs: 2,
      squares_signs: 4,
    }).dimensions.find(({ dimension }) => dimension === 'facilities');
    expect(alone).toMatchObject({ n: 2, mean: 3 });
    expect(alone?.margin).toBeUndefined();
  });

  test('of some months equal those of the answers given in them', () => {
    const dated = fc.tuple(responses, fc.constantFrom('2026-10-31', '2026-11-01', '2027-09-30'));
    fc.assert(
      fc.property(fc.array(dated, { maxLength: 40 }), (all) => {
        const given = all.map(([response, day]) => ({ ...response, day }));
        const tally = addTallies(given.map(tallyOf));
        const months = ['2026-10', '2027-09'];
        const within = given.filter(({ day }) => months.includes(day.slice(0, 7)));
        const whole = surveyStatistics(survey, addTallies(within.map(tallyOf)));
        expect(surveyStatistics(survey, tallyOfMonths(tally, months))).toEqual(whole);
        const ratingsGiven = within
          .filter(({ day }) => day.startsWith('2026-10'))
          .flatMap((response) => Object.values(response.ratings));
        expect(monthRatings(tally, '2026-10')).toMatchObject({
          ratings: ratingsGiven.length,
          sum: ratingsGiven.reduce((sum, value) => sum + value, 0),
        });
      }),
    );
  });

  test('a dimension pools its questions', () => {
    const tally = addTallies(
      [
        { overall: 4, process: 4, channel: 4, staff: 4, facilities: 5, signs: 1 },
        { overall: 4, process: 4, channel: 4, staff: 4, facilities: 3 },
      ].map((given) =>
        tallyOf(
          Response.parse({
            version: 1,
            survey: survey.id,
            service: 'tax',
            channel: 'paper',
            day: '2026-11-23',
            ratings: given,
          }),
        ),
      ),
    );
    const facilities = surveyStatistics(survey, tally).dimensions.find(
      ({ dimension }) => dimension === 'facilities',
    );
    expect(facilities).toMatchObject({ n: 3, mean: 3, deviation: 2, percentage: 60, level: 'ปานกลาง' });
  });

  test.each([
    [{ n_overall: 200, sum_overall: 901 }, 'มากที่สุด'],
    [{ n_overall: 100, sum_overall: 450 }, 'มาก'],
    [{ n_overall: 100, sum_overall: 351 }, 'มาก'],
    [{ n_overall: 100, sum_overall: 350 }, 'ปานกลาง'],
    [{ n_overall: 100, sum_overall: 150 }, 'น้อยที่สุด'],
    [{ n_overall: 1, sum_overall: 1 }, 'น้อยที่สุด'],
  ])('%j is %s: the word follows the mean as printed', (tally, level) => {
    expect(surveyStatistics(survey, { squares_overall: 1e6, ...tally }).questions[0]?.level).toBe(level);
  });

  test.each([
    [421, 'มากที่สุด'],
    [420, 'มาก'],
    [261, 'ปานกลาง'],
    [180, 'น้อยที่สุด'],
  ])('other limits can be set: %d hundredths are %s', (sum, level) => {
    const tally = { n_overall: 100, sum_overall: sum, squares_overall: 1e6 };
    expect(surveyStatistics(survey, tally, equalLimits).questions[0]?.level).toBe(level);
  });

  test('of nothing are empty', () => {
    expect(surveyStatistics(survey, {}).questions[0]).toMatchObject({ n: 0, ratings: [0, 0, 0, 0, 0] });
  });
});
