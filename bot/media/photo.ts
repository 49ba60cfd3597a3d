import type { Metadata } from 'sharp';
import { MEDIA_LIMITS } from './limits.ts';
import { stillPictureFormat } from './picture-format.ts';
import { type CleanPhoto, type RefusedMedia, refused } from './result.ts';

const LIMITS = MEDIA_LIMITS.photo;
const TIMEOUT = { seconds: MEDIA_LIMITS.milliseconds / 1000 };
const WHITE = '#ffffff';

/** Tried in order until the JPEG is short enough; pure noise ends at the last but one. */
const STEPS = [
  { longestSide: LIMITS.longestSide, quality: 82 },
  { longestSide: LIMITS.longestSide, quality: 70 },
  { longestSide: LIMITS.longestSide, quality: 58 },
  { longestSide: LIMITS.longestSide, quality: 46 },
  { longestSide: LIMITS.longestSide, quality: 34 },
  { longestSide: 1200, quality: 46 },
  { longestSide: 800, quality: 46 },
];

type Sharp = typeof import('sharp')['default'];

/** The decoder, with all but three of its loaders shut. */
async function load(): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  });
  return sharp;
}
let loading: Promise<Sharp> | undefined;

/** Loaded when the first photo comes: most events have none. */
function decoder(): Promise<Sharp> {
  loading ??= load();
  return loading;
}

type Pixels = { data: Buffer; width: number; height: number; channels: 1 | 2 | 3 | 4 };

/**
 * Decodes to bare pixels and encodes those anew, so that nothing but pixels can come through: no EXIF, XMP, IPTC,
 * colour profile, comment, thumbnail, second picture or trailing octets.
 */
export async function cleanPhoto(bytes: Uint8Array, signal: AbortSignal): Promise<CleanPhoto | RefusedMedia> {
  const format = stillPictureFormat(bytes);
  if (format === null) return refused('unreadable');
  const sharp = await decoder();

  try {
    const header = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (header.format !== format) return refused('unreadable');
    if (isTooBig(header)) return refused('too_many_pixels');

    const pixels = await decode(sharp, bytes);
    for (const step of STEPS) {
      if (signal.aborted) return refused('too_slow');
      const photo = await encode(sharp, pixels, step);
      if (photo.bytes.length <= LIMITS.keptOctets) return photo;
    }
    return refused('too_large');
  } catch {
    return refused(signal.aborted ? 'too_slow' : 'unreadable');
  }
}

function isTooBig(header: Metadata): boolean {
  const pixels = header.width * header.height;
  const octetsPerSample = header.depth === 'uchar' ? 1 : 2;
  return pixels > LIMITS.pixels || pixels * header.channels * octetsPerSample > LIMITS.decodedOctets;
}

async function decode(sharp: Sharp, bytes: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(bytes, {
    autoOrient: true,
    failOn: 'error',
    limitInputPixels: LIMITS.pixels,
  })
    .resize({ ...square(LIMITS.longestSide), fit: 'inside', withoutEnlargement: true })
    .flatten({ background: WHITE })
    .toColourspace('srgb')
    .raw()
    .timeout(TIMEOUT)
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

async function encode(
  sharp: Sharp,
  pixels: Pixels,
  step: { longestSide: number; quality: number },
): Promise<CleanPhoto> {
  const { data, width, height, channels } = pixels;
  const { data: jpeg, info } = await sharp(data, { raw: { width, height, channels } })
    .resize({ ...square(step.longestSide), fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: step.quality })
    .timeout(TIMEOUT)
    .toBuffer({ resolveWithObject: true });
  return {
    ok: true,
    kind: 'photo',
    mime: 'image/jpeg',
    bytes: new Uint8Array(jpeg),
    width: info.width,
    height: info.height,
  };
}

function square(side: number): { width: number; height: number } {
  return { width: side, height: side };
}
