import { describe, expect, it } from 'vitest';
import { type CaseList, CaseRow } from '../../../domain/staff/cases.ts';
import { extended, freshIn, merged } from '../../../liff/staff/cases/list/merged.ts';

const row = (n: number, status: CaseRow['status'] = 'new'): CaseRow =>
  CaseRow.parse({
    id: String(n).padStart(20, '0'),
    edition: 0,
    number: `70-${String(n).padStart(4, '0')}`,
    kind: 'complaint',
    status,
    stage: 'new',
    unit: 'works',
    excerpt: '',
    files: 0,
    channel: 'line',
    received: '2026-11-24',
    due: '2026-12-01',
    aboutStaff: false,
    joins: false,
    joined: 0,
  });
const counts = { new: 0, late: 0, mine: 0, waiting: 0, review: 0, erasure: 0, open: 0 };
const page = (ns: readonly number[], next?: string): CaseList => ({
  cases: ns.map((n) => row(n)),
  counts,
  ...(next === undefined ? {} : { next }),
});
const shown = (ns: readonly number[], next?: string) => ({ rows: ns.map((n) => row(n)), next });
const ids = (rows: readonly CaseRow[]): number[] => rows.map(({ id }) => Number(id));

describe('a list that is asked for again', () => {
  it('counts what is new and moves nothing', () => {
    expect(freshIn(shown([2, 3]), page([1, 2, 3]))).toBe(1);
    expect(ids(merged(shown([2, 3]), page([1, 2, 3]), 25).rows)).toEqual([2, 3]);
  });
  it('does not count what only moved up because others went', () => {
    expect(freshIn(shown([1, 2, 3], 'on'), page([2, 3, 4], 'on'))).toBe(0);
    expect(ids(merged(shown([1, 2, 3], 'on'), page([2, 3, 4], 'on'), 25).rows)).toEqual([2, 3, 4]);
  });
  it('changes cases where they stand when several pages are shown', () => {
    const first: CaseList = { ...page([]), cases: [row(2, 'accepted')], next: 'on' };
    const list = merged(shown([1, 2, 3], undefined), first, 2);
    expect(ids(list.rows)).toEqual([1, 2, 3]);
    expect(list.rows[1]?.status).toBe('accepted');
  });
  it('never shows a case twice when another page comes', () => {
    expect(ids(extended(shown([1, 2], 'on'), page([2, 3])).rows)).toEqual([1, 2, 3]);
  });
});
