/** A JPEG that holds its picture and nothing else; sides in pixels. */
export interface BareJpeg {
  octets: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
}

/**
 * Markers of a baseline or progressive JPEG: what a picture is decoded from.
 * @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf Table B.1
 */
const PICTURE = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xdb, 0xdd]);
const FRAME = new Set([0xc0, 0xc1, 0xc2]);
const SCAN = 0xda;
const END = 0xd9;
const JFIF = [0x4a, 0x46, 0x49, 0x46, 0x00];
/** A JFIF header without a thumbnail, its length among its octets. */
const JFIF_OCTETS = 16;

const isMetadata = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
const isWithinScan = (marker: number): boolean => marker === 0x00 || (marker >= 0xd0 && marker <= 0xd7);

interface Segment {
  marker: number;
  from: number;
  /** Behind its last octet. */
  to: number;
}

function segmentAt(octets: Uint8Array, from: number): Segment | undefined {
  const [prefix, marker, high, low] = octets.subarray(from, from + 4);
  if (prefix !== 0xff || marker === undefined) return undefined;
  if (marker === END) return { marker, from, to: from + 2 };
  if (high === undefined || low === undefined) return undefined;
  const to = from + 2 + high * 256 + low;
  return high * 256 + low < 2 || to > octets.length ? undefined : { marker, from, to };
}

/** Where the compressed octets that begin at `from` end: at the next marker. */
function scanEnd(octets: Uint8Array, from: number): number | undefined {
  for (let at = octets.indexOf(0xff, from); at >= 0; at = octets.indexOf(0xff, at + 1)) {
    const marker = octets[at + 1];
    if (marker === undefined) return undefined;
    if (!isWithinScan(marker)) return at;
  }
  return undefined;
}

const isPlainJfif = (octets: Uint8Array, { marker, from, to }: Segment): boolean =>
  marker === 0xe0 &&
  to - from - 2 === JFIF_OCTETS &&
  JFIF.every((octet, n) => octets[from + 4 + n] === octet);

const sidesIn = (octets: Uint8Array, from: number): { width: number; height: number } => {
  const [high = 0, low = 0, wide = 0, narrow = 0] = octets.subarray(from + 5, from + 9);
  return { height: high * 256 + low, width: wide * 256 + narrow };
};

/**
 * A JPEG without metadata, colour profile, comment, thumbnail and whatever stands behind its end, its picture octet
 * for octet as it was; undefined for what is no baseline or progressive JPEG. Bare ones come back equal.
 */
export function bareJpeg(octets: Uint8Array): BareJpeg | undefined {
  if (octets[0] !== 0xff || octets[1] !== 0xd8) return undefined;
  const kept: Uint8Array[] = [octets.subarray(0, 2)];
  let sides: { width: number; height: number } | undefined;
  let segment = segmentAt(octets, 2);
  while (segment !== undefined) {
    const { marker, from } = segment;
    let { to } = segment;
    if (marker === SCAN) {
      const end = scanEnd(octets, to);
      if (end === undefined) return undefined;
      to = end;
    } else if (FRAME.has(marker)) sides = sidesIn(octets, from);
    if (marker === SCAN || marker === END || PICTURE.has(marker) || isPlainJfif(octets, segment)) {
      kept.push(octets.subarray(from, to));
    } else if (!isMetadata(marker)) return undefined;
    if (marker === END) return sides && { octets: joined(kept), ...sides };
    segment = segmentAt(octets, to);
  }
  return undefined;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
