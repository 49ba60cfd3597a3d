import type { Config } from '../../bot/config/config.ts';
import { atNight, choresOfAll } from '../../bot/jobs/daily.ts';
import { keepTime } from '../../bot/jobs/keep-time.ts';
import { sendDue, sweepAll } from '../../bot/jobs/minute.ts';
import type { Log } from '../../bot/log/log.ts';
import { lazyRenderer } from '../../bot/pages/renderer.ts';
import type { Ground } from '../../bot/records/ground.ts';
import { openServing } from '../../bot/serving.ts';
import type { Documents } from '../../bot/store/documents.ts';
import type { Attempt } from '../../simulator/webhook-post.ts';
import type { Fates } from './calls.ts';
import { gateway } from './gateway.ts';
import { type Answered, inject, type Request } from './inject.ts';
import { type Life, newLife, within } from './lanes.ts';
import type { Line } from './line.ts';
import type { VirtualTime } from './virtual-time.ts';

export interface InstanceParts {
  name: string;
  config: Config;
  secretKey: Uint8Array;
  channelSecret: string;
  accessToken: string;
  documents: Documents;
  line: Line;
  fates: Fates;
  time: VirtualTime;
  /** By how much the machine's clock is wrong, in milliseconds. */
  skew: () => number;
  log: Log;
  /** Whether it does by itself what is due from time to time. */
  keepsTime: boolean;
}

/** One run of the program: all of it but its sockets. */
export interface Instance {
  life: Life;
  /** A signed webhook body; as LINE sees what becomes of it. */
  webhook(body: string, signature: string): Promise<Attempt>;
  /** A call of the staff's API; undefined where the program died of it. */
  call(request: Request): Promise<Answered | undefined>;
  ground: Ground;
  /** What it does once a minute, once; never ends where it dies of it. */
  minute(): Promise<void>;
  /** What it does once a night. */
  night(): Promise<void>;
}

/** Starts the program as `bot/server.ts` does, and tries again where the store does not let it. */
export async function startInstance(parts: InstanceParts): Promise<Instance> {
  const { name, config, secretKey, line, fates, time, skew, log } = parts;
  const life = newLife(name);
  const around = { fates, life, time };
  const start = async (): Promise<Instance> => {
    const { agencies, app, jobs, metrics } = openServing({
      config,
      secretKey,
      line: {
        channelSecret: parts.channelSecret,
        channelAccessToken: parts.accessToken,
        apiBaseUrl: 'http://line.invalid',
        dataApiBaseUrl: 'http://line.invalid',
      },
      documents: gateway(parts.documents, around),
      openLine: line.opener(around),
      renderer: lazyRenderer(),
      log,
      bootstrapCode: 'ABCDEFGHJK',
      clock: () => time.now() + skew(),
      afterCommit: 'here',
    });
    const first = await agencies.find();
    if (first === undefined) throw new Error('the store is not seeded');
    void first.jobs.publish();
    if (parts.keepsTime) keepTime(jobs, metrics);
    const alone = (work: () => Promise<void>): Promise<void> =>
      within(life, () => Promise.race([work().catch(() => undefined), life.ended]));
    const over = life.ended.then((): undefined => undefined);
    const ask = (request: Request): Promise<Answered | undefined> =>
      life.isOver
        ? Promise.resolve(undefined)
        : within(life, () => Promise.race([inject(app, request), over]));
    return {
      life,
      ground: first.ground,
      minute: () =>
        alone(async () => {
          await sweepAll(jobs);
          await choresOfAll(jobs);
          await first.jobs.cards(0);
          await sendDue(jobs);
        }),
      night: () => alone(() => atNight(jobs)),
      call: ask,
      async webhook(body, signature) {
        const headers = { 'content-type': 'application/json', 'x-line-signature': signature };
        const answer = await ask({ method: 'POST', path: '/webhook', headers, body });
        return answer === undefined ? { error: 'could_not_connect' } : { status: answer.status };
      },
    };
  };
  return within(life, start);
}
