import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';

const ARTEFACTS = new URL('../../artefacts/documents/', import.meta.url);
const FONTS = fileURLToPath(new URL('../../standard_fonts/', import.meta.resolve('pdfjs-dist')));
/** Pixels a point. */
const SCALE = 1.5;

/** A page of paper as it was printed. Width and height are in points; ink is the share of pixels that are not white. */
export interface Printed {
  width: number;
  height: number;
  words: string;
  ink: number;
}

/** A4 in points, rounded. */
export const A4 = { width: 595, height: 842 };

/** Prints what a page shows to A4 by the browser's own printing, and keeps a picture of each sheet. */
export async function print(page: Page, name: string): Promise<Printed[]> {
  const octets = await page.pdf({ format: 'A4', printBackground: false, preferCSSPageSize: true });
  await mkdir(ARTEFACTS, { recursive: true });
  const loading = getDocument({ data: new Uint8Array(octets), standardFontDataUrl: FONTS });
  const paper = await loading.promise;
  const sheets: Printed[] = [];
  for (let n = 1; n <= paper.numPages; n += 1) {
    const sheet = await paper.getPage(n);
    const viewport = sheet.getViewport({ scale: SCALE });
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    const context = canvas.getContext('2d');
    // The package's types know the browser's canvas alone; on Node it draws on this one.
    await sheet.render({ canvas: null, canvasContext: context as never, viewport }).promise;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 200) dark += 1;
    const { items } = await sheet.getTextContent();
    sheets.push({
      width: Math.round(viewport.width / SCALE),
      height: Math.round(viewport.height / SCALE),
      words: items.map((item) => ('str' in item ? item.str : '')).join(' '),
      ink: dark / (data.length / 4),
    });
    await writeFile(new URL(`${name}-${n}.png`, ARTEFACTS), canvas.toBuffer('image/png'));
  }
  await loading.destroy();
  return sheets;
}
