import { expect, test } from 'vitest';
import { buildContent } from '../../domain/evidence/build.ts';
import type { EvidenceInputs } from '../../domain/evidence/inputs.ts';
import { hasTable, inputsWith, tableIn, wordsIn } from './inputs.ts';

const cases = {
  2569: { '2026-09_question_closed': 7 },
  2570: { '2026-10_question_closed': 4, '2026-10_question_new': 1, '2026-11_question_new': 2 },
};
const document = (changed: Partial<EvidenceInputs>) =>
  buildContent('q_and_a', inputsWith({ cases, today: '2026-12-15', ...changed }));
const rows = (changed: Partial<EvidenceInputs>) =>
  tableIn(document(changed), 'questions').rows.map(({ cells }) => cells);

test('questions are those of the chosen months, with their sum', () => {
  expect(rows({ preset: 'quarter-1' })).toEqual([
    ['ต.ค. 2569', 5, 4, 1],
    ['พ.ย. 2569', 2, 0, 2],
    ['ธ.ค. 2569', 0, 0, 0],
    ['รวม', 7, 4, 3],
  ]);
  expect(rows({ preset: 'month-11' })).toEqual([
    ['พ.ย. 2569', 2, 0, 2],
    ['รวม', 2, 0, 2],
  ]);
  expect(rows({ preset: 'previous-year' }).at(-1)).toEqual(['รวม', 7, 7, 0]);
});

test('it says which days it covers, and has lines to sign on', () => {
  const { period, blocks } = document({ preset: 'first-half' });
  expect(period).toMatchObject({ from: '2026-10-01', to: '2026-12-15' });
  expect(period?.words).toContain('ข้อมูล ณ วันที่ 15 ธันวาคม 2569');
  expect(blocks.at(-1)?.kind).toBe('signatures');
});

test('of months in which nobody asked, and of months to come, it says so in words', () => {
  const empty = document({ preset: 'month-12' });
  expect(hasTable(empty, 'questions')).toBe(false);
  expect(wordsIn(empty)).toContain('ไม่มีคำถามในระบบในช่วงเวลานี้');
  const coming = document({ preset: 'second-half' });
  expect(hasTable(coming, 'questions')).toBe(false);
  expect(wordsIn(coming)).not.toContain('ไม่มีคำถามในระบบในช่วงเวลานี้');
});
