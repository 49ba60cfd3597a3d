import { createHash } from 'node:crypto';
import { Timestamp } from '@google-cloud/firestore';
import { bareJpeg } from '../../domain/media/bare-jpeg.ts';
import { cleanMedia } from '../media/clean.ts';
import { MEDIA_LIMITS } from '../media/limits.ts';
import type { CleanPhoto } from '../media/result.ts';

/** How long a photo waits for the action that it belongs to. */
const KEPT_MILLISECONDS = 86_400_000;

/**
 * What is kept of a picture: its own octets where they hold nothing else and are small enough, so that the mark taken
 * at the camera stays true; otherwise its pixels alone, encoded anew.
 */
function keptOf(octets: Uint8Array, { bytes, width, height }: CleanPhoto): Uint8Array {
  const bare = bareJpeg(octets);
  const isAsCleaned = bare?.width === width && bare.height === height;
  const isSmall = octets.length <= MEDIA_LIMITS.photo.keptOctets;
  return isAsCleaned && isSmall && bare.octets.length === octets.length ? octets : bytes;
}

/** A picture that can be kept, with the SHA-256 of what is kept, and its document; or why it cannot be. */
export type Keepable =
  | { sha256: string; data: Record<string, unknown> }
  | 'too_large'
  | 'unreadable_picture'
  | 'busy';

/** Cleans a picture that somebody on the staff sent; its document waits a day for the action that takes it. */
export async function keepable({ clock }: { clock: () => number }, octets: Uint8Array): Promise<Keepable> {
  const cleaned = await cleanMedia({ as: 'photo', bytes: octets });
  if (!cleaned.ok) {
    const { reason } = cleaned;
    if (reason === 'unreadable') return 'unreadable_picture';
    return reason === 'too_slow' ? 'busy' : 'too_large';
  }
  if (cleaned.kind !== 'photo') return 'unreadable_picture';
  const { kind, mime } = cleaned;
  const bytes = keptOf(octets, cleaned);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const expireAt = Timestamp.fromMillis(clock() + KEPT_MILLISECONDS);
  return { sha256, data: { version: 1, kind, mime, bytes, held: false, sha256, expireAt } };
}
