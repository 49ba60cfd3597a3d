import { describe, expect, test } from 'vitest';
import { cleanMedia } from '../../../bot/media/clean.ts';
import { MEDIA_LIMITS } from '../../../bot/media/limits.ts';
import { boxAt } from './mp4-walk.ts';
import { adts, adtsHeader, SILENT_FRAME, VOICE, VOICE_FRAMES } from './voice-fixture.ts';

async function refusal(bytes: Uint8Array) {
  const result = await cleanMedia({ as: 'voice', bytes });
  return result.ok ? { ...result, bytes: result.bytes.length } : result;
}
const UNREADABLE = { ok: false, reason: 'unreadable' };
const TOO_LARGE = { ok: false, reason: 'too_large' };
const STBL = 'moov/trak/mdia/minf/stbl';

/** The fixture with 32 bits of one box's content set to a value. */
function patched(path: string, offset: number, value: number): Buffer {
  const file = Buffer.from(VOICE);
  file.writeUInt32BE(value, boxAt(VOICE, path).start + 8 + offset);
  return file;
}

function box(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}

describe('too large', () => {
  test('more octets than are accepted', async () => {
    expect(await refusal(new Uint8Array(MEDIA_LIMITS.voice.downloadOctets + 1))).toEqual(TOO_LARGE);
  });

  test('more sound than is kept', async () => {
    const sound = VOICE_FRAMES.reduce((sum, { length }) => sum + length, 0);
    const times = Math.ceil(MEDIA_LIMITS.voice.keptOctets / sound);
    expect(await refusal(adts(Array(times).fill(VOICE_FRAMES).flat()))).toEqual(TOO_LARGE);
  });

  test('longer than is listened to, however small', async () => {
    const tenMinutes = Math.floor((MEDIA_LIMITS.voice.seconds * 16_000) / 1024);
    expect(await refusal(adts(Array(tenMinutes).fill(SILENT_FRAME)))).toMatchObject({ ok: true });
    expect(await refusal(adts(Array(tenMinutes + 1).fill(SILENT_FRAME)))).toEqual(TOO_LARGE);
  });
});

describe('unreadable', () => {
  test('an MP4 cut off anywhere', async () => {
    for (const part of [0, 0.01, 0.1, 0.5, 0.9, 0.99]) {
      expect(await refusal(VOICE.subarray(0, VOICE.length * part)), `${part}`).toEqual(UNREADABLE);
    }
  });

  test('sound that is not AAC in MP4 or ADTS', async () => {
    const wave = Buffer.from(
      'RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data',
      'latin1',
    );
    const mp3 = Buffer.concat(
      Array(4).fill(Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0xc4]), Buffer.alloc(413)])),
    );
    const ogg = Buffer.from('OggS\0\x02OpusHead', 'latin1');
    const others = [
      wave,
      mp3,
      ogg,
      Buffer.from('#!AMR\n'),
      Buffer.from('PK\x03\x04'),
      Buffer.from('เสียง'),
      Buffer.alloc(0),
    ];
    for (const other of others) expect(await refusal(other)).toEqual(UNREADABLE);
    const mp3InMp4 = Buffer.from(VOICE);
    const objectType = mp3InMp4.indexOf(Buffer.from([0x40, 0x15]), boxAt(VOICE, `${STBL}/stsd`).start);
    mp3InMp4[objectType] = 0x6b;
    expect(await refusal(mp3InMp4)).toEqual(UNREADABLE);
  });

  test('a film without sound', async () => {
    const silent = Buffer.from(VOICE.toString('latin1').replace('soun', 'vide'), 'latin1');
    expect(await refusal(silent)).toEqual(UNREADABLE);
  });

  test('channel programmes, whose descriptions carry a comment', async () => {
    const file = Buffer.from(VOICE);
    file[file.indexOf(Buffer.from([0x14, 0x08, 0x56, 0xe5])) + 1] = 0x00;
    expect(await refusal(file)).toEqual(UNREADABLE);
  });

  test('frames that are no sound', async () => {
    const text = Buffer.from('name=SECRET');
    expect(await refusal(adts([SILENT_FRAME, text, SILENT_FRAME]))).toEqual(UNREADABLE);
  });
});

describe('files made to keep a parser busy', () => {
  test('an ADTS frame of no length, which never moves on', async () => {
    const endless = Buffer.concat([adts([SILENT_FRAME, SILENT_FRAME]), adtsHeader(0), Buffer.alloc(64)]);
    expect(await refusal(endless)).toMatchObject({ ok: false });
    expect(await refusal(VOICE)).toMatchObject({ ok: true });
  });

  test('tables that claim four thousand million frames', async () => {
    for (const file of [
      patched(`${STBL}/stsz`, 8, 0xffffffff),
      patched(`${STBL}/stts`, 4, 0xffffffff),
      patched(`${STBL}/stsc`, 4, 0xffffffff),
      patched(`${STBL}/stco`, 4, 0xffffffff),
    ]) {
      expect(await refusal(file)).toMatchObject({ ok: false });
    }
  });

  test('one frame size for all, and four thousand million of them', async () => {
    const file = patched(`${STBL}/stsz`, 4, 1);
    file.writeUInt32BE(0xffffffff, boxAt(VOICE, `${STBL}/stsz`).start + 8 + 8);
    expect(await refusal(file)).toMatchObject({ ok: false });
  });

  test('boxes in boxes in boxes', async () => {
    let nested = Buffer.alloc(0);
    for (let depth = 0; depth < 20_000; depth += 1)
      nested = Buffer.concat([Buffer.from('\0\0\0\x08moov'), nested]);
    for (let depth = 0; depth < 20_000; depth += 1)
      nested.writeUInt32BE(nested.length - depth * 8, depth * 8);
    expect(await refusal(Buffer.concat([box('ftyp', Buffer.from('M4A \0\0\0\0')), nested]))).toEqual(
      UNREADABLE,
    );
  });
});
