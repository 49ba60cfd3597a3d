import { type Durations, durations } from './durations.ts';
import { type QuotaLevels, quotaLevels } from './quota.ts';

/** The first digit of a status; `none`: no answer came. */
export const statusClasses = ['2xx', '3xx', '4xx', '5xx', 'none'] as const;
export type StatusClass = (typeof statusClasses)[number];
export type ByClass = Record<StatusClass, number>;

/** LINE's own kinds, and everything in groups; none says what a resident is doing. */
export const eventKinds = ['message', 'postback', 'follow', 'unsend', 'group'] as const;
export type EventKind = (typeof eventKinds)[number];

/** Everything that people open or send without being staff is one route: pages, forms, files. */
export const routes = ['webhook', 'public', 'staff'] as const;
export type Route = (typeof routes)[number];

export const storeCalls = ['read', 'query', 'commit'] as const;
export type StoreCall = (typeof storeCalls)[number];
export const storeOutcomes = ['ok', 'refused', 'unavailable'] as const;
export type StoreOutcome = (typeof storeOutcomes)[number];

export const lineCalls = ['reply', 'push', 'content'] as const;
export type LineCall = (typeof lineCalls)[number];

export const jobNames = ['minute', 'sweep', 'witness', 'chores', 'night', 'cards'] as const;
export type JobName = (typeof jobNames)[number];

/** Answers of one route. */
export interface Answers {
  classes: ByClass;
  seconds: Durations;
}

export interface JobRuns {
  runs: number;
  failures: number;
  seconds: Durations;
}

/**
 * What is counted, as plain numbers: whoever does something adds one. Nothing here names an agency, a person or a
 * case, and nothing is counted by which a tip could be told from something else (docs/metrics.md).
 */
export interface Metrics {
  answers: Record<Route, Answers>;
  events: Record<EventKind, number>;
  eventsFailed: number;
  eventSeconds: Durations;
  stepSeconds: Durations;
  store: Record<StoreCall, { outcomes: Record<StoreOutcome, number>; seconds: Durations }>;
  line: Record<LineCall, ByClass>;
  /** Messages from the outbox that went out, those about tips alone left out. */
  outboxSent: number;
  quota: QuotaLevels;
  /** Receipts that were derived, and that are being derived or wait for it. */
  receipts: { derived: number; underWay: number };
  jobs: Record<JobName, JobRuns>;
}

/**
 * Bounds, in seconds. The first is above what sealing (10 ms) and deriving a receipt (some 100 ms) take: what is
 * as quick as it should be is one bucket, whatever it was. LINE counts no answer within 2 s as a failure.
 */
const ANSWERED = [0.25, 0.5, 1, 2, 5];
const STEPPED = [0.02, 0.1, 0.5];
const STORED = [0.1, 0.5, 1.5];
const RAN = [10, 60, 600];

const byClass = (): ByClass => ({ '2xx': 0, '3xx': 0, '4xx': 0, '5xx': 0, none: 0 });
const answers = (): Answers => ({ classes: byClass(), seconds: durations(ANSWERED) });
const calls = () => ({ outcomes: { ok: 0, refused: 0, unavailable: 0 }, seconds: durations(STORED) });
const runs = (): JobRuns => ({ runs: 0, failures: 0, seconds: durations(RAN) });

/** @param random at least 0, less than 1 */
export function openMetrics(random: () => number): Metrics {
  return {
    answers: { webhook: answers(), public: answers(), staff: answers() },
    events: { message: 0, postback: 0, follow: 0, unsend: 0, group: 0 },
    eventsFailed: 0,
    eventSeconds: durations(ANSWERED),
    stepSeconds: durations(STEPPED),
    store: { read: calls(), query: calls(), commit: calls() },
    line: { reply: byClass(), push: byClass(), content: byClass() },
    outboxSent: 0,
    quota: quotaLevels(random),
    receipts: { derived: 0, underWay: 0 },
    jobs: { minute: runs(), sweep: runs(), witness: runs(), chores: runs(), night: runs(), cards: runs() },
  };
}

export function classOf(status: number | undefined): StatusClass {
  if (status === undefined) return 'none';
  if (status < 300) return '2xx';
  if (status < 400) return '3xx';
  return status < 500 ? '4xx' : '5xx';
}
