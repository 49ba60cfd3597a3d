import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

const WEIGHTS = [400, 600, 700];
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

const padded = (octets: number): number => (octets + 3) & ~3;

/** A WOFF font as the plain one inside it, which font configuration reads. @see https://www.w3.org/TR/WOFF/ */
export function sfntOf(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const directory = Buffer.alloc(SFNT_HEADER + count * SFNT_ENTRY);
  woff.copy(directory, 0, 4, 8);
  const log = Math.floor(Math.log2(count));
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(2 ** log * 16, 6);
  directory.writeUInt16BE(log, 8);
  directory.writeUInt16BE((count - 2 ** log) * 16, 10);
  const tables: Buffer[] = [];
  let at = directory.length;
  for (let nth = 0; nth < count; nth += 1) {
    const entry = WOFF_HEADER + nth * WOFF_ENTRY;
    const offset = woff.readUInt32BE(entry + 4);
    const packed = woff.subarray(offset, offset + woff.readUInt32BE(entry + 8));
    const length = woff.readUInt32BE(entry + 12);
    const table = packed.length < length ? inflateSync(packed) : packed;
    const to = SFNT_HEADER + nth * SFNT_ENTRY;
    woff.copy(directory, to, entry, entry + 4);
    woff.copy(directory, to + 4, entry + 16, entry + 20);
    directory.writeUInt32BE(at, to + 8);
    directory.writeUInt32BE(length, to + 12);
    tables.push(table, Buffer.alloc(padded(length) - length));
    at += padded(length);
  }
  return Buffer.concat([directory, ...tables]);
}

/** Puts Thai letters among a browser's fonts: without them words take no room and no picture shows them. */
export async function addThaiFont(folder: string): Promise<void> {
  for (const weight of WEIGHTS) {
    const file = `noto-sans-thai-looped-thai-${weight}-normal`;
    const woff = new URL(import.meta.resolve(`@fontsource/noto-sans-thai-looped/files/${file}.woff`));
    await writeFile(join(folder, `${file}.ttf`), sfntOf(await readFile(woff)));
  }
}
