/** The load: residents whose signed events go to a webhook, one after another on each of some kept connections. */
import { Agent, request } from 'node:http';
import { z } from 'zod';
import { answerParent } from './child.ts';
import { ACTS, eventsIn, type Signed, signedEvent } from './scripts.ts';

/** Which residents do what, at which webhook; ends with `milliseconds` or their last event. */
export const Job = z.object({
  url: z.string(),
  channelSecret: z.string(),
  act: z.union([z.enum(ACTS), z.templateLiteral(['to ', z.enum(ACTS)])]),
  residents: z.object({ first: z.int(), count: z.int() }),
  /** What the act `receipt` looks up, one for each resident. */
  receipts: z.array(z.string()).optional(),
  connections: z.int(),
  milliseconds: z.number(),
  /** How many of the act's events each resident sends; without it, all. */
  times: z.int().optional(),
});
export type Job = z.infer<typeof Job>;

/** Times in milliseconds; `again`: sent again after a 500, as LINE would; `refused`: never taken. */
export const Measured = z.object({
  events: z.int(),
  again: z.int(),
  refused: z.int(),
  perSecond: z.number(),
  p50: z.number(),
  p99: z.number(),
});
export type Measured = z.infer<typeof Measured>;

/** Each resident's first event, then each one's second, so that nobody has two under way. */
function eventsOf({ act, residents, receipts = [], channelSecret, times = eventsIn[act] }: Job): Signed[] {
  return Array.from({ length: times }, (_, nth) =>
    Array.from({ length: residents.count }, (_, index) =>
      signedEvent(residents.first + index, act, nth, receipts[index] ?? '', channelSecret),
    ),
  ).flat();
}

function post(agent: Agent, url: URL, { body, signature }: Signed): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': body.length,
      'user-agent': 'LineBotWebhook/2.0',
      'x-line-signature': signature,
    };
    const call = request(url, { agent, method: 'POST', headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** A store that does not answer in time is answered for with 500, also here where the machine stands still. */
const MOST_TRIES = 5;
const AGAIN = 500;

const quantile = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

async function measure(job: Job): Promise<Measured> {
  const events = eventsOf(job);
  const agent = new Agent({ keepAlive: true, maxSockets: job.connections });
  const url = new URL(job.url);
  const times: number[] = [];
  let [again, refused] = [0, 0];
  let next = 0;
  const began = performance.now();
  const until = began + job.milliseconds;

  async function connection(): Promise<void> {
    while (performance.now() < until) {
      const event = events[next];
      if (event === undefined) return;
      next += 1;
      const sent = performance.now();
      let status = await post(agent, url, event);
      for (let tries = 1; status === AGAIN && tries < MOST_TRIES; tries += 1) {
        again += 1;
        status = await post(agent, url, event);
      }
      if (status !== 200) refused += 1;
      times.push(performance.now() - sent);
    }
  }

  await Promise.all(Array.from({ length: job.connections }, connection));
  const took = performance.now() - began;
  agent.destroy();
  const sorted = Float64Array.from(times).sort();
  return {
    events: times.length,
    again,
    refused,
    perSecond: (times.length / took) * 1000,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
  };
}

answerParent({ measure: (job) => measure(Job.parse(job)), stop: () => undefined });
