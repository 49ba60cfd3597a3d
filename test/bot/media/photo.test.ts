import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanMedia } from '../../../bot/media/clean.ts';
import { MEDIA_LIMITS } from '../../../bot/media/limits.ts';
import { expectPixelsOnly, jpegSegments } from './jpeg-walk.ts';
import { BLUE, meanColour, noise, plain, RED, redAndBlue, redCorner, withSegment } from './pictures.ts';

async function cleaned(bytes: Uint8Array) {
  const result = await cleanMedia({ as: 'photo', bytes });
  if (!result.ok || result.kind !== 'photo') throw new Error(`no photo: ${JSON.stringify(result)}`);
  const frame = expectPixelsOnly(result.bytes);
  expect([frame.width, frame.height]).toEqual([result.width, result.height]);
  expect(result.mime).toBe('image/jpeg');
  expect(result.bytes.length).toBeLessThanOrEqual(MEDIA_LIMITS.photo.keptOctets);
  return result;
}

function near(colour: { r: number; g: number; b: number }) {
  const within = (value: number) => expect.closeTo(value, -1.2);
  return [within(colour.r), within(colour.g), within(colour.b)];
}

const GPS = {
  IFD0: { Make: 'SECRET-make', Artist: 'SECRET-artist', DateTime: '2024:05:06 07:08:09' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '14/1 54/1 4/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '104/1 18/1 7/1',
  },
};

describe('what a phone writes into a photo', () => {
  test('is all gone, wherever it stands', async () => {
    const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>SECRET-xmp</a></x:xmpmeta>';
    const tagged = await redAndBlue(800, 600)
      .withExif(GPS)
      .withXmp(xmp)
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    const commented = withSegment(tagged, 0xfe, 'SECRET-comment');
    const iptc = withSegment(commented, 0xed, 'Photoshop 3.0\0SECRET-iptc');
    const multiPicture = withSegment(iptc, 0xe2, 'MPF\0SECRET-mpf');
    const trailing = Buffer.concat([
      multiPicture,
      await plain(64, 64).jpeg().toBuffer(),
      Buffer.from('SECRET-end'),
    ]);
    expect(trailing.toString('latin1').match(/SECRET-(make|artist|xmp|comment|iptc|mpf|end)/g)?.length).toBe(
      7,
    );
    expect(jpegSegments(tagged).filter(({ marker }) => marker === 0xe1 || marker === 0xe2).length).toBe(3);

    const { bytes } = await cleaned(trailing);

    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(
      /SECRET|2024:05|Exif|adobe|ICC_PROFILE|MPF|GPS/,
    );
  });

  test('in the chunks of PNG and WebP is gone too', async () => {
    for (const picture of [
      await redAndBlue(300, 200).withExif(GPS).png().toBuffer(),
      await redAndBlue(300, 200).withExif(GPS).webp().toBuffer(),
    ]) {
      expect(picture.toString('latin1')).toContain('SECRET-make');
      const { bytes } = await cleaned(picture);
      expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/SECRET|Exif/);
    }
  });

  test('as the second picture of an Ultra HDR photo is gone', async () => {
    const ultra = readFileSync(new URL('../../fixtures/media/ultra-hdr.jpg', import.meta.url));
    expect(ultra.toString('latin1')).toContain('21496');
    const leftPart = { left: 0, top: 0, width: 80, height: 100 };
    const { bytes, width, height } = await cleaned(ultra);
    expect([width, height]).toEqual([200, 100]);
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('21496');
    const [r = 0, g = 0, b = 0] = await meanColour(ultra, leftPart);
    expect(await meanColour(bytes, leftPart)).toEqual(near({ r, g, b }));
  });
});

describe('a photo stands upright', () => {
  test.each([
    { orientation: 1, size: [200, 100], corner: 'top left' },
    { orientation: 2, size: [200, 100], corner: 'top right' },
    { orientation: 3, size: [200, 100], corner: 'bottom right' },
    { orientation: 4, size: [200, 100], corner: 'bottom left' },
    { orientation: 5, size: [100, 200], corner: 'top left' },
    { orientation: 6, size: [100, 200], corner: 'top right' },
    { orientation: 7, size: [100, 200], corner: 'bottom right' },
    { orientation: 8, size: [100, 200], corner: 'bottom left' },
  ])('when its EXIF orientation is $orientation', async ({ orientation, size, corner }) => {
    const lying = await redCorner(200, 100).withMetadata({ orientation }).jpeg().toBuffer();
    const { bytes, width, height } = await cleaned(lying);
    expect([width, height]).toEqual(size);
    for (const vertical of ['top', 'bottom']) {
      for (const horizontal of ['left', 'right']) {
        const top = vertical === 'top' ? 5 : height - 35;
        const left = horizontal === 'left' ? 5 : width - 35;
        const colour = await meanColour(bytes, { left, top, width: 30, height: 30 });
        expect(colour).toEqual(near(`${vertical} ${horizontal}` === corner ? RED : BLUE));
      }
    }
  });
});

describe('a photo is made small', () => {
  test('to 1600 px on its longest side, and never enlarged', async () => {
    const wide = await cleaned(await plain(3200, 1000).jpeg().toBuffer());
    expect([wide.width, wide.height]).toEqual([1600, 500]);
    const tall = await cleaned(await plain(1000, 3200).png().toBuffer());
    expect([tall.width, tall.height]).toEqual([500, 1600]);
    const tiny = await cleaned(await plain(1, 1).jpeg().toBuffer());
    expect([tiny.width, tiny.height]).toEqual([1, 1]);
  });

  test('to 900 KiB even when it is noise, at lower quality first', async () => {
    const picture = await noise(1600, 1600).png().toBuffer();
    const asSharpWouldByDefault = await sharp(picture).jpeg().toBuffer();
    expect(asSharpWouldByDefault.length).toBeGreaterThan(MEDIA_LIMITS.photo.keptOctets);
    const { width, height } = await cleaned(picture);
    expect([width, height]).toEqual([1600, 1600]);
  });
});

describe('a photo of any colour becomes plain sRGB', () => {
  test('from a wide-gamut profile, the look kept', async () => {
    const wideGamut = await redAndBlue(200, 100).withIccProfile('p3').jpeg({ quality: 95 }).toBuffer();
    const { bytes } = await cleaned(wideGamut);
    expect(await meanColour(bytes, { left: 10, top: 10, width: 60, height: 60 })).toEqual(near(RED));
  });

  test('from CMYK, grey, 16 bits and transparency', async () => {
    const cmyk = await plain(50, 40).toColourspace('cmyk').jpeg().toBuffer();
    const grey = await plain(50, 40).greyscale().jpeg().toBuffer();
    const deep = await plain(50, 40).toColourspace('rgb16').png().toBuffer();
    const clear = { create: { width: 50, height: 40, channels: 4 as const, background: '#00000000' } };
    const transparent = await sharp(clear).png().toBuffer();
    for (const picture of [cmyk, grey, deep, transparent]) {
      const { bytes } = await cleaned(picture);
      expect([1, 3]).toContain(expectPixelsOnly(bytes).components);
    }
    const onWhite = await cleaned(transparent);
    const whole = { left: 0, top: 0, width: 50, height: 40 };
    expect(await meanColour(onWhite.bytes, whole)).toEqual(near({ r: 255, g: 255, b: 255 }));
  });
});
