import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadAgency } from '../../bot/agency/loaded.ts';
import { seedAgency } from '../../bot/agency/seed.ts';
import { keepResponse } from '../../bot/forms/keep-response.ts';
import type { FormParts } from '../../bot/forms/parts.ts';
import { createLog } from '../../bot/log/log.ts';
import { Counters } from '../../bot/publish/records.ts';
import { openGround } from '../../bot/records/open-ground.ts';
import { openSecrets } from '../../bot/secrets/secrets.ts';
import type { Found } from '../../bot/store/documents.ts';
import { openStore, type Store } from '../../bot/store/open.ts';
import { khoen } from '../../domain/agency/khoen.ts';
import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';
import { readForm } from '../../domain/survey/form.ts';
import { Response } from '../../domain/survey/survey.ts';

const SENT = 10_000;
/** So many different forms: the others are sent again, some of them at the same moment. */
const FORMS = 8000;
const AT_ONCE = 16;
const MINUTE = 60_000;
const DAYS = ['2025-10-01', '2026-03-31', '2026-09-30', '2026-10-01', '2026-11-30'];
const SERVICES = ['land-tax', 'water-supply', 'child-centre'];

let dataDir: string;
let store: Store;
let parts: FormParts;
let now = Date.parse('2026-11-30T02:00:00Z');

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'prongsai-answers-'));
  store = await openStore({ dataDir, deadlineMs: 120_000 });
  const { documents } = store;
  const agency = khoen(Buffer.alloc(16, 3).toString('base64'));
  await seedAgency(documents, { agency, survey: khoenSurvey, demo: [] });
  const loaded = await loadAgency(documents, 'khoen', () => undefined);
  if (loaded === undefined) throw new Error('the store is not seeded');
  const clock = () => now;
  const ground = openGround({
    agencyId: 'khoen',
    documents,
    secrets: openSecrets(new Uint8Array(32).fill(7)),
    clock,
    chatMode: async () => 'bot',
    bootstrapCode: undefined,
  });
  parts = { ground, current: loaded.current, clock, log: createLog({ write: () => undefined }) };
});
afterAll(async () => {
  await store.close();
  await rm(dataDir, { recursive: true });
});

const rating = fc.integer({ min: 1, max: 5 }).map(String);
const form = fc
  .record({
    ratings: fc.tuple(...khoenSurvey.questions.map(() => rating)),
    more: fc.tuple(...khoenSurvey.more.map(() => fc.option(rating, { nil: undefined }))),
    age: fc.constantFrom(undefined, ...khoenSurvey.ageBands.map(({ id }) => id)),
    reason: fc.subarray(khoenSurvey.reasons.map(({ id }) => id)),
    comment: fc.constantFrom(undefined, 'ดีมาก', 'รอนาน'),
    service: fc.constantFrom(...SERVICES),
    channel: fc.constantFrom('web', 'tablet', 'paper'),
    day: fc.constantFrom(...DAYS),
  })
  .map(({ ratings, more, age, reason, comment, service, channel, day }) => {
    const questions = [...khoenSurvey.questions, ...khoenSurvey.more];
    const given = [...ratings, ...more].map((value, at) => [`q.${questions[at]?.id}`, value] as const);
    const fields = [...given, ['age', age] as const, ['comment', comment] as const];
    const sent = Object.fromEntries(
      fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    const read = readForm(khoenSurvey, { ...sent, reason }, { service, channel, day });
    if (!read.ok) throw new Error('the form is whole');
    return read.response;
  });

async function everyResponse(): Promise<Found[]> {
  const all: Found[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = await store.documents.query({
      collection: parts.ground.paths.responses,
      where: [],
      orderBy: [['__name__', 'asc']],
      limit: 500,
      ...(last === undefined ? {} : { startAfter: [last.id] }),
    });
    if (page.length === 0) return all;
    all.push(...page);
  }
}

/** A recount that knows nothing of how the counters are kept: by the name of each. */
function recount(responses: readonly Response[]): Record<string, number> {
  const count: Record<string, number> = {};
  const add = (name: string, by: number, month: string): void => {
    for (const key of [name, `month_${month}_${name}`]) count[key] = (count[key] ?? 0) + by;
  };
  for (const { ratings, channel, ageBand, reasons = [], comment, day } of responses) {
    const month = day.slice(0, 7);
    add('n', 1, month);
    add(`channel_${channel}`, 1, month);
    if (ageBand !== undefined) add(`age_${ageBand}`, 1, month);
    if (comment !== undefined) add('comments', 1, month);
    for (const reason of reasons) add(`reason_${reason}`, 1, month);
    for (const [question, value] of Object.entries(ratings)) {
      add(`n_${question}`, 1, month);
      add(`sum_${question}`, value, month);
      add(`squares_${question}`, value ** 2, month);
      add(`rated_${question}_${value}`, 1, month);
    }
  }
  return count;
}

it(`counts what ${SENT} forms, ${SENT - FORMS} of them sent again, left in the store: no more, no less`, async () => {
  const forms = fc.sample(form, { numRuns: FORMS, seed: 20_261_126 });
  const again = fc.sample(fc.nat(FORMS - 1), { numRuns: SENT - FORMS, seed: 2570 });
  // Half of what is sent again follows its first sending at once, half comes later, out of order.
  const early = new Set(again.slice(0, again.length / 2));
  const order = [...forms.keys()].flatMap((at) => (early.has(at) ? [at, at] : [at]));
  const sent = [...order, ...again, ...again].slice(0, SENT);
  for (let at = 0; at < sent.length; at += AT_ONCE) {
    const batch = sent.slice(at, at + AT_ONCE);
    const done = await Promise.all(
      batch.map((nth) => {
        const response = forms[nth];
        if (response === undefined) throw new Error('no such form');
        return keepResponse(parts, response, nth.toString(16).padStart(30, '0'));
      }),
    );
    expect(done.every((one) => one === 'kept')).toBe(true);
    now += MINUTE;
  }
  const kept = (await everyResponse()).map(({ data }) => Response.parse(data));
  expect(kept).toHaveLength(new Set(sent).size);
  for (const service of SERVICES) {
    for (const [year, isOf] of [
      [2569, (day: string) => day < '2026-10-01'],
      [2570, (day: string) => day >= '2026-10-01'],
    ] as const) {
      const found = await store.documents.read(parts.ground.paths.tally(`survey-${year}-${service}`));
      const mine = kept.filter((one) => one.service === service && isOf(one.day));
      expect(mine.length).toBeGreaterThan(0);
      expect(Counters.parse(found?.data ?? {})).toEqual(recount(mine));
    }
  }
}, 600_000);
