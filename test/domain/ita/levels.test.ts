import { expect, test } from 'vitest';
import { framework2565 } from '../../../domain/ita/frameworks/fy2565.ts';
import { framework2566 } from '../../../domain/ita/frameworks/fy2566.ts';
import { levelOf } from '../../../domain/ita/levels.ts';

const level = (overall: number, ...values: number[]) =>
  levelOf(
    framework2566,
    overall,
    (['IIT', 'EIT', 'OIT'] as const).map((id, at) => ({ id, value: values[at] ?? 0 })),
  );

test.each([
  [95, [95, 95, 95], 'ผ่านดีเยี่ยม'],
  [96.08, [98.39, 88.54, 100], 'ผ่านดี'],
  [99, [99, 94.99, 99], 'ผ่านดี'],
  [94.99, [95, 95, 94.98], 'ผ่านดี'],
  [85, [85, 85, 85], 'ผ่านดี'],
  [94.64, [98, 84.99, 99], 'ผ่าน'],
  [85, [70, 85, 96], 'ผ่าน'],
  [84.99, [99, 99, 63], 'ต้องปรับปรุง'],
  [70, [0, 100, 100], 'ต้องปรับปรุง'],
  [69.99, [100, 100, 24.97], 'ต้องปรับปรุงโดยด่วน'],
  [0, [0, 0, 0], 'ต้องปรับปรุงโดยด่วน'],
])('%d with %j is %s', (overall, values, label) => {
  expect(level(overall, ...values)?.label).toBe(label);
});

test('scores count as printed', () => {
  expect(level(90, 99, 84.995, 90)?.label).toBe('ผ่านดี');
  expect(level(90, 99, 84.994, 90)?.label).toBe('ผ่าน');
});

test('every shortfall towards the next level is named', () => {
  expect(level(90, 99, 80, 84)?.next).toEqual({
    label: 'ผ่านดี',
    instruments: [
      { id: 'EIT', score: 80, needs: 85 },
      { id: 'OIT', score: 84, needs: 85 },
    ],
  });
  expect(level(80, 99, 99, 50)?.next).toEqual({
    label: 'ผ่าน',
    overall: { score: 80, needs: 85 },
    instruments: [],
  });
  expect(level(99, 99, 99, 99)).toEqual({ label: 'ผ่านดีเยี่ยม' });
});

test.each([
  [100, 'AA'],
  [95, 'AA'],
  [94.99, 'A'],
  [91.16, 'A'],
  [84.99, 'B'],
  [71.13, 'C'],
  [64.99, 'D'],
  [54.99, 'E'],
  [49.99, 'F'],
  [0, 'F'],
])('in 2565, %d is %s whatever the instruments', (overall, label) => {
  expect(levelOf(framework2565, overall, [{ id: 'OIT', value: 0 }])?.label).toBe(label);
});
