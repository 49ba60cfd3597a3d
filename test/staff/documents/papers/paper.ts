import { expect } from 'vitest';
import { A4, type Printed } from '../../../support/pdf.ts';

/** What a reader finds on a printed paper. */
export interface Paper {
  sheets: Printed[];
  /** All words, without the marks above and below letters, which a PDF does not tell reliably. */
  words: string;
  /** All numbers in Thai digits, in their order, the page numbers left out. */
  numbers: number[];
}

/** Letters alone: no marks above or below them, no spaces, no glyphs without a letter. */
export const bare = (words: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a PDF gives a glyph of which it knows no letter so
  words.replaceAll('ำ', 'า').replaceAll(/[\u0000\s\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g, '');

const arabic = (words: string): string =>
  words.replaceAll(/[๐-๙]/g, (digit) => String('๐๑๒๓๔๕๖๗๘๙'.indexOf(digit)));

export const paperOf = (sheets: Printed[]): Paper => {
  const words = sheets.map((sheet) => sheet.words).join(' ');
  return {
    sheets,
    words: bare(words),
    numbers: [...words.matchAll(/[๐-๙]+(?:\.[๐-๙]+)?/g)].map(([number]) => Number(arabic(number))),
  };
};

/** The rows stand in the paper's numbers one after the other, as they are printed. */
export function expectRows({ numbers }: Paper, rows: readonly (readonly number[])[]): void {
  let from = 0;
  for (const row of rows) {
    const at = numbers.findIndex(
      (_one, n) => n >= from && row.every((number, m) => numbers[n + m] === number),
    );
    const rest = numbers.slice(from, from + 40).join(' ');
    expect([row, at >= 0], `what follows: ${rest}`).toEqual([row, true]);
    from = at + row.length;
  }
}

/** A number as paper shows it. */
export const shown = (value: number, decimals = 2): number =>
  Number((Math.round((value + Number.EPSILON * value) * 10 ** decimals) / 10 ** decimals).toFixed(decimals));

/** The lines to sign on stand whole on one sheet, under something that is signed. */
export function expectSigned({ sheets }: Paper, lines = 3): void {
  const signed = sheets.filter(({ words }) => bare(words).includes('ลงชอ'));
  expect(signed).toHaveLength(1);
  const [before = '', ...after] = bare(signed[0]?.words ?? '')
    .replace(/^\d+\/\d+/, '')
    .split('ลงชอ');
  expect(before).not.toBe('');
  expect(after).toHaveLength(lines);
  for (const line of after) expect(line).toContain('ตาแหนง');
}

/** A4, every sheet with something on it; `broad` papers lie. */
export function expectSheets({ sheets }: Paper, most: number, broad = false): void {
  expect(sheets.length).toBeLessThanOrEqual(most);
  const size = broad ? { width: A4.height, height: A4.width } : A4;
  for (const [at, sheet] of sheets.entries()) {
    expect(sheet).toMatchObject(size);
    expect(sheet.ink).toBeGreaterThan(0.003);
    if (sheets.length > 1) expect(sheet.words).toContain(`${at + 1} / ${sheets.length}`);
  }
}
