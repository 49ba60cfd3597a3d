import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { bareJpeg } from '../../../domain/media/bare-jpeg.ts';

const picture = () => sharp({ create: { width: 320, height: 200, channels: 3, background: '#c63' } });
const told = (progressive: boolean) =>
  picture()
    .jpeg({ progressive })
    .withExif({
      IFD0: { Make: 'PhoneOfSomebody' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '14/1 56/1 0/1' },
    })
    .withIccProfile('p3')
    .toBuffer();
const pixels = (jpeg: Uint8Array) => sharp(jpeg, { ignoreIcc: true }).raw().toBuffer();

describe.each([false, true])('a JPEG, progressive: %s', (progressive) => {
  it('loses what tells of who took it, and no pixel', async () => {
    const whole = new Uint8Array(Buffer.concat([await told(progressive), Buffer.from('behind the end')]));
    const bare = bareJpeg(whole);
    expect(bare).toMatchObject({ width: 320, height: 200 });
    const kept = Buffer.from(bare?.octets ?? []);
    for (const word of ['PhoneOfSomebody', 'Exif', 'ICC_PROFILE', 'behind']) {
      expect(Buffer.from(whole).includes(word)).toBe(true);
      expect(kept.includes(word)).toBe(false);
    }
    expect((await pixels(kept)).equals(await pixels(whole))).toBe(true);
    expect(bareJpeg(kept)?.octets).toEqual(bare?.octets);
  });

  it('that is bare comes back as it was', async () => {
    const plain = new Uint8Array(await picture().jpeg({ progressive }).toBuffer());
    expect(bareJpeg(plain)?.octets).toEqual(plain);
  });

  it('cut anywhere is none', async () => {
    const plain = new Uint8Array(await picture().jpeg({ progressive }).toBuffer());
    for (let to = 0; to < plain.length; to += 7) expect(bareJpeg(plain.subarray(0, to))).toBeUndefined();
  });
});

it('is found in nothing else, whatever comes', async () => {
  expect(bareJpeg(new Uint8Array(await picture().png().toBuffer()))).toBeUndefined();
  const prefixed = fc.uint8Array({ maxLength: 400 }).map((rest) => new Uint8Array([0xff, 0xd8, ...rest]));
  fc.assert(
    fc.property(prefixed, (octets) => {
      const bare = bareJpeg(octets);
      expect(bare === undefined || bare.octets.length <= octets.length).toBe(true);
    }),
  );
});
