import type { Staff } from '../../../domain/agency/staff.ts';
import type { Notice } from '../../../domain/outbox/entry.ts';
import { keyWatchers } from '../../../domain/staff/confirmers.ts';
import type { Ground } from '../../records/ground.ts';
import { storeEntry } from '../../records/outbox.ts';
import type { Write } from '../../store/documents.ts';

type KeyNotice = Extract<Notice, { notice: 'key' }>;
type NewsGround = Pick<Ground, 'paths' | 'random'>;

const ID_OCTETS = 15;

export const newEntryId = ({ random }: Pick<Ground, 'random'>): string =>
  Buffer.from(random(ID_OCTETS)).toString('hex');

const whoseOf = (whose: string | undefined) => (whose === undefined ? {} : { whose });

/** Tells every integrity officer, every admin and the key's owner; `but` is who did it. */
export function announce(
  ground: NewsGround,
  staff: readonly Staff[],
  now: number,
  { news, whose, owner, but }: { news: KeyNotice['news']; whose?: string; owner?: string; but?: string },
): Write[] {
  const told = new Set([...keyWatchers(staff), ...(owner === undefined ? [] : [owner])]);
  if (but !== undefined) told.delete(but);
  return [...told].map((staffId) =>
    storeEntry(ground, {
      id: newEntryId(ground),
      addressee: { to: 'staff', staffId },
      notice: { notice: 'key', news, ...whoseOf(whose) },
      dueAt: now,
    }),
  );
}

/** Reminds whoever made a key, once its wait is over. */
export const remind = (
  ground: NewsGround,
  id: string,
  staffId: string,
  dueAt: number,
  whose: string | undefined,
): Write =>
  storeEntry(ground, {
    id,
    addressee: { to: 'staff', staffId },
    notice: { notice: 'key', news: 'ready', ...whoseOf(whose) },
    dueAt,
  });
