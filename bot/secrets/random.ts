import { randomFillSync } from 'node:crypto';

const BLOCK_OCTETS = 4096;
const block = new Uint8Array(BLOCK_OCTETS);
let given = BLOCK_OCTETS;

/**
 * Octets of the system's generator, which nobody else gets. They are drawn in blocks, because one draw of a
 * few costs as much as one of thousands; what was given is wiped from the block.
 */
export function randomOctets(length: number): Uint8Array {
  if (length > BLOCK_OCTETS) return randomFillSync(new Uint8Array(length));
  if (given + length > BLOCK_OCTETS) {
    randomFillSync(block);
    given = 0;
  }
  const octets = block.slice(given, given + length);
  block.fill(0, given, given + length);
  given += length;
  return octets;
}
