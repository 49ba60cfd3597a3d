import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { reckon } from '../../../evidence/reckon.ts';
import { octetsOf, widthsIn, workbookIn } from '../../../support/workbook.ts';
import { type Answered, answeredIn, FURTHER, MAIN, POPULATION } from '../office-script.ts';
import { bare, expectRows, expectSheets, expectSigned, type Paper, shown } from './paper.ts';
import type { World } from './world.ts';

const firstHalf = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'];
const wholeYear = [...firstHalf, '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'];
const DIMENSIONS = {
  overall: 'ภาพรวม',
  process: 'กระบวนการและขั้นตอนการให้บริการ',
  channel: 'ช่องทางการให้บริการ',
  staff: 'เจ้าหน้าที่ผู้ให้บริการ',
  facilities: 'สิ่งอำนวยความสะดวก',
};
const yearBefore = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;

/** Answers as the report's ratings are named, by question. */
const ratingsOf = (answers: readonly Answered[]) =>
  answers.map(({ ratings, more }) => ({
    ratings: Object.fromEntries([
      ...MAIN.map((id, at) => [id, ratings[at] ?? 0] as const),
      ...more.map((rating, at) => [FURTHER[at]?.id ?? '', rating] as const),
    ]),
  }));

const asked = (dimension: string): string[] => [
  ...MAIN.filter((id) => id === dimension),
  ...FURTHER.filter(({ about }) => about === dimension).map(({ id }) => id),
];

/** Each dimension's answers, x̄, S.D., per cent and the ends of its interval, from the answers alone. */
const figures = (answers: readonly Answered[]) =>
  Object.keys(DIMENSIONS).map((dimension) => {
    const own = reckon(ratingsOf(answers), asked(dimension));
    return { ...own, percent: own.mean * 20 };
  });

const printedRows = (answers: readonly Answered[]): number[][] =>
  figures(answers).map(({ n, mean, deviation, percent, margin }) => [
    ...[n, shown(mean), shown(deviation), shown(percent), shown(Math.max(1, mean - margin))],
    shown(Math.min(5, mean + margin)),
  ]);

const shareRow = (count: number, of: number): number[] => [count, shown((count / of) * 100)];

/** รายงานผลการสำรวจความพึงพอใจ of a scripted year: its figures, on paper and in files. */
export const surveyPapers = (world: () => World): void => {
  describe('the survey report', () => {
    const all = answeredIn(wholeYear);
    let paper: Paper;

    it('of the year has every figure of the answers, on A4 in Thai digits', async () => {
      paper = await world().publicPaper('satisfaction_survey', 'whole-year');
      expectSheets(paper, 8);
      expectSigned(paper);
      const of = (wanted: (one: Answered) => boolean) => shareRow(all.filter(wanted).length, all.length);
      const services = ['land-tax', 'building-permit', 'allowances', 'water-supply', 'child-centre'];
      expectRows(paper, [
        ...services.map((id) => of(({ service }) => service === id)),
        ...['line', 'web', 'tablet', 'paper'].map((way) => of(({ channel }) => channel === way)),
        [20, ...of(({ age }) => age === 'under-20')],
        [20, 39, ...of(({ age }) => age === '20-39')],
        [40, 59, ...of(({ age }) => age === '40-59')],
        [60, ...of(({ age }) => age === '60-up')],
        of(({ age }) => age === undefined),
        ...printedRows(all),
      ]);
    });

    it('puts the year before beside it, and what the difference bears out', () => {
      const before = answeredIn(wholeYear.map(yearBefore));
      const now = figures(all);
      expectRows(
        paper,
        figures(before).map(({ mean }, at) => {
          const mine = now[at]?.mean ?? 0;
          return [before.length, shown(mean), all.length, shown(mine), shown(mine - mean)];
        }),
      );
      expect(paper.words).toContain(bare('สูงขึ้น'));
    });

    it('tells no service of two or three people by itself, and puts textbooks’ sizes beside the real one', () => {
      const few = all.filter(({ service }) => service === 'building-permit' || service === 'child-centre');
      expect(paper.words).toContain(bare('รวมกัน'));
      expectRows(paper, printedRows(few));
      const yamane = Math.round(POPULATION / (1 + POPULATION * 0.05 ** 2));
      // χ² of one degree of freedom at 95 %, 3.841; half of the population; an error of 5 %.
      const wanted = (3.841 * POPULATION * 0.25) / (0.05 ** 2 * (POPULATION - 1) + 3.841 * 0.25);
      expectRows(paper, [[POPULATION], [yamane], [Math.round(wanted)], [all.length]]);
      expect(paper.words).toContain(bare('แบบสำรวจนี้ไม่ได้สุ่ม'));
    });

    it('counts reasons, and shows the comments that were chosen without their numbers', () => {
      const times = (reason: string) => all.filter(({ reasons }) => reasons.includes(reason)).length;
      expectRows(
        paper,
        ['slow', 'complicated', 'unsolved', 'nobody-there'].map((reason) => [times(reason)]),
      );
      expect(paper.words).toContain(bare('คนทำงานจะได้มาได้'));
      expect(paper.words).not.toContain('081');
      expect(paper.words).not.toContain('๐๘๑');
    });

    it('as a workbook and as CSV has the same figures, as numbers', async () => {
      const octets = await octetsOf(`${world().url}/oit/2569/satisfaction_survey.xlsx`);
      const book = await workbookIn(octets);
      const rows = book.rowsOf('ความพึงพอใจรวมทุกบริการ');
      expect(rows[0]).toEqual(['ด้าน', 'จำนวนคำตอบ', 'x̄', 'S.D.', 'ร้อยละ', 'ระดับ', 'ช่วงเชื่อมั่น ๙๕% ของ x̄']);
      for (const [at, own] of figures(all).entries()) {
        expect(rows[at + 1]?.slice(0, 6)).toEqual([
          Object.values(DIMENSIONS)[at],
          own.n,
          ...[own.mean, own.deviation, own.percent].map((figure) => expect.closeTo(figure, 9)),
          own.word,
        ]);
      }
      const widths = widthsIn(octets);
      expect(widths).toHaveLength(book.count);
      for (const width of widths.flat()) expect(width).toBeGreaterThanOrEqual(10);
      const csv = await octetsOf(`${world().url}/oit/2569/satisfaction_survey.csv?table=dimensions`);
      expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const lines: unknown[][] = parse(csv, { bom: true });
      expect(lines.slice(1).map((line) => line.slice(1, 4).map(Number))).toEqual(
        figures(all).map(({ n, mean, deviation }) => [n, shown(mean), shown(deviation)]),
      );
    });

    it('of fewer than thirty answers warns, and of none says so in words', async () => {
      const quarter = await world().publicPaper('satisfaction_survey', 'quarter-1');
      const n = answeredIn(firstHalf.slice(0, 3)).length;
      expect(n).toBeLessThan(30);
      expect(quarter.words).toContain(bare('น้อยกว่า ๓๐ คน ตัวเลขยังไม่พอจะสรุปความเห็นของคนทั่วไป'));
      expectRows(quarter, [[n, 30], ...printedRows(answeredIn(firstHalf.slice(0, 3)))]);
      expectSigned(quarter);
      const month = await world().publicPaper('satisfaction_survey', 'month-12');
      expect(month.words).toContain(bare('ยังไม่มีผู้ตอบแบบสำรวจในช่วงเวลานี้'));
      expect(month.sheets).toHaveLength(1);
    });
  });
};
