import {
  addresseeKey,
  type Batch,
  heldUntil,
  intoBatches,
  PACE_MILLISECONDS,
} from '../../domain/outbox/batch.ts';
import { errorName } from '../log/error-name.ts';
import { findDue, type Held, lease, PAGE, putOff } from './lease.ts';
import { morningCards } from './morning.ts';
import type { OutboxParts } from './parts.ts';
import { quotaWatch } from './quota-watch.ts';
import { send } from './send.ts';

/** So many addressees are sent to at the same time. */
const SIDE_BY_SIDE = 8;
/** A kick waits this long, so that the reply of the event that made it goes first. */
const KICK_MILLISECONDS = 20;
/** A run looks at no more pages than this; the rest is left to the next. */
const PAGES_MOST = 50;

/** Sends what waits in the outbox; any number of them may run beside one another. */
export interface Dispatcher {
  /** Says that something new waits. Many kicks become one run. */
  kick(): void;
  /** Puts the morning cards into the outbox. Never throws. */
  prepareCards(aheadMilliseconds: number): Promise<void>;
  /** Sends everything that is due, and resolves to how many messages went out. Never throws. */
  runOnce(): Promise<number>;
  /** Resolves once what is under way has ended; nothing is begun after it. */
  stop(): Promise<void>;
}

async function sideBySide<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const worker = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, items.length) }, worker));
}

export function createDispatcher(parts: OutboxParts): Dispatcher {
  const { ground, clock, log } = parts;
  const { documents, agencyId } = ground;
  const outbox = `${ground.paths.agency}/outbox`;
  const quota = quotaWatch(parts);
  const mornings = morningCards(parts);
  /** When messages went to an addressee lately, oldest first. */
  const lately = new Map<string, number[]>();
  let running: Promise<number> | undefined;
  let kicked: NodeJS.Timeout | undefined;
  let stopped = false;

  const failed = (error: unknown): void =>
    log('outbox_failed', { agency: agencyId, error: errorName(error) });

  function sentTo(key: string): void {
    const since = clock() - PACE_MILLISECONDS;
    lately.set(key, [...(lately.get(key) ?? []).filter((at) => at > since), clock()]);
  }

  /** Puts off what can wait to be merged with others, and says what goes now. */
  async function holdBack(entries: readonly Held[], key: string, quotaLow: boolean): Promise<Held[]> {
    const now = clock();
    const untils = entries.map(({ entry }) => heldUntil(entry, now, quotaLow, lately.get(key) ?? []));
    const held = Map.groupBy(entries.keys(), (index) => untils[index]);
    for (const [until, indices] of held) {
      if (until === undefined) continue;
      await putOff(
        documents,
        indices.flatMap((index) => entries[index] ?? []),
        until,
      );
    }
    return entries.filter((_, index) => untils[index] === undefined);
  }

  /** `stuck`: somebody else was faster, and nothing was done here. */
  async function dispatch(batch: Batch<Held>, quotaLow: boolean): Promise<'sent' | 'moved' | 'stuck'> {
    const key = addresseeKey(batch.addressee);
    const entries = await holdBack(batch.entries, key, quotaLow);
    if (entries.length === 0) return 'moved';
    const leased = await lease(documents, outbox, { batch: batch.batch, entries }, clock());
    if (leased === undefined) return 'stuck';
    if (!(await send(parts, batch.addressee, leased))) return 'moved';
    sentTo(key);
    return 'sent';
  }

  /**
   * Sends one page of what is due; `isLast` where there is no more, or none of it could be moved. What was told on LINE
   * may have left copies to be mailed.
   */
  async function page(): Promise<{ sent: number; isLast: boolean }> {
    const due = await findDue(documents, outbox, clock());
    if (due.length === 0) return { sent: 0, isLast: true };
    const quotaLow = await quota.isLow();
    const byAddressee = Map.groupBy(intoBatches(due), ({ addressee }) => addresseeKey(addressee));
    const count = { sent: 0, moved: 0, stuck: 0 };
    await sideBySide([...byAddressee.values()], async (batches) => {
      for (const batch of batches) {
        try {
          if (!stopped) count[await dispatch(batch, quotaLow)] += 1;
        } catch (error) {
          count.stuck += 1;
          failed(error);
        }
      }
    });
    const isMore = due.length === PAGE || parts.mailer !== undefined;
    return { sent: count.sent, isLast: !isMore || count.sent + count.moved === 0 };
  }

  async function run(): Promise<number> {
    let sent = 0;
    await mornings.prepare().catch(failed);
    try {
      for (let pages = 0; pages < PAGES_MOST && !stopped; pages += 1) {
        const done = await page();
        sent += done.sent;
        if (done.isLast) break;
      }
    } catch (error) {
      failed(error);
    }
    return sent;
  }

  async function runOnce(): Promise<number> {
    while (running !== undefined) await running;
    if (stopped) return 0;
    running = run();
    try {
      return await running;
    } finally {
      running = undefined;
    }
  }

  function kick(): void {
    if (stopped || kicked !== undefined) return;
    kicked = setTimeout(async () => {
      while (running !== undefined) await running;
      kicked = undefined;
      await runOnce();
    }, KICK_MILLISECONDS);
  }

  return {
    kick,
    prepareCards: (aheadMilliseconds) => mornings.prepare(aheadMilliseconds).catch(failed),
    runOnce,
    async stop() {
      stopped = true;
      clearTimeout(kicked);
      while (running !== undefined) await running;
    },
  };
}
