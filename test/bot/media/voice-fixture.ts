import { readFileSync } from 'node:fs';
import { mp4Frames } from './mp4-walk.ts';

/** AAC in MP4 with tags; how it was made: test/fixtures/media/README.md */
export const VOICE = readFileSync(new URL('../../fixtures/media/voice.m4a', import.meta.url));

/** What stands in the fixture's tags; its encoder also signs inside the first frame. */
export const VOICE_TAGS = ['SECRET-', 'earth', 'loci', '2024-05-06', 'Lavf'];
export const VOICE_SIGNATURE = 'Lavc';

const SIXTEEN_KHZ = 8;

/** The frames as an ADTS stream: AAC-LC, 16 kHz, mono. */
export function adts(frames: readonly Uint8Array[]): Buffer {
  return Buffer.concat(frames.flatMap((frame) => [adtsHeader(frame.length + 7), frame]));
}

export function adtsHeader(frameLength: number): Buffer {
  const header = Buffer.from([0xff, 0xf1, 0x40 | (SIXTEEN_KHZ << 2), 0x40, 0, 0x1f, 0xfc]);
  header[3] = 0x40 | (frameLength >> 11);
  header[4] = (frameLength >> 3) & 0xff;
  header[5] = ((frameLength & 7) << 5) | 0x1f;
  return header;
}

export const VOICE_FRAMES = mp4Frames(VOICE);

/** The least sound a frame can carry: one silent channel. */
export const SILENT_FRAME = Buffer.from([0x01, 0x18, 0x20, 0x07]);
