import { randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  demoIntegrityOfficerId as first,
  demoSecondIntegrityOfficerId as second,
} from '../../domain/agency/khoen-staff.ts';
import { openPart, sealPart } from '../../sealing/part.ts';
import type { Part } from '../../sealing/plaintext.ts';
import { launchBrowser } from '../browser/launch.ts';
import { expectAccessible, expectNoOverflow } from '../support/page-checks.ts';
import { openSite, type Site } from './site.ts';

const WALK_MILLISECONDS = 120_000;
const WORDS = 'ครูเวรเรียกเงินค่านมโรงเรียนสามพันบาท';
const WHO = 'สมศักดิ์ ใจกล้า';
const ANSWER = 'รับเรื่องแล้ว กำลังสอบถามผู้ปกครอง';
const MORE = 'มีพยานเห็นสองคน';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await launchBrowser();
}, WALK_MILLISECONDS);
afterAll(() => browser.close());
beforeEach(async () => {
  site = await openSite(browser);
});
afterEach(() => site.close());

const cases = () =>
  site.product.documents.query({ collection: 'agencies/khoen/cases', where: [], orderBy: [], limit: 100 });

async function openedBy(staffId: string, draft: string): Promise<Part[]> {
  const collection = `agencies/khoen/cases/${draft}/messages`;
  const found = await site.product.documents.query({ collection, where: [], orderBy: [], limit: 100 });
  const opened = await Promise.all(
    found.map(({ id, data }) =>
      openPart(
        site.product.keys[staffId] ?? '',
        data.sealed instanceof Uint8Array ? new Uint8Array(data.sealed) : new Uint8Array(),
        { agency: 'khoen', draft, n: Number(id) },
      ),
    ),
  );
  return opened.flatMap((one) => (one.open ? [one.part] : [])).sort((a, b) => a.n - b.n);
}

const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const next = (page: Page) => tap(page, 'ไปต่อ');

/** Walks from the promise to the questions, about the education unit. */
async function toQuestions(page: Page): Promise<void> {
  await tap(page, 'เริ่ม');
  await page.getByLabel('กองการศึกษา').check();
  await next(page);
  await page.getByLabel('เรียกเงิน/สินบน').check();
  await next(page);
}

async function toReview(page: Page): Promise<string> {
  await next(page);
  await tap(page, 'ตรวจแล้ว ไปต่อ');
  return page.locator('.receipt strong').innerText();
}

const send = (page: Page) => tap(page, 'จดรหัสแล้ว ยืนยันส่ง');
const heading = (page: Page, words: string) => page.getByRole('heading', { name: words }).waitFor();

/** A photo that tells where and when it was taken. */
const tellingPhoto = () =>
  sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#c33' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'PhoneOfSomebody' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '14/1 56/1 0/1' },
    })
    .toBuffer();

describe('the private form', () => {
  it(
    'takes a tip of which nothing readable leaves the browser, and leads back by its receipt alone',
    async () => {
      const page = await site.visit('/tip');
      await page.getByRole('button', { name: 'เริ่ม' }).waitFor();
      await expectAccessible(page);
      await site.shoot(page, 'tip-1-promise-390');
      await tap(page, 'เริ่ม');
      await next(page);
      await page.getByText('ขอให้เลือกหนึ่งข้อก่อน').waitFor();
      await expectAccessible(page);
      await site.shoot(page, 'tip-2-office-390');
      await page.getByLabel('กองการศึกษา').check();
      await next(page);
      await expectAccessible(page);
      await site.shoot(page, 'tip-3-kind-390');
      await page.getByLabel('เรียกเงิน/สินบน').check();
      await next(page);
      await next(page);
      await page.getByText('เล่าสั้น ๆ ก็ได้').waitFor();
      await page.getByLabel('เกิดอะไรขึ้น').fill(WORDS);
      await page.getByLabel('ใครทำ').fill(WHO);
      const buffer = await tellingPhoto();
      await page.getByLabel('เลือกรูป').setInputFiles([
        { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer },
        { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: randomBytes(2000) },
      ]);
      await page.getByText('เปิดรูปนี้ไม่ได้').waitFor();
      await expectAccessible(page);
      await site.shoot(page, 'tip-4-tell-390');
      await next(page);
      await expectAccessible(page);
      await site.shoot(page, 'tip-5-leave-out-390');
      await tap(page, 'ตรวจแล้ว ไปต่อ');
      const receipt = await page.locator('.receipt strong').innerText();
      expect(receipt).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/);
      await tap(page, 'คัดลอกรหัส');
      await page.getByText('คัดลอกแล้ว').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(receipt);
      await expectAccessible(page);
      await site.shoot(page, 'tip-6-review-390');
      expect(site.wire.sent().includes('PUT /api/tips/')).toBe(false);
      await send(page);
      await heading(page, 'ส่งแล้ว');
      await expectAccessible(page);
      await site.shoot(page, 'tip-7-sent-390');

      const [tip] = await cases();
      const draft = tip?.id ?? '';
      expect(tip?.data).toMatchObject({ kind: 'tip', status: 'new', parts: 6 });
      const parts = await openedBy(first, draft);
      expect(parts.map(({ kind }) => kind)).toEqual(['text', 'text', 'photo', 'about', 'manifest']);
      expect(parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []))).toEqual([
        `เกิดอะไรขึ้น\n${WORDS}`,
        `ใครทำ\n${WHO}`,
      ]);
      expect(parts[3]).toMatchObject({ office: 'education', tipKind: 'bribe' });
      const photo =
        parts.flatMap((part) => (part.kind === 'photo' ? [part.photo] : []))[0] ?? new Uint8Array();
      const meta = await sharp(photo).metadata();
      expect(meta).toMatchObject({ format: 'jpeg', width: 1600, height: 800 });
      expect(meta.exif).toBeUndefined();
      expect(Buffer.from(photo).includes('PhoneOfSomebody')).toBe(false);
      expect(await openedBy(second, draft)).toEqual([]);

      const back = await site.visit('/track');
      await site.shoot(back, 'track-1-code-390');
      await expectAccessible(back);
      const digits = receipt.replaceAll(' ', '');
      const wrong = digits.slice(0, 15) + String((Number(digits.at(-1)) + 1) % 10);
      await back.getByLabel('รหัสลับ').fill(wrong);
      await tap(back, 'ดูสถานะ');
      await back.getByText('อาจพิมพ์ผิดหนึ่งตัว').waitFor();
      await back.getByLabel('รหัสลับ').fill(digits.replace(/./g, (digit) => '๐๑๒๓๔๕๖๗๘๙'[Number(digit)] ?? ''));
      await tap(back, 'ดูสถานะ');
      await back.getByText('ยังไม่มีใครเปิดอ่าน').waitFor();
      await back.getByText(WORDS).waitFor();

      const manifest = parts.at(-1);
      if (manifest?.kind !== 'manifest') throw new Error('the last part is no manifest');
      const n = 6;
      const sealed = await sealPart(
        {
          version: 1,
          agency: 'khoen',
          draft,
          n,
          kind: 'message',
          from: 'staff',
          text: ANSWER,
          day: '2026-11-24',
        },
        [manifest.reporter ?? ''],
        (octets) => new Uint8Array(randomBytes(octets)),
      );
      const path = `agencies/khoen/cases/${draft}`;
      await site.product.documents.commit([
        { op: 'update', path, data: { parts: n + 1, status: 'accepted' } },
        { op: 'create', path: `${path}/messages/${n}`, data: { version: 1, sealed } },
      ]);
      await tap(back, 'ปิดเรื่องนี้จากหน้าจอ');
      await back.getByLabel('รหัสลับ').fill(receipt);
      await tap(back, 'ดูสถานะ');
      await back.getByText(ANSWER).waitFor();
      await back.getByLabel('เขียนเพิ่มถึงผู้รับเรื่อง').fill(MORE);
      await tap(back, 'ส่งเพิ่ม');
      await back.getByText('ส่งเพิ่มแล้ว').waitFor();
      await expectAccessible(back);
      await site.shoot(back, 'track-2-thread-390');
      expect((await openedBy(first, draft)).at(-1)).toMatchObject({ from: 'reporter', text: MORE });
      expect(back.url()).toBe(`${site.wire.url}/track`);

      const sent = site.wire.sent();
      expect(sent.includes(`PUT /api/tips/${draft}/1 `)).toBe(true);
      expect(sent.includes('POST /api/track ')).toBe(true);
      expect(sent.includes('PUT /api/track/7 ')).toBe(true);
      const secrets = [
        WORDS,
        WHO,
        ANSWER,
        MORE,
        'สามพัน',
        receipt,
        digits,
        wrong,
        'education',
        'bribe',
        'IMG_0001',
      ];
      for (const secret of secrets) {
        for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
          expect(sent.includes(form), form).toBe(false);
          expect(site.product.log.join('\n')).not.toContain(form);
        }
        expect(sent.includes(Buffer.from(secret, 'utf16le'))).toBe(false);
      }
      expect(sent.toString('latin1')).not.toMatch(/^cookie:/im);
    },
    WALK_MILLISECONDS,
  );

  it(
    'keeps what was typed through a lost connection, asks before it is left, and sends once',
    async () => {
      const page = await site.visit('/tip', { width: 320, height: 640 });
      await page.getByRole('button', { name: 'เริ่ม' }).waitFor();
      await expectNoOverflow(page);
      await site.shoot(page, 'tip-1-promise-320');
      await toQuestions(page);
      await page.getByLabel('เกิดอะไรขึ้น').fill(WORDS);
      await expectNoOverflow(page);
      await site.shoot(page, 'tip-4-tell-320');
      const receipt = await toReview(page);
      await expectNoOverflow(page);
      await site.shoot(page, 'tip-6-review-320');
      site.wire.cut();
      await send(page);
      await page.getByText('เชื่อมต่อไม่ได้').waitFor();
      await expectNoOverflow(page);
      await expectAccessible(page);
      await site.shoot(page, 'tip-8-offline-320');
      expect(await page.locator('.receipt strong').innerText()).toBe(receipt);
      const asked: string[] = [];
      page.on('dialog', (dialog) => {
        asked.push(dialog.type());
        void dialog.dismiss();
      });
      await page.evaluate(() => location.reload());
      await expect.poll(() => asked).toEqual(['beforeunload']);
      site.wire.mend();
      await tap(page, 'ลองอีกครั้ง');
      await heading(page, 'ส่งแล้ว');
      await expectNoOverflow(page);
      await site.shoot(page, 'tip-7-sent-320');
      expect(await cases()).toHaveLength(1);
    },
    WALK_MILLISECONDS,
  );

  it(
    'is walked with the keyboard alone',
    async () => {
      const page = await site.visit('/tip');
      await page.getByRole('button', { name: 'เริ่ม' }).waitFor();
      const press = async (...keys: string[]) => {
        for (const key of keys) await page.keyboard.press(key);
      };
      const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
      const tabTo = async (words: string) => {
        for (let tabs = 0; tabs < 40; tabs += 1) {
          await press('Tab');
          if ((await focused()).startsWith(words)) return;
        }
        throw new Error(`the keyboard never reaches ${words}`);
      };
      await tabTo('เริ่ม');
      await press('Enter');
      const isAsked = (words: string) => expect.poll(focused).toContain(words);
      await isAsked('หน่วยงานไหน');
      await press('Tab', 'Space', 'Enter');
      await isAsked('แบบไหน');
      await press('Tab', 'Space', 'Enter');
      await isAsked('เล่าให้ฟัง');
      await press('Tab');
      await page.keyboard.type('พิมพ์จากแป้นพิมพ์');
      await tabTo('ไปต่อ');
      await press('Enter');
      await isAsked('ก่อนส่ง');
      await tabTo('ตรวจแล้ว');
      await press('Enter');
      await isAsked('จดรหัสลับ');
      await tabTo('จดรหัสแล้ว');
      await press('Enter');
      await heading(page, 'ส่งแล้ว');
      expect(await cases()).toHaveLength(1);
    },
    WALK_MILLISECONDS,
  );

  it(
    'says before anything where nobody can read, and what does not work without scripts',
    async () => {
      const { documents } = site.product;
      const readers = 'agencies/khoen/readers/current';
      const found = await documents.read(readers);
      const officers = Array.isArray(found?.data.officers) ? found.data.officers : [];
      await documents.commit([{ op: 'update', path: readers, data: { officers: officers.slice(0, 1) } }]);
      const page = await site.visit('/tip');
      await tap(page, 'เริ่ม');
      await page.getByLabel('สำนักปลัด').check();
      await next(page);
      await page.getByText('ยังไม่มีอะไรถูกเก็บ').waitFor();
      await documents.commit([{ op: 'update', path: readers, data: { officers: [] } }]);
      const none = await site.visit('/tip');
      await none.getByText('ตอนนี้ไม่มีผู้รับเรื่องลับ').waitFor();
      expect(await none.getByRole('button', { name: 'เริ่ม' }).count()).toBe(0);
      await none.getByRole('link', { name: 'โทร ป.ป.ช. 1205' }).waitFor();
      await site.shoot(none, 'tip-9-closed-390');
      const plain = await site.visit('/tip', { scripts: false, width: 320 });
      await plain.getByText('ยังไม่ทำงานในเครื่องนี้').waitFor();
      await plain.getByRole('link', { name: 'โทร ป.ป.ช. 1205' }).waitFor();
      await site.shoot(plain, 'tip-0-no-scripts-320');
      const tracked = await site.visit('/track', { scripts: false, width: 320 });
      await tracked.getByText('ยังไม่ทำงานในเครื่องนี้').waitFor();
      for (const path of ['/tip', '/track']) {
        const { headers } = await fetch(`${site.wire.url}${path}`);
        expect(headers.get('cache-control')).toBe('no-store');
        expect(headers.get('referrer-policy')).toBe('no-referrer');
        const policy = headers.get('content-security-policy') ?? '';
        expect(policy).toContain("default-src 'none'");
        expect(policy).toContain("connect-src 'self';");
        expect(policy).not.toMatch(/https?:|unsafe|\*/);
      }
    },
    WALK_MILLISECONDS,
  );
});
