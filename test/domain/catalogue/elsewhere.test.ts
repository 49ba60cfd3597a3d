import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const ROOMS = ['liff', 'bot', 'domain'];
const thai = /[\u0e00-\u0e7f]/;

/** Where Thai may stand outside the catalogue, and why. A path that ends in `/` is a whole room. */
const allowed: Readonly<Record<string, string>> = {
  'domain/catalogue/': 'the catalogue',
  'domain/agency/': "an agency's own settings: names, places, categories, services; the choices of its voice",
  'domain/ita/frameworks/': 'official titles of indicators, items and questions, as published',
  'domain/ita/sources.ts': 'names of the documents that frameworks were read from',
  'domain/ita/report.ts': 'a word that reports print, which is read',
  'domain/ita/import-cell.ts': 'headers of result files, which are read',
  'domain/ita/import.ts': 'faults of a result file, told in the terminal where it is imported',
  'domain/announcements/': 'how numbers, dates, times and abbreviations are written and said',
  'domain/calendar/': 'names of months, days and public holidays',
  'domain/case/tip-name.ts': 'the words that random names of tips are drawn from',
  'domain/survey/standard-survey.ts': 'the standard questions, which agencies may replace',
  'domain/words/': 'what residents write, which is recognised',
  'domain/conversation/flows/complaint.ts': 'how residents write a place, which is recognised',
  'domain/conversation/typed.ts': 'the command that a QR code types, which is recognised',
  'domain/receipt/receipt.ts': 'Thai digits, which are read',
  'domain/staff/fields.ts': 'a letter that is counted as two',
  'bot/config/': 'said in the terminal before any agency is known, in English and Thai at once',
  'bot/publish/choose.ts': 'answers of the import and publish commands, in the terminal',
  'bot/publish/content-lines.ts': 'answers of the import and publish commands, in the terminal',
  'bot/publish/inconsistency-words.ts': 'answers of the import and publish commands, in the terminal',
  'bot/publish/read-result.ts': 'answers of the import and publish commands, in the terminal',
  'bot/publish/run-job.ts': 'answers of the import and publish commands, in the terminal',
  'bot/publish/send-job.ts': 'answers of the import and publish commands, in the terminal',
  'bot/publish/spool.ts': 'answers of the import and publish commands, in the terminal',
  'bot/errands.ts': 'answers of the import and publish commands, in the terminal',
  'bot/publish/seed-published.ts': 'a name that stands in seed data for an approver',
  'bot/records/invitation.ts': 'the name that the first admin has until they choose one',
};

const reasonFor = (file: string): string | undefined =>
  Object.entries(allowed).find(([place]) =>
    place.endsWith('/') ? file.startsWith(place) : file === place,
  )?.[1];

/** Texts of a program in which Thai letters stand: string literals, templates, patterns and JSX, no comments. */
function thaiTexts(file: string, source: string): string[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed`);
  const found: string[] = [];
  const look = (text: unknown): void => {
    if (typeof text === 'string' && thai.test(text)) found.push(text.trim());
  };
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, value, raw } = { type: '', value: undefined, raw: undefined, ...node };
    if (type === 'Literal' || type === 'JSXText') look(typeof value === 'string' ? value : raw);
    if (type === 'TemplateElement') look(JSON.stringify(value));
    Object.values(node).forEach(walk);
  };
  walk(program);
  return found;
}

async function programs(): Promise<string[]> {
  const all = await Promise.all(
    ROOMS.map(async (room) =>
      (await readdir(`${ROOT}/${room}`, { recursive: true })).map((file) => `${room}/${file}`),
    ),
  );
  return all.flat().filter((file) => /\.tsx?$/.test(file));
}

describe('every sentence that a person reads', () => {
  it.each([
    ["const a = 'ค่ะ';", ['ค่ะ']],
    ['const a = `ทุกวัน`;', ['{"raw":"ทุกวัน","cooked":"ทุกวัน"}']],
    ['const a = <p>สวัสดี {name}</p>;', ['สวัสดี']],
    ['const a = <p title="ชื่อ" />;', ['ชื่อ']],
    ['const a = /หมู่/u;', ['/หมู่/u']],
    ['// หมู่\nconst a = 1; /** `วัน` */', []],
  ])('is found in a program: %s', (source, texts) => {
    expect(thaiTexts('a.tsx', source)).toEqual(texts);
  });

  it('stands in the catalogue; elsewhere Thai is data, with a reason', async () => {
    const files = await programs();
    const withThai = await Promise.all(
      files.map(async (file) => ({
        file,
        texts: thaiTexts(file, await readFile(`${ROOT}/${file}`, 'utf8')),
      })),
    );
    const strays = withThai.filter(({ file, texts }) => texts.length > 0 && reasonFor(file) === undefined);
    expect(strays).toEqual([]);
    const places = Object.keys(allowed);
    const idle = places.filter(
      (place) => !withThai.some(({ file, texts }) => texts.length > 0 && file.startsWith(place)),
    );
    expect(idle).toEqual([]);
  });
});
