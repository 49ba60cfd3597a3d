import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Staff } from '../../domain/agency/staff.ts';
import { FILE_MOST } from '../../domain/papers/paper.ts';
import { PaperAnswer } from '../../domain/staff/papers.ts';
import { openStaffStage, type StaffStage } from '../staff/stage.ts';
import { makePdf } from './pdf.ts';
import { servePapers } from './public.ts';
import { fileOf, markOf, publishPaper, said, sendFile } from './sending.ts';

let stage: StaffStage;
let site: { url: string; close(): Promise<void> };
let people: { officer: Staff; palad: Staff; printed: string };
beforeAll(async () => {
  stage = await openStaffStage();
  const officer = await stage.addStaff('สมชาย เสนอ', ['officer']);
  const palad = await stage.addStaff('สมพร ตรวจดี', ['executive'], { position: 'ปลัด อบต.เขิน' });
  people = { officer, palad, printed: 'สมพร ตรวจดี ปลัด อบต.เขิน' };
  site = await servePapers(stage);
});
afterAll(async () => {
  await site.close();
  await stage.close();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${site.url}${path}`, { headers });
const html = async (path: string) => (await get(path)).text();
const withdraw = async ({ id, edition }: PaperAnswer, because: string) => {
  const body = { edition, because };
  const taken = await stage.call(people.palad.id, 'POST', `/papers/${id}/withdrawal`, body);
  expect(taken.status).toBe(200);
};

describe('the pages of papers', () => {
  test('say so while there is nothing', async () => {
    expect(await html('/papers')).toContain('ยังไม่มีเอกสารเผยแพร่');
  });

  test('a PDF of 5 MiB is sent as it was stored, to be saved, with nothing that could run', async () => {
    const octets = makePdf({ lines: ['ข้อบัญญัติ'], script: 'app.alert(1)', octets: FILE_MOST });
    const { sha256 } = fileOf(await sendFile(stage, people.officer, octets));
    const title = 'ข้อบัญญัติ "ขยะ" 50%/ปี';
    const paper = said({ title, kind: 'regulation', source: { type: 'file', sha256 } });
    const shown = await publishPaper(stage, people, paper);
    const address = `/papers/${shown.id}/1.pdf`;
    const answer = await get(address);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(FILE_MOST),
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      etag: `"${sha256}"`,
    });
    const disposition = answer.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; /);
    expect(decodeURIComponent(/filename\*=UTF-8''(\S+)/.exec(disposition)?.[1] ?? '')).toBe(
      'ข้อบัญญัติ ขยะ 50 ปี.pdf',
    );
    expect(markOf(new Uint8Array(await answer.arrayBuffer()))).toBe(sha256);
    expect(
      (await get(address, { 'if-none-match': `"${sha256}"`, 'cache-control': 'max-age=0' })).status,
    ).toBe(304);
    const head = await fetch(`${site.url}${address}`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(FILE_MOST)]);
    for (const wrong of ['0.pdf', '2.pdf', '1', '1.pdf.exe', '01.pdf']) {
      expect((await get(`/papers/${shown.id}/${wrong}`)).status).toBe(404);
    }

    await withdraw(shown, 'พิมพ์เลขผิด');
    const page = await get(`/papers/${shown.id}`);
    expect(page.status).toBe(410);
    const note = await page.text();
    expect(note).toContain('พิมพ์เลขผิด');
    expect(note).not.toContain('.pdf"');
    expect((await get(address)).status).toBe(404);
  });

  test('a paper that only waits is nowhere to be seen', async () => {
    const id = 'ab'.repeat(12);
    const put = await stage.call(people.officer.id, 'PUT', `/papers/${id}/draft`, { paper: said() });
    expect(put.status).toBe(200);
    expect((await get(`/papers/${id}`)).status).toBe(404);
    expect((await get('/papers/nothing')).status).toBe(404);
    const { edition } = PaperAnswer.parse(put.json);
    await stage.call(people.officer.id, 'POST', `/papers/${id}/draft/cancel`, { edition });
  });

  test('are found by words, kind and year through the form alone; what is not found is said, with a way on', async () => {
    const scan = fileOf(await sendFile(stage, people.officer, makePdf()));
    await publishPaper(stage, people, said());
    await publishPaper(stage, people, {
      ...said({ title: 'แผนพัฒนาท้องถิ่น <b>ห้าปี</b>', kind: 'plan', fiscalYear: 2569 }),
      source: { type: 'file', sha256: scan.sha256 },
    });
    stage.later(60_000);
    const all = await html('/papers');
    expect(all).toContain('คู่มือขออนุญาตก่อสร้างอาคาร');
    expect(all).toContain('แผนพัฒนาท้องถิ่น &lt;b>ห้าปี');
    expect(all).toContain('เอกสารนี้เป็นภาพสแกน ระบบค้นได้จากชื่อเท่านั้น');
    expect(all).toMatch(/<form[^>]* action="\/papers"/);
    const found = async (query: Record<string, string>) => {
      const page = await html(`/papers?${new URLSearchParams(query)}`);
      return [page.includes('คู่มือขออนุญาต'), page.includes('แผนพัฒนาท้องถิ่น')];
    };
    expect(await found({ q: 'สร้างบ้าน', kind: '', year: '' })).toEqual([true, false]);
    expect(await found({ q: '', kind: 'plan', year: '' })).toEqual([false, true]);
    expect(await found({ q: '', kind: '', year: '2570' })).toEqual([true, false]);
    expect(await found({ q: 'แผน', kind: 'plan', year: '2570' })).toEqual([false, false]);
    expect(await found({ q: 'x'.repeat(5000), kind: '<script>', year: 'NaN', p: '-1' })).toEqual([
      false,
      false,
    ]);
    const none = await html(`/papers?${new URLSearchParams({ q: 'ยานอวกาศ' })}`);
    expect(none).toContain('ไม่พบเอกสารที่ตรงกัน');
    expect(none).toContain('tel:');
    expect(await html(`/papers?${new URLSearchParams({ q: '"><script>alert(1)</script>' })}`)).not.toContain(
      '<script>alert',
    );
  });
});
