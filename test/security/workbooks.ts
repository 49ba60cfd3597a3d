import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

const template = readFileSync(new URL('../../templates/ita-result.xlsx', import.meta.url));
const files = unzipSync(template);
const SHEET = 'xl/worksheets/sheet1.xml';
const text = (at: string, words: string): string => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const rows = [
  ['รหัส', 'คะแนน'],
  ['ปีงบประมาณ', '2566'],
  ['i1', '97.14'],
].map(
  ([code = '', score = ''], n) =>
    `<row r="${n + 1}">${text(`A${n + 1}`, code)}${text(`B${n + 1}`, score)}</row>`,
);
const sheet = strFromU8(files[SHEET] ?? new Uint8Array()).replace(
  /<sheetData>.*<\/sheetData>/s,
  `<sheetData>${rows.join('')}</sheetData>`,
);
const MEBIBYTE = 1024 * 1024;
const BOMB_OCTETS = 96 * MEBIBYTE;

const packed = (changed: Zippable): Uint8Array => zipSync({ ...files, [SHEET]: strToU8(sheet), ...changed });
const withSheet = (xml: string): Uint8Array => packed({ [SHEET]: strToU8(xml) });
const rowsBecome = (rows: string): Uint8Array =>
  withSheet(sheet.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`));

const cell = (address: string): string => `<row r="1"><c r="${address}"><v>1</v></c></row>`;

const bomb = deflateRawSync(Buffer.alloc(BOMB_OCTETS, ' '));
/** A workbook whose headers say what a sheet unpacks to, and in truth it is the bomb. */
function lying(said: number): Uint8Array {
  const whole = Buffer.from(packed({ [SHEET]: [new Uint8Array(bomb), { level: 0 }] }));
  for (const [mark, at] of [
    ['PK\x03\x04', 0],
    ['PK\x01\x02', 2],
  ] as const) {
    let from = whole.indexOf(mark, 0, 'latin1');
    for (; from >= 0; from = whole.indexOf(mark, from + 1, 'latin1')) {
      const name = from + (at === 0 ? 30 : 46);
      if (whole.toString('latin1', name, name + SHEET.length) !== SHEET) continue;
      whole.writeUInt16LE(8, from + 8 + at);
      whole.writeUInt32LE(said, from + 22 + at);
    }
  }
  return whole;
}

const many = (count: number): Zippable =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`xl/${n}.xml`, strToU8('<a/>')]));

/** Workbooks that are small on disk and large once they are read, by what is large in them. */
export const bombs: Readonly<Record<string, () => Uint8Array>> = {
  'a sheet of blanks, a thousand to one': () =>
    withSheet(sheet.replace('<sheetData>', `${' '.repeat(BOMB_OCTETS)}<sheetData>`)),
  'a sheet whose headers say that it is short': () => lying(2_000),
  'a sheet whose headers say 4 GiB': () => lying(0xfffffffe),
  'blanks beside the sheet': () => packed({ 'xl/theme/theme1.xml': new Uint8Array(BOMB_OCTETS).fill(32) }),
  'twenty thousand files': () => packed(many(20_000)),
  'a row far down': () => rowsBecome('<row r="1048576"/>'),
  'a row that no sheet has': () => rowsBecome('<row r="99999999"/>'),
  'a row written otherwise': () => rowsBecome("<row\nr = '9e7'/>"),
  'a row in references': () => rowsBecome('<row r="9&#57;999999"/>'),
  'a cell far right': () => rowsBecome(cell('XFD1')),
  'a cell that no sheet has': () => rowsBecome(cell('ZZZZZ1')),
  'a word of a million letters, ten thousand times': () => {
    const cells = Array.from({ length: 2_000 }, (_, n) =>
      ['A', 'B', 'C', 'D', 'E'].map((at) => `<c r="${at}${n + 1}" t="s"><v>0</v></c>`).join(''),
    );
    return packed({
      [SHEET]: strToU8(
        `<worksheet><sheetData>${cells.map((row) => `<row>${row}</row>`).join('')}</sheetData></worksheet>`,
      ),
      'xl/sharedStrings.xml': strToU8(`<sst><si><t>${'๑'.repeat(1_000_000)}</t></si></sst>`),
    });
  },
};

/** A workbook within all bounds, whose one tag the parser goes over again and again. */
export const endless = (): Uint8Array =>
  withSheet(sheet.replace('<sheetData>', `<sheetData><row ${'a="1" '.repeat(600_000)}`));

/** What looks like a bomb and is none, or holds one that nobody sets off. */
export const harmlessWorkbooks: Readonly<Record<string, () => Uint8Array>> = {
  'as people fill it in': () => packed({}),
  'with the largest size declared': () =>
    withSheet(sheet.replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>')),
  'with a bomb packed within': () => {
    const inner = zipSync({ 'xl/a.xml': new Uint8Array(BOMB_OCTETS).fill(32) });
    return packed({ 'xl/embeddings/inner.xlsx': zipSync({ 'inner.zip': inner }) });
  },
  'with entities that would grow': () => {
    const grow = Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`);
    return withSheet(
      sheet.replace(/<worksheet/, `<!DOCTYPE a [<!ENTITY e0 "ha">${grow.join('')}]><worksheet`),
    );
  },
};
