export type PictureFormat = 'jpeg' | 'png' | 'webp';

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * The format of a still picture by its first octets; null for everything that is never decoded: animations, SVG,
 * PDF, GIF, TIFF, HEIF and what is no picture at all.
 */
export function stillPictureFormat(bytes: Uint8Array): PictureFormat | null {
  if (startsWith(bytes, JPEG)) return 'jpeg';
  if (startsWith(bytes, PNG)) return hasAnimationChunk(bytes) ? null : 'png';
  if (text(bytes, 0) === 'RIFF' && text(bytes, 8) === 'WEBP') return isAnimatedWebp(bytes) ? null : 'webp';
  return null;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((octet, index) => bytes[index] === octet);
}

/** The `acTL` chunk of an animated PNG stands before the first `IDAT`. @see https://www.w3.org/TR/png-3/#acTL-chunk */
function hasAnimationChunk(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = PNG.length;
  while (position + 8 <= bytes.length) {
    const type = text(bytes, position + 4);
    if (type === 'acTL') return true;
    if (type === 'IDAT') return false;
    position += 12 + view.getUint32(position);
  }
  return false;
}

/** @see https://developers.google.com/speed/webp/docs/riff_container#extended_file_format */
function isAnimatedWebp(bytes: Uint8Array): boolean {
  const animationFlag = 0x02;
  return text(bytes, 12) === 'VP8X' && ((bytes[20] ?? 0) & animationFlag) !== 0;
}

function text(bytes: Uint8Array, position: number): string {
  return String.fromCharCode(...bytes.subarray(position, position + 4));
}
