import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanMedia } from '../../../bot/media/clean.ts';
import { expectPixelsOnly } from './jpeg-walk.ts';
import { expectSoundOnly } from './mp4-walk.ts';
import { noise } from './pictures.ts';
import { VOICE, VOICE_TAGS } from './voice-fixture.ts';

const MINUTES = 3 * 60_000;

type Damage = {
  at: number;
  kind: 'octet' | 'cut' | 'remove' | 'repeat' | 'zero';
  length: number;
  value: number;
};

const damages = fc.array(
  fc.record<Damage>({
    at: fc.integer({ min: 0, max: 99_999 }).map((part) => part / 100_000),
    kind: fc.constantFrom('octet', 'octet', 'octet', 'cut', 'remove', 'repeat', 'zero'),
    length: fc.integer({ min: 1, max: 64 }),
    value: fc.integer({ min: 0, max: 255 }),
  }),
  { minLength: 1, maxLength: 6 },
);

function damaged(original: Buffer, list: readonly Damage[]): Buffer {
  let bytes = Buffer.from(original);
  for (const { at, kind, length, value } of list) {
    const start = Math.floor(at * bytes.length);
    const [before, part, after] = [
      bytes.subarray(0, start),
      bytes.subarray(start, start + length),
      bytes.subarray(start + length),
    ];
    switch (kind) {
      case 'octet':
        bytes = Buffer.concat([before, Buffer.from([value]), bytes.subarray(start + 1)]);
        break;
      case 'cut':
        bytes = Buffer.from(before);
        break;
      case 'remove':
        bytes = Buffer.concat([before, after]);
        break;
      case 'repeat':
        bytes = Buffer.concat([before, part, part, after]);
        break;
      case 'zero':
        bytes = Buffer.concat([before, Buffer.alloc(part.length), after]);
        break;
    }
  }
  return bytes;
}

const exif = { IFD0: { Make: 'SECRET-make' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '14/1 54/1 4/1' } };

describe('damaged files never throw, and what is kept is always clean', () => {
  test.each([
    { format: 'JPEG', make: () => noise(60, 40).withExif(exif).jpeg().toBuffer(), survives: true },
    { format: 'PNG', make: () => noise(40, 30).withExif(exif).png().toBuffer(), survives: false },
  ])(
    '$format',
    async ({ make, survives }) => {
      const original = await make();
      let kept = 0;
      await fc.assert(
        fc.asyncProperty(damages, async (list) => {
          const result = await cleanMedia({ as: 'photo', bytes: damaged(original, list) });
          if (!result.ok) return;
          kept += 1;
          expectPixelsOnly(result.bytes);
          expect(Buffer.from(result.bytes).toString('latin1')).not.toMatch(/SECRET|Exif/);
        }),
        { numRuns: 100 },
      );
      if (survives) expect(kept).toBeGreaterThan(0);
    },
    MINUTES,
  );

  test(
    'M4A',
    async () => {
      let kept = 0;
      await fc.assert(
        fc.asyncProperty(damages, async (list) => {
          const result = await cleanMedia({ as: 'voice', bytes: damaged(VOICE, list) });
          if (!result.ok) return;
          kept += 1;
          expectSoundOnly(result.bytes);
          const text = Buffer.from(result.bytes).toString('latin1');
          for (const tag of VOICE_TAGS) expect(text).not.toContain(tag);
        }),
        { numRuns: 100 },
      );
      expect(kept).toBeGreaterThan(0);
    },
    MINUTES,
  );
});
