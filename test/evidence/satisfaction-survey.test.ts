import { describe, expect, it } from 'vitest';
import { buildContent } from '../../domain/evidence/build.ts';
import { Response } from '../../domain/survey/survey.ts';
import { addTallies, tallyOf } from '../../domain/survey/tally.ts';
import { inputsWith, tableIn, wordsIn } from './inputs.ts';

const answer = (service: string, rating: number, channel = 'line') =>
  Response.parse({
    version: 1,
    survey: 'satisfaction',
    service,
    channel,
    day: '2026-11-23',
    ratings: { overall: rating, process: rating, channel: 5, staff: 5, facilities: 5 },
  });
const survey = (responses: Response[]) => {
  const byService = Map.groupBy(responses, ({ service }) => service);
  const answers = Object.fromEntries(
    [...byService].map(([service, some]) => [service, addTallies(some.map(tallyOf))]),
  );
  return buildContent('satisfaction_survey', inputsWith({ answers }));
};

describe('the report of a survey', () => {
  it('gives n, mean, deviation, percentage, level and interval as reckoned by hand', () => {
    const built = survey([answer('land-tax', 5), answer('land-tax', 4), answer('street-lights', 3, 'paper')]);
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
    const services = tableIn(built, 'services').rows.filter(({ cells }) => cells[1] === 'ภาพรวม');
    expect(services.map(({ cells }) => [cells[0], cells[2], cells[3], cells[6]])).toEqual([
      ['ภาษีที่ดิน/ภาษีป้าย', 2, 4.5, 'มาก'],
      ['ซ่อมไฟสาธารณะ', 1, 3, 'ปานกลาง'],
    ]);
    expect(tableIn(built, 'channels').rows.map(({ cells }) => cells)).toEqual([
      ['LINE', 2],
      ['กระดาษ เจ้าหน้าที่กรอกแทน', 1],
    ]);
  });

  it('warns under thirty answers, of the whole and of each service, and no more at thirty', () => {
    const few = survey(Array.from({ length: 29 }, () => answer('land-tax', 5)));
    expect(wordsIn(few)).toContain('แบบสำรวจนี้มีผู้ตอบเพียง 29 คน');
    expect(wordsIn(few)).toContain('ภาษีที่ดิน/ภาษีป้าย” มีผู้ตอบเพียง 29 คน');
    const enough = survey(Array.from({ length: 30 }, () => answer('land-tax', 5)));
    expect(wordsIn(enough)).not.toContain('มีผู้ตอบเพียง');
  });

  it('never claims that those who answered stand for all', () => {
    expect(survey([answer('land-tax', 5)]).method).toContain('ไม่ได้สุ่มตัวอย่าง');
    expect(wordsIn(survey([]))).toContain('ยังไม่มีผู้ตอบแบบสำรวจ');
  });
});
