import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../domain/staff/cases.ts';
import { hasLanded, since } from '../../../liff/staff/cases/landed.ts';

const me = { handle: 'me', name: 'สมหญิง' };
const other = { handle: 'other', name: 'บุญมา' };
const day = '2026-11-24';
const accepted: CaseEvent = { kind: 'change', change: 'accept', by: other, day };
const mine: CaseEvent = { kind: 'answer', message: 0, by: me, day };
const now = (history: CaseEvent[]) => ({
  edition: 3 + history.length,
  history: [accepted, accepted, accepted, ...history],
  thread: [{ from: 'staff' as const, text: 'ไปดูแล้ว', day }],
  earlier: { thread: 0, history: 0 },
});
const meant = { edition: 3, leaves: { kind: 'answer' as const }, words: 'ไปดูแล้ว' };

describe('an answer whose own answer was lost', () => {
  it('has landed where the very next thing is the same, by the same person', () => {
    expect(hasLanded(now([mine]), 'me', meant)).toBe(true);
    expect(hasLanded(now([mine, accepted]), 'me', meant)).toBe(true);
  });
  it('has not where somebody else was first, or it says something else', () => {
    expect(hasLanded(now([]), 'me', meant)).toBe(false);
    expect(hasLanded(now([accepted]), 'me', meant)).toBe(false);
    expect(hasLanded(now([accepted, mine]), 'me', meant)).toBe(false);
    expect(hasLanded(now([{ ...mine, by: other }]), 'me', meant)).toBe(false);
    expect(hasLanded(now([mine]), 'me', { ...meant, words: 'พรุ่งนี้ไป' })).toBe(false);
  });
  it('tells a change from another', () => {
    const resolve = { edition: 3, leaves: { kind: 'change' as const, change: 'resolve' } };
    const done: CaseEvent = { kind: 'change', change: 'resolve', by: me, day };
    expect(hasLanded(now([mine, done]), 'me', resolve)).toBe(true);
    expect(hasLanded(now([mine, { ...done, change: 'accept' }]), 'me', resolve)).toBe(false);
  });
});

it('what was done since an edition is nothing at that edition, and the newest entries after it', () => {
  expect(since(now([]), 3)).toEqual([]);
  expect(since(now([mine, accepted]), 3)).toEqual([mine, accepted]);
});
