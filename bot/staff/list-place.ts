import { z } from 'zod';
import type { Ground } from '../records/ground.ts';
import type { Found, Query } from '../store/documents.ts';

type Sealing = Pick<Ground, 'secrets'>;

const Place = z.tuple([z.number(), z.string()]);

/** Order and place of a list whose newest entries, by their instant `at`, come first. */
export type ListPlace = Pick<Query, 'orderBy' | 'startAfter'>;

const newestFirst: ListPlace['orderBy'] = [
  ['at', 'desc'],
  ['__name__', 'desc'],
];

/** Where a page of such a list begins; undefined for a cursor that is none of such a list's. */
export function listPlace({ secrets }: Sealing, cursor: string | undefined): ListPlace | undefined {
  if (cursor === undefined) return { orderBy: newestFirst };
  const opened = secrets.openCursor(cursor);
  const place = opened === undefined ? undefined : Place.safeParse(JSON.parse(opened)).data;
  return place && { orderBy: newestFirst, startAfter: [...place] };
}

/** The cursor that goes on behind a whole page of `size`; undefined behind the last one. */
export function nextPlace({ secrets }: Sealing, found: readonly Found[], size: number): string | undefined {
  const last = found.at(-1);
  if (found.length < size || last === undefined) return undefined;
  return secrets.sealCursor(JSON.stringify([last.data.at, last.id]));
}
