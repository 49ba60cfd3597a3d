import { expect, it } from 'vitest';
import { urgencyOf } from '../../../liff/staff/cases/due.ts';

it.each([
  [-12, { is: 'late', days: 12 }],
  [-1, { is: 'late', days: 1 }],
  [0, { is: 'today' }],
  [1, { is: 'tomorrow' }],
  [2, { is: 'soon', days: 2 }],
  [3, { is: 'soon', days: 3 }],
  [4, { is: 'ahead', days: 4 }],
])('%i days until it is due', (dueIn, urgency) => {
  expect(urgencyOf({ dueIn })).toEqual(urgency);
});

it('what waits is not late, and what is done is nothing', () => {
  expect(urgencyOf({ dueIn: -3, waiting: { why: 'budget', until: '2027-01-10' } })).toEqual({
    is: 'waiting',
    until: '2027-01-10',
  });
  expect(urgencyOf({})).toEqual({ is: 'nothing' });
});
