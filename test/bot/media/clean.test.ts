import { expect, test } from 'vitest';
import { cleanMedia } from '../../../bot/media/clean.ts';
import { MEDIA_LIMITS } from '../../../bot/media/limits.ts';
import { plain } from './pictures.ts';
import { VOICE } from './voice-fixture.ts';

test('a burst: as many as may wait are cleaned, photos and voice alike, the rest are told at once', async () => {
  const photo = await plain(64, 48).jpeg().toBuffer();
  const accepted = MEDIA_LIMITS.waiting + 1;
  const asked = Array.from({ length: accepted + 3 }, (_, index) =>
    index === 1 ? cleanMedia({ as: 'voice', bytes: VOICE }) : cleanMedia({ as: 'photo', bytes: photo }),
  );
  const results = await Promise.all(asked);
  expect(results.slice(0, accepted).every(({ ok }) => ok)).toBe(true);
  expect(results.slice(accepted)).toEqual(Array(3).fill({ ok: false, reason: 'too_slow' }));
  expect(await cleanMedia({ as: 'photo', bytes: photo })).toMatchObject({ ok: true, kind: 'photo' });
});

test('a photo sent as voice and a voice note sent as photo are unreadable', async () => {
  const photo = await plain(64, 48).jpeg().toBuffer();
  expect(await cleanMedia({ as: 'voice', bytes: photo })).toEqual({ ok: false, reason: 'unreadable' });
  expect(await cleanMedia({ as: 'photo', bytes: VOICE })).toEqual({ ok: false, reason: 'unreadable' });
});
