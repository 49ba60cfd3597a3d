import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { khoenReport2566 } from '../../../domain/ita/data/khoen-2566.ts';
import { measuresOf } from '../../../domain/ita/read-report.ts';
import { octetsOf, widthsIn, workbookIn } from '../../support/workbook.ts';
import { played, proofOf, takenBy, whyOpen, written } from './script.ts';

const END = '2024-09-30';
const plan = measuresOf(khoenReport2566);
const nothing = (words: string): string | null => (words === '' ? null : words);

const rows = (read: unknown[][]): unknown[][] => read.slice(1);
/** Columns of numbers, which must not be words. */
const columns = (read: unknown[][], ...at: number[]): unknown[][] =>
  rows(read).map((row) => at.map((one) => row[one]));

/** The two papers about measures as workbooks and CSV, against the script and the report's printed lines alone. */
export const measureWorkbooks = (url: () => string): void => {
  const bookOf = async (key: string) => {
    const octets = await octetsOf(`${url()}/oit/2567/${key}.xlsx`);
    const book = await workbookIn(octets);
    const widths = widthsIn(octets);
    expect(widths).toHaveLength(book.count);
    for (const width of widths.flat()) expect(width).toBeGreaterThanOrEqual(10);
    return book;
  };

  test('the year’s report as a workbook has each figure of the script, as a number', async () => {
    const book = await bookOf('measures_report');
    const taken = takenBy(END);
    const open = played.filter((one) => !taken.includes(one));
    const proven = taken.filter(({ fate }) => fate !== 'bare').length;
    const whole = plan.filter((_, nth) => open.every(({ measure }) => measure !== nth + 1)).length;
    const overview = book.rowsOf('จำนวนมาตรการและขั้นตอน');
    expect(overview[0]).toEqual(['รายการ', 'จำนวน']);
    expect(columns(overview, 1).flat()).toEqual([
      ...[plan.length, whole, played.length, taken.length, open.length],
      ...[open.length, proven, taken.length - proven],
    ]);
    const summary = book.rowsOf('ผลการดำเนินการรายมาตรการ');
    const counted = plan.map((_, nth) => {
      const of = (steps: typeof taken) => steps.filter(({ measure }) => measure === nth + 1).length;
      return { all: of([...played]), done: of(taken) };
    });
    expect(columns(summary, 0, 4, 5)).toEqual(
      counted.map(({ all, done }, nth) => [String(nth + 1), all, done]),
    );
    expect(columns(summary, 6).flat()).toEqual(
      counted.map(({ all, done }) => expect.closeTo((done * 100) / all, 2)),
    );
    expect(columns(summary, 1, 2, 3)).toEqual(
      plan.map(({ measures, responsible, period }) => [measures.join('\n'), responsible, period]),
    );
    expect(columns(book.rowsOf('ขั้นตอนที่ทำแล้ว พร้อมหลักฐาน'), 0, 1, 2, 3, 4)).toEqual(
      taken.map((one) => [one.text, one.measure, written(one.day), `ทำ ${one.step}`, proofOf(one)]),
    );
    expect(columns(book.rowsOf('ขั้นตอนที่ยังไม่ได้ทำ'), 0, 1, 3)).toEqual(
      open.map((one) => [one.text, one.measure, whyOpen(one)]),
    );
    expect(book.rowsOf('ที่มา').flat()).toContain('ฉบับที่');
  });

  test('as CSV the report’s summary begins with a byte order mark and has the same figures', async () => {
    const octets = await octetsOf(`${url()}/oit/2567/measures_report.csv?table=summary`);
    expect([...octets.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines: string[][] = parse(octets, { bom: true });
    const done = takenBy(END);
    expect(lines.slice(1).map((line) => line.slice(4, 6).map(Number))).toEqual(
      plan.map((_, nth) =>
        [played, done].map((steps) => steps.filter(({ measure }) => measure === nth + 1).length),
      ),
    );
  });

  test('the analysis as a workbook has the printed scores and the plan, value for value', async () => {
    const book = await bookOf('measures');
    const { lines, issues, reported } = khoenReport2566;
    const indicators = columns(book.rowsOf('คะแนนรายตัวชี้วัด'), 1, 2);
    expect(Object.fromEntries(indicators)).toEqual(reported.indicators);
    expect(columns(book.rowsOf('คะแนนรายประเด็น'), 1, 2)).toEqual(
      issues.map(({ no }) => {
        const scores = lines.filter(({ issue }) => issue === no).map(({ score }) => Math.round(score * 100));
        const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length;
        return [scores.length, Math.round(mean) / 100];
      }),
    );
    expect(columns(book.rowsOf('ข้อที่ได้ 0 คะแนน'), 0).flat()).toEqual([
      'o26',
      'o35',
      'o37',
      'o38',
      'o42',
      'o43',
    ]);
    expect(rows(book.rowsOf('การวิเคราะห์รายประเด็น'))).toHaveLength(
      issues.reduce((sum, { analysis }) => sum + analysis.length, 0),
    );
    expect(columns(book.rowsOf('มาตรการส่งเสริมคุณธรรม'), 1, 2, 3, 4)).toEqual(
      plan.map(({ measures, steps, responsible, period }) => [
        ...[measures.join('\n'), nothing(steps.join('\n')), responsible, period],
      ]),
    );
  });
};
