export type ImageSize = { format: 'jpeg' | 'png'; width: number; height: number };

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Reads format and pixels from an image's first bytes; null when it is neither PNG nor JPEG. */
export function imageSize(octets: Uint8Array): ImageSize | null {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  if (octets.length >= 24 && PNG_SIGNATURE.every((byte, index) => octets[index] === byte)) {
    return { format: 'png', width: view.getUint32(16), height: view.getUint32(20) };
  }
  return octets[0] === 0xff && octets[1] === 0xd8 ? jpegSize(view) : null;
}

/** Walks the segments to the frame header (SOF0 to SOF15, without DHT, JPG and DAC). */
function jpegSize(view: DataView): ImageSize | null {
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { format: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
