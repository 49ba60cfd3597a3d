/** Longest side of a photo that is sent, in pixels. */
const MOST_PIXELS = 1600;
const MOST_OCTETS = 900 * 1024;
const QUALITIES = [0.85, 0.7, 0.55, 0.4];
const SMALLER = 0.75;

/** A photo without anything but its picture: upright JPEG. `address` shows it on this page alone. */
export interface StrippedPhoto {
  octets: Uint8Array<ArrayBuffer>;
  address: string;
}

function jpeg(picture: ImageBitmap, scale: number, quality: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return Promise.resolve(null);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}

async function small(picture: ImageBitmap): Promise<Blob | undefined> {
  let scale = Math.min(1, MOST_PIXELS / Math.max(picture.width, picture.height));
  for (let tries = 0; tries < 6; tries += 1) {
    for (const quality of QUALITIES) {
      const blob = await jpeg(picture, scale, quality);
      if (blob?.type !== 'image/jpeg') return undefined;
      if (blob.size <= MOST_OCTETS) return blob;
    }
    scale *= SMALLER;
  }
  return undefined;
}

/**
 * Draws a photo anew, so that place, time and device stay behind; undefined for what is no picture this browser
 * can show.
 */
export async function stripPhoto(file: Blob): Promise<StrippedPhoto | undefined> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const blob = await small(picture);
    picture.close();
    if (blob === undefined) return undefined;
    return { octets: new Uint8Array(await blob.arrayBuffer()), address: URL.createObjectURL(blob) };
  } catch {
    return undefined;
  }
}
