import { randomBytes } from 'node:crypto';
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoExecutiveId, demoOfficerId } from '../../domain/agency/khoen-staff.ts';
import { AnnouncementAnswer } from '../../domain/staff/announcements.ts';
import { ProposalAnswer, ProposalRow } from '../../domain/staff/publish.ts';
import { CommentsAnswer } from '../../domain/staff/survey-comments.ts';
import { launchBrowser } from '../browser/launch.ts';
import { type Product, startProduct } from '../browser/product.ts';
import { DESK, openWindow, signInAs } from '../browser/sign-in.ts';
import { villager } from '../staff/browser/villager.ts';
import { expectLiteral, PAYLOADS, SHORT, TURNED, watch } from './payloads.ts';
import { asStaff } from './staff-call.ts';

type Call = Awaited<ReturnType<typeof asStaff>>;

const MAIN = ['overall', 'process', 'channel', 'staff', 'facilities'];
const ALL = [...PAYLOADS, TURNED].join('\n');
const TITLE = `ประกาศ ${SHORT}`;

let browser: Browser;
let product: Product;
let officer: Call;
let palad: Call;
let announced: string;
let waiting: string;

/** Rates a service by the form, as a visitor's browser without scripts does. */
async function rate(comment: string): Promise<void> {
  const address = `${product.url}/rate/land-tax`;
  const once = /name="once" value="([0-9a-f]{30})"/.exec(await (await fetch(address)).text())?.[1] ?? '';
  const fields = [...MAIN.map((id) => [`q.${id}`, '2']), ['comment', comment], ['once', once]];
  const body = new URLSearchParams(fields);
  expect((await fetch(address, { method: 'POST', body, redirect: 'manual' })).status).toBe(303);
}

async function chooseComments(): Promise<void> {
  const { comments } = CommentsAnswer.parse(await officer('GET', '/survey-comments?year=2570'));
  expect(comments).toHaveLength(PAYLOADS.length);
  for (const { id } of comments) await officer('PUT', `/survey-comments/${id}`, { dimension: 'staff' });
}

const propose = async (body: object): Promise<ProposalRow> =>
  ProposalRow.parse(await officer('POST', '/proposals', body));
async function publish(body: object): Promise<void> {
  const { id, edition } = await propose(body);
  const { printed } = ProposalAnswer.parse(await palad('GET', `/proposals/${id}`));
  await palad('POST', `/proposals/${id}/approval`, { edition, printed });
}
const evidence = (key: string) => ({ kind: 'evidence', fiscalYear: 2570, key, preset: 'whole-year' });

async function announce(): Promise<string> {
  const id = randomBytes(12).toString('hex');
  const announcement = { title: TITLE, text: ALL, from: '2026-11-24', until: '2026-12-25', places: [] };
  const sent = await officer('PUT', `/announcements/${id}/draft`, { announcement });
  const { edition } = AnnouncementAnswer.parse(sent);
  const { printed } = AnnouncementAnswer.parse(await palad('GET', `/announcements/${id}`));
  await palad('POST', `/announcements/${id}/approval`, { edition, printed });
  return id;
}

beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), startProduct()]);
  [officer, palad] = await Promise.all([asStaff(product, demoOfficerId), asStaff(product, demoExecutiveId)]);
  for (const payload of PAYLOADS) await rate(payload);
  await chooseComments();
  const questions = PAYLOADS.map((payload) => ({ question: `ถาม ${payload}`, answer: `ตอบ ${payload}` }));
  await publish({ kind: 'questions', questions });
  for (const key of ['q_and_a', 'satisfaction_survey']) await publish(evidence(key));
  announced = await announce();
  waiting = (await propose(evidence('satisfaction_survey'))).id;
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

it('public pages show what residents and staff wrote as words, and what an address asks for', async () => {
  const { page } = await openWindow(browser, { viewport: DESK });
  const wrong = watch(page, product.url);
  const asked = encodeURIComponent(SHORT);
  const pages: [path: string, words: readonly string[]][] = [
    ['/oit/2570/satisfaction_survey', PAYLOADS],
    ['/oit/2570/q_and_a', PAYLOADS],
    ['/', []],
    ['/questions', []],
    [`/questions?q=${asked}`, []],
    ['/announcements', [TITLE]],
    [`/announcements/${announced}`, [TITLE, ...PAYLOADS]],
    [`/announcements/${announced}/poster`, [TITLE]],
    [`/papers?q=${asked}&kind=${asked}&year=${asked}`, [SHORT]],
    [`/rate/land-tax?channel=${asked}&done=${asked}`, []],
    [`/oit/2570/satisfaction_survey?table=${asked}&version=${asked}`, PAYLOADS.slice(0, 1)],
    [`/${asked}`, []],
    [`/oit/${asked}/${asked}`, []],
    [`/rate/${asked}`, []],
    [`/staff/sign-in?for=${asked}`, []],
  ];
  for (const [path, words] of pages) {
    const response = await page.goto(`${product.url}${path}`);
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect([path, policy.includes("default-src 'none'"), /unsafe/.test(policy)]).toEqual([path, true, false]);
    await page.locator('h1').first().waitFor();
    await expectLiteral(page, words);
  }
  expect(wrong).toEqual([]);
  await page.context().close();
});

it('a form that is shown again shows what was typed as words', async () => {
  const { page } = await openWindow(browser);
  const wrong = watch(page, product.url);
  await page.goto(`${product.url}/rate/land-tax`);
  await page.getByText('บอกเพิ่มได้').click();
  await page.getByLabel('อยากบอกอะไรเพิ่ม').fill(PAYLOADS.slice(0, 9).join('\n'));
  await page.getByRole('button', { name: 'ส่งคำตอบ' }).click();
  await page.getByText('ยังเหลืออีก 5 ข้อ').waitFor();
  await expectLiteral(page, PAYLOADS.slice(0, 9));
  expect(wrong).toEqual([]);
  await page.context().close();
});

/** What a shown proposal does in its frame: nothing runs there, so it is asked from outside. */
const madeIn = (frame: Frame): Promise<number> => frame.locator('[data-ran], script').count();

it('staff see them as words before anything is approved: comments, preview, announcement', async () => {
  const { page } = await openWindow(browser, { viewport: DESK });
  await signInAs(page, product, 'ประเสริฐ', '#/comments');
  const wrong = watch(page, product.url);
  await expectLiteral(page, PAYLOADS.slice(0, 5));
  const goTo = (place: string) =>
    page.evaluate((to) => {
      location.hash = to;
    }, place);
  await goTo(`#/announcements/${announced}`);
  await expectLiteral(page, [TITLE, ...PAYLOADS]);
  await goTo(`#/publish/${waiting}`);
  const preview = page.frameLocator('iframe');
  await preview
    .getByText(PAYLOADS[0] ?? '')
    .first()
    .waitFor();
  for (const frame of page.frames())
    expect(frame === page.mainFrame() || (await madeIn(frame)) === 0).toBe(true);
  await expectLiteral(page, []);
  expect(wrong).toEqual([]);
  await page.context().close();
});

it('the chat answers with them as words, and LINE gets no button or link of theirs', async () => {
  const resident = await villager(product, SHORT);
  await resident.says('มีประกาศอะไรบ้าง');
  await resident.says(`ถาม ${PAYLOADS[5]}`);
  await resident.taps('สอบถาม');
  expect(product.simulator.platform.wrongMessages).toEqual([]);
  const said = JSON.stringify(product.simulator.platform.chats.get(resident.userId));
  expect(said).toContain('ประกาศ <img');
  expect(said).not.toMatch(/"uri":"(?!https?:|tel:)/);
});

it('where nothing keeps them out they do run, so that their silence elsewhere says something', async () => {
  const { page } = await openWindow(browser);
  const wrong = watch(page, product.url);
  await page.route('**/bare', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<h1>x</h1>${SHORT}` }),
  );
  await page.goto(`${product.url}/bare`);
  await expect.poll(() => page.evaluate(() => 'ran' in window)).toBe(true);
  await expect(expectLiteral(page, [])).rejects.toThrow('deeply equal');
  await page.unroute('**/bare');
  await page.route('**/bare', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': "default-src 'none'" },
      body: `<h1>x</h1>${SHORT}`,
    }),
  );
  await page.goto(`${product.url}/bare`);
  await expect.poll(() => wrong.join('\n')).toContain('Content Security Policy');
  await page.context().close();
});
