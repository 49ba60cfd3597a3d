import { describe, expect, test } from 'vitest';
import { cleanMedia } from '../../../bot/media/clean.ts';
import { boxAt, expectSoundOnly, mp4Frames } from './mp4-walk.ts';
import { adts, SILENT_FRAME, VOICE, VOICE_FRAMES, VOICE_SIGNATURE, VOICE_TAGS } from './voice-fixture.ts';

async function cleaned(bytes: Uint8Array) {
  const result = await cleanMedia({ as: 'voice', bytes });
  if (!result.ok || result.kind !== 'voice') throw new Error(`no voice: ${JSON.stringify(result)}`);
  expect(result.mime).toBe('audio/mp4');
  expectSoundOnly(result.bytes);
  const text = Buffer.from(result.bytes).toString('latin1');
  for (const tag of [...VOICE_TAGS, VOICE_SIGNATURE, 'Mediabunny']) expect(text).not.toContain(tag);
  return result;
}

const CONFIG = 'moov/trak/mdia/minf/stbl/stsd';
const SOUND_FROM_OCTET = 16;

test('the fixture says what must not get through', () => {
  const text = VOICE.toString('latin1');
  for (const tag of [...VOICE_TAGS, VOICE_SIGNATURE]) expect(text).toContain(tag);
  expect(() => expectSoundOnly(VOICE)).toThrow();
  expect(VOICE_FRAMES.length).toBe(48);
});

describe('a voice note in MP4', () => {
  test('keeps its sound octet for octet and loses everything else', async () => {
    const original = VOICE.slice();
    const { bytes, seconds } = await cleaned(VOICE);
    const frames = mp4Frames(bytes);
    expect(frames.slice(1)).toEqual(VOICE_FRAMES.slice(1));
    expect(frames[0]?.length).toBe(VOICE_FRAMES[0]?.length);
    expect(frames[0]?.subarray(SOUND_FROM_OCTET)).toEqual(VOICE_FRAMES[0]?.subarray(SOUND_FROM_OCTET));
    expect(seconds).toBeCloseTo((48 * 1024) / 16_000, 6);
    expect(VOICE).toEqual(original);
  });

  test('comes out the same when cleaned again', async () => {
    const once = await cleaned(VOICE);
    const twice = await cleaned(once.bytes);
    expect(Buffer.from(twice.bytes).equals(once.bytes)).toBe(true);
  });

  test('plays at its rate: every frame lasts 1024 samples of 16 kHz', async () => {
    const { bytes } = await cleaned(VOICE);
    expect(boxAt(bytes, 'moov/trak/mdia/mdhd').content.readUInt32BE(12)).toBe(16_000);
    const durations = boxAt(bytes, 'moov/trak/mdia/minf/stbl/stts').content;
    expect([4, 8, 12].map((at) => durations.readUInt32BE(at))).toEqual([1, 48, 1024]);
  });

  test('loses what hides behind its decoder settings', async () => {
    const hidden = Buffer.from(VOICE);
    const settings = hidden.indexOf(Buffer.from([0x14, 0x08, 0x56, 0xe5, 0x00]));
    hidden.write('me!', settings + 2, 'latin1');
    const { bytes } = await cleaned(hidden);
    expect(boxAt(bytes, CONFIG).content.toString('latin1')).not.toContain('me!');
  });

  test('loses tags in boxes that nobody has heard of', async () => {
    const odd = Buffer.from(VOICE.toString('latin1').replace('udta', 'zzzz'), 'latin1');
    const further = Buffer.from('\0\0\0\x18uuid0123456789SECRET-', 'latin1');
    await cleaned(Buffer.concat([odd, further.subarray(0, 24)]));
  });
});

test('an ADTS stream becomes the same MP4, its ID3 tag left behind', async () => {
  const fromMp4 = await cleaned(VOICE);
  const id3 = Buffer.from('ID3\x04\0\0\0\0\0\x0aSECRET-id3', 'latin1');
  const stream = Buffer.concat([id3, adts(VOICE_FRAMES)]);
  const { bytes, seconds } = await cleaned(stream);
  expect(mp4Frames(bytes)).toEqual(mp4Frames(fromMp4.bytes));
  expect(seconds).toBe(fromMp4.seconds);
});

test('a data stream element before the sound is emptied', async () => {
  const words = Buffer.from('SECRET-');
  const element = [0b100_0000_0, words.length, ...words];
  const bits = [...element, ...SILENT_FRAME].map((octet) => octet.toString(2).padStart(8, '0')).join('');
  const octets = bits.match(/.{8}/g) ?? [];
  const frame = Buffer.from(octets.map((octet) => Number.parseInt(octet, 2)));
  const { bytes } = await cleaned(adts([frame, SILENT_FRAME, SILENT_FRAME]));
  expect(mp4Frames(bytes)[0]?.subarray(-SILENT_FRAME.length)).toEqual(SILENT_FRAME);
});
