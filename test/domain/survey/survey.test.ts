import { describe, expect, test } from 'vitest';
import { standardSurvey } from '../../../domain/survey/standard-survey.ts';
import { isAnswerTo, Response } from '../../../domain/survey/survey.ts';

const survey = standardSurvey('satisfaction', 'ความพึงพอใจ');
const response = {
  version: 1,
  survey: 'satisfaction',
  service: 'waste-collection',
  channel: 'line',
  day: '2026-11-23',
  ratings: { overall: 5, process: 4, channel: 3, staff: 2, facilities: 1 },
} as const;

describe('a response', () => {
  test('is parsed strictly', () => {
    expect(Response.parse(response)).toEqual(response);
    for (const bad of [
      { ratings: { overall: 6 } },
      { ratings: { overall: 2.5 } },
      { ratings: { a_b: 3 } },
      { day: '2026-02-30' },
      { channel: 'phone' },
    ]) {
      expect(Response.safeParse({ ...response, ...bad }).success).toBe(false);
    }
  });

  test('answers a survey when it is complete and names nothing unknown', () => {
    const answers = (change: object) => isAnswerTo(survey, Response.parse({ ...response, ...change }));
    expect(answers({})).toBe(true);
    expect(answers({ reasons: ['slow', 'other'], ageBand: '60-up', comment: 'ดีค่ะ' })).toBe(true);
    expect(answers({ survey: 'other' })).toBe(false);
    expect(answers({ ratings: { overall: 5 } })).toBe(false);
    expect(answers({ ratings: { ...response.ratings, price: 1 } })).toBe(false);
    expect(answers({ reasons: ['weather'] })).toBe(false);
    expect(answers({ reasons: ['slow', 'slow'] })).toBe(false);
    expect(answers({ ageBand: 'old' })).toBe(false);
  });
});
