import { describe, expect, it } from 'vitest';
import { note } from '../../bot/metrics/durations.ts';
import { exposition } from '../../bot/metrics/exposition.ts';
import { familiesOf } from '../../bot/metrics/families.ts';
import { openMetrics } from '../../bot/metrics/metrics.ts';
import { quotaLevels } from '../../bot/metrics/quota.ts';
import { slowest } from '../../bot/metrics/slowest.ts';
import { parseExposition } from './grammar.ts';

const random = (): number => 0.5;
const told = (metrics: ReturnType<typeof openMetrics>, series: string): number | undefined =>
  parseExposition(exposition(familiesOf(metrics)))
    .flatMap(({ samples }) => samples)
    .find((one) => one.series === series)?.value;

type Set = (metrics: ReturnType<typeof openMetrics>, n: number) => void;
const stepped: [series: string, set: Set, step: number][] = [
  [
    'prongsai_http_answers_total{route="public",status="2xx"}',
    ({ answers }, n) => {
      answers.public.classes['2xx'] = n;
    },
    100,
  ],
  [
    'prongsai_http_answers_total{route="public",status="5xx"}',
    ({ answers }, n) => {
      answers.public.classes['5xx'] = n;
    },
    1,
  ],
  [
    'prongsai_http_answers_total{route="webhook",status="2xx"}',
    ({ answers }, n) => {
      answers.webhook.classes['2xx'] = n;
    },
    1,
  ],
  [
    'prongsai_store_calls_total{call="commit",outcome="ok"}',
    ({ store }, n) => {
      store.commit.outcomes.ok = n;
    },
    100,
  ],
  [
    'prongsai_store_calls_total{call="commit",outcome="unavailable"}',
    ({ store }, n) => {
      store.commit.outcomes.unavailable = n;
    },
    1,
  ],
  [
    'prongsai_receipts_derived_total',
    ({ receipts }, n) => {
      receipts.derived = n;
    },
    10,
  ],
];

describe('what is told in steps', () => {
  it.each(stepped)('%s', (series, set, step) => {
    for (const n of [0, 1, 9, 10, 99, 100, 101, 250]) {
      const metrics = openMetrics(random);
      set(metrics, n);
      expect(told(metrics, series)).toBe(n - (n % step));
    }
  });

  it('times of public answers: whole hundreds a bucket, and a sum that never falls', () => {
    const metrics = openMetrics(random);
    let last = { count: 0, sum: 0 };
    for (let n = 0; n < 1000; n += 1) {
      note(metrics.answers.public.seconds, [1, 300, 700, 1500, 4000, 9000][(n * n) % 6] ?? 0);
      const count = told(metrics, 'prongsai_http_seconds_count{route="public"}') ?? -1;
      const sum = told(metrics, 'prongsai_http_seconds_sum{route="public"}') ?? -1;
      expect(count % 100).toBe(0);
      expect(count).toBeGreaterThanOrEqual(last.count);
      expect(sum).toBeGreaterThanOrEqual(last.sum);
      last = { count, sum };
    }
    expect(last.count).toBeGreaterThan(400);
  });

  it('a time counts as the bound of its bucket', () => {
    const metrics = openMetrics(random);
    for (const milliseconds of [3, 250, 251, 9999]) note(metrics.eventSeconds, milliseconds);
    expect(told(metrics, 'prongsai_event_seconds_bucket{le="0.25"}')).toBe(2);
    expect(told(metrics, 'prongsai_event_seconds_bucket{le="0.5"}')).toBe(3);
    expect(told(metrics, 'prongsai_event_seconds_bucket{le="5"}')).toBe(3);
    expect(told(metrics, 'prongsai_event_seconds_bucket{le="+Inf"}')).toBe(4);
    expect(told(metrics, 'prongsai_event_seconds_sum')).toBe(0.25 + 0.25 + 0.5 + 10);
  });
});

describe('the quota that is left', () => {
  const at = (levels: ReturnType<typeof quotaLevels>, used: number) => {
    levels.learn('khoen', { limit: 100, used });
    return levels.level();
  };

  it('is told as one of four levels, and of nobody without a limit', () => {
    const levels = quotaLevels(random);
    expect(levels.level()).toBeUndefined();
    expect([0, 50, 51, 80, 81, 93, 94, 100, 120].map((used) => at(levels, used))).toEqual([
      1, 1, 0.5, 0.5, 0.2, 0.2, 0, 0, 0,
    ]);
    levels.learn('elsewhere', { limit: undefined, used: 9 });
    levels.learn('khoen', { limit: undefined, used: 120 });
    expect(levels.level()).toBeUndefined();
  });

  it('of several accounts the least', () => {
    const levels = quotaLevels(random);
    levels.learn('elsewhere', { limit: 100, used: 60 });
    expect(at(levels, 0)).toBe(0.5);
  });

  it('begins each level elsewhere in each month', () => {
    const drawn = [0, 0.99, 0.99, 0.99, 0, 0];
    const levels = quotaLevels(() => drawn.shift() ?? 0.5);
    expect(at(levels, 59)).toBe(1);
    expect(at(levels, 61)).toBe(0.5);
    expect(at(levels, 41)).toBe(0.5);
  });
});

describe('the slowest lately', () => {
  it('is forgotten after five to ten minutes, and 0 where nothing was', () => {
    let now = 0;
    const { note: noted, lately } = slowest(() => now);
    expect(lately()).toBe(0);
    noted(40);
    noted(7);
    expect(lately()).toBe(40);
    now = 300_000;
    expect(lately()).toBe(40);
    noted(9);
    expect(lately()).toBe(40);
    now = 600_000;
    expect(lately()).toBe(9);
    now = 1_800_000;
    expect(lately()).toBe(0);
  });
});

describe('the grammar that the tests read by', () => {
  const head = '# HELP a_total x\n# TYPE a_total counter\n';
  const times = '# HELP t x\n# TYPE t histogram\n';
  it.each([
    ['no head', 'a_total 1\n'],
    ['no end of a line', `${head}a_total 1`],
    ['a series twice', `${head}a_total 1\na_total 2\n`],
    ['a name below another', `${head}b_total 1\n`],
    ['a type that there is not', '# HELP a x\n# TYPE a count\na 1\n'],
    ['an open quote', `${head}a_total{b="c} 1\n`],
    ['a comma at the end of labels', `${head}a_total{b="c",} 1\n`],
    ['a label twice', `${head}a_total{b="c",b="d"} 1\n`],
    ['no number', `${head}a_total NaN\n`],
    ['buckets that do not add up', `${times}t_bucket{le="1"} 2\nt_bucket{le="+Inf"} 1\nt_sum 1\nt_count 1\n`],
    ['no last bucket', `${times}t_bucket{le="1"} 2\nt_sum 1\nt_count 2\n`],
    ['a count that is another', `${times}t_bucket{le="+Inf"} 1\nt_sum 1\nt_count 2\n`],
  ])('refuses %s', (_what, text) => {
    expect(() => parseExposition(text)).toThrow();
  });

  it('reads what is right', () => {
    const text = `${head}a_total{b="c",d="e"} 1\n${times}t_bucket{le="1"} 1\nt_bucket{le="+Inf"} 2\nt_sum 3.5\nt_count 2\n`;
    expect(parseExposition(text).map(({ name, samples }) => [name, samples.length])).toEqual([
      ['a_total', 1],
      ['t', 4],
    ]);
  });
});
