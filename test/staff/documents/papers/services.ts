import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { octetsOf, widthsIn, workbookIn } from '../../../support/workbook.ts';
import { counts, EVERY_SERVICE } from '../office-script.ts';
import { year } from '../script.ts';
import { bare, expectRows, expectSheets, expectSigned, type Paper } from './paper.ts';
import type { World } from './world.ts';

const MONTHS = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'].concat([
  '2026-04',
  '2026-05',
  '2026-06',
  '2026-07',
  '2026-08',
  '2026-09',
]);
const yearOf = (month: string): number => Number(month.slice(0, 4)) + 543;

/** The script added up: walk-in, online, both, and how many counts were entered. */
function added(months: readonly string[], service?: string): number[] {
  const mine = counts.filter(
    (one) => months.includes(one.month) && (service === undefined || one.service === service),
  );
  const [came, online] = [
    mine.reduce((sum, { walkIn }) => sum + walkIn, 0),
    mine.reduce((sum, one) => sum + one.online, 0),
  ];
  return [came, online, came + online, mine.length];
}
const quarter = (n: number): string[] => MONTHS.slice(n * 3, n * 3 + 3);
const isOnline = (channel: string): boolean => channel === 'line' || channel === 'facebook';
const cases = (month: string): number[] => {
  const came = year.filter(({ received }) => received.startsWith(month));
  const of = (kind: string): number => came.filter((one) => one.kind === kind).length;
  const online = came.filter(({ channel }) => isOnline(channel)).length;
  return [of('complaint'), of('question'), of('suggestion'), online, came.length - online];
};

/** ข้อมูลเชิงสถิติการให้บริการ of a scripted year: its figures, on paper and in files. */
export const servicePapers = (world: () => World): void => {
  describe('the statistics of services', () => {
    let paper: Paper;

    it('of the year are what officers entered, added up by service, month, quarter and half', async () => {
      paper = await world().publicPaper('service_statistics', 'whole-year');
      expectSheets(paper, 5);
      expectSigned(paper);
      const every = EVERY_SERVICE.length;
      expectRows(paper, [
        ...EVERY_SERVICE.map(({ id }) => [...added(MONTHS, id), 12]),
        [...added(MONTHS), 12 * every],
        ...MONTHS.filter((month) => month !== '2026-08').map((month) => [
          yearOf(month),
          ...added([month]),
          every,
        ]),
        [...added(MONTHS), 12 * every],
        ...[0, 1].map((n) => [n + 1, ...added(quarter(n)), 3 * every]),
        [...added(MONTHS.slice(0, 6)), 6 * every],
        ...[2, 3].map((n) => [n + 1, ...added(quarter(n)), 3 * every]),
        [...added(MONTHS.slice(6)), 6 * every],
        ...MONTHS.map((month) => [yearOf(month), ...cases(month)]),
      ]);
    });

    it('takes the correction for what was entered wrongly, and names what nobody entered', () => {
      expect(paper.numbers).not.toContain(900);
      expect(paper.words).toContain(bare('ส.ค. ๒๕๖๙: ทุกบริการ'));
      expect(paper.words).toContain(bare('มี.ค. ๒๕๖๙: ศูนย์เด็กเล็ก'));
      expect(paper.words).toContain(bare('ไม่ได้แปลว่าเป็นศูนย์'));
    });

    it('as a workbook and as CSV has the same figures, as numbers', async () => {
      const octets = await octetsOf(`${world().url}/oit/2569/service_statistics.xlsx`);
      const book = await workbookIn(octets);
      const rows = book.rowsOf('จำนวนการให้บริการ รายเดือน');
      expect(rows[0]).toEqual(['เดือน', 'มาติดต่อเอง', 'ออนไลน์', 'รวม', 'บริการที่กรอกแล้ว']);
      expect(rows.slice(1).map((row) => row.slice(1, 4))).toEqual([
        ...MONTHS.map((month) => (month === '2026-08' ? [null, null, null] : added([month]).slice(0, 3))),
        added(MONTHS).slice(0, 3),
      ]);
      const widths = widthsIn(octets);
      expect(widths).toHaveLength(book.count);
      expect(widths[0]?.[0]).toBeGreaterThanOrEqual('ขออนุญาตก่อสร้าง'.length);
      const csv = await octetsOf(`${world().url}/oit/2569/service_statistics.csv?table=services`);
      expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const lines: unknown[][] = parse(csv, { bom: true });
      expect(lines.slice(1, -1)).toEqual(
        EVERY_SERVICE.map(({ id, label }) => {
          const [came, online, both, entered] = added(MONTHS, id);
          return [label, String(came), String(online), String(both), `${entered}\u00a0จาก\u00a012`];
        }),
      );
    });

    it('of a month is one table, and of a month that nobody entered says so in words', async () => {
      const month = await world().publicPaper('service_statistics', 'month-11');
      expectRows(month, [...EVERY_SERVICE.map(({ id }) => added(['2025-11'], id)), added(['2025-11'])]);
      expectSheets(month, 3);
      const empty = await world().publicPaper('service_statistics', 'month-08');
      expect(empty.words).toContain(bare('ยังไม่มีใครกรอกยอดบริการของช่วงเวลานี้'));
      expectSigned(empty);
    });

    it('of a year that is not over says as of which day, and of months that are over alone', async () => {
      const half = await world().publicPaper('service_statistics', 'first-half', 2570);
      expect(half.words).toContain(bare('ข้อมูล ณ วันที่ ๕ ตุลาคม ๒๕๖๙'));
      expect(half.words).toContain(bare('ช่วงเวลานี้ยังไม่มีเดือนที่จบ'));
    });
  });
};
