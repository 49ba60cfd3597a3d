import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanMedia } from '../../../bot/media/clean.ts';
import { MEDIA_LIMITS } from '../../../bot/media/limits.ts';
import { noise, plain, pngChunk, pngClaiming, redAndBlue } from './pictures.ts';

async function refusal(bytes: Uint8Array) {
  const result = await cleanMedia({ as: 'photo', bytes });
  return result.ok ? { ...result, bytes: result.bytes.length } : result;
}
const UNREADABLE = { ok: false, reason: 'unreadable' };
const TOO_MANY_PIXELS = { ok: false, reason: 'too_many_pixels' };

describe('too many pixels', () => {
  test('a real photo of 40 megapixels is refused, one of 35 is kept', async () => {
    expect(await refusal(await plain(7304, 5478).jpeg().toBuffer())).toEqual(TOO_MANY_PIXELS);
    expect(await refusal(await plain(6831, 5123).jpeg().toBuffer())).toMatchObject({ ok: true, width: 1600 });
  });

  test('a few octets that claim a huge picture are refused by their header', async () => {
    expect(await refusal(pngClaiming(60_000, 60_000))).toEqual(TOO_MANY_PIXELS);
    const small = await plain(64, 64).jpeg().toBuffer();
    const frame = small.indexOf(Buffer.from([0xff, 0xc0]));
    small.writeUInt16BE(65_500, frame + 5);
    small.writeUInt16BE(65_500, frame + 7);
    expect(await refusal(small)).toEqual(TOO_MANY_PIXELS);
  });

  test('deep pixels count for more', async () => {
    const deep = await plain(5500, 5000)
      .ensureAlpha()
      .toColourspace('rgb16')
      .png({ compressionLevel: 1 })
      .toBuffer();
    expect(deep.length).toBeLessThan(MEDIA_LIMITS.photo.downloadOctets);
    expect(await refusal(deep)).toEqual(TOO_MANY_PIXELS);
  });
});

describe('unreadable', () => {
  test('a JPEG cut off anywhere', async () => {
    const whole = await noise(400, 300)
      .withExif({ IFD0: { Make: 'phone' } })
      .jpeg()
      .toBuffer();
    expect(await refusal(whole)).toMatchObject({ ok: true });
    const cuts = [
      0,
      1,
      2,
      3,
      4,
      20,
      200,
      ...[0.1, 0.3, 0.5, 0.7, 0.9, 0.99].map((part) => part * whole.length),
    ];
    for (const cut of cuts)
      expect(await refusal(whole.subarray(0, cut)), `cut at ${cut}`).toEqual(UNREADABLE);
  });

  test('a large JPEG cut off, which is decoded at a smaller scale', async () => {
    const whole = await redAndBlue(4000, 3000).jpeg().toBuffer();
    for (const part of [0.5, 0.95]) {
      expect(await refusal(whole.subarray(0, whole.length * part))).toEqual(UNREADABLE);
    }
  });

  test('a PNG or WebP cut off', async () => {
    for (const whole of [await noise(100, 80).png().toBuffer(), await noise(100, 80).webp().toBuffer()]) {
      expect(await refusal(whole)).toMatchObject({ ok: true });
      expect(await refusal(whole.subarray(0, whole.length / 2))).toEqual(UNREADABLE);
    }
  });

  test('what is no picture, whatever its name', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
    const texts = ['PK\u0003\u0004zip', svg, `<?xml version="1.0"?>${svg}`, '%PDF-1.7', 'สวัสดี', ''];
    for (const text of texts) expect(await refusal(Buffer.from(text)), text).toEqual(UNREADABLE);
    const disguised = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(svg)]);
    expect(await refusal(disguised)).toEqual(UNREADABLE);
  });

  test('formats that are never decoded', async () => {
    for (const picture of [
      await plain(20, 20).gif().toBuffer(),
      await plain(20, 20).tiff().toBuffer(),
      await plain(20, 20).avif({ effort: 0 }).toBuffer(),
    ]) {
      expect(await refusal(picture)).toEqual(UNREADABLE);
    }
  });

  test('animations', async () => {
    const frames = [await plain(20, 20).png().toBuffer(), await noise(20, 20).png().toBuffer()];
    const webp = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    expect(webp.toString('latin1')).toContain('ANMF');
    expect(await refusal(webp)).toEqual(UNREADABLE);

    const still = await noise(20, 20).png().toBuffer();
    const control = pngChunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]));
    const afterHeader = still.indexOf('IHDR') + 4 + 13 + 4;
    const animated = Buffer.concat([still.subarray(0, afterHeader), control, still.subarray(afterHeader)]);
    expect(await refusal(animated)).toEqual(UNREADABLE);
  });
});

test('more octets than are accepted are refused unread', async () => {
  const tooLong = new Uint8Array(MEDIA_LIMITS.photo.downloadOctets + 1);
  tooLong.set(await plain(8, 8).jpeg().toBuffer());
  expect(await refusal(tooLong)).toEqual({ ok: false, reason: 'too_large' });
  expect(await refusal(tooLong.subarray(0, -1))).toMatchObject({ ok: true });
});
