import type { Response } from '../../domain/survey/survey.ts';
import { surveyTallyKey, tallyOf } from '../../domain/survey/tally.ts';
import { storedResponse } from '../records/stored-response.ts';
import { increment } from '../store/documents.ts';
import { countIn, countOne, countPath } from './counts.ts';
import type { FormParts } from './parts.ts';

/** Answers about one service that are taken in a minute: more than any counter has visitors. */
const ANSWERS_A_MINUTE = 60;

/**
 * Keeps a survey's answers and counts them, in one commit. `once` are 30 hex digits that came with the empty form:
 * the same form sent again counts no second time.
 * @throws StoreUnavailable
 */
export async function keepResponse(
  { ground, clock }: FormParts,
  response: Response,
  once: string,
): Promise<'kept' | 'full_today'> {
  const { documents, paths } = ground;
  const now = clock();
  const counted = { count: 'answers', service: response.service } as const;
  const path = paths.response(once);
  const [known, count] = await documents.readMany([path, countPath(ground, counted, now)]);
  if (known !== undefined) return 'kept';
  if (countIn(count) >= ANSWERS_A_MINUTE) return 'full_today';
  const sums = Object.entries(tallyOf(response)).map(([name, by]) => [name, increment(by)]);
  await documents.commit([
    { op: 'create', path, data: storedResponse(response) },
    { op: 'merge', path: paths.tally(surveyTallyKey(response)), data: Object.fromEntries(sums) },
    countOne(ground, counted, now),
  ]);
  return 'kept';
}
