import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

export const RED = { r: 220, g: 20, b: 20 };
export const BLUE = { r: 20, g: 20, b: 220 };

/** Left half red, right half blue. */
export function redAndBlue(width: number, height: number): Sharp {
  const half = { create: { width: Math.floor(width / 2), height, channels: 3 as const, background: BLUE } };
  return sharp({ create: { width, height, channels: 3, background: RED } }).composite([
    { input: half, gravity: 'east' },
  ]);
}

/** Blue, with the top left quarter red. */
export function redCorner(width: number, height: number): Sharp {
  const quarter = { width: Math.floor(width / 2), height: Math.floor(height / 2), channels: 3 as const };
  return sharp({ create: { width, height, channels: 3, background: BLUE } }).composite([
    { input: { create: { ...quarter, background: RED } }, gravity: 'northwest' },
  ]);
}

export function plain(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: RED } });
}

export function noise(width: number, height: number): Sharp {
  const gaussian = { type: 'gaussian' as const, mean: 128, sigma: 90 };
  return sharp({ create: { width, height, channels: 3, background: 'gray', noise: gaussian } });
}

export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG of a few octets that claims the given size. */
export function pngClaiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(1000))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Puts a segment right after the start of a JPEG. */
export function withSegment(jpeg: Uint8Array, marker: number, payload: string): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xff00 | marker, 0);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(payload, 'latin1'), jpeg.subarray(2)]);
}

/** The mean colour of a part of a picture, as [red, green, blue]. */
export async function meanColour(
  bytes: Uint8Array,
  part: { left: number; top: number; width: number; height: number },
): Promise<number[]> {
  const cut = await sharp(bytes).extract(part).png().toBuffer();
  const { channels } = await sharp(cut).stats();
  return channels.map(({ mean }) => Math.round(mean));
}
