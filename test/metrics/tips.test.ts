import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { NotDone } from '../../liff/worker/not-done.ts';
import { someTip, visitor } from '../forms/visitor.ts';
import type { Metric } from './grammar.ts';
import { ask, complains, openScene, type Scene, tipsOff } from './scene.ts';

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
  /** Whether an integrity officer was told of tips. */
  isTold: boolean;
}

const toldOf = async (scene: Scene): Promise<string> => (await Promise.all(integrity.map(scene.chat))).join();
const isToldOfTips = async (scene: Scene): Promise<boolean> => (await toldOf(scene)).includes('เรื่องลับ');

const Entry = z.object({ status: z.string(), notice: z.object({ notice: z.string() }) });

/** The figures once every alert that is not about tips went out; time stands still meanwhile. */
async function quiet(scene: Scene): Promise<[string, number][]> {
  for (;;) {
    const found = await scene.product.documents.query({
      group: 'outbox',
      where: [],
      orderBy: [],
      limit: 100,
    });
    const entries = found
      .map(({ data }) => Entry.parse(data))
      .filter(({ notice: { notice } }) => notice !== 'tips');
    if (entries.length > 0 && entries.every(({ status }) => status === 'sent')) break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return comparable(await scene.scrape());
}

type Typed = (scene: Scene, userId: string) => Promise<number>;
type Requests = (scene: Scene) => Promise<number>;
interface More {
  done?: typeof isToldOfTips;
}

/**
 * A quiet afternoon with a complaint, then `typed` and `requests`, then the card time and another complaint, whose
 * alert goes out with all that is due. Undefined where the machine was so busy that something had to be sent twice.
 */
async function play(typed: Typed, requests: Requests, more: More): Promise<Ran | undefined> {
  const { done = async () => true } = more;
  const scene = await openScene();
  scenes.push(scene);
  const first = await complains(scene, await scene.person());
  const sent = await typed(scene, await scene.person());
  expect(sent).toBe(TYPED);
  const asked = await requests(scene);
  const before = await quiet(scene);
  scene.product.later(TO_CARD_TIME);
  const last = await complains(scene, await scene.person());
  while (!(await done(scene))) await new Promise((resolve) => setTimeout(resolve, 25));
  const after = await quiet(scene);
  const figures = new Map(after);
  const once = figures.get('prongsai_events_total{kind="message"}') === first + sent + last;
  const lost = [...figures].filter(
    ([series, count]) => count > 0 && /status="(5xx|none)"|failed/.test(series),
  );
  return once && lost.length === 0
    ? { before, after, requests: asked, isTold: await isToldOfTips(scene) }
    : undefined;
}

const MOST_TIMES = 5;

async function run(typed: Typed, requests: Requests, more: More = {}): Promise<Ran> {
  for (let times = 0; times < MOST_TIMES; times += 1) {
    const ran = await play(typed, requests, more).catch((error: unknown) => {
      if (error instanceof NotDone && error.why === 'offline') return undefined;
      throw error;
    });
    if (ran !== undefined) return ran;
  }
  throw new Error('the machine was too busy for a quiet afternoon');
}

const greets = async ({ says }: Scene, userId: string): Promise<number> => {
  for (let sent = 0; sent < TYPED; sent += 1) await says(userId, 'สวัสดี');
  return TYPED;
};

/** So many requests as sending a tip by the form takes: its keys, its parts, its confirmation. */
let requests = 0;
const views = async ({ product }: Scene): Promise<number> => {
  for (let asked = 0; asked < requests; asked += 1) await ask(`${product.url}/privacy`);
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
    expect([tips.isTold, plain.isTold]).toEqual([true, false]);
    expect(plain.before).toEqual(tips.before);
    expect(plain.after).toEqual(tips.after);
    expect(new Map(tips.after).get('prongsai_events_total{kind="message"}')).toBeGreaterThan(2 * TYPED);
  });

  it('would be seen: a complaint in their place shows', async () => {
    const complaint = await run(async (scene, userId) => {
      const sent = await complains(scene, userId);
      for (let more = sent; more < TYPED; more += 1) await scene.says(userId, 'สวัสดี');
      return Math.max(sent, TYPED);
    }, views);
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
