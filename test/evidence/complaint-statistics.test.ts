import { describe, expect, it } from 'vitest';
import { dayOf } from '../../domain/calendar/day.ts';
import { buildContent } from '../../domain/evidence/build.ts';
import { hasTable, inputsWith, tableIn, wordsIn } from './inputs.ts';

const statistics = (changed: Parameters<typeof inputsWith>[0]) =>
  buildContent('complaint_statistics', inputsWith(changed));
/** Every month of the half-year, each checked in every channel. */
const checked = Object.fromEntries(
  ['2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03'].map((month) => [
    month,
    { by: 'a', name: 'ก', day: '2027-04-01' },
  ]),
);
const tips = { '2570-1': { all: 5, done: 2 }, '2569-1': { all: 3, done: 3 }, '2569-2': { all: 1 } };

describe('numbers of complaints of corruption', () => {
  it('stay away on the last minute of a half-year, and come with the next, Bangkok time', () => {
    const before = statistics({ today: dayOf(Date.parse('2027-03-31T16:59:59.999Z')), tips });
    expect(hasTable(before, 'corruption')).toBe(false);
    expect(wordsIn(before)).toContain('ยังไม่สิ้นสุด จะแสดงตัวเลขได้ตั้งแต่วันที่ 1 เมษายน 2570');
    const after = statistics({ today: dayOf(Date.parse('2027-03-31T17:00:00.000Z')), tips });
    expect(tableIn(after, 'corruption').rows.map(({ cells }) => cells.slice(1))).toEqual([[5, 2, 3]]);
  });

  it('show the half that has closed of a year that has not', () => {
    const built = statistics({ preset: 'previous-year', today: '2026-09-30', tips });
    expect(tableIn(built, 'corruption').rows.map(({ cells }) => cells.slice(1))).toEqual([[3, 3, 0]]);
    const later = statistics({ preset: 'previous-year', today: '2026-10-01', tips });
    expect(tableIn(later, 'corruption').rows.map(({ cells }) => cells.slice(1))).toEqual([
      [3, 3, 0],
      [1, 0, 1],
    ]);
  });

  it('say zero in words, for a period that was counted from its first day and checked in all its months', () => {
    const whole = statistics({ checked });
    expect(wordsIn(whole)).toContain('ไม่มีเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ ในครึ่งปีแรก ปีงบประมาณ 2570');
    expect(wordsIn(whole)).not.toContain('เท่าที่ระบบนับ');
    const part = statistics({ checked, countedSince: '2026-10-02' });
    expect(wordsIn(part)).toContain('เท่าที่ระบบนับ');
    expect(wordsIn(part)).toContain('ระบบเริ่มนับวันที่ 2 ตุลาคม 2569');
  });

  it('are no zero while one month of the half-year was not checked in every channel', () => {
    const { '2027-02': _, ...five } = checked;
    const built = statistics({ checked: five });
    expect(wordsIn(built)).not.toContain('ไม่มีเรื่องร้องเรียนการทุจริต');
    expect(wordsIn(built)).toContain('ยังไม่ได้ยืนยันว่าตรวจครบทุกช่องทาง');
    expect(tableIn(built, 'corruption').rows.map(({ cells }) => cells.slice(1))).toEqual([
      [null, null, null],
    ]);
    expect(tableIn(statistics({ checked }), 'corruption').rows.map(({ cells }) => cells.slice(1))).toEqual([
      [0, 0, 0],
    ]);
  });

  it('are given by half-year alone: no month, no kind, no office', () => {
    const built = statistics({ tips });
    const table = tableIn(built, 'corruption');
    expect(table.columns.map(({ label }) => label)).toEqual([
      'ช่วงเวลา',
      'ทั้งหมด',
      'แล้วเสร็จ',
      'อยู่ระหว่างดำเนินการ',
    ]);
    expect(table.rows).toHaveLength(1);
  });
});

describe('numbers of general complaints', () => {
  it('come by month with their sum, months to come left out', () => {
    const built = statistics({
      today: '2026-12-15',
      cases: {
        2570: {
          '2026-10_complaint_new': 2,
          '2026-10_complaint_closed': 1,
          '2026-10_question_new': 9,
          '2026-12_complaint_referred': 1,
          '2026-12_complaint_declined': 1,
        },
      },
    });
    expect(tableIn(built, 'general').rows).toEqual([
      { cells: ['ต.ค. 2569', 3, 1, 2, 0, 0] },
      { cells: ['พ.ย. 2569', null, null, null, null, null] },
      { cells: ['ธ.ค. 2569', 2, 2, 0, 1, 1] },
      { cells: ['รวม', 5, 3, 2, 1, 1], sum: true },
    ]);
    expect(built.period).toEqual({
      from: '2026-10-01',
      to: '2026-12-15',
      words: 'ข้อมูล ณ วันที่ 15 ธันวาคม 2569 ครอบคลุม 1 ตุลาคม 2569 – 15 ธันวาคม 2569 (6 เดือนแรก ปีงบประมาณ 2570)',
    });
  });

  it('claim zero for a month only once somebody confirmed that every channel was checked', () => {
    const one = { by: 'a', name: 'ก', day: '2026-12-01' };
    const some = { today: '2026-12-15', checked: { '2026-10': one, '2026-11': one } };
    const rows = (changed: object) => tableIn(statistics({ ...some, ...changed }), 'general').rows;
    expect(rows({}).map(({ cells }) => cells.slice(0, 2))).toEqual([
      ['ต.ค. 2569', 0],
      ['พ.ย. 2569', 0],
      ['ธ.ค. 2569', null],
      ['รวม', null],
    ]);
    expect(wordsIn(statistics(some))).not.toContain('ไม่มีเรื่องร้องเรียนทั่วไป');
    expect(wordsIn(statistics({ checked }))).toContain('ไม่มีเรื่องร้องเรียนทั่วไปในช่วงเวลานี้');
    expect(wordsIn(statistics({}))).not.toContain('ไม่มีเรื่องร้องเรียนทั่วไป');
  });

  it('count what was carried over into the months before the system, and say which', () => {
    const carried = { received: 9, done: 7, referred: 2, declined: 1, by: 'a', day: '2026-12-01' };
    const built = statistics({
      today: '2026-11-15',
      countedSince: '2026-10-20',
      carried: { '2026-10': carried },
      cases: { 2570: { '2026-10_complaint_new': 1 } },
    });
    expect(tableIn(built, 'general').rows[0]).toEqual({ cells: ['ต.ค. 2569', 10, 7, 3, 2, 1] });
    expect(wordsIn(built)).toContain('เดือน ต.ค. 2569 รวมยอดยกมา');
  });

  it('of a year that has not begun say so', () => {
    const built = statistics({ fiscalYear: 2571 });
    expect(hasTable(built, 'general')).toBe(false);
    expect(wordsIn(built)).toContain('ช่วงเวลานี้ยังไม่เริ่ม');
  });
});
