import type { JournalState } from '../store/open.ts';
import { boundOf } from './durations.ts';
import type { Family } from './exposition.ts';
import { slowest } from './slowest.ts';

const TICK_MILLISECONDS = 500;
const MEBIBYTE = 1024 * 1024;
const MICROSECONDS = 1_000_000;
/** The journal begins anew at 64 MiB; in steps that one person's doings do not cross. */
const JOURNAL_STEP = 8 * MEBIBYTE;
/** As quick as it should be is the first bound, also where nothing happened. In seconds. */
const LAG = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const SYNC = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Watches how late this process comes to what it meant to do. Ends with the process. */
export function watchLag(): () => number {
  const lag = slowest(() => performance.now());
  let meant = performance.now() + TICK_MILLISECONDS;
  setInterval(() => {
    const now = performance.now();
    lag.note(now - meant);
    meant = now + TICK_MILLISECONDS;
  }, TICK_MILLISECONDS).unref();
  return lag.lately;
}

const gauge = (name: string, help: string, value: number): Family => ({
  name,
  help,
  type: 'gauge',
  samples: [[{}, value]],
});

const upTo = (value: number, step: number): number => Math.ceil(value / step) * step;

export function processFamilies(lag: () => number): Family[] {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const seconds = Math.floor((user + system) / MICROSECONDS);
  return [
    {
      name: 'process_cpu_seconds_total',
      help: 'Time of processors, in whole seconds.',
      type: 'counter',
      samples: [[{}, seconds]],
    },
    gauge('process_resident_memory_bytes', 'Memory, in whole MiB.', upTo(rss, MEBIBYTE)),
    gauge('prongsai_heap_bytes', 'JavaScript objects, in whole MiB.', upTo(heapUsed, MEBIBYTE)),
    gauge(
      'process_start_time_seconds',
      'When the process began, since the epoch.',
      Math.floor(performance.timeOrigin / 1000),
    ),
    gauge(
      'prongsai_event_loop_lag_seconds',
      'The longest that anything waited for the thread in the last 5 to 10 minutes, up to a bound.',
      boundOf(LAG, lag()),
    ),
  ];
}

/** Of the embedded store. */
export const journalFamilies = ({ octets, slowestMilliseconds, hasFailed }: JournalState): Family[] => [
  gauge('prongsai_journal_bytes', 'Length of the journal, in steps of 8 MiB.', upTo(octets(), JOURNAL_STEP)),
  gauge(
    'prongsai_journal_sync_seconds',
    'The slowest sync of the journal to disk in the last 5 to 10 minutes, up to a bound.',
    boundOf(SYNC, slowestMilliseconds()),
  ),
  gauge('prongsai_journal_failed', '1: nothing is taken any more.', hasFailed() ? 1 : 0),
];
