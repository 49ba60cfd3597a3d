/** A file of a tar archive. Names are UTF-8, at most 100 octets. */
export interface TarFile {
  name: string;
  octets: Uint8Array;
}

const BLOCK = 512;
const utf8 = new TextEncoder();

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`;

/** @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06 */
function headerOf({ name, octets }: TarFile): Uint8Array {
  const header = new Uint8Array(BLOCK);
  const put = (at: number, text: string): void => header.set(utf8.encode(text), at);
  if (utf8.encode(name).length > 100) throw new RangeError('a name of a tar file has at most 100 octets');
  put(0, name);
  put(100, octal(0o600, 8));
  put(108, octal(0, 8));
  put(116, octal(0, 8));
  put(124, octal(octets.length, 12));
  put(136, octal(0, 12));
  put(148, ' '.repeat(8));
  put(156, '0');
  put(257, 'ustar\0');
  put(263, '00');
  const sum = header.reduce((total, octet) => total + octet, 0);
  put(148, `${sum.toString(8).padStart(6, '0')}\0 `);
  return header;
}

/** An archive of these files, in the ustar format that every `tar` reads. It tells no time and no owner. */
export function tarOf(files: readonly TarFile[]): Uint8Array {
  const padded = (length: number): number => Math.ceil(length / BLOCK) * BLOCK;
  const size = files.reduce((total, { octets }) => total + BLOCK + padded(octets.length), 2 * BLOCK);
  const archive = new Uint8Array(size);
  let at = 0;
  for (const file of files) {
    archive.set(headerOf(file), at);
    archive.set(file.octets, at + BLOCK);
    at += BLOCK + padded(file.octets.length);
  }
  return archive;
}
