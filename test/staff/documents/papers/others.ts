import { describe, expect, it } from 'vitest';
import { octetsOf, workbookIn } from '../../../support/workbook.ts';
import { activities, answeredIn, common } from '../office-script.ts';
import { cameIn, five } from '../script.ts';
import { bare, expectRows, expectSheets, expectSigned } from './paper.ts';
import { MADE_ON, type World } from './world.ts';

const MONTHS = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'].concat([
  '2026-04',
  '2026-05',
  '2026-06',
  '2026-07',
  '2026-08',
  '2026-09',
]);
const yearOf = (month: string): number => Number(month.slice(0, 4)) + 543;
const byMonth = (kind: 'complaint' | 'question' | 'suggestion', columns: number): number[][] => [
  ...MONTHS.map((month) => [yearOf(month), ...five(cameIn([month], kind), MADE_ON).slice(0, columns)]),
  five(cameIn(MONTHS, kind), MADE_ON).slice(0, columns),
];

/** Complaint statistics, participation, questions and the pages about channels, of a scripted year, on paper. */
export const otherPapers = (world: () => World): void => {
  describe('on paper', () => {
    it('the statistics of complaints are those of the script, tips by half-year alone', async () => {
      const paper = await world().publicPaper('complaint_statistics', 'whole-year');
      expectSheets(paper, 4);
      expectSigned(paper);
      const came = MONTHS.filter((month) => cameIn([month], 'complaint').length > 0);
      expectRows(paper, [
        [2569, 2, 0, 2],
        [2569, 1, 0, 1],
        ...came.map((month) => [yearOf(month), ...five(cameIn([month], 'complaint'), MADE_ON)]),
        five(cameIn(MONTHS, 'complaint'), MADE_ON),
      ]);
      // The item's number is typed as it stands in the list; the year beside it is in the paper's digits.
      expect(paper.words).toContain(bare('ข้อมูลสถิติเรื่องร้องเรียน o18 (ปี ๒๕๖๙)'));
    });

    it('participation tells what was held in the year, and what became of each month’s suggestions', async () => {
      const paper = await world().publicPaper('participation', 'whole-year');
      expectSheets(paper, 3);
      expectSigned(paper);
      const [long, short, past] = activities;
      expect(paper.words).toContain(bare('บรรจุไว้ในแผนพัฒนาท้องถิ่นแล้ว'));
      expect(paper.words).not.toContain(bare(past.result));
      expectRows(paper, [
        ...[[long.people], [short.people]],
        ...byMonth('suggestion', 5),
        [answeredIn(MONTHS).length],
      ]);
      const book = await workbookIn(await octetsOf(`${world().url}/oit/2569/participation.xlsx`));
      const held = book.rowsOf('กิจกรรมที่');
      expect(held.slice(1).map((row) => [row[3], row[4]])).toEqual([
        [long.people, expect.stringContaining('เสนออีกครั้ง')],
        [short.people, short.result],
      ]);
    });

    it('questions and answers tell what is asked often, and how much was asked in the months', async () => {
      const paper = await world().publicPaper('q_and_a', 'whole-year');
      expectSheets(paper, 2);
      expectSigned(paper);
      for (const { question } of common) expect(paper.words).toContain(bare(question).slice(-12));
      expectRows(paper, byMonth('question', 3));
      const empty = await world().publicPaper('q_and_a', 'month-06');
      expect(empty.words).toContain(bare('ไม่มีคำถามในระบบในช่วงเวลานี้'));
      expectSigned(empty);
    });

    it('the channel has its poster on one sheet, its form on another, its steps in Thai digits', async () => {
      const paper = await world().publicPaper('complaint_channel', 'whole-year');
      expectSheets(paper, 4);
      const poster = paper.sheets.filter(({ words }) => bare(words).includes(bare('สแกนเพื่อเป')));
      expect(poster).toHaveLength(1);
      expect(bare(poster[0]?.words ?? '')).toContain('1111');
      expect(paper.words).not.toMatch(/[123]\.บอก/);
    });

    it.each(['complaint_guideline', 'e_service', 'contact'] as const)('%s fits its sheets', async (key) => {
      expectSheets(await world().publicPaper(key, 'whole-year'), 2);
    });
  });
};
