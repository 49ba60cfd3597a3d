import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { cleanPhoto } from '../../../bot/media/photo.ts';
import { cleanVoice } from '../../../bot/media/voice.ts';
import { boxAt } from './mp4-walk.ts';
import { plain } from './pictures.ts';
import { VOICE } from './voice-fixture.ts';

/** So many frames in its one chunk that looking for the last takes minutes. */
function endlessVoice(): Buffer {
  const file = Buffer.from(VOICE);
  const runs = boxAt(VOICE, 'moov/trak/mdia/minf/stbl/stsc');
  file.writeUInt32BE(0xff000030, runs.start + 8 + 12);
  return file;
}

test('a voice note still being read at the deadline is stopped', async () => {
  const deadline = new AbortController();
  const cleaning = cleanVoice(VOICE, deadline.signal);
  deadline.abort();
  expect(await cleaning).toEqual({ ok: false, reason: 'too_slow' });
});

test('a voice note that would be read for ever is stopped at the deadline, and the next one is read', async () => {
  const deadline = new AbortController();
  const cleaning = cleanVoice(endlessVoice(), deadline.signal);
  const first = await Promise.race([cleaning, setTimeout(2000, 'still reading')]);
  expect(first).toBe('still reading');
  deadline.abort();
  expect(await cleaning).toEqual({ ok: false, reason: 'too_slow' });
  expect(await cleanVoice(VOICE, new AbortController().signal)).toMatchObject({ ok: true });
});

test('a photo past the deadline is not encoded', async () => {
  const photo = await plain(64, 48).jpeg().toBuffer();
  expect(await cleanPhoto(photo, AbortSignal.abort())).toEqual({ ok: false, reason: 'too_slow' });
});
