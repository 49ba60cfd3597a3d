import { foldedLetters } from '../words/folded.ts';

const SHORT = 3;
const LONG = 4;

function gramsIn(letters: string, size: number): string[] {
  const grams: string[] = [];
  for (let at = 0; at + size <= letters.length; at += 1) grams.push(letters.slice(at, at + size));
  return grams;
}

/** Two independent 32-bit numbers of a gram: FNV-1a and Murmur's last mixing of it. */
function hashesOf(gram: string): [number, number] {
  let hash = 0x811c9dc5;
  for (let at = 0; at < gram.length; at += 1) {
    hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193);
  }
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return [hash >>> 0, (mixed ^ (mixed >>> 16)) >>> 0];
}

const LEAST_OCTETS = 512;
const MOST_OCTETS = 16 * 1024;
const BITS_A_GRAM = 8;

/** The room for so many grams: a power of two, in octets. */
function octetsFor(grams: number): number {
  let octets = LEAST_OCTETS;
  while (octets < MOST_OCTETS && octets * 8 < grams * BITS_A_GRAM) octets *= 2;
  return octets;
}

/**
 * A Bloom filter of all runs of three and of four letters of a text: it says that a run does not stand there, or that
 * it probably does. It needs no word boundaries, which Thai does not write and damaged text does not keep. At most
 * 16 KiB, however long the text is.
 */
export function gramFilter(text: string): Uint8Array {
  const letters = foldedLetters(text);
  const grams = new Set([...gramsIn(letters, SHORT), ...gramsIn(letters, LONG)]);
  const filter = new Uint8Array(octetsFor(grams.size));
  const bits = filter.length * 8;
  for (const gram of grams) {
    for (const hash of hashesOf(gram)) {
      const bit = hash % bits;
      filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  return filter;
}

const has = (filter: Uint8Array, gram: string): boolean =>
  hashesOf(gram).every((hash) => {
    const bit = hash % (filter.length * 8);
    return ((filter[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  });

/** Whether letters, folded, probably stand in a text; words of fewer than three letters are found in none. */
export function probablyHas(filter: Uint8Array, folded: string): boolean {
  if (folded.length < SHORT || filter.length === 0) return false;
  return gramsIn(folded, folded.length < LONG ? SHORT : LONG).every((gram) => has(filter, gram));
}
