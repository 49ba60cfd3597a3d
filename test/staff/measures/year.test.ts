import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import express from 'express';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPages } from '../../../bot/pages/pages.ts';
import { lazyRenderer } from '../../../bot/pages/renderer.ts';
import { pagesRouter } from '../../../bot/pages/router.ts';
import { pageRoutes } from '../../../bot/pages/routes.ts';
import { readVersion } from '../../../bot/publish/evidence-plan.ts';
import { plain } from '../../../bot/publish/plain.ts';
import { YearResult } from '../../../bot/publish/records.ts';
import { approveResult, saveDraft } from '../../../bot/publish/results.ts';
import { demoAdminId, demoExecutiveId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import type { Cell, Content } from '../../../domain/evidence/content.ts';
import { khoenReport2566 } from '../../../domain/ita/data/khoen-2566.ts';
import { rawResultOf } from '../../../domain/ita/read-report.ts';
import { OitPage } from '../../../domain/published/oit.ts';
import { KeptProof, MeasureRow, MeasuresAnswer } from '../../../domain/staff/measures.ts';
import { ProposalAnswer, ProposalRow } from '../../../domain/staff/publish.ts';
import { launchBrowser } from '../../browser/launch.ts';
import { hasTable, tableIn, wordsIn } from '../../evidence/inputs.ts';
import { expectAccessible, expectNoOverflow } from '../../support/page-checks.ts';
import { A4, print } from '../../support/pdf.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';
import { linkOf, type Played, played, proofOf, takenBy, whyOpen, written } from './script.ts';
import { measureWorkbooks } from './workbooks.ts';

let stage: StaffStage;
const server = createServer();
let url = '';
beforeAll(async () => {
  stage = await openStaffStage(Date.parse('2023-10-02T03:00:00Z'));
  const report = khoenReport2566;
  const draft = YearResult.parse(
    plain({ raw: rawResultOf(report), judgements: report.judgements, report, importedOn: '2023-10-01' }),
  );
  await saveDraft(stage.documents, 'khoen', draft);
  await approveResult(stage.documents, 'khoen', 2566, {
    approvedOn: '2023-10-01',
    approvedBy: 'ปลัด อบต.เขิน',
  });
  await stage.call(demoAdminId, 'POST', '/measures/plan', { fiscalYear: 2567 });
  const { ground, documents, parts } = stage;
  const pages = openPages({
    ...{ agencyId: 'khoen', documents, paths: ground.paths, clock: parts.clock, log: parts.log },
    ...{ current: parts.current, renderer: lazyRenderer(), site: { publicUrl: 'https://khoen.example' } },
  });
  server.on('request', express().use(pagesRouter(pages, pageRoutes)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}, 60_000);
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await stage.close();
});

const until = (day: string): void => stage.later(Date.parse(`${day}T03:00:00Z`) - stage.parts.clock());

async function say({ id, step }: Played, body: object): Promise<void> {
  const answer = MeasuresAnswer.parse((await stage.call(demoAdminId, 'GET', '/measures?year=2567')).json);
  const row = answer.measures.find((one) => one.id === id)?.steps.find((one) => one.id === step);
  const sent = { edition: row?.edition, ...body };
  const reply = await stage.call(demoAdminId, 'POST', `/measures/${id}/steps/${step}`, sent);
  expect([id, step, reply.status]).toEqual([id, step, 200]);
  MeasureRow.parse(reply.json);
}

async function photoOf({ id }: Played, nth: number): Promise<string> {
  const background = { r: nth * 7, g: 90, b: 160 };
  const picture = await sharp({ create: { width: 32, height: 24, channels: 3, background } })
    .jpeg()
    .toBuffer();
  const kept = await stage.call(demoAdminId, 'POST', `/measures/${id}/photos`, new Uint8Array(picture));
  return KeptProof.parse(kept.json).sha256;
}

async function play(one: Played, nth: number): Promise<void> {
  const { fate, day } = one;
  if (fate === 'silent') return;
  if (fate === 'reason') return say(one, { state: 'open', because: `รองบ ${one.id}` });
  const photos = fate === 'photo' || fate === 'both' ? [await photoOf(one, nth)] : [];
  const links = fate === 'link' || fate === 'both' ? [linkOf(one)] : [];
  await say(one, { state: 'done', day, photos, links, note: `ทำ ${one.step}` });
  if (fate === 'untaken') await say(one, { state: 'open', because: 'กดผิด' });
}

/** Plays what lies between two days (the first not among them), in its order. */
async function playBetween(from: string, to: string): Promise<void> {
  const events = played
    .map((one, nth) => ({ one, nth }))
    .filter(({ one: { day } }) => day > from && day <= to)
    .toSorted((a, b) => (a.one.day < b.one.day ? -1 : 1));
  for (const { one, nth } of events) {
    until(one.day);
    await play(one, nth);
  }
  until(to);
}

/** Proposed by an officer and approved by an executive; the content that is public then. */
async function approved(key: string, preset: string): Promise<Content> {
  const body = { kind: 'evidence', fiscalYear: 2567, key, preset };
  const row = ProposalRow.parse((await stage.call(demoOfficerId, 'POST', '/proposals', body)).json);
  const seen = ProposalAnswer.parse((await stage.call(demoExecutiveId, 'GET', `/proposals/${row.id}`)).json);
  const approval = { edition: seen.row.edition, printed: seen.printed };
  const done = await stage.call(demoExecutiveId, 'POST', `/proposals/${row.id}/approval`, approval);
  expect([key, done.status]).toEqual([key, 200]);
  const found = await stage.documents.read(stage.ground.paths.published(`oit-2567-${key}`));
  const page = OitPage.parse(found?.data);
  if (page.shown === undefined) throw new Error('it was approved');
  return page.shown.content;
}

/** Where a picture is kept to be looked at. */
async function artefact(name: string): Promise<string> {
  const folder = new URL('../../../artefacts/documents/', import.meta.url);
  await mkdir(folder, { recursive: true });
  return fileURLToPath(new URL(`${name}.png`, folder));
}

const version = (n: number) =>
  readVersion(stage.documents, stage.parts.current(), { fiscalYear: 2567, key: 'measures_report' }, n);
const cellsIn = (content: Content, id: string): Cell[][] =>
  tableIn(content, id).rows.map(({ cells }) => cells);
/** Every figure and row of a report, reckoned from the script alone. */
function expectFigures(content: Content, to: string, lateThen: boolean): void {
  const taken = takenBy(to);
  const proven = taken.filter(({ fate }) => fate !== 'bare').length;
  const open = played.filter((one) => !taken.includes(one));
  const measures = [...new Set(played.map(({ measure }) => measure))];
  const whole = measures.filter((no) => !open.some(({ measure }) => measure === no));
  expect(cellsIn(content, 'overview').map(([, count]) => count)).toEqual([
    ...[11, whole.length, 32, taken.length, 32 - taken.length],
    ...[lateThen ? open.length : 0, proven, taken.length - proven],
  ]);
  expect(
    cellsIn(content, 'summary').map(([no, , , , all, done, percent]) => [no, all, done, percent]),
  ).toEqual(
    measures.map((no) => {
      const all = played.filter(({ measure }) => measure === no).length;
      const done = taken.filter(({ measure }) => measure === no).length;
      return [String(no), all, done, Number(((done / all) * 100).toFixed(2))];
    }),
  );
  expect(cellsIn(content, 'done')).toEqual(
    taken.map((one) => [one.text, one.measure, written(one.day), `ทำ ${one.step}`, proofOf(one)]),
  );
  expect(cellsIn(content, 'open').map(([text, no]) => [text, no])).toEqual(
    open.map(({ text, measure }) => [text, measure]),
  );
  const photos = content.blocks.flatMap((block) => (block.kind === 'photos' ? block.items : []));
  expect(photos).toHaveLength(taken.filter(({ fate }) => fate === 'photo' || fate === 'both').length);
  const unproven = content.blocks.find(
    (block) => block.kind === 'list' && block.items[0]?.startsWith('มาตรการที่'),
  );
  expect(unproven?.kind === 'list' ? unproven.items : []).toEqual(
    taken.filter(({ fate }) => fate === 'bare').map(({ measure, text }) => `มาตรการที่ ${measure}: ${text}`),
  );
}

describe('a year of measures', () => {
  test('before its year an empty plan is said in words', async () => {
    const sent = { kind: 'evidence', fiscalYear: 2566, key: 'measures_report', preset: 'whole-year' };
    const row = ProposalRow.parse((await stage.call(demoOfficerId, 'POST', '/proposals', sent)).json);
    const html = await stage.call(demoExecutiveId, 'GET', `/proposals/${row.id}/preview`);
    expect(Buffer.from(html.octets).toString()).toContain('ยังไม่มีแผนมาตรการของปีงบประมาณ 2566');
  });

  test('half of it: the report says as of when, and counts what was taken until then', async () => {
    await playBetween('', '2024-03-20');
    until('2024-03-25');
    const content = await approved('measures_report', 'first-half');
    expect(content.period?.words).toContain('ข้อมูล ณ วันที่ 25 มีนาคม 2567');
    expect(wordsIn(content)).toContain('ปีงบประมาณ 2567 ยังไม่สิ้นสุด');
    expectFigures(content, '2024-03-25', false);
  });

  test('all of it: what was done, what was not and why; the report of March stays as it was', async () => {
    const march = await version(1);
    await playBetween('2024-03-20', '2024-10-10');
    until('2024-10-20');
    const content = await approved('measures_report', 'whole-year');
    expect(wordsIn(content)).not.toContain('ยังไม่สิ้นสุด');
    expectFigures(content, '2024-09-30', true);
    const open = cellsIn(content, 'open').map(([, , , why]) => why);
    expect(open).toEqual(played.filter((one) => !takenBy('2024-09-30').includes(one)).map(whyOpen));
    expect(content.blocks.at(-1)?.kind).toBe('signatures');
    expect(await version(1)).toEqual(march);
    expect((await version(2))?.content).toEqual(content);
  });

  test('its scores and weak points are those of the report, reckoned anew from its printed lines', async () => {
    const content = await approved('measures', 'whole-year');
    const { lines, issues } = khoenReport2566;
    expect(cellsIn(content, 'issues').map(([, count, average]) => [count, average])).toEqual(
      issues.map(({ no }) => {
        const scores = lines.filter(({ issue }) => issue === no).map(({ score }) => Math.round(score * 100));
        return [scores.length, Math.round(scores.reduce((sum, one) => sum + one, 0) / scores.length) / 100];
      }),
    );
    expect(cellsIn(content, 'zeros').map(([code]) => code)).toEqual([
      'o26',
      'o35',
      'o37',
      'o38',
      'o42',
      'o43',
    ]);
    const weak = content.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
    expect(weak).toEqual([expect.stringMatching(/^10\. .* 61\.25$/)]);
    expect(cellsIn(content, 'indicators').map(([, , score]) => score)).toEqual(
      Object.values(khoenReport2566.reported.indicators).toSorted((a, b) => a - b),
    );
    expect(hasTable(content, 'measures')).toBe(true);
    expect(cellsIn(content, 'measures')).toHaveLength(11);
  });

  measureWorkbooks(() => url);

  test('the papers read well on a phone and on A4, photos and lines to sign on included', async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
      for (const key of ['measures_report', 'measures']) {
        await page.setViewportSize({ width: 390, height: 844 });
        await page.goto(`${url}/oit/2567/${key}`);
        await expectAccessible(page);
        await page.setViewportSize({ width: 320, height: 640 });
        await expectNoOverflow(page);
        for (const photo of await page.locator('img').all()) await photo.scrollIntoViewIfNeeded();
        await page.screenshot({ path: await artefact(`${key}-320`), fullPage: true });
        const sheets = await print(page, key);
        expect(sheets.every(({ width, height }) => width < height && Math.abs(width - A4.width) < 2)).toBe(
          true,
        );
        const words = sheets.map((sheet) => sheet.words.replaceAll(/\s/g, '')).join('');
        // What is drawn above a letter does not come out of the paper as text.
        expect(words).toContain('ผู้อนุมัติ');
        expect(words).toContain('61.25');
      }
    } finally {
      await browser.close();
    }
  }, 120_000);

  test('its photos are public as long as the report is', async () => {
    const content = (await version(2))?.content;
    const photos = content?.blocks.flatMap((block) => (block.kind === 'photos' ? block.items : [])) ?? [];
    for (const { src } of photos) {
      const answer = await fetch(`${url}${src}`);
      expect([src, answer.status, answer.headers.get('content-type')]).toEqual([src, 200, 'image/jpeg']);
      const sha256 = createHash('sha256')
        .update(new Uint8Array(await answer.arrayBuffer()))
        .digest('hex');
      expect(src.endsWith(`/${sha256}`)).toBe(true);
    }
    const [{ src } = { src: '' }] = photos;
    expect((await fetch(`${url}${src.slice(0, -1)}${src.endsWith('0') ? '1' : '0'}`)).status).toBe(404);
    const page = await (await fetch(`${url}/oit/2567/measures_report`)).text();
    expect(page).toContain(`src="${src}"`);
    const because = 'ภาพเห็นหน้าคน';
    const body = { kind: 'evidence', fiscalYear: 2567, key: 'measures_report', because };
    expect((await stage.call(demoExecutiveId, 'POST', '/publish/withdrawals', body)).status).toBe(200);
    stage.later(60_000);
    expect((await fetch(`${url}${src}`)).status).toBe(404);
  });
});
