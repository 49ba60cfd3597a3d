import { dayOf } from '../../domain/calendar/day.ts';
import { isTipTally } from '../../domain/case/tip-tally.ts';
import type { CurrentAgency } from '../agency/load.ts';
import { errorName } from '../log/error-name.ts';
import type { Log } from '../log/log.ts';
import { type Repeating, repeat } from '../repeating.ts';
import { answerSpooled } from '../spool.ts';
import type { Documents, Write } from '../store/documents.ts';
import { noteCountedSince } from './counted-since.ts';
import { rebuildPages } from './rebuild.ts';
import { runJob } from './run-job.ts';
import { publishing } from './spool.ts';

/** How far apart two rebuilds are at least, whatever is counted meanwhile, in milliseconds. */
const APART = 30_000;
const JOBS_EVERY = 1000;

export interface PublisherParts {
  documents: Documents;
  current(): CurrentAgency;
  publicUrl: string;
  dataDir: string;
  /** Milliseconds since the epoch. */
  clock: () => number;
  log: Log;
  apartMs?: number;
}

export interface Publisher {
  /** Says that a count has changed: the pages that show it are rebuilt soon, once for many changes. */
  touch(): void;
  /** Rebuilds once, and from then on does what is left to be done. */
  start(): void;
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

/** Keeps the published pages as the counts are, and does what `npm run import` and `publish` left to be done. */
export function createPublisher(parts: PublisherParts): Publisher {
  const { documents, current, publicUrl, dataDir, clock, log, apartMs = APART } = parts;
  const agency = current().agency.id;
  const failed = (error: unknown): void => log('publish_failed', { agency, error: errorName(error) });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  let last = Number.NEGATIVE_INFINITY;
  let stopped = false;
  let jobs: Repeating | undefined;

  async function rebuild(): Promise<void> {
    last = performance.now();
    await rebuildPages({ documents, current: current(), publicUrl, now: clock() });
    log('published', { agency, ms: Math.round(performance.now() - last) });
  }
  function touch(): void {
    if (timer !== undefined || stopped) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        running = running.then(rebuild).catch(failed);
      },
      Math.max(0, last + apartMs - performance.now()),
    );
    timer.unref();
  }

  const work = (): Repeating =>
    repeat(
      () =>
        answerSpooled(dataDir, publishing, async ({ agencyId, job }) =>
          agencyId === agency
            ? runJob({ documents, current: current(), publicUrl, now: clock() }, job)
            : { ok: false, lines: [`โปรแกรมที่เปิดอยู่ไม่ได้ให้บริการหน่วยงาน ${agencyId}`] },
        ),
      JOBS_EVERY,
      failed,
    );
  return {
    touch,
    start: () => {
      running = noteCountedSince(documents, agency, dayOf(clock())).catch(failed);
      touch();
      jobs = work();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await jobs?.stop();
      await running;
    },
  };
}
