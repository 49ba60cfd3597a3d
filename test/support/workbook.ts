import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { expect } from 'vitest';

/** What an address of the pages answers, as octets. */
export async function octetsOf(url: string): Promise<Buffer> {
  const answer = await fetch(url);
  expect([url, answer.status]).toEqual([url, 200]);
  return Buffer.from(await answer.arrayBuffer());
}

/** The rows of a workbook's sheets as another library than its writer reads them, by the words that their names begin with. */
export async function workbookIn(octets: Buffer) {
  const sheets = await readXlsxFile(octets);
  return {
    count: sheets.length,
    rowsOf: (name: string): unknown[][] =>
      sheets.find(({ sheet }) => sheet.replace(/^\d+ /, '').startsWith(name))?.data ?? [],
  };
}

/** How wide each column of each sheet is, in characters, as the file itself says. */
export function widthsIn(octets: Buffer): number[][] {
  const parts = Object.entries(unzipSync(octets)).filter(([name]) =>
    /^xl\/worksheets\/sheet\d+\.xml$/.test(name),
  );
  return parts.map(([, xml]) =>
    [
      ...Buffer.from(xml)
        .toString()
        .matchAll(/<col [^>]*width="([\d.]+)"/g),
    ].map(([, width]) => Number(width)),
  );
}
