import { afterAll, describe, expect, it } from 'vitest';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { someTip, visitor } from '../forms/visitor.ts';
import type { Metric } from './grammar.ts';
import { complains, openScene, type Scene, tipsOff } from './scene.ts';

/** Until after the time at which tips are alerted, half past four. */
const TO_CARD_TIME = 3.6 * 3_600_000;
const TYPED = 10;
/** The whole product plays each afternoon, and the machine may be busy with other tests. */
const LONGEST_MILLISECONDS = 300_000;
const integrity = demoStaff.filter(({ roles }) => roles.includes('integrity')).map(({ id }) => id);

const scenes: Scene[] = [];
afterAll(() => Promise.all(scenes.map((scene) => scene.close())));

/** Counts alone: how long things took is the machine's doing, and jobs and the process run by the clock of the wall. */
const comparable = (metrics: Metric[]): [string, number][] =>
  metrics
    .filter(({ name }) => !/^process_|^prongsai_(heap|job|event_loop|journal_sync)/.test(name))
    .flatMap(({ samples }) => samples)
    .filter(({ name, labels }) => !name.endsWith('_sum') && (labels.le ?? '+Inf') === '+Inf')
    .map(({ series, value }) => [series, value]);

interface Ran {
  before: [string, number][];
  after: [string, number][];
  requests: number;
}

const toldOf = async (scene: Scene): Promise<string> => (await Promise.all(integrity.map(scene.chat))).join();
const isToldOfTips = async (scene: Scene): Promise<boolean> => (await toldOf(scene)).includes('เรื่องลับ');

/** The figures once nothing waits and so many messages of the outbox went out at least. */
async function quiet(scene: Scene, sent: number): Promise<[string, number][]> {
  for (;;) {
    const metrics = await scene.scrape();
    const figure = (name: string) => metrics.find((one) => one.name === name)?.samples[0]?.value;
    const isSent = (figure('prongsai_outbox_sent_total') ?? 0) >= sent;
    if (isSent && figure('prongsai_outbox_waiting') === 0) return comparable(metrics);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/**
 * A quiet afternoon with a complaint, then `typed` and `requests`, then the card time and another complaint, whose
 * alert goes out with all that is due.
 */
async function run(
  typed: (scene: Scene, userId: string) => Promise<number>,
  requests: (scene: Scene) => Promise<number>,
  { done = async () => true, alerts = 2 }: { done?: typeof isToldOfTips; alerts?: number } = {},
): Promise<Ran> {
  const scene = await openScene();
  scenes.push(scene);
  await complains(scene, await scene.person());
  const sent = await typed(scene, await scene.person());
  expect(sent).toBe(TYPED);
  const asked = await requests(scene);
  const before = await quiet(scene, alerts - 1);
  scene.product.later(TO_CARD_TIME);
  await complains(scene, await scene.person());
  while (!(await done(scene))) await new Promise((resolve) => setTimeout(resolve, 25));
  return { before, after: await quiet(scene, alerts), requests: asked };
}

const greets = async ({ says }: Scene, userId: string): Promise<number> => {
  for (let sent = 0; sent < TYPED; sent += 1) await says(userId, 'สวัสดี');
  return TYPED;
};

/** So many requests as sending a tip by the form takes: its keys, its parts, its confirmation. */
let requests = 0;
const views = async ({ product }: Scene): Promise<number> => {
  for (let asked = 0; asked < requests; asked += 1) await fetch(`${product.url}/privacy`);
  return requests;
};

describe('what the figures say of tips', { timeout: LONGEST_MILLISECONDS }, () => {
  let plain: Ran;

  it('is nothing: a run with two tips and one with as many greetings and page views show the same', async () => {
    const tips = await run(
      tipsOff,
      async ({ product }) => {
        const person = visitor(product.url);
        await person.send(someTip(), 1, () => undefined);
        return person.exchanges.length;
      },
      { done: isToldOfTips },
    );
    ({ requests } = tips);
    expect(requests).toBeGreaterThan(3);
    plain = await run(greets, views);
    const [withTips, without] = await Promise.all(scenes.map(isToldOfTips));
    expect([withTips, without]).toEqual([true, false]);
    expect(plain.before).toEqual(tips.before);
    expect(plain.after).toEqual(tips.after);
    expect(new Map(tips.after).get('prongsai_events_total{kind="message"}')).toBeGreaterThan(2 * TYPED);
  });

  it('would be seen: a complaint in their place shows', async () => {
    const complaint = await run(
      async (scene, userId) => {
        const sent = await complains(scene, userId);
        for (let more = sent; more < TYPED; more += 1) await scene.says(userId, 'สวัสดี');
        return Math.max(sent, TYPED);
      },
      views,
      { alerts: 3 },
    );
    const known = new Map(plain.after);
    const differing = complaint.after.filter(([series, value]) => known.get(series) !== value);
    expect(differing.map(([series]) => series)).toEqual(
      expect.arrayContaining([
        'prongsai_outbox_sent_total',
        'prongsai_line_calls_total{call="push",status="2xx"}',
      ]),
    );
  });
});
