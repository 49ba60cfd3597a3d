import { describe, expect, it } from 'vitest';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { buildContent } from '../../domain/evidence/build.ts';
import type { EvidenceInputs } from '../../domain/evidence/inputs.ts';
import { EvidenceProfile } from '../../domain/evidence/profile.ts';
import { equalLimits } from '../../domain/survey/bands.ts';
import { Response } from '../../domain/survey/survey.ts';
import { addTallies, tallyOf } from '../../domain/survey/tally.ts';
import { hasTable, inputsWith, tableIn, wordsIn } from './inputs.ts';

const answer = (service: string, rating: number, more: Partial<Response> = {}) =>
  Response.parse({
    version: 1,
    survey: 'satisfaction',
    service,
    channel: 'line',
    day: '2026-11-23',
    ratings: { overall: rating, process: rating, channel: 5, staff: 5, facilities: 5 },
    ...more,
  });

/** Responses as the store counts them: by fiscal year and service. */
function surveyedOf(responses: readonly Response[]): EvidenceInputs['surveyed'] {
  const byYear = Map.groupBy(responses, ({ day }) => fiscalYearOf(day));
  return Object.fromEntries(
    [...byYear].map(([year, ofYear]) => [
      year,
      Object.fromEntries(
        [...Map.groupBy(ofYear, ({ service }) => service)].map(([service, some]) => [
          service,
          addTallies(some.map(tallyOf)),
        ]),
      ),
    ]),
  );
}

const survey = (responses: readonly Response[], changed: Partial<EvidenceInputs> = {}) =>
  buildContent('satisfaction_survey', inputsWith({ surveyed: surveyedOf(responses), ...changed }));
const times = (n: number, one: Response): Response[] => Array.from({ length: n }, () => one);

describe('the report of a survey', () => {
  it('gives n, mean, deviation, percentage, level and interval as reckoned by hand', () => {
    const built = survey([
      answer('land-tax', 5),
      answer('land-tax', 4),
      answer('street-lights', 3, { channel: 'paper' }),
    ]);
    const [overall] = tableIn(built, 'dimensions').rows;
    expect(overall?.cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(4) : cell))).toEqual([
      'ภาพรวม',
      '3.0000',
      '4.0000',
      '1.0000',
      '80.0000',
      'มาก',
      '2.87–5.00',
    ]);
    expect(tableIn(built, 'channels').rows.map(({ cells }) => cells.slice(0, 2))).toEqual([
      ['LINE', 2],
      ['กระดาษ เจ้าหน้าที่กรอกแทน', 1],
      ['รวม', 3],
    ]);
  });

  it('tells of no service by itself that fewer than three rated', () => {
    const built = survey([
      ...times(4, answer('land-tax', 5)),
      answer('street-lights', 1),
      answer('child-centre', 2),
      answer('child-centre', 3),
    ]);
    const services = tableIn(built, 'services').rows.filter(({ cells }) => cells[1] === 'ภาพรวม');
    expect(services.map(({ cells }) => cells.slice(0, 4))).toEqual([
      ['ภาษีที่ดิน/ภาษีป้าย', 'ภาพรวม', 4, 5],
      ['ซ่อมไฟสาธารณะ, ศูนย์เด็กเล็ก (รวมกัน)', 'ภาพรวม', 3, 2],
    ]);
    expect(wordsIn(built)).toContain('บริการที่มีผู้ตอบน้อยกว่า 3 คน รวมไว้ด้วยกัน');
  });

  it('gives no rating at all where fewer than three answered, nor their age and channel', () => {
    const built = survey(times(2, answer('land-tax', 1, { ageBand: '60-up' })));
    expect(wordsIn(built)).toContain('มีผู้ตอบ 2 คน น้อยกว่า 3 คน จึงไม่แสดงคะแนน');
    for (const table of ['dimensions', 'services', 'questions', 'channels', 'ages', 'reasons']) {
      expect(hasTable(built, table)).toBe(false);
    }
  });

  it('warns under thirty answers, of the whole and of each service, and no more at thirty', () => {
    const few = survey(times(29, answer('land-tax', 5)));
    expect(wordsIn(few)).toContain('แบบสำรวจนี้มีผู้ตอบเพียง 29 คน');
    expect(wordsIn(few)).toContain('ภาษีที่ดิน/ภาษีป้าย” มีผู้ตอบเพียง 29 คน');
    expect(tableIn(few, 'dimensions').rows[0]?.cells[2]).toBe(5);
    const enough = survey(times(30, answer('land-tax', 5)));
    expect(wordsIn(enough)).not.toContain('มีผู้ตอบเพียง');
  });

  it('says in plain words that who answered stand for nobody else', () => {
    const built = survey(times(3, answer('land-tax', 5)));
    expect(built.method).toContain('ไม่ได้สุ่มตัวอย่าง');
    expect(wordsIn(built)).toContain('ใช้แทนความเห็นของประชาชนทั้งตำบลไม่ได้');
  });

  it('of an empty period is a page that says so', () => {
    expect(survey([]).blocks).toEqual([{ kind: 'warning', text: 'ยังไม่มีผู้ตอบแบบสำรวจในช่วงเวลานี้' }]);
  });

  it('counts the months of its period alone, and compares them with the same months a year before', () => {
    const built = survey([
      ...times(40, answer('land-tax', 5)),
      ...times(40, answer('land-tax', 4)),
      ...times(9, answer('land-tax', 1, { day: '2027-04-01' })),
      ...times(30, answer('land-tax', 4, { day: '2025-12-31' })),
      ...times(30, answer('land-tax', 3, { day: '2025-10-01' })),
      ...times(9, answer('land-tax', 1, { day: '2026-04-01' })),
    ]);
    const [overall] = tableIn(built, 'compared').rows;
    expect(overall?.cells).toEqual(['ภาพรวม', 60, 3.5, 80, 4.5, 1, 'สูงขึ้น']);
    const staff = tableIn(built, 'compared').rows.find(({ cells }) => cells[0] === 'เจ้าหน้าที่ผู้ให้บริการ');
    expect(staff?.cells.at(-1)).toBe('ยังบอกไม่ได้ว่าต่าง');
    expect(built.period).toMatchObject({ from: '2026-10-01', to: '2027-03-31' });
  });

  it('compares with nobody where nobody or too few answered the year before', () => {
    const now = times(5, answer('land-tax', 5));
    expect(wordsIn(survey(now))).toContain('ช่วงเดียวกันของปีก่อนไม่มีผู้ตอบ');
    const few = survey([...now, answer('land-tax', 1, { day: '2025-12-31' })]);
    expect(wordsIn(few)).toContain('ช่วงเดียวกันของปีก่อนมีผู้ตอบ 1 คน');
    expect(hasTable(few, 'compared')).toBe(false);
  });

  it('puts what textbooks ask beside how many answered, where the population is known', () => {
    const profile = EvidenceProfile.parse({ version: 1, population: 5000 });
    const built = survey(times(3, answer('land-tax', 5)), { profile });
    expect(tableIn(built, 'sample').rows.map(({ cells }) => cells[1])).toEqual([370, 357, 3]);
    expect(wordsIn(survey(times(3, answer('land-tax', 5))))).toContain('ยังไม่ได้กรอกจำนวนผู้รับบริการ');
  });

  it('uses the words of the agency’s own bands, and prints them', () => {
    const responses = [...times(3, answer('land-tax', 4)), ...times(1, answer('land-tax', 5))];
    expect(tableIn(survey(responses), 'dimensions').rows[0]?.cells[5]).toBe('มาก');
    const profile = EvidenceProfile.parse({ version: 1, bands: equalLimits });
    const built = survey(responses, { profile });
    expect(tableIn(built, 'dimensions').rows[0]?.cells[5]).toBe('มากที่สุด');
    expect(built.method).toContain('4.21–5.00 มากที่สุด 3.41–4.20 มาก');
  });

  it('shows chosen comments by what they are about, without numbers, service or day', () => {
    const chosen = (text: string, written: string) => ({
      response: 'a1',
      dimension: 'staff' as const,
      text,
      written,
      by: 'U1',
      day: '2026-12-01',
    });
    const built = survey(times(4, answer('child-centre', 4, { comment: 'ดี' })), {
      comments: [
        chosen('ครูใจดี โทร 081-234-5678', '2026-11-23'),
        chosen('ของเดือนที่ไม่อยู่ในรายงาน', '2027-04-02'),
      ],
    });
    const words = wordsIn(built);
    expect(words).toContain('มีผู้เขียนความเห็น 4 ข้อ เจ้าหน้าที่เลือกมาแสดง 1 ข้อ');
    expect(words).toContain('ครูใจดี โทร xxx-xxx-xxxx');
    expect(words).not.toContain('ของเดือนที่ไม่อยู่ในรายงาน');
    const list = built.blocks.find(
      (block) => block.kind === 'list' && block.items.some((item) => item.startsWith('ครู')),
    );
    expect(JSON.stringify(list)).not.toMatch(/ศูนย์เด็กเล็ก|พฤศจิกายน/);
  });
});
