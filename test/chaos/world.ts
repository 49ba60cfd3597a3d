import { createHash, randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepDemoKeys } from '../../bot/agency/demo-keys.ts';
import { seedAgency } from '../../bot/agency/seed.ts';
import { readConfig } from '../../bot/config/config.ts';
import { createLog } from '../../bot/log/log.ts';
import { openSecrets } from '../../bot/secrets/secrets.ts';
import type { Documents } from '../../bot/store/documents.ts';
import { openStore, type Store } from '../../bot/store/open.ts';
import { khoen } from '../../domain/agency/khoen.ts';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';
import { createDice } from '../../simulator/dice.ts';
import type { Attempt } from '../../simulator/webhook-post.ts';
import { readHistory } from '../faults/history.ts';
import type { Judged } from '../faults/judged.ts';
import { type Watch, watchChats } from '../faults/phone.ts';
import { indexedDocuments, readIndexes } from '../support/documents-indexes.ts';
import type { Call, Fate } from './calls.ts';
import { type Instance, startInstance } from './instance.ts';
import { type Life, within } from './lanes.ts';
import { createLine, EVERYBODY, type Line } from './line.ts';
import { tearLastFrame } from './tear.ts';
import type { VirtualTime } from './virtual-time.ts';

const RESTART_MILLISECONDS = 1500;
const WEBHOOK_MILLISECONDS = 2000;
const LAST_EVENTS = 40;

export interface WorldOptions {
  seed: number;
  time: VirtualTime;
  /** How many of the program run beside each other on the one store. */
  instances: number;
  /** Whether the program does by itself what is due from time to time; else somebody must ask it to. */
  keepsTime?: boolean;
  /** A directory that {@link seedDirectory} made; it is copied. */
  seeded: string;
}

/** A kill of the only instance takes its store along; of one among several, it does not. */
export interface World {
  /** Where its files are. */
  dataDir: string;
  time: VirtualTime;
  line: Line;
  watch: Watch;
  roll: () => number;
  instances: readonly (Instance | undefined)[];
  /** What is decided about each call of an instance; nothing goes wrong until it is set. */
  decide(fate: (call: Call, instance: number) => Fate | undefined): void;
  /** The time a call takes, in milliseconds. */
  takes(delay: (call: Call) => number): void;
  /** Sets the clock of an instance forwards, or back, in milliseconds. */
  skew(instance: number, by: number): void;
  kill(instance: number): void;
  /** Resolves once all instances run. */
  allRun(): Promise<void>;
  counts: {
    calls: number;
    kills: number;
    struck: Record<string, number>;
    webhooks: number;
    repeated: number;
  };
  /** What happened last, newest last; reads and queries only where they failed. */
  lastEvents(): readonly string[];
  note(what: string): void;
  /** The store itself, as nothing goes wrong with it. */
  store(): Documents;
  /** Something that the program is asked beside the chat, by whichever instance runs. */
  someInstance(): Promise<Instance>;
  judged(told: Pick<Judged, 'residents' | 'stuck' | 'withoutMenu' | 'lookedUp'>): Promise<Judged>;
  end(): Promise<void>;
}

export const secretKeyOf = (seed: number): Uint8Array =>
  createHash('sha256').update(`secret ${seed}`).digest();
const receiptSaltOf = (seed: number): string => createHash('md5').update(`salt ${seed}`).digest('base64');

const openIn = (dataDir: string): Promise<Store> =>
  openStore({ dataDir: join(dataDir, 'store'), keepEveryVersion: true });

/** A directory with the agency in its store, to begin worlds with. */
export async function seedDirectory(seed: number): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'prongsai-chaos-'));
  const store = await openIn(dataDir);
  const agency = khoen(receiptSaltOf(seed));
  const keys = await seedAgency(store.documents, { agency, survey: khoenSurvey, demo: demoStaff });
  if (keys !== undefined) await keepDemoKeys(dataDir, keys);
  await store.close();
  return dataDir;
}

/** LINE, the store on disk and the program in one process, in virtual time. */
export async function openWorld(options: WorldOptions): Promise<World> {
  const { seed, time } = options;
  const roll = createDice(seed);
  const dataDir = await mkdtemp(join(tmpdir(), 'prongsai-chaos-'));
  await cp(options.seeded, dataDir, { recursive: true });
  const outcome = readConfig({
    DATA_DIR: dataDir,
    SECRET_KEY: Buffer.from(secretKeyOf(seed)).toString('base64'),
  });
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'));
  const { config } = outcome;
  const account = {
    channelSecret: randomBytes(16).toString('hex'),
    accessToken: randomBytes(16).toString('hex'),
  };
  const lines: string[] = [];
  const last: string[] = [];
  const eventIds = new Set<string>();
  const replyTokens = new Set<string>();
  const counts: World['counts'] = { calls: 0, kills: 0, struck: {}, webhooks: 0, repeated: 0 };
  const instances: (Instance | undefined)[] = Array.from({ length: options.instances }, () => undefined);
  const skews = instances.map(() => 0);
  const starting = new Set<Promise<void>>();
  const indexes = readIndexes();
  let fateOf: (call: Call, instance: number) => Fate | undefined = () => undefined;
  let delayOf = (_call: Call): number => 2 + roll() * 6;
  let runs = 0;
  let store = await openIn(dataDir);

  function note(what: string): void {
    last.push(`${new Date(time.now()).toISOString()} ${what}`);
    if (last.length > LAST_EVENTS) last.shift();
  }

  async function restart(nth: number, how: 'whole' | 'torn'): Promise<void> {
    await time.sleep(0);
    if (options.instances === 1) {
      await store.close();
      if (how === 'torn') await tearLastFrame(join(dataDir, 'store'));
      store = await openIn(dataDir);
    }
    await time.sleep(RESTART_MILLISECONDS);
    await start(nth);
  }

  function begin(work: Promise<void>): void {
    starting.add(work);
    void work.finally(() => starting.delete(work));
  }

  function killed(nth: number, life: Life, how: 'whole' | 'torn'): void {
    if (life.isOver) return;
    life.end();
    instances[nth] = undefined;
    counts.kills += 1;
    note(`kill of ${life.name}${how === 'torn' ? ', in the middle of a write' : ''}`);
    begin(within(undefined, () => restart(nth, how)));
  }

  async function start(nth: number): Promise<void> {
    for (;;) {
      runs += 1;
      let isDead = false;
      const dies = Promise.withResolvers<undefined>();
      const parts = {
        name: `instance ${nth}, run ${runs}`,
        config,
        secretKey: secretKeyOf(seed),
        ...account,
        documents: indexedDocuments(store.documents, indexes),
        line,
        time,
        keepsTime: options.keepsTime ?? true,
        skew: () => skews[nth] ?? 0,
        log: createLog({ write: (entry: string) => void lines.push(entry.trimEnd()) }),
        fates: {
          of: (call: Call) => {
            counts.calls += 1;
            const fate = fateOf(call, nth);
            const isOutside = call.kind === 'commit' || call.kind === 'line';
            if (isOutside || fate !== undefined) note(`${nth} ${call.kind} ${call.about} ${fate ?? ''}`);
            if (fate !== undefined) counts.struck[fate] = (counts.struck[fate] ?? 0) + 1;
            return fate;
          },
          delay: (call: Call) => delayOf(call),
          kill: (life: Life, how: 'whole' | 'torn') => {
            if (instances[nth]?.life === life) killed(nth, life, how);
            else {
              isDead = true;
              life.end();
              dies.resolve(undefined);
            }
          },
        },
      };
      const started = await Promise.race([
        startInstance(parts).catch((): undefined => undefined),
        dies.promise,
      ]);
      if (started !== undefined && !isDead) {
        instances[nth] = started;
        return;
      }
      if (isDead) counts.kills += 1;
      await time.sleep(RESTART_MILLISECONDS);
    }
  }

  const alive = (): Instance[] => instances.filter((one) => one !== undefined);
  const anyInstance = (): Instance | undefined => {
    const among = alive();
    return among[Math.floor(roll() * among.length)];
  };

  async function post(body: string, signature: string): Promise<Attempt> {
    counts.webhooks += 1;
    noteIds(body);
    const instance = anyInstance();
    if (instance === undefined) return { error: 'could_not_connect' };
    const late = time.sleep(WEBHOOK_MILLISECONDS).then((): Attempt => ({ error: 'request_timeout' }));
    return Promise.race([instance.webhook(body, signature), late]);
  }

  function noteIds(body: string): void {
    for (const [, id = ''] of body.matchAll(/"webhookEventId":"([^"]+)"/g)) {
      counts.repeated += Number(eventIds.has(id));
      eventIds.add(id);
    }
    for (const [, token = ''] of body.matchAll(/"replyToken":"([^"]+)"/g)) replyTokens.add(token);
  }

  const line = createLine({ ...account, now: time.now, seed, post });
  for (const { id, name } of demoStaff) {
    line.platform.people.set(id, { userId: id, name, role: 'officer', blocked: false });
    line.platform.chats.set(id, []);
  }
  for (let nth = 0; nth < options.instances; nth += 1) await start(nth);

  return {
    dataDir,
    time,
    line,
    watch: watchChats(line),
    roll,
    instances,
    decide: (fate) => {
      fateOf = fate;
    },
    takes: (delay) => {
      delayOf = delay;
    },
    skew: (nth, by) => {
      skews[nth] = (skews[nth] ?? 0) + by;
      note(`the clock of instance ${nth} jumps by ${Math.round(by / 60_000)} minutes`);
    },
    kill: (nth) => {
      const life = instances[nth]?.life;
      if (life !== undefined) killed(nth, life, 'whole');
    },
    async allRun() {
      while (starting.size > 0) await Promise.all(starting);
    },
    counts,
    lastEvents: () => last,
    note,
    store: () => store.documents,
    async someInstance() {
      for (;;) {
        const found = anyInstance();
        if (found !== undefined) return found;
        await time.sleep(RESTART_MILLISECONDS);
      }
    },
    async judged(told) {
      const byKey = Map.groupBy(line.pushes, ({ retryKey }) => retryKey);
      const pushed = (retryKey: string): string[] =>
        (byKey.get(retryKey) ?? []).flatMap(({ messageIds }) => messageIds);
      const { retryKey } = openSecrets(secretKeyOf(seed)).forAgency('khoen');
      const instead = [...eventIds].flatMap((id) => pushed(retryKey(`event/${id}`)));
      const toEverybody = line.pushes.flatMap(({ to, messageIds }) => (to === EVERYBODY ? messageIds : []));
      return {
        seed,
        ...told,
        platform: line.platform,
        passed: { eventIds, replyTokens },
        pushed,
        answered: new Set([...line.replied, ...instead, ...toEverybody]),
        history: await readHistory(dataDir),
        log: lines,
        secretKey: secretKeyOf(seed),
        dataDir,
        receiptSalt: receiptSaltOf(seed),
      };
    },
    async end() {
      for (const one of instances) one?.life.end();
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
