import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteCountedSince } from '../../../bot/publish/counted-since.ts';
import {
  demoAdminId,
  demoExecutiveId,
  demoIntegrityOfficerId,
  demoOfficerId,
} from '../../../domain/agency/khoen-staff.ts';
import type { Content, Table } from '../../../domain/evidence/content.ts';
import { OitPage } from '../../../domain/published/oit.ts';
import { DocumentAnswer, RegisterAnswer } from '../../../domain/staff/documents.ts';
import { ProposalRow } from '../../../domain/staff/publish.ts';
import { expectRecount } from '../cases/world.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';
import { openYear } from './play.ts';
import { cameIn, type Entry, firstAnswer, five, year } from './script.ts';

const PATIENCE_MILLISECONDS = 120_000;
const firstHalf = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'];
const secondHalf = ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'];
const wholeYear = [...firstHalf, ...secondHalf];
const short = ['ต.ค. 2568', 'พ.ย. 2568', 'ธ.ค. 2568', 'ม.ค. 2569', 'ก.พ. 2569', 'มี.ค. 2569'];

let stage: StaffStage;
let played: Awaited<ReturnType<typeof openYear>>;
beforeAll(async () => {
  stage = await openStaffStage(Date.parse('2025-10-01T03:00:00Z'));
  await noteCountedSince(stage.documents, 'khoen', '2025-10-01');
  played = await openYear(stage);
}, PATIENCE_MILLISECONDS);
afterAll(async () => {
  await expectRecount(stage);
  await played.close();
  await stage.close();
});

const queried = (of: Record<string, string | number>): string =>
  `?${new URLSearchParams(Object.entries(of).map(([name, value]) => [name, String(value)]))}`;
const asked = (preset: string, more: object = {}) =>
  queried({ year: 2569, preset, digits: 'arabic', ...more });

async function document(key: string, preset: string, staffId = demoOfficerId): Promise<Content> {
  const reply = await stage.call(staffId, 'GET', `/documents/${key}${asked(preset)}`);
  expect(reply.status, JSON.stringify(reply.json)).toBe(200);
  return DocumentAnswer.parse(reply.json).content;
}
function table({ blocks }: Content, id: string): Table {
  const found = blocks.find((block) => block.kind === 'table' && block.id === id);
  if (found?.kind !== 'table') throw new Error(`no table ${id}`);
  return found;
}
const cells = (content: Content, id: string) => table(content, id).rows.map((row) => row.cells);
const wordsOf = ({ blocks }: Content): string => JSON.stringify(blocks);

const countBy = <Key extends string>(of: (Key | undefined)[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const key of of) if (key !== undefined) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

async function file(path: string): Promise<Uint8Array> {
  const reply = await stage.call(demoOfficerId, 'GET', path);
  expect(reply.status, JSON.stringify(reply.json)).toBe(200);
  return reply.octets;
}
/** A workbook as another library reads it: its sheets by name. */
async function sheets(path: string) {
  const read = await readXlsxFile(Buffer.from(await file(path)));
  return new Map(read.map(({ sheet, data }) => [sheet, data]));
}

describe('the documents of a year', () => {
  it(
    'tell of its first half as it happened, on the day after it',
    async () => {
      await played.playTo('2026-04-01');
      const today = '2026-04-01';
      const statistics = await document('complaint_statistics', 'first-half');
      expect(statistics.period).toEqual({
        from: '2025-10-01',
        to: '2026-03-31',
        words: 'ข้อมูล ณ วันที่ 31 มีนาคม 2569 ครอบคลุม 1 ตุลาคม 2568 – 31 มีนาคม 2569 (6 เดือนแรก ปีงบประมาณ 2569)',
      });
      const complaints = cameIn(firstHalf, 'complaint');
      expect(cells(statistics, 'general')).toEqual([
        ...firstHalf.map((month, n) => {
          const came = cameIn([month], 'complaint');
          return [short[n], ...(came.length === 0 ? [null, null, null, null, null] : five(came, today))];
        }),
        ['รวม', ...five(complaints, today)],
      ]);
      expect(cells(statistics, 'corruption').map((row) => row.slice(1))).toEqual([[2, 0, 2]]);
      const channels = countBy(complaints.map(({ channel }) => channel));
      expect(cells(statistics, 'channels').map((row) => row[1])).toEqual([
        channels.line,
        0,
        channels.facebook,
        channels.phone,
        channels.paper,
        channels.damrongdhama,
        complaints.length,
      ]);
      const categories = countBy(complaints.map(({ category }) => category));
      expect(cells(statistics, 'categories').map((row) => row[1])).toEqual([
        ...Object.values(categories).toSorted((a, b) => b - a),
        complaints.length,
      ]);
      const kinds = (['complaint', 'question', 'suggestion'] as const).map((kind) =>
        five(cameIn(firstHalf, kind), today).slice(0, 3),
      );
      expect(cells(statistics, 'kinds').map((row) => row.slice(1))).toEqual([
        ...kinds,
        [0, 1, 2].map((at) => kinds.reduce((sum, row) => sum + (row[at] ?? 0), 0)),
      ]);
      expect(cells(await document('participation', 'first-half'), 'suggestions').at(-1)).toEqual([
        'รวม',
        ...five(cameIn(firstHalf, 'suggestion'), today),
      ]);
    },
    PATIENCE_MILLISECONDS,
  );

  it(
    'are approved once and never change by what comes later',
    async () => {
      const body = { kind: 'evidence', fiscalYear: 2569, key: 'complaint_statistics', preset: 'first-half' };
      const sent = await stage.call(demoOfficerId, 'POST', '/proposals', { ...body, digits: 'thai' });
      const { id, edition } = ProposalRow.parse(sent.json);
      const printed = 'ประเสริฐ มั่นคง (ทดลอง) ปลัด อบต.เขิน';
      const approval = { edition, printed };
      const done = await stage.call(demoExecutiveId, 'POST', `/proposals/${id}/approval`, approval);
      expect(done.status, JSON.stringify(done.json)).toBe(200);
      const pagePath = stage.ground.paths.published('oit-2569-complaint_statistics');
      const before = OitPage.parse((await stage.documents.read(pagePath))?.data);
      expect(before.shown?.content.digits).toBe('thai');
      const { html } = await stage.parts.render(before);
      expect(html).toContain('ปีงบประมาณ ๒๕๖๙');

      await played.playTo('2026-10-05');
      const after = OitPage.parse((await stage.documents.read(pagePath))?.data);
      expect(after.shown).toEqual(before.shown);
      expect((await stage.parts.render(after)).html).toBe(html);
      const live = await document('complaint_statistics', 'first-half');
      expect(cells(live, 'general')).not.toEqual(before.shown && cells(before.shown.content, 'general'));
    },
    PATIENCE_MILLISECONDS,
  );

  it('tell of the whole year, of a quarter and of a month', async () => {
    const today = '2026-10-05';
    const whole = await document('complaint_statistics', 'whole-year');
    expect(cells(whole, 'general').at(-1)).toEqual(['รวม', ...five(cameIn(wholeYear, 'complaint'), today)]);
    expect(cells(whole, 'corruption').map((row) => row.slice(1))).toEqual([
      [2, 0, 2],
      [1, 0, 1],
    ]);
    const quarter = await document('complaint_statistics', 'quarter-4');
    expect(quarter.period).toMatchObject({ from: '2026-07-01', to: '2026-09-30' });
    expect(cells(quarter, 'general').at(-1)).toEqual([
      'รวม',
      ...five(cameIn(['2026-07', '2026-08', '2026-09'], 'complaint'), today),
    ]);
    expect(wordsOf(quarter)).not.toContain('"id":"corruption"');
    const month = await document('complaint_statistics', 'month-05');
    expect(cells(month, 'general')).toEqual([
      ['พ.ค. 2569', 1, 0, 1, 0, 0],
      ['รวม', 1, 0, 1, 0, 0],
    ]);
  });

  it('of a month in which nothing came say so in words', async () => {
    const participation = await document('participation', 'month-06');
    expect(wordsOf(participation)).toContain('ไม่มีข้อเสนอแนะในระบบในช่วงเวลานี้');
    const reply = await stage.call(
      demoOfficerId,
      'GET',
      `/register${queried({ year: 2569, preset: 'month-06' })}`,
    );
    expect(RegisterAnswer.parse(reply.json).rows).toEqual([]);
    const words = (await sheets(`/register/file${asked('month-06', { what: 'register', format: 'xlsx' })}`))
      .get('ที่มา')
      ?.flat()
      .join(' ');
    expect(words).toContain('เดือนมิถุนายน ปีงบประมาณ 2569');
  });
});

describe('what the office prints for itself', () => {
  const today = '2026-10-05';
  const inOrder = year.toSorted((a, b) => (a.received < b.received ? -1 : 1));

  it('the register has every case of the period in order, no tip, nobody’s name, none of their words', async () => {
    const reply = await stage.call(
      demoOfficerId,
      'GET',
      `/register${queried({ year: 2569, preset: 'whole-year' })}`,
    );
    const { rows } = RegisterAnswer.parse(reply.json);
    expect(rows.map(({ received, kind, channel }) => [received, kind, channel])).toEqual(
      inOrder.map(({ received, kind, channel }) => [received, kind, channel]),
    );
    expect(rows.map(({ place }) => place)).toEqual(inOrder.map(({ place }) => place.replace('moo-', 'หมู่ ')));
    const said = JSON.stringify(reply.json);
    for (const secret of ['นายลับ', 'ไฟถนนดับ', 'เรียกรับเงิน', 'tip', 'กำลังดำเนินการให้']) {
      expect(said).not.toContain(secret);
    }
    expect(rows[0]?.number).toMatch(/^69-\d{4}$/);
  });

  it('as a workbook it is read back by another library, numbers as numbers', async () => {
    const read = await sheets(`/register/file${asked('whole-year', { what: 'register', format: 'xlsx' })}`);
    const [name] = read.keys();
    const data = read.get(name ?? '') ?? [];
    expect(data[0]).toEqual([
      ...['ลำดับ', 'เลขเรื่อง', 'วันที่รับ', 'ช่องทาง', 'ประเภท'],
      ...['หมวด', 'หมู่', 'ส่วนงาน', 'ตอบภายใน', 'ผล'],
    ]);
    expect(data.slice(1).map((row) => row[0])).toEqual(inOrder.map((_, n) => n + 1));
    const referred = data.find((row) => String(row[9]).startsWith('ส่งต่อแล้ว'));
    expect(referred?.[9]).toBe('ส่งต่อแล้ว: การไฟฟ้าส่วนภูมิภาค');
  });

  it('as CSV it begins with a byte order mark, and reads back', async () => {
    const octets = await file(`/register/file${asked('whole-year', { what: 'register', format: 'csv' })}`);
    expect([...octets.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse(Buffer.from(octets), { bom: true });
    expect(rows).toHaveLength(inOrder.length + 1);
  });

  it('the proof counts who was answered within 15 days', async () => {
    const read = await sheets(`/register/file${asked('whole-year', { what: 'answered', format: 'xlsx' })}`);
    const [name] = read.keys();
    const sums = new Map(
      (read.get(name ?? '') ?? []).map(([label, count, percent]) => [label, { count, percent }]),
    );
    const days = year.map((entry) => firstAnswer(entry, today));
    const within = days.filter((after) => after !== undefined && after <= 15).length;
    const later = days.filter((after) => after !== undefined && after > 15).length;
    const silent = year.filter((entry) => firstAnswer(entry, today) === undefined);
    expect(silent.every(({ received }) => received < '2026-09-20')).toBe(true);
    const judged = within + later + silent.length;
    expect(sums.get('ตอบภายใน 15 วัน')?.count).toBe(within);
    expect(sums.get('ตอบภายใน 15 วัน')?.percent).toBeCloseTo((within / judged) * 100, 6);
    expect(sums.get('ตอบหลัง 15 วัน')?.count).toBe(later);
    expect(sums.get('ครบ 15 วันแล้ว ยังไม่ตอบ')?.count).toBe(silent.length);
    expect(sums.get('เรื่องที่รับ')?.count).toBe(year.length);
  });

  it('what LPA asks: complaints done or told in time, and those from ศูนย์ดำรงธรรม apart', async () => {
    const read = await sheets(`/register/file${asked('whole-year', { what: 'lpa', format: 'xlsx' })}`);
    const [name] = read.keys();
    const data = read.get(name ?? '') ?? [];
    const complaints = cameIn(wholeYear, 'complaint');
    const inTime = (of: Entry[]) => of.filter((entry) => (firstAnswer(entry, today) ?? 99) <= 15).length;
    const centre = complaints.filter(({ channel }) => channel === 'damrongdhama');
    expect(data.slice(1).map((row) => row.slice(1, 4))).toEqual([
      [complaints.length, complaints.length, inTime(complaints)],
      [centre.length, centre.length, inTime(centre)],
    ]);
    expect(data[2]?.[4]).toBe(50);
  });

  it('a document as a workbook has its tables as sheets, Thai digits shown and numbers kept', async () => {
    const path = `/documents/complaint_statistics/file${queried({ year: 2569, preset: 'whole-year', digits: 'thai', format: 'xlsx' })}`;
    const read = await sheets(path);
    const general = [...read].find(([sheet]) => sheet.includes('เรื่องร้องเรียนและร้องทุกข์'))?.[1] ?? [];
    expect(general.at(-1)).toEqual(['รวม', ...five(cameIn(wholeYear, 'complaint'), today)]);
    expect(general[1]?.[0]).toBe('ต.ค. ๒๕๖๘');
  });

  it('is for those who see cases, and for years that have any', async () => {
    const path = `/register${queried({ year: 2569, preset: 'whole-year' })}`;
    expect((await stage.call(demoIntegrityOfficerId, 'GET', path)).status).toBe(403);
    expect((await stage.call(demoAdminId, 'GET', path)).status).toBe(200);
    const far = `/register${queried({ year: 2599, preset: 'whole-year' })}`;
    expect((await stage.call(demoAdminId, 'GET', far)).code).toBe('not_now');
    const forged = `/register${queried({ year: 2569, preset: 'whole-year', cursor: 'AAAA' })}`;
    expect((await stage.call(demoAdminId, 'GET', forged)).code).toBe('bad_shape');
  });
});
