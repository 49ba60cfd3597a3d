import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoAdminId, demoOfficerId } from '../../domain/agency/khoen-staff.ts';
import { Session, Ticket } from '../../domain/staff/me.ts';
import { launchBrowser } from '../browser/launch.ts';
import { type Product, startProduct } from '../browser/product.ts';
import { openWindow, signInAs } from '../browser/sign-in.ts';

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), startProduct()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const post = (path: string, body: object) =>
  fetch(`${product.url}/api/staff${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** A ticket of somebody's own, as who wants a colleague to work under their name has it. */
async function ticketOf(staffId: string): Promise<string> {
  const idToken = await product.simulator.login.tokens.issue(staffId);
  return Ticket.parse(await (await post('/sign-in', { idToken })).json()).ticket;
}

it('a link with somebody else’s ticket signs nobody in as them, and the ticket is not used', async () => {
  const ticket = await ticketOf(demoAdminId);
  const { page } = await openWindow(browser);
  const exchanged: string[] = [];
  page.on('request', (request) => request.url().endsWith('/session') && exchanged.push(request.url()));
  for (const place of [`#ticket=${ticket}`, `?ticket=${ticket}`, `#/menu?ticket=${ticket}`]) {
    await page.goto(`${product.url}/staff${place}`);
    await page.getByRole('button', { name: /เข้าสู่ระบบ/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/staff/sign-in');
  }
  expect(exchanged).toEqual([]);
  Session.parse(await (await post('/session', { ticket })).json());
  await page.context().close();
});

it('nor does it change who somebody is who has signed in', async () => {
  const ticket = await ticketOf(demoAdminId);
  const { page } = await openWindow(browser);
  await signInAs(page, product, 'สมหญิง', '#/menu');
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#ticket=${ticket}`);
  await page.goto(`${product.url}/staff#/menu`);
  await page.getByRole('heading', { name: 'สมหญิง ใจดี (ทดลอง)' }).waitFor();
  await page.context().close();
});

it('every sign-in begins a session that nobody could know before: no bearer or ticket is taken over', async () => {
  const chosen = 'A'.repeat(43);
  const idToken = await product.simulator.login.tokens.issue(demoOfficerId);
  expect((await post('/sign-in', { idToken, ticket: chosen })).status).toBe(400);
  const answers = await Promise.all(
    [1, 2].map(async () => {
      const ticket = await ticketOf(demoOfficerId);
      expect((await post('/session', { ticket, bearer: chosen })).status).toBe(400);
      const session = Session.parse(await (await post('/session', { ticket })).json());
      return [ticket, session.bearer];
    }),
  );
  expect(new Set([...answers.flat(), chosen]).size).toBe(5);
  const response = await fetch(`${product.url}/api/staff/me`, {
    headers: { authorization: `Bearer ${chosen}` },
  });
  expect(response.status).toBe(401);
});
