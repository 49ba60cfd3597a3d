import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pathsOf } from '../../bot/records/paths.ts';
import { demoDeputyId } from '../../domain/agency/khoen-staff.ts';
import { launchBrowser } from './launch.ts';
import { type Product, startProduct } from './product.ts';
import { choosePerson, DESK, openWindow, PHONE, SMALL, signInAs } from './sign-in.ts';

const ARTEFACTS = new URL('../../artefacts/staff/', import.meta.url);
const AXE = createRequire(import.meta.url).resolve('axe-core');
const ADMIN = 'จันทร์เพ็ญ';
const OFFICER = 'สมหญิง';
const paths = pathsOf('khoen');

let browser: Browser;
let product: Product;
beforeAll(async () => {
  await mkdir(ARTEFACTS, { recursive: true });
  [browser, product] = await Promise.all([launchBrowser(), startProduct()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const shoot = (page: Page, name: string) =>
  page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, ARTEFACTS)), animations: 'disabled' });

const Violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What axe-core finds; evaluated past the page's own policy, as a browser's tools are. */
async function violations(page: Page): Promise<string[]> {
  const { readFile } = await import('node:fs/promises');
  await page.evaluate(await readFile(AXE, 'utf8'));
  const found = Violations.parse(await page.evaluate('axe.run().then(({ violations }) => violations)'));
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Ends every session there is, as time would. */
async function endSessions(): Promise<void> {
  const { documents } = product;
  const found = await documents.query({ group: 'staffSessions', where: [], orderBy: [], limit: 100 });
  await documents.commit(found.map(({ path }) => ({ op: 'delete', path })));
}

describe.each([
  ['small phone', SMALL, false],
  ['phone in the dark', PHONE, true],
  ['desk', DESK, false],
] as const)('on a %s', (name, viewport, dark) => {
  it('signing in, the menu, the audit and its head read well, and axe finds nothing', async () => {
    const { page, problems } = await openWindow(browser, { viewport, dark });
    const shows = async (what: string) => {
      await shoot(page, `${what}-${name.replaceAll(' ', '-')}`);
      expect(await overflow(page)).toBe(0);
      expect(await violations(page)).toEqual([]);
    };
    await page.goto(`${product.url}/staff/sign-in`);
    await page.getByRole('button', { name: /เข้าสู่ระบบ/ }).waitFor();
    await shows('sign-in');
    await signInAs(page, product, ADMIN, '#/audit');
    await page.getByText('เข้าสู่ระบบ').first().waitFor();
    expect(await page.title()).toBe('บันทึกการทำงาน · อบต.เขิน');
    await shows('audit');
    await page.getByRole('link', { name: 'พิมพ์รหัสท้ายสาย' }).click();
    await page.getByText(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/).waitFor();
    expect(await page.title()).toBe('รหัสท้ายสายบันทึกการทำงาน · อบต.เขิน');
    await shows('audit-head');
    await page.goto(`${product.url}/staff#/menu`);
    await page.getByRole('button', { name: 'ออกจากระบบ' }).waitFor();
    await shows('menu');
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe('the console', () => {
  it('is reached and left by keyboard alone, and says where one is', async () => {
    const { page, problems } = await openWindow(browser, { viewport: DESK });
    await signInAs(page, product, OFFICER, '#/menu');
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    expect(await focused()).toBe('เมนู');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'ออกจากระบบ' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('ออกจากระบบแล้ว').waitFor();
    expect(page.url()).toMatch(/\/staff\/sign-in$/);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('keeps neither ticket nor bearer where the browser keeps things', async () => {
    const { page } = await openWindow(browser);
    const asked: Request[] = [];
    page.on('request', (request) => asked.push(request));
    await signInAs(page, product, OFFICER, '#/menu');
    const kept = await page.evaluate(() =>
      JSON.stringify([
        location.href,
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        history.state,
      ]),
    );
    const headers = await Promise.all(asked.map((request) => request.headerValue('authorization')));
    const bearers = headers.flatMap((given) => (given === null ? [] : [given.slice('Bearer '.length)]));
    expect(bearers.length).toBeGreaterThan(0);
    for (const bearer of bearers) expect(kept).not.toContain(bearer);
    expect(kept).not.toContain('ticket');
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  it('loads nothing from elsewhere, and calls nobody but this server', async () => {
    const { page } = await openWindow(browser);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await signInAs(page, product, OFFICER);
    const elsewhere = asked.filter(
      (url) => !url.startsWith(product.url) && !url.startsWith(`${product.simulator.url}/`),
    );
    expect(elsewhere).toEqual([]);
    const policy = (await page.request.get(`${product.url}/staff`)).headers()['content-security-policy'];
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("script-src 'self';");
    await page.context().close();
  });

  it('of somebody who was removed empties itself at the next call', async () => {
    const { page } = await openWindow(browser);
    await signInAs(page, product, 'บุญมา', '#/menu');
    const { documents } = product;
    const staff = await documents.read(paths.staff(demoDeputyId));
    await documents.commit([{ op: 'delete', path: paths.staff(demoDeputyId) }]);
    await page.evaluate(() => {
      location.hash = '/inbox';
    });
    await page.getByRole('heading', { name: 'บัญชีนี้ไม่อยู่ในรายชื่อเจ้าหน้าที่แล้ว' }).waitFor();
    await shoot(page, 'removed-phone');
    expect(await page.locator('body').innerText()).not.toContain('บุญมา');
    expect(await violations(page)).toEqual([]);
    await page.goto(`${product.url}/staff/sign-in`);
    await choosePerson(page, 'บุญมา');
    await page.getByText('ยังไม่อยู่ในรายชื่อเจ้าหน้าที่').waitFor();
    await documents.commit([{ op: 'create', path: paths.staff(demoDeputyId), data: staff?.data ?? {} }]);
    await page.context().close();
  });
});

/** An admin in the middle of inviting somebody. */
async function inviting() {
  const opened = await openWindow(browser);
  const { page } = opened;
  await signInAs(page, product, ADMIN, '#/people/invite');
  await page.getByLabel('ชื่อและนามสกุล').fill('มานะ อดทน');
  await page.getByLabel('เจ้าหน้าที่รับเรื่อง').check();
  return opened;
}
const send = (page: Page) => page.getByRole('button', { name: 'ขอรหัสเชิญ' }).click();
const invitesOf = async (): Promise<number> =>
  (await product.documents.query({ group: 'invites', where: [], orderBy: [], limit: 100 })).length;

describe('what was typed', () => {
  it('is kept while its session has ended, unseen, and sent once the same person is back', async () => {
    const before = await invitesOf();
    const { page } = await inviting();
    await endSessions();
    await send(page);
    await page.getByRole('heading', { name: 'หมดเวลาใช้งานแล้ว' }).waitFor();
    expect(await page.getByLabel('ชื่อและนามสกุล').isVisible()).toBe(false);
    await shoot(page, 'ended-phone');
    expect(await violations(page)).toEqual([]);
    const [beside] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', { name: 'เข้าสู่ระบบอีกครั้ง' }).click(),
    ]);
    await choosePerson(beside, ADMIN);
    await expect.poll(invitesOf).toBe(before + 1);
    await page.getByText(/[A-Z2-9]{5}-[A-Z2-9]{5}/).waitFor();
    await page.context().close();
  });

  it('is not shown to somebody else who signs in instead', async () => {
    const before = await invitesOf();
    const { page } = await inviting();
    const sent: string[] = [];
    page.on(
      'request',
      (request) => request.method() === 'POST' && sent.push(new URL(request.url()).pathname),
    );
    await endSessions();
    await send(page);
    const [beside] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', { name: 'เข้าสู่ระบบอีกครั้ง' }).click(),
    ]);
    await choosePerson(beside, OFFICER);
    await page.locator('#main h1').waitFor();
    await expect.poll(() => page.getByLabel('ชื่อและนามสกุล').count()).toBe(0);
    expect(await page.locator('body').innerText()).not.toContain('มานะ');
    expect(sent.filter((path) => path.endsWith('/people/invites'))).toHaveLength(1);
    expect(await invitesOf()).toBe(before);
    await page.context().close();
  });

  it('waits for a lost connection, and is sent once', async () => {
    const before = await invitesOf();
    const { page } = await inviting();
    await page.context().setOffline(true);
    await send(page);
    await page.getByText('เน็ตหลุด').waitFor();
    expect(await page.getByLabel('ชื่อและนามสกุล').inputValue()).toBe('มานะ อดทน');
    await shoot(page, 'offline-phone');
    await page.context().setOffline(false);
    await page.getByText(/[A-Z2-9]{5}-[A-Z2-9]{5}/).waitFor();
    expect(await invitesOf()).toBe(before + 1);
    await page.context().close();
  });
});
