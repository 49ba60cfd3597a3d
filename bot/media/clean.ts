import { MEDIA_LIMITS } from './limits.ts';
import { cleanPhoto } from './photo.ts';
import { type CleanResult, refused } from './result.ts';
import { createTurns } from './turns.ts';
import { cleanVoice } from './voice.ts';

const takeTurn = createTurns(MEDIA_LIMITS);

/**
 * Makes what a resident sent fit to keep: a photo upright, small and without metadata; a voice note without tags.
 * One file is decoded at a time in this process, and every call is answered within `MEDIA_LIMITS.milliseconds`.
 * No input makes it throw. The given octets are not changed.
 */
export async function cleanMedia(media: { as: 'photo' | 'voice'; bytes: Uint8Array }): Promise<CleanResult> {
  const { as, bytes } = media;
  if (bytes.length > MEDIA_LIMITS[as].downloadOctets) return refused('too_large');
  const turn = await takeTurn<CleanResult>((signal) =>
    as === 'photo' ? cleanPhoto(bytes, signal) : cleanVoice(bytes, signal),
  );
  return turn.outcome === 'done' ? turn.value : refused('too_slow');
}
