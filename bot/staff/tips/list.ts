import { z } from 'zod';
import type { Staff } from '../../../domain/agency/staff.ts';
import { TIPS_PAGE, type TipList } from '../../../sealing/tips-contract.ts';
import type { Ground } from '../../records/ground.ts';
import { readReaders } from '../../records/tip-door.ts';
import type { Found } from '../../store/documents.ts';
import { type ReadableTip, readableIn } from './readable.ts';

/** So many tips are looked at together, whoever may open them; and so many times for one page. */
const BATCH = 50;
const BATCHES_MOST = 8;

const Cursor = z.object({ tips: z.tuple([z.iso.datetime(), z.string()]) });
type Place = z.infer<typeof Cursor>['tips'];
/** Always as long, so that it tells nothing of where it points. */
const CURSOR_LENGTH = 120;

const Json = z.string().transform((text): unknown => JSON.parse(text));

const sealPlace = ({ secrets }: Pick<Ground, 'secrets'>, place: Place): string =>
  secrets.sealCursor(JSON.stringify({ tips: place }).padEnd(CURSOR_LENGTH));

/** Undefined for a cursor that is none of these. */
export function openPlace({ secrets }: Pick<Ground, 'secrets'>, cursor: string): Place | undefined {
  const plain = secrets.openCursor(cursor);
  return plain === undefined ? undefined : Cursor.safeParse(Json.parse(plain)).data?.tips;
}

const placeOf = ({ id, data }: Found): Place => [z.iso.datetime().parse(data.listedFrom), id];

/** Listed tips, newest first. @throws StoreUnavailable */
function batchAfter({ documents, paths }: Ground, now: number, after: Place | undefined): Promise<Found[]> {
  return documents.query({
    collection: paths.cases,
    where: [
      ['kind', '==', 'tip'],
      ['listedFrom', '<=', new Date(now).toISOString()],
    ],
    orderBy: [
      ['listedFrom', 'desc'],
      ['__name__', 'desc'],
    ],
    limit: BATCH,
    ...(after === undefined ? {} : { startAfter: after }),
  });
}

/** What one walk through the listed tips found, and where it stopped, unless it reached the end. */
export interface Walked<Kept> {
  kept: Kept[];
  stoppedAt: Place | undefined;
}

/**
 * Walks through listed tips until so many are kept, the end is reached, or enough was read: the same for everybody,
 * whatever they may open.
 */
export async function walkTips<Kept>(
  ground: Ground,
  now: number,
  from: Place | undefined,
  most: number,
  keep: (found: Found) => Kept | undefined,
): Promise<Walked<Kept>> {
  const kept: Kept[] = [];
  let after = from;
  for (let batches = 0; batches < BATCHES_MOST; batches += 1) {
    const found = await batchAfter(ground, now, after);
    for (const one of found) {
      const wanted = keep(one);
      after = placeOf(one);
      if (wanted !== undefined) kept.push(wanted);
      if (kept.length === most) return { kept, stoppedAt: after };
    }
    if (found.length < BATCH) return { kept, stoppedAt: undefined };
  }
  return { kept, stoppedAt: after };
}

export const nextOf = (ground: Pick<Ground, 'secrets'>, { stoppedAt }: Walked<unknown>) =>
  stoppedAt === undefined ? {} : { next: sealPlace(ground, stoppedAt) };

const rowOf = ({ id, tip: { name, status, received } }: ReadableTip) => ({ id, name, status, received });

/** One page of the tips that somebody can open. Undefined where the cursor is none of ours. */
export async function listTips(
  ground: Ground,
  staff: Staff,
  now: number,
  cursor: string | undefined,
): Promise<TipList | undefined> {
  const from = cursor === undefined ? undefined : openPlace(ground, cursor);
  if (cursor !== undefined && from === undefined) return undefined;
  const everybody = await readReaders(ground);
  const walked = await walkTips(ground, now, from, TIPS_PAGE, (found) =>
    readableIn(ground, staff, found, everybody, now),
  );
  return { tips: walked.kept.map(rowOf), ...nextOf(ground, walked) };
}
