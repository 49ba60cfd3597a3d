import { z } from 'zod';
import { draftMarks } from '../../domain/approval/standing.ts';
import type { ApprovalRoom, Waiting } from '../../domain/approval/waiting.ts';
import type { Ground } from '../records/ground.ts';
import type { Found, Query } from '../store/documents.ts';
import { isThere } from '../store/is-there.ts';

const LOOKED_AT = 100;

/** Who proposed what waits: of papers and announcements their draft says so. */
const Proposed = z.union([
  z.object({ draft: z.object({ by: draftMarks.by }) }).transform(({ draft }) => draft.by),
  z.object({ by: draftMarks.by }).transform(({ by }) => by),
]);

/** All that waits to be approved, a hundred of each room at most. @throws StoreUnavailable */
export async function readWaiting(
  { documents, paths }: Pick<Ground, 'documents' | 'paths'>,
  now: number,
): Promise<Waiting[]> {
  const waitsIn = (collection: string, where: Query['where']): Promise<Found[]> =>
    documents.query({ collection, where, orderBy: [['at', 'asc']], limit: LOOKED_AT });
  const rooms: [ApprovalRoom, Promise<Found[]>][] = [
    ['publish', waitsIn(paths.proposals, [['state', '==', 'waiting']])],
    ['announcements', waitsIn(paths.announcements, [['waiting', '==', true]])],
    ['papers', waitsIn(paths.papers, [['waiting', '==', true]])],
  ];
  const found = await Promise.all(
    rooms.map(async ([room, reading]) =>
      (await reading).flatMap((one): Waiting[] => {
        const by = isThere(one, now) ? Proposed.safeParse(one.data).data : undefined;
        return by === undefined ? [] : [{ room, by }];
      }),
    ),
  );
  return found.flat();
}
