import { Timestamp } from '@google-cloud/firestore';
import { addDays, instantOf } from '../../domain/calendar/day.ts';
import type { Response } from '../../domain/survey/survey.ts';
import type { Write } from '../store/documents.ts';
import type { Basis } from './basis.ts';
import type { Asker, Ground } from './ground.ts';
import { Answered } from './records.ts';
import { storedResponse } from './stored-response.ts';

const HALF_KEY_OCTETS = 32;
/** An answer of a month's last minute may be sent again for a while. */
const KEPT_AFTER_MILLISECONDS = 86_400_000;

/** The instant at which the month of a period is over in Bangkok, in milliseconds since the epoch. */
const endOf = (period: string): number =>
  instantOf(`${addDays(`${period.slice(0, 7)}-28`, 4).slice(0, 7)}-01`);

/** Whether this person answered the survey of `period` already. */
export async function readAnswered(
  ground: Ground,
  asker: Asker,
  basis: Basis,
  period: string,
): Promise<boolean> {
  const found = await ground.documents.read(ground.paths.answered(period));
  const record = found && Answered.parse(found.data);
  const halfKey = record?.halfKey ?? ground.random(HALF_KEY_OCTETS);
  const marks = record?.marks ?? [];
  basis.answered = { halfKey, marks, at: found?.updateTime };
  return marks.includes(ground.secrets.answeredMark(asker.userId, halfKey));
}

/** A finished answer without its person, and the person's mark among all marks of the period, in no order of time. */
export function writeResponse(
  ground: Ground,
  asker: Asker,
  { answered }: Basis,
  { response, period }: { response: Response; period: string },
): Write[] {
  if (answered === undefined) throw new Error('a response is kept only after asking who answered');
  const { halfKey, at } = answered;
  const mark = ground.secrets.answeredMark(asker.userId, halfKey);
  const marks = [...new Set([...answered.marks, mark])].sort();
  const path = ground.paths.answered(period);
  const id = Buffer.from(ground.random(15)).toString('hex');
  return [
    { op: 'create', path: ground.paths.response(id), data: storedResponse(response) },
    at === undefined
      ? {
          op: 'create',
          path,
          data: {
            version: 1,
            halfKey,
            marks,
            expireAt: Timestamp.fromMillis(endOf(period) + KEPT_AFTER_MILLISECONDS),
          },
        }
      : { op: 'update', path, data: { marks }, ifUpdatedAt: at },
  ];
}
