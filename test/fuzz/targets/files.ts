import { createHash, randomBytes, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import sharp from 'sharp';
import { demoStaff } from '../../../domain/agency/khoen-staff.ts';
import { VOICE } from '../../bot/media/voice-fixture.ts';
import { makePdf } from '../../papers/pdf.ts';
import { phoneOf } from '../chat.ts';
import { type Mutation, mutated, mutations } from '../mutate.ts';
import type { Oracle } from '../oracle.ts';
import type { Stage } from '../stage.ts';
import { asked, targetOf } from '../target.ts';

interface Spoilt {
  seed: number;
  spoils: Mutation[];
}

const spoils = fc.oneof(
  { weight: 30, arbitrary: mutations },
  { weight: 1, arbitrary: mutations.map(() => []) },
);
const spoilt = (seeds: number): fc.Arbitrary<Spoilt> => fc.record({ seed: fc.nat(seeds - 1), spoils });

const plain = sharp({ create: { width: 48, height: 32, channels: 3, background: '#37c' } });
const exif = { IFD0: { Make: 'Camera', Artist: 'somebody' }, IFD3: { GPSLatitude: '15/1 6/1 0/1' } };
/** HEIF as a telephone begins one: nothing here makes a whole one, and none is ever decoded. */
const heic = Buffer.concat([
  Buffer.from('00000018667479706865696300000000686569636d696631', 'hex'),
  Buffer.from('0000004c6d657461000000000000002168646c72', 'hex'),
  randomBytes(200),
]);
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
let pictures: readonly Uint8Array[] | undefined;

async function seedPictures(): Promise<readonly Uint8Array[]> {
  pictures ??= [
    await plain.clone().withExif(exif).jpeg().toBuffer(),
    await plain.clone().jpeg({ progressive: true }).toBuffer(),
    await plain.clone().png().toBuffer(),
    await plain.clone().png({ palette: true }).toBuffer(),
    await plain.clone().webp().toBuffer(),
    await plain.clone().webp({ lossless: true }).withExif(exif).toBuffer(),
    await plain.clone().gif().toBuffer(),
    await plain.clone().tiff().toBuffer(),
    heic,
    svg,
    readFileSync(new URL('../../fixtures/media/ultra-hdr.jpg', import.meta.url)),
  ];
  return pictures;
}
const PICTURES = 11;

const officer = demoStaff.findIndex(({ roles }) => roles.includes('officer'));

async function put(stage: Stage, oracle: Oracle, path: string, octets: Uint8Array, method = 'PUT') {
  const bearer = await stage.bearer(officer);
  const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/octet-stream' };
  return asked(stage, oracle, { method, path: `/api/staff${path}`, headers, body: octets });
}

/** Pictures as staff send them with a case that they enter: the same way as a resident's photo, at HTTP's own door. */
export const photos = targetOf<Spoilt>({
  name: 'pictures',
  many: 5_000,
  few: 100,
  round: 500,
  atOnce: 8,
  keepsNothing: false,
  inputs: () => spoilt(PICTURES),
  async give(stage, { seed, spoils }, oracle) {
    const octets = mutated((await seedPictures())[seed] ?? svg, spoils);
    return put(stage, oracle, `/entries/${randomBytes(10).toString('hex')}/photo`, octets);
  },
});

/** Photos and voice notes as LINE hands them out, in a chat. */
export const chatMedia = targetOf<Spoilt>({
  name: 'chat-media',
  many: 800,
  few: 16,
  round: 100,
  atOnce: 4,
  keepsNothing: false,
  inputs: () => spoilt(PICTURES * 2),
  async give(stage, { seed, spoils }, oracle) {
    const isVoice = seed >= PICTURES;
    const octets = mutated(isVoice ? VOICE : ((await seedPictures())[seed] ?? svg), spoils);
    const id = String(randomInt(2 ** 40));
    const kind = isVoice ? 'audio' : 'image';
    stage.simulator.platform.contents.set(id, { octets, contentType: 'image/jpeg', kind, readyAt: 0 });
    return phoneOf(stage, oracle).does({
      type: 'message',
      message: { type: kind, id, contentProvider: { type: 'line' }, duration: 1000 },
    });
  },
});

const pdfs = [
  makePdf({ lines: ['คู่มือประชาชน', 'service manual'] }),
  makePdf({ lines: ['x'], script: 'app.alert(1)' }),
  makePdf({ locked: true }),
  makePdf({}),
];

/** PDFs of papers: sent in parts, then opened. */
export const paperFiles = targetOf<Spoilt>({
  name: 'pdfs',
  many: 400,
  few: 8,
  round: 50,
  atOnce: 4,
  keepsNothing: false,
  inputs: () => spoilt(pdfs.length),
  async give(stage, { seed, spoils }, oracle) {
    const octets = mutated(pdfs[seed] ?? svg, spoils);
    const sha256 = createHash('sha256').update(octets).digest('hex');
    const first = await put(stage, oracle, `/paper-files/${sha256}/0`, octets);
    if (first !== undefined) return first;
    const bearer = await stage.bearer(officer);
    return asked(stage, oracle, {
      method: 'POST',
      path: `/api/staff/paper-files/${sha256}/check`,
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify({ octets: octets.length }),
    });
  },
});
