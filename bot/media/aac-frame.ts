import { createBitReader, withZeroBits } from './bits.ts';

/** Kinds of syntactic elements, ISO/IEC 14496-3, table 4.85 */
const SINGLE_CHANNEL = 0;
const CHANNEL_PAIR = 1;
const DATA_STREAM = 4;
const FILL = 6;

/**
 * One raw AAC frame with the payload of everything before its sound set to zero: encoders sign there, and data
 * streams carry what they like. Lengths and alignment stay, so the sound is untouched.
 *
 * Null when the frame does not go on with the sound of `channels` channels.
 */
export function withoutSignature(frame: Uint8Array, channels: 1 | 2): Uint8Array | null {
  const bits = createBitReader(frame);
  let clean = frame;
  for (;;) {
    const element = bits.read(3);
    if (element === (channels === 1 ? SINGLE_CHANNEL : CHANNEL_PAIR)) return clean;
    const octets = element === FILL ? fillLength(bits) : element === DATA_STREAM ? dataLength(bits) : null;
    if (octets === null || octets * 8 > bits.remaining()) return null;
    clean = withZeroBits(clean, bits.position(), bits.position() + octets * 8);
    bits.skip(octets * 8);
  }
}

type Bits = ReturnType<typeof createBitReader>;

function fillLength(bits: Bits): number | null {
  const count = bits.read(4);
  if (count !== 15) return count;
  const more = bits.read(8);
  return more === null ? null : count + more - 1;
}

function dataLength(bits: Bits): number | null {
  bits.skip(4);
  const aligned = bits.read(1);
  const count = bits.read(8);
  if (count === null) return null;
  const more = count === 255 ? bits.read(8) : 0;
  if (more === null) return null;
  if (aligned === 1) bits.skip((8 - (bits.position() % 8)) % 8);
  return count + more;
}

/** An ADTS frame (ISO/IEC 13818-7, 6.2) with one raw frame in it, and the AudioSpecificConfig that its header implies. */
export type AdtsFrame = { description: Uint8Array; raw: Uint8Array };

export function readAdtsFrame(bytes: Uint8Array): AdtsFrame | null {
  const bits = createBitReader(bytes);
  const sync = bits.read(12);
  bits.skip(1);
  const layer = bits.read(2);
  const unprotected = bits.read(1);
  const profile = bits.read(2);
  const rate = bits.read(4);
  bits.skip(1);
  const channels = bits.read(3);
  bits.skip(4);
  const length = bits.read(13);
  bits.skip(11);
  const furtherFrames = bits.read(2);
  if (sync !== 0xfff || layer !== 0 || length !== bytes.length || furtherFrames !== 0) return null;
  if (profile === null || rate === null || channels === null) return null;

  const objectType = profile + 1;
  const description = new Uint8Array([(objectType << 3) | (rate >> 1), ((rate & 1) << 7) | (channels << 3)]);
  return { description, raw: bytes.subarray(unprotected === 1 ? 7 : 9) };
}
