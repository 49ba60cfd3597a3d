import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { thaiDate } from '../../domain/calendar/thai-date.ts';
import { EvidenceKey } from '../../domain/evidence/keys.ts';
import { khoenReport2566 as report } from '../../domain/ita/data/khoen-2566.ts';
import { framework2566 } from '../../domain/ita/frameworks/fy2566.ts';
import { keyOf } from '../../domain/ita/keys.ts';
import { correctedText, linesOfIssue, measuresOf } from '../../domain/ita/read-report.ts';
import { launchBrowser } from '../browser/launch.ts';
import { evidencePages } from './addresses.ts';
import { type Khoen, openKhoen } from './khoen.ts';

const MILLISECONDS = 60_000;

let khoen: Khoen;
let browser: Browser;
beforeAll(async () => {
  [khoen, browser] = await Promise.all([openKhoen(), launchBrowser()]);
}, MILLISECONDS);
afterAll(async () => {
  await browser.close();
  await khoen.close();
});

/** A page as a browser without scripts has it. */
async function opened(path: string): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${khoen.url}${path}`);
  return page;
}

const words = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const said = (text: string): string => words(correctedText(report, text));
const two = (score: number): string => score.toFixed(2);
const textOf = async (of: Locator): Promise<string> => words((await of.textContent()) ?? '');
const textsOf = async (of: Locator): Promise<string[]> => (await of.allTextContents()).map(words);
const cellsOf = (rows: Locator): Promise<string[][]> =>
  rows.evaluateAll((all) =>
    all.map((row) =>
      [...row.children].map(({ textContent }) => textContent?.replaceAll(/\s+/g, ' ').trim() ?? ''),
    ),
  );
const titleOf = (code: string): string =>
  said(framework2566.items.find((item) => item.code === code)?.title ?? '');
/** Every score that the report prints for a code, each once, lowest first. */
const printed = (code: string): number[] =>
  [...new Set(report.lines.filter((line) => line.code === code).map(({ score }) => score))].sort(
    (a, b) => a - b,
  );
const codesOf = (letter: string): string[] =>
  framework2566.items.flatMap(({ code }) => (code.startsWith(letter) ? [code] : []));

describe('the public page, with scripts off', () => {
  let page: Page;
  beforeAll(async () => {
    page = await opened('/');
  });

  it('has the score, the level, what holds it back, and the year before', async () => {
    expect(await textOf(page.locator('#overall'))).toBe(two(report.reported.overall ?? 0));
    expect(await textOf(page.locator('#level'))).toBe(report.reported.level);
    expect(await textOf(page.locator('#previous'))).toBe('71.13');
    const score = await textOf(page.locator('#score'));
    expect(score).toContain(report.previous.label);
    expect(score).toContain('ด้านข้อมูลที่เปิดเผย (OIT) ได้ 78.13 ต่ำกว่า 85');
    expect(await textsOf(page.locator('#score tr td:last-child'))).toEqual(['98.39', '88.54', '78.13']);
  });

  it('has every indicator of both years', async () => {
    const rows = await cellsOf(page.locator('#indicators tr:has(td)'));
    expect(rows).toEqual(
      framework2566.indicators.map(({ no, name }) => {
        const score = report.reported.indicators[String(no)] ?? Number.NaN;
        const before = report.previous.indicators.find((one) => one.no === no)?.score ?? Number.NaN;
        return [`${no} ${name}`, two(before), two(score), `+${two(score - before)}`];
      }),
    );
    expect(await textsOf(page.locator('#indicators summary b'))).toEqual(
      Object.values(report.reported.indicators).map(two),
    );
  });

  it('has every score of every question, also where the report prints two', async () => {
    const shown = await textsOf(page.locator('#indicators .row li'));
    expect(shown).toEqual(
      [...codesOf('i'), ...codesOf('e')].map((code) => `${code} ${printed(code).map(two).join(' / ')}`),
    );
    expect(shown).toContain('e11 79.77 / 96.90');
  });

  it('has every item that must be published, those without a point first', async () => {
    const zero = codesOf('o').filter((code) => printed(code).includes(0));
    const own = (code: string): RegExp => new RegExp(`^${code} ${two(0)}$`);
    expect(await page.locator('.zero > li').evaluateAll((all) => all.map(({ id }) => id))).toEqual(zero);
    for (const code of codesOf('o')) {
      const score = code === 'o4' ? 100 : printed(code)[0];
      const text = await textOf(page.locator(`#items li#${code}`));
      expect(text.startsWith(`${code} ${titleOf(code)} ${two(score ?? Number.NaN)}`), text).toBe(true);
    }
    expect(await textOf(page.locator('#o4'))).toContain(report.judgements[0]?.because);
    const groups = await textsOf(page.locator('#items details li'));
    expect(groups).toHaveLength(43);
    for (const code of zero) expect(groups.some((line) => own(code).test(line))).toBe(true);
    expect(await textsOf(page.locator('#items summary b'))).toEqual(
      [100, 100, 100, 75, 100, 62.5, 60].map(two),
    );
  });

  it('has the seven issues with every question, score and word of analysis', async () => {
    const issues = page.locator('#issues details');
    expect(await issues.count()).toBe(7);
    for (const [at, { no, title, analysis }] of report.issues.entries()) {
      const issue = issues.nth(at);
      expect(await textOf(issue.locator('summary'))).toBe(`${no} ${title}`);
      expect(await textsOf(issue.locator('li'))).toEqual(
        linesOfIssue(report, no).map(({ code, score }) => `${code} ${titleOf(code)} ${two(score)}`),
      );
      expect(await textsOf(issue.locator('p'))).toEqual(
        analysis.map(({ heading, text }) => `${heading} ${said(text)}`),
      );
    }
  });

  it('has every measure with its issue, who is responsible, and its time', async () => {
    const measures = page.locator('#measures details');
    const planned = measuresOf(report);
    expect(await textsOf(measures.locator('summary'))).toEqual(
      planned.map((measure) => measure.measures.map(said).join(' · ')),
    );
    const about = await textsOf(measures.locator('p'));
    for (const [at, { issue, responsible, from, to }] of planned.entries()) {
      expect(about[at]).toContain(
        `ประเด็นที่ ${issue} · ผู้รับผิดชอบ ${words(responsible)} · ${thaiDate(from, 'medium')} – ${thaiDate(to, 'medium')} ·`,
      );
    }
    expect(await page.locator('#measures > p a').getAttribute('href')).toBe('/oit/2567/measures');
  });

  it('has the constraints, and everything that does not fit together in the report', async () => {
    expect(await textsOf(page.locator('#about details').nth(0).locator('p'))).toEqual(
      report.constraints.map(({ heading, bullets }) => `${heading} ${bullets.map(said).join(' ')}`),
    );
    expect(await textsOf(page.locator('#about li'))).toEqual(
      report.notes.map(({ thai }) => `${words(thai.what)} · ${words(thai.handled)}`),
    );
  });

  it('orders the six items without a point, with what each adds and the level it reaches', async () => {
    const steps = page.locator('#steps li');
    expect(await textsOf(steps)).toEqual(
      [
        ['o42', '+2.00 เป็น 89.33 ระดับผ่าน'],
        ['o43', '+2.00 เป็น 91.33 ระดับผ่านดี'],
        ['o35', '+1.25 เป็น 92.58 ระดับผ่านดี'],
        ['o37', '+1.25 เป็น 93.83 ระดับผ่านดี'],
        ['o38', '+1.25 เป็น 95.08 ระดับผ่านดี'],
        ['o26', '+1.00 เป็น 96.08 ระดับผ่านดี'],
      ].map(([code = '', reached]) => `${code} ${titleOf(code)} ${reached}`),
    );
    await steps.first().getByRole('link').click();
    expect(new URL(page.url()).hash).toBe('#o42');
  });

  it('unfolds with no script, where it is pressed', async () => {
    const issue = page.locator('#p3');
    const question = issue.locator('li').first();
    expect(await question.isVisible()).toBe(false);
    await issue.locator('summary').click();
    expect(await question.isVisible()).toBe(true);
  });
});

describe('the pages of evidence, with scripts off', () => {
  it('have the measures of the plan as the report prints them', async () => {
    const page = await opened('/oit/2567/measures');
    expect(await cellsOf(page.locator('#table-measures tbody tr'))).toEqual(
      measuresOf(report).map(({ issueTitle, measures, steps, responsible, period }) =>
        [issueTitle, measures.join('\n'), steps.join('\n'), responsible, period, 'แผนไม่ได้ระบุ'].map(words),
      ),
    );
  });

  it.each(evidencePages)('%s says whose it is, what it is, and who answers for it', async (_, path) => {
    const page = await opened(path);
    const facts = await textOf(page.locator('dl.about'));
    expect(facts).toContain(`หน่วยงาน${report.document.agency}`);
    expect(facts).toMatch(/วิธีการ.{10}/);
    expect(facts).toMatch(/อนุมัติเมื่อ\d+ พฤศจิกายน 2569 \(ฉบับที่ \d\)ผู้อนุมัติ.{3}/);
    expect((await textOf(page.locator('h1'))).length).toBeGreaterThan(2);
    expect(await textOf(page.locator('footer'))).toContain(report.document.district);
    expect(await textOf(page.locator('footer'))).toContain(report.document.province);
  });

  it('are reached from the items of the report that ask for them', async () => {
    const page = await opened('/');
    for (const key of EvidenceKey.options) {
      const code = framework2566.items.find((item) => keyOf(item.code, 2566) === key)?.code;
      const link = page.locator(`#items li#${code} a`);
      const path = evidencePages.find(([name]) => name === `oit-${key}`)?.[1] ?? '';
      expect(await link.getAttribute('href')).toBe(path);
      expect((await fetch(`${khoen.url}${path}`)).status).toBe(200);
    }
  });
});
