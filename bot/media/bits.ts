/** Reads big-endian bit fields; `read` gives null once the octets are used up. */
export function createBitReader(bytes: Uint8Array) {
  const total = bytes.length * 8;
  let position = 0;

  function bit(at: number): number {
    return ((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
  }

  return {
    position: () => position,
    remaining: () => total - position,
    /** @param count at most 31 */
    read(count: number): number | null {
      if (position + count > total) return null;
      let value = 0;
      for (let index = 0; index < count; index += 1) value = value * 2 + bit(position + index);
      position += count;
      return value;
    },
    /** Moves on, possibly past the end: then every further `read` gives null. */
    skip(count: number) {
      position += count;
    },
  };
}

/** A copy of the octets in which the bits from `start` up to, not including, `end` are zero. */
export function withZeroBits(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const copy = bytes.slice();
  let at = start;
  while (at < end) {
    const octet = at >> 3;
    const bitsHere = Math.min(8 - (at & 7), end - at);
    const mask = ((1 << bitsHere) - 1) << (8 - (at & 7) - bitsHere);
    copy[octet] = (copy[octet] ?? 0) & ~mask;
    at += bitsHere;
  }
  return copy;
}
