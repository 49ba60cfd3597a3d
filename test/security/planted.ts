import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { noise, plain, pngChunk, pngClaiming, redAndBlue, withSegment } from '../bot/media/pictures.ts';

/** Stands in every piece of metadata below, as letters or as 16-bit letters; in a picture's pixels it does not. */
export const PLANTED = 'PLANTED';

const exif = {
  IFD0: { Make: `${PLANTED}-make`, Artist: `${PLANTED}-artist`, DateTime: '2024:05:06 07:08:09' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '14/1 54/1 4/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '104/1 18/1 7/1',
  },
};
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${PLANTED}-xmp</a></x:xmpmeta>`;
const behind = async (): Promise<Buffer> =>
  Buffer.concat([await plain(32, 32).jpeg().toBuffer(), Buffer.from(`${PLANTED}-trailing`)]);

async function jpeg(): Promise<Buffer> {
  const tagged = await redAndBlue(640, 480)
    .withExif(exif)
    .withXmp(xmp)
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();
  const thumbnail = (await plain(32, 24).jpeg().toBuffer()).toString('latin1');
  const segments = [
    [0xfe, `${PLANTED}-comment`],
    [0xed, `Photoshop 3.0\x008BIM\x04\x04\0\0\0\x12${PLANTED}-iptc`],
    [0xe0, `JFXX\0\x10${thumbnail}${PLANTED}-thumbnail`],
    [0xe2, `MPF\0${PLANTED}-pictures`],
    [0xe4, `${PLANTED}-maker`],
  ] as const;
  let whole: Uint8Array = tagged;
  for (const [marker, payload] of segments) whole = withSegment(whole, marker, payload);
  return Buffer.concat([whole, await behind()]);
}

async function png(): Promise<Buffer> {
  const made = await redAndBlue(640, 480).withExif(exif).withXmp(xmp).withIccProfile('p3').png().toBuffer();
  const header = 8 + 25;
  const profile = Buffer.concat([Buffer.from('a\0\0'), deflateSync(Buffer.from(`${PLANTED}-packed`))]);
  return Buffer.concat([
    made.subarray(0, header),
    pngChunk('tEXt', Buffer.from(`Author\0${PLANTED}-text`)),
    pngChunk('iTXt', Buffer.from(`Author\0\0\0\0\0${PLANTED}-itext`)),
    pngChunk('zTXt', profile),
    pngChunk('prVt', Buffer.from(`${PLANTED}-private`)),
    made.subarray(header),
    await behind(),
  ]);
}

const webp = async (): Promise<Buffer> =>
  Buffer.concat([
    await redAndBlue(640, 480).withExif(exif).withXmp(xmp).withIccProfile('p3').webp().toBuffer(),
    await behind(),
  ]);

/** Pictures that tell of who made them, by format. */
export const telling: Readonly<Record<string, () => Promise<Buffer>>> = { JPEG: jpeg, PNG: png, WebP: webp };

/** A JPEG that says it has so many pixels. */
async function jpegClaiming(side: number): Promise<Buffer> {
  const small = await plain(64, 64).jpeg().toBuffer();
  const frame = small.indexOf(Buffer.from([0xff, 0xc0]));
  small.writeUInt16BE(side, frame + 5);
  small.writeUInt16BE(side, frame + 7);
  return small;
}

const grown = deflateSync(Buffer.alloc(100 * 1024 * 1024));

/** A PNG of 64 × 64 whose pixels are packed from a hundred mebibytes. */
function pngBomb(): Buffer {
  const whole = pngClaiming(64, 64);
  const at = whole.indexOf('IDAT') - 4;
  const bomb = pngChunk('IDAT', grown);
  return Buffer.concat([whole.subarray(0, at), bomb, pngChunk('IEND', Buffer.alloc(0))]);
}

/** A PNG whose text is packed from a hundred mebibytes, and which has no pixels. */
function textBomb(): Buffer {
  const whole = pngClaiming(60_000, 64);
  const text = Buffer.concat([Buffer.from('a\0\0'), grown]);
  return Buffer.concat([whole.subarray(0, 33), pngChunk('zTXt', text), pngChunk('IEND', Buffer.alloc(0))]);
}

const frames = async (): Promise<Buffer> => {
  const one = await noise(64, 64).png().toBuffer();
  return sharp([one, await plain(64, 64).png().toBuffer()], { join: { animated: true } })
    .webp()
    .toBuffer();
};

/** What no door keeps anything of: large once decoded, moving, or no picture that is read here. */
export const refusedPictures: Readonly<Record<string, () => Promise<Buffer>>> = {
  'PNG that says 60,000 × 60,000': async () => pngClaiming(60_000, 60_000),
  'JPEG that says 65,500 × 65,500': () => jpegClaiming(65_500),
  'PNG whose text grows': async () => textBomb(),
  'animated WebP': frames,
  'animated GIF': async () => Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(600, 0x21)]),
  HEIC: async () =>
    Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(400)]),
  SVG: async () =>
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
};

/** May be kept or refused: only its first pixels are there to be shown. */
export const pixelBomb: Buffer = pngBomb();
