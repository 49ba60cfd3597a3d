import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const ARTEFACTS = new URL('../../artefacts/documents/', import.meta.url);
const FONTS = fileURLToPath(new URL('../../standard_fonts/', import.meta.resolve('pdfjs-dist')));
/** Pixels a point. */
const SCALE = 1.5;

/** A page of paper as it was printed, in points; its words in the order of the document, runs on one line joined. */
export interface Sheet {
  width: number;
  height: number;
  words: string;
}
/** Ink is the share of pixels that are not white. */
export interface Printed extends Sheet {
  ink: number;
}

/** A4 in points, rounded. */
export const A4 = { width: 595, height: 842 };

/** Where the end of one piece of text and the begin of the next are one place, in points. */
const TOUCHING = 1.2;

async function wordsOn(sheet: PDFPageProxy): Promise<string> {
  const { items } = await sheet.getTextContent();
  let [words, end, line] = ['', 0, Number.NaN];
  for (const item of items) {
    if (!('str' in item)) continue;
    const [, , , , x = 0, y = 0] = z.array(z.number()).parse(item.transform);
    const isNext = Math.abs(y - line) < TOUCHING && Math.abs(x - end) < TOUCHING;
    words += isNext || words.endsWith(' ') ? item.str : ` ${item.str}`;
    [end, line] = [x + item.width, y];
  }
  return words;
}

const asSheet = async (page: PDFPageProxy): Promise<Sheet> => {
  const { width, height } = page.getViewport({ scale: 1 });
  return { width: Math.round(width), height: Math.round(height), words: await wordsOn(page) };
};

/** Draws a sheet and keeps its picture; the share of it that is not white. */
async function draw(page: PDFPageProxy, name: string): Promise<number> {
  const viewport = page.getViewport({ scale: SCALE });
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  const context = canvas.getContext('2d');
  // The package's types know the browser's canvas alone; on Node it draws on this one.
  await page.render({ canvas: null, canvasContext: context as never, viewport }).promise;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 200) dark += 1;
  await mkdir(ARTEFACTS, { recursive: true });
  await writeFile(new URL(`${name}.png`, ARTEFACTS), canvas.toBuffer('image/png'));
  return dark / (data.length / 4);
}

async function onPaper<One>(
  page: Page,
  each: (sheet: PDFPageProxy, n: number) => Promise<One>,
): Promise<One[]> {
  const octets = await page.pdf({ format: 'A4', printBackground: false, preferCSSPageSize: true });
  const loading = getDocument({ data: new Uint8Array(octets), standardFontDataUrl: FONTS });
  const paper = await loading.promise;
  const sheets: One[] = [];
  for (let n = 1; n <= paper.numPages; n += 1) sheets.push(await each(await paper.getPage(n), n));
  await loading.destroy();
  return sheets;
}

/** Prints what a page shows to A4 by the browser's own printing. */
export const readPrinted = (page: Page): Promise<Sheet[]> => onPaper(page, asSheet);

/** The same, and keeps a picture of each sheet. */
export const print = (page: Page, name: string): Promise<Printed[]> =>
  onPaper(page, async (sheet, n) => ({ ...(await asSheet(sheet)), ink: await draw(sheet, `${name}-${n}`) }));
