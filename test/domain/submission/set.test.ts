import { describe, expect, it } from 'vitest';
import { khoenReport2566 } from '../../../domain/ita/data/khoen-2566.ts';
import { framework2566 } from '../../../domain/ita/frameworks/fy2566.ts';
import { reportResult } from '../../../domain/ita/read-report.ts';
import { itemsFor } from '../../../domain/submission/items.ts';
import { emptyPlan, SubmissionPlan } from '../../../domain/submission/plan.ts';
import { type Published, submissionRows } from '../../../domain/submission/set.ts';
import { submissionSnippet } from '../../../domain/submission/snippet.ts';
import { wayUp } from '../../../domain/submission/stakes.ts';
import { readItems, writtenItems } from '../../../domain/submission/written-list.ts';

const scored = { framework: framework2566, result: reportResult(khoenReport2566) };
const nothing: Published = { pages: [], waiting: [], papers: [] };
const rowsOf = (fiscalYear: number, plan = emptyPlan, published = nothing) =>
  submissionRows({ fiscalYear, today: '2026-11-24', plan, published, scored });

describe('the set of 2566', () => {
  it('has its six zero items, and says what each would add', () => {
    const zero = rowsOf(2566).filter(({ stake }) => stake?.score === 0);
    expect(zero.map(({ code }) => code)).toEqual(['o26', 'o35', 'o37', 'o38', 'o42', 'o43']);
    // OIT is 40 of 100, each of its two indicators 20. Indicator 9 has five groups, o26 is one of four in its own;
    // indicator 10 has two: o35 to o38 are of eight, o42 and o43 of five.
    expect(Object.fromEntries(zero.map(({ code, stake }) => [code, stake?.points]))).toEqual({
      o26: 20 / 5 / 4,
      o35: 20 / 2 / 8,
      o37: 20 / 2 / 8,
      o38: 20 / 2 / 8,
      o42: 20 / 2 / 5,
      o43: 20 / 2 / 5,
    });
  });

  it('leads from 87.33 to 96.08, the dearest first', () => {
    const way = wayUp(scored);
    expect(way).toMatchObject({ fiscalYear: 2566, overall: 87.33, level: 'ผ่าน' });
    expect(way.steps.at(-1)).toMatchObject({ overall: 96.08, level: { label: 'ผ่านดี' } });
    const gains = way.steps.map(({ gain }) => gain);
    expect(gains).toEqual(gains.toSorted((a, b) => b - a));
  });

  it('names all 43 items by their official titles', () => {
    const rows = rowsOf(2566);
    expect(rows).toHaveLength(43);
    expect(rows.find(({ code }) => code === 'o28')?.title).toBe('ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ');
  });
});

describe('what stands for an item', () => {
  const page = {
    title: 'ช่องทาง',
    url: 'https://khoen.example/oit/2566/complaint_channel',
    approvedOn: '2026-11-01',
  };
  const row = (published: Published, plan = emptyPlan) =>
    rowsOf(2566, plan, published).find(({ key }) => key === 'complaint_channel');

  it('is an approved page, a paper and a link, with their days', () => {
    const plan = SubmissionPlan.parse({
      ...emptyPlan,
      links: { o28: [{ label: 'เว็บเดิม', url: 'https://old.example', on: '2026-10-30' }] },
    });
    const published: Published = {
      ...nothing,
      pages: [{ key: 'complaint_channel', isWithdrawn: false, ...page }],
      papers: [
        { key: 'complaint_channel', title: 'ป้าย', url: 'https://khoen.example/papers/1', on: '2026-11-02' },
      ],
    };
    const found = row(published, plan);
    expect(found?.code).toBe('o28');
    expect(found?.lack).toBeUndefined();
    expect(found?.proofs).toEqual([
      { kind: 'page', label: 'ช่องทาง', url: page.url, on: '2026-11-01' },
      { kind: 'paper', label: 'ป้าย', url: 'https://khoen.example/papers/1', on: '2026-11-02' },
      { kind: 'link', label: 'เว็บเดิม', url: 'https://old.example', on: '2026-10-30' },
    ]);
  });

  it('is missing for a reason: no page, one that waits, one withdrawn, or nothing at all', () => {
    expect(row(nothing)?.lack).toBe('no_page');
    expect(row({ ...nothing, waiting: ['complaint_channel'] })?.lack).toBe('waits');
    const withdrawn = { key: 'complaint_channel' as const, isWithdrawn: true, ...page };
    expect(row({ ...nothing, pages: [withdrawn] })?.lack).toBe('withdrawn');
    expect(rowsOf(2566).find(({ key }) => key === 'structure')?.lack).toBe('nothing');
  });

  it('is due on its own day, else on the last day of the set', () => {
    const plan = SubmissionPlan.parse({
      ...emptyPlan,
      closesOn: '2026-12-04',
      duties: { o28: { unit: 'clerk', dueOn: '2026-11-20' } },
    });
    const rows = rowsOf(2566, plan);
    expect(rows.find(({ code }) => code === 'o28')).toMatchObject({ daysLeft: -4, duty: { unit: 'clerk' } });
    expect(rows.find(({ code }) => code === 'o29')?.daysLeft).toBe(10);
  });
});

describe('the items of a year', () => {
  it('are those of the newest list that is known, until an admin writes them', () => {
    expect(itemsFor(2570, emptyPlan).from).toEqual({ by: 'framework', fiscalYear: 2569 });
    expect(itemsFor(2566, emptyPlan).from).toEqual({ by: 'framework', fiscalYear: 2566 });
    const items = [{ code: 'o1', title: 'โครงสร้าง' }];
    expect(itemsFor(2570, { items })).toEqual({ items, from: { by: 'admin' } });
  });

  it('are worth, in a later year, what the same matter was worth in the result', () => {
    const later = rowsOf(2569).find(({ key }) => key === 'measures_report');
    expect(later?.code).not.toBe('o43');
    expect(later?.stake).toEqual({ fiscalYear: 2566, score: 0, points: 2 });
  });

  it('are read as they are written', () => {
    const { items } = itemsFor(2566, emptyPlan);
    expect(readItems(writtenItems(items), items)).toEqual({ ok: true, items });
    const renumbered = readItems('O30 แนวปฏิบัติใหม่\n\no31: ช่องทาง', items);
    expect(renumbered).toMatchObject({
      ok: true,
      items: [{ code: 'o30' }, { code: 'o31', title: 'ช่องทาง' }],
    });
    expect(readItems('o1 ก\nข้อสอง', items)).toEqual({ ok: false, why: 'bad_line', at: 2 });
    expect(readItems('o1 ก\no1 ข', items)).toEqual({ ok: false, why: 'twice', code: 'o1' });
    expect(readItems(' \n', items)).toEqual({ ok: false, why: 'none' });
  });
});

it('the snippet takes no markup from titles', () => {
  const proof = {
    kind: 'link' as const,
    label: '<b>"x"',
    url: 'https://a.example/?a=1&b=2',
    on: '2026-11-01',
  };
  const html = submissionSnippet('ชุด', [
    { code: 'o1', title: '<script>', proofs: [proof] },
    { code: 'o2', title: 'ไม่มี', proofs: [], lack: 'nothing' },
  ]);
  expect(html).toBe(
    '<h2>ชุด</h2>\n<ul>\n  <li>o1 &lt;script&gt;: <a href="https://a.example/?a=1&amp;b=2">&lt;b&gt;&quot;x&quot;</a></li>\n</ul>',
  );
});
