import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';

/** What a workbook may come to once it is unpacked; a year's result takes 40 KiB in ten files. */
const MOST_UNPACKED_OCTETS = 4 * 1024 * 1024;
const MOST_FILES = 500;
/** Deflate makes at most some thousand octets of one: no step unpacks more than about 4 MiB. */
const STEP_OCTETS = 4096;

/** A workbook's files by their names. `too_large` holds whatever its headers say; `broken` is no archive. */
export type Unpacked = Record<string, Uint8Array> | 'too_large' | 'broken';

class TooLarge extends Error {}

const isXml = (name: string): boolean => name.endsWith('.xml') || name.endsWith('.xml.rels');

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/**
 * Unpacks the XML of a workbook step by step, and stops where it comes to more than the bounds: what is counted is what
 * was unpacked, never what a header says. An archive within the archive is no XML and stays packed.
 */
export function unpackXlsx(octets: Uint8Array): Unpacked {
  const files = new Map<string, Uint8Array[]>();
  let [unpacked, seen] = [0, 0];
  const take = (file: UnzipFile): void => {
    seen += 1;
    if (seen > MOST_FILES) throw new TooLarge();
    if (!isXml(file.name)) return;
    const parts: Uint8Array[] = [];
    files.set(file.name, parts);
    file.ondata = (error, part) => {
      if (error !== null) throw error;
      unpacked += part.length;
      if (unpacked > MOST_UNPACKED_OCTETS) throw new TooLarge();
      parts.push(part);
    };
    file.start();
  };
  const unzip = new Unzip(take);
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < octets.length; at += STEP_OCTETS) {
      unzip.push(octets.subarray(at, at + STEP_OCTETS), at + STEP_OCTETS >= octets.length);
    }
  } catch (error) {
    return error instanceof TooLarge ? 'too_large' : 'broken';
  }
  return Object.fromEntries([...files].map(([name, parts]) => [name, joined(parts)]));
}
