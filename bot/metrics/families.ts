import type { Durations } from './durations.ts';
import type { Family, Labels } from './exposition.ts';
import {
  type Answers,
  eventKinds,
  jobNames,
  lineCalls,
  type Metrics,
  routes,
  statusClasses,
  storeCalls,
  storeOutcomes,
} from './metrics.ts';

/** What is told in steps, so that nobody can take one person's doings out of it (docs/metrics.md). */
const MANY = 100;
const SOME = 10;

const inSteps = (value: number, step: number): number => Math.floor(value / step) * step;
const timesInSteps = ({ bounds, counts }: Durations): Durations => ({
  bounds,
  counts: counts.map((count) => inSteps(count, MANY)),
});

function answered(metrics: Metrics): Family[] {
  const answers = routes.flatMap((route) =>
    statusClasses.flatMap((status): [Labels, number][] => {
      if (status === 'none') return [];
      const exact = metrics.answers[route].classes[status];
      const isExact = route !== 'public' || status === '5xx';
      return [[{ route, status }, isExact ? exact : inSteps(exact, MANY)]];
    }),
  );
  const timesOf = (route: string, { seconds }: Answers): Durations =>
    route === 'public' ? timesInSteps(seconds) : seconds;
  return [
    {
      name: 'prongsai_http_answers_total',
      help: 'Answers by route and class of status; of public ones whole hundreds, but for 5xx.',
      type: 'counter',
      samples: answers,
    },
    {
      name: 'prongsai_http_seconds',
      help: 'From a request to the end of its answer; of public ones whole hundreds.',
      type: 'histogram',
      samples: routes.map((route) => [{ route }, timesOf(route, metrics.answers[route])]),
    },
  ];
}

const handled = (metrics: Metrics): Family[] => [
  {
    name: 'prongsai_events_total',
    help: 'Webhook events by kind.',
    type: 'counter',
    samples: eventKinds.map((kind) => [{ kind }, metrics.events[kind]]),
  },
  {
    name: 'prongsai_events_failed_total',
    help: 'Webhook events that LINE was asked to send again.',
    type: 'counter',
    samples: [[{}, metrics.eventsFailed]],
  },
  {
    name: 'prongsai_event_seconds',
    help: 'From an event to its answer, the wait in its queue included.',
    type: 'histogram',
    samples: [[{}, metrics.eventSeconds]],
  },
  {
    name: 'prongsai_step_seconds',
    help: 'Deciding one event, without what it waits for.',
    type: 'histogram',
    samples: [[{}, metrics.stepSeconds]],
  },
  {
    name: 'prongsai_receipts_derived_total',
    help: 'Receipts derived, in whole tens.',
    type: 'counter',
    samples: [[{}, inSteps(metrics.receipts.derived, SOME)]],
  },
  {
    name: 'prongsai_receipts_waiting',
    help: 'Receipts that are being derived or wait for it.',
    type: 'gauge',
    samples: [[{}, metrics.receipts.underWay]],
  },
];

const called = ({ store, line }: Metrics): Family[] => [
  {
    name: 'prongsai_store_calls_total',
    help: 'Store calls for events, forms and staff by outcome; in whole hundreds, but for unavailable.',
    type: 'counter',
    samples: storeCalls.flatMap((call) =>
      storeOutcomes.map((outcome): [Labels, number] => {
        const exact = store[call].outcomes[outcome];
        return [{ call, outcome }, outcome === 'unavailable' ? exact : inSteps(exact, MANY)];
      }),
    ),
  },
  {
    name: 'prongsai_store_seconds',
    help: 'Store calls for events, forms and staff; in whole hundreds.',
    type: 'histogram',
    samples: storeCalls.map((call) => [{ call }, timesInSteps(store[call].seconds)]),
  },
  {
    name: 'prongsai_line_calls_total',
    help: 'Calls to LINE by class of status, 409 for a repeat as 2xx; none: no answer came.',
    type: 'counter',
    samples: lineCalls.flatMap((call) =>
      statusClasses.map((status): [Labels, number] => [{ call, status }, line[call][status]]),
    ),
  },
];

function worked({ jobs, quota, outboxSent }: Metrics): Family[] {
  const level = quota.level();
  return [
    {
      name: 'prongsai_line_quota_left',
      help: 'Messages left this month to the account with least: 1, below about 0.5, 0.2, 0.07.',
      type: 'gauge',
      samples: level === undefined ? [] : [[{}, level]],
    },
    {
      name: 'prongsai_outbox_sent_total',
      help: 'Messages of the outbox that went out.',
      type: 'counter',
      samples: [[{}, outboxSent]],
    },
    {
      name: 'prongsai_job_runs_total',
      help: 'Runs of what is done from time to time.',
      type: 'counter',
      samples: jobNames.map((job) => [{ job }, jobs[job].runs]),
    },
    {
      name: 'prongsai_job_failures_total',
      help: 'Runs that ended by an error.',
      type: 'counter',
      samples: jobNames.map((job) => [{ job }, jobs[job].failures]),
    },
    {
      name: 'prongsai_job_seconds',
      help: 'How long a run took.',
      type: 'histogram',
      samples: jobNames.map((job) => [{ job }, jobs[job].seconds]),
    },
  ];
}

/** Everything that was counted, as it is told. */
export const familiesOf = (metrics: Metrics): Family[] => [
  ...answered(metrics),
  ...handled(metrics),
  ...called(metrics),
  ...worked(metrics),
];
