import { expect } from 'vitest';

export type Segment = { marker: number; payload: Buffer };

export const START = 0xd8;
export const END = 0xd9;
const SCAN = 0xda;
const APP0 = 0xe0;
const FRAMES = [0xc0, 0xc1, 0xc2];
const ALLOWED = [START, APP0, 0xdb, ...FRAMES, 0xc4, 0xdd, SCAN, END];

/** Every marker segment in order; scan data is stepped over; what follows the end is its own last payload. */
export function jpegSegments(bytes: Uint8Array): Segment[] {
  const jpeg = Buffer.from(bytes);
  const segments: Segment[] = [];
  let at = 0;
  while (at < jpeg.length) {
    expect(jpeg[at], `a marker at ${at}`).toBe(0xff);
    const marker = jpeg.readUInt8(at + 1);
    at += 2;
    if (marker === START) {
      segments.push({ marker, payload: Buffer.alloc(0) });
      continue;
    }
    if (marker === END) {
      segments.push({ marker, payload: jpeg.subarray(at) });
      return segments;
    }
    const length = jpeg.readUInt16BE(at);
    segments.push({ marker, payload: jpeg.subarray(at + 2, at + length) });
    at += length;
    if (marker === SCAN) at = endOfScan(jpeg, at);
  }
  throw new Error('no end of image');
}

function endOfScan(jpeg: Buffer, start: number): number {
  let at = start;
  while (at + 1 < jpeg.length) {
    const next = jpeg.readUInt8(at + 1);
    const isRestart = next >= 0xd0 && next <= 0xd7;
    if (jpeg[at] === 0xff && next !== 0x00 && !isRestart) return at;
    at += 1;
  }
  throw new Error('no marker after the scan');
}

/** Fails unless the JPEG is made of picture data alone; gives its size. */
export function expectPixelsOnly(bytes: Uint8Array): { width: number; height: number; components: number } {
  const segments = jpegSegments(bytes);
  for (const { marker } of segments) expect(ALLOWED, `segment ${marker.toString(16)}`).toContain(marker);

  const headers = segments
    .filter(({ marker }) => marker === APP0)
    .map(({ payload }) => payload.toString('hex'));
  const jfifWithoutThumbnail = /^4a46494600(0101|0102)(00|01|02)[0-9a-f]{8}0000$/;
  expect(headers.length).toBeLessThanOrEqual(1);
  for (const header of headers) expect(header).toMatch(jfifWithoutThumbnail);

  const last = segments.at(-1);
  expect(last?.marker).toBe(END);
  expect(last?.payload.length, 'octets after the end').toBe(0);

  const frame = segments.find(({ marker }) => FRAMES.includes(marker));
  if (frame === undefined) throw new Error('no frame header');
  return {
    height: frame.payload.readUInt16BE(1),
    width: frame.payload.readUInt16BE(3),
    components: frame.payload.readUInt8(5),
  };
}
