import { errorName } from '../log/error-name.ts';
import { measuredJob } from '../metrics/measured.ts';
import type { JobName, Metrics } from '../metrics/metrics.ts';
import { type Repeating, repeat } from '../repeating.ts';
import { createCards } from './cards.ts';
import { choresOfAll } from './daily.ts';
import type { JobParts } from './each-agency.ts';
import { sendDue, sweepAll } from './minute.ts';
import { createNightly } from './nightly.ts';

const MINUTE = 60_000;
const CHORES_MILLISECONDS = 10 * MINUTE;

/** Does from now on what is due from time to time, for a program that always runs: outbox, sweep, chores, night, cards. */
export function keepTime(jobs: JobParts, metrics: Metrics): Repeating[] {
  const measured = (name: JobName, work: () => Promise<void>) => measuredJob(metrics, name, work);
  const failed = (code: 'store_failed' | 'sweep_failed' | 'job_failed') => (error: unknown) =>
    jobs.log(code, { error: errorName(error) });
  async function eachMinute(): Promise<void> {
    for (const agency of await jobs.agencies.held()) await agency.jobs.cards(0);
    await sendDue(jobs);
  }
  return [
    repeat(
      measured('sweep', () => sweepAll(jobs)),
      MINUTE,
      failed('sweep_failed'),
    ),
    repeat(measured('minute', eachMinute), MINUTE, failed('store_failed')),
    repeat(
      measured('chores', () => choresOfAll(jobs)),
      CHORES_MILLISECONDS,
      failed('job_failed'),
    ),
    repeat(measured('night', createNightly(jobs)), CHORES_MILLISECONDS, failed('job_failed')),
    repeat(measured('cards', createCards(jobs)), CHORES_MILLISECONDS, failed('job_failed')),
  ];
}
