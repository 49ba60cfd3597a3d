import { expect } from 'vitest';

export type Box = { path: string; start: number; content: Buffer };

const CONTAINERS = ['moov', 'trak', 'mdia', 'minf', 'stbl', 'udta', 'edts', 'dinf'];
const CLEAN_PATHS = [
  'ftyp',
  'mdat',
  'moov',
  'moov/mvhd',
  'moov/trak',
  'moov/trak/tkhd',
  'moov/trak/mdia',
  'moov/trak/mdia/mdhd',
  'moov/trak/mdia/hdlr',
  'moov/trak/mdia/minf',
  'moov/trak/mdia/minf/smhd',
  'moov/trak/mdia/minf/dinf',
  'moov/trak/mdia/minf/dinf/dref',
  'moov/trak/mdia/minf/stbl',
  ...['stsd', 'stts', 'stsc', 'stsz', 'stco'].map((type) => `moov/trak/mdia/minf/stbl/${type}`),
];
const STBL = 'moov/trak/mdia/minf/stbl';

export function mp4Boxes(bytes: Uint8Array): Box[] {
  return boxesIn(Buffer.from(bytes), 0, bytes.length, '');
}

function boxesIn(file: Buffer, start: number, end: number, parent: string): Box[] {
  const boxes: Box[] = [];
  let at = start;
  while (at < end) {
    const size = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    if (size < 8 || at + size > end) throw new Error(`box ${parent}${type} of ${size} octets at ${at}`);
    boxes.push({ path: parent + type, start: at, content: file.subarray(at + 8, at + size) });
    if (CONTAINERS.includes(type)) boxes.push(...boxesIn(file, at + 8, at + size, `${parent}${type}/`));
    at += size;
  }
  return boxes;
}

export function boxAt(bytes: Uint8Array, path: string): Box {
  const box = mp4Boxes(bytes).find((each) => each.path === path);
  if (box === undefined) throw new Error(`no box ${path}`);
  return box;
}

/** The samples of a file with one track, by its sample tables. */
export function mp4Frames(bytes: Uint8Array): Buffer[] {
  const file = Buffer.from(bytes);
  const sizes = boxAt(file, `${STBL}/stsz`).content;
  const chunks = boxAt(file, `${STBL}/stco`).content;
  const runs = boxAt(file, `${STBL}/stsc`).content;
  const frames: Buffer[] = [];
  for (let chunk = 0; chunk < chunks.readUInt32BE(4); chunk += 1) {
    let at = chunks.readUInt32BE(8 + chunk * 4);
    for (let inChunk = 0; inChunk < samplesInChunk(runs, chunk + 1); inChunk += 1) {
      const length = sizes.readUInt32BE(4) || sizes.readUInt32BE(12 + frames.length * 4);
      frames.push(file.subarray(at, at + length));
      at += length;
    }
  }
  expect(frames).toHaveLength(sizes.readUInt32BE(8));
  return frames;
}

function samplesInChunk(runs: Buffer, chunk: number): number {
  let samples = 0;
  for (let run = 0; run < runs.readUInt32BE(4); run += 1) {
    if (runs.readUInt32BE(8 + run * 12) <= chunk) samples = runs.readUInt32BE(12 + run * 12);
  }
  return samples;
}

/** Fails unless the MP4 says nothing but how to play its sound. */
export function expectSoundOnly(bytes: Uint8Array): void {
  for (const { path } of mp4Boxes(bytes)) expect(CLEAN_PATHS).toContain(path);
  for (const path of ['moov/mvhd', 'moov/trak/tkhd', 'moov/trak/mdia/mdhd']) {
    const { content } = boxAt(bytes, path);
    expect(content.readUInt8(0), `version of ${path}`).toBe(0);
    expect(content.subarray(4, 12), `dates of ${path}`).toEqual(Buffer.alloc(8));
  }
  const handler = boxAt(bytes, 'moov/trak/mdia/hdlr').content;
  expect(
    handler.subarray(12).every((octet) => octet === 0),
    'handler name',
  ).toBe(true);

  const frames = mp4Frames(bytes);
  const sound = boxAt(bytes, 'mdat').content.length;
  expect(
    frames.reduce((sum, frame) => sum + frame.length, 0),
    'octets between the frames',
  ).toBe(sound);
}
