import type { Input, Media as MediaState } from '../../domain/conversation/event.ts';
import type { LineApi } from '../line/api.ts';
import type { cleanMedia } from '../media/clean.ts';
import { MEDIA_LIMITS } from '../media/limits.ts';
import type { Media } from '../records/planning.ts';

/** Where what was sent is fetched from, and what makes it fit to keep. */
export interface MediaSource {
  content: LineApi['content'];
  clean: typeof cleanMedia;
}

/** What became of a photo or voice note: what the step is told, and the octets where there are any. */
export interface FetchedMedia {
  state: MediaState;
  media: Media | undefined;
}

const refused = (reason: Extract<MediaState, { state: 'refused' }>['reason']): FetchedMedia => ({
  state: { state: 'refused', reason },
  media: undefined,
});

async function fetchAndClean(
  { content, clean }: MediaSource,
  { type, message }: Extract<Input, { type: 'photo' | 'voice' }>,
): Promise<FetchedMedia> {
  let bytes: Uint8Array | 'gone';
  try {
    bytes = await content(message);
  } catch {
    return refused('too_slow');
  }
  if (bytes === 'gone') return refused('gone');
  const cleaned = await clean({ as: type, bytes });
  if (!cleaned.ok) return refused(cleaned.reason);
  return { state: { state: 'ready', kind: cleaned.kind }, media: cleaned };
}

/** Fetches what was sent and makes it fit to keep, within `MEDIA_LIMITS.milliseconds` in all. Never throws. */
export async function fetchMedia(
  source: MediaSource,
  input: Extract<Input, { type: 'photo' | 'voice' }>,
): Promise<FetchedMedia> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<FetchedMedia>((resolve) => {
    timer = setTimeout(() => resolve(refused('too_slow')), MEDIA_LIMITS.milliseconds);
  });
  try {
    return await Promise.race([fetchAndClean(source, input), late]);
  } finally {
    clearTimeout(timer);
  }
}
