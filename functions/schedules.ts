import { atCardTimes, atNight } from '../bot/jobs/daily.ts';
import { sendDue, sweepAll } from '../bot/jobs/minute.ts';
import { errorName } from '../bot/log/error-name.ts';
import { application } from './application.ts';

/** What is due, and what has expired; the one is done though the other fails. @throws the first failure */
export async function eachMinute(): Promise<void> {
  const { jobs } = await application();
  const ended = await Promise.allSettled([sendDue(jobs), sweepAll(jobs)]);
  const [failed, ...more] = ended.filter((one) => one.status === 'rejected').map(({ reason }) => reason);
  for (const error of more) jobs.log('job_failed', { error: errorName(error) });
  if (failed !== undefined) throw failed;
}

/** Cards and tips. @throws StoreUnavailable */
export async function atCards(): Promise<void> {
  const { jobs } = await application();
  await atCardTimes(jobs);
}

/** @throws StoreUnavailable */
export async function nightly(): Promise<void> {
  const { jobs } = await application();
  await atNight(jobs);
}
