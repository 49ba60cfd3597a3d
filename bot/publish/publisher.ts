import { dayOf } from '../../domain/calendar/day.ts';
import { isTipTally } from '../../domain/case/tip-tally.ts';
import type { CurrentAgency } from '../agency/load.ts';
import { errorName } from '../log/error-name.ts';
import type { Log } from '../log/log.ts';
import type { Documents, Write } from '../store/documents.ts';
import { noteCountedSince } from './counted-since.ts';
import type { Job, Outcome } from './job.ts';
import { rebuildPages } from './rebuild.ts';
import { runJob } from './run-job.ts';

/** How far apart two rebuilds are at least, whatever is counted meanwhile, in milliseconds. */
const APART = 30_000;

export interface PublisherParts {
  documents: Documents;
  current(): CurrentAgency;
  publicUrl: string;
  /** Milliseconds since the epoch. */
  clock: () => number;
  log: Log;
  apartMs?: number;
}

export interface Publisher {
  /** Says that a count has changed: the pages that show it are rebuilt soon, once for many changes; at once after `stop`. */
  touch(): void;
  /** Rebuilds them now. Never throws. */
  publish(): Promise<void>;
  /** Does what `npm run import` and `publish` ask for. @throws StoreUnavailable */
  run(job: Job): Promise<Outcome>;
  /** Rebuilds now what waited to be rebuilt; nothing waits any more. */
  stop(): Promise<void>;
}

const isShownTally = ({ path }: Write): boolean =>
  path.includes('/tallies/') && !isTipTally(path.slice(path.lastIndexOf('/') + 1));

/** Passes everything on, and calls `touch` after a commit that changed a count which pages show; tips' are not. */
export const watchTallies = (documents: Documents, touch: () => void): Documents => ({
  ...documents,
  async commit(writes) {
    const committed = await documents.commit(writes);
    if (committed.ok && writes.some(isShownTally)) touch();
    return committed;
  },
});

/** Keeps the published pages of one agency as the counts are. */
export function createPublisher(parts: PublisherParts): Publisher {
  const { documents, current, publicUrl, clock, log, apartMs = APART } = parts;
  const agency = current().agency.id;
  const failed = (error: unknown): void => log('publish_failed', { agency, error: errorName(error) });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  let last = Number.NEGATIVE_INFINITY;
  let stopped = false;

  async function rebuild(): Promise<void> {
    last = performance.now();
    await rebuildPages({ documents, current: current(), publicUrl, now: clock() });
    log('published', { agency, ms: Math.round(performance.now() - last) });
  }
  function inTurn(work: () => Promise<void>): Promise<void> {
    running = running.then(work).catch(failed);
    return running;
  }
  function touch(): void {
    if (stopped) {
      inTurn(rebuild);
      return;
    }
    if (timer !== undefined) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        inTurn(rebuild);
      },
      Math.max(0, last + apartMs - performance.now()),
    );
    timer.unref();
  }

  return {
    touch,
    publish: () =>
      inTurn(async () => {
        await noteCountedSince(documents, agency, dayOf(clock()));
        await rebuild();
      }),
    run: (job) => runJob({ documents, current: current(), publicUrl, now: clock() }, job),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      if (timer !== undefined) inTurn(rebuild);
      timer = undefined;
      await running;
    },
  };
}
