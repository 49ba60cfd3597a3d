import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Staff } from '../../domain/agency/staff.ts';
import { AnnouncementAnswer } from '../../domain/staff/announcements.ts';
import { servePapers } from '../papers/public.ts';
import { newPaperId } from '../papers/sending.ts';
import { openStaffStage, type StaffStage } from '../staff/stage.ts';

let stage: StaffStage;
let site: { url: string; close(): Promise<void> };
let officer: Staff;
let palad: Staff;
const printed = 'สมพร ตรวจดี ปลัด อบต.เขิน';
beforeAll(async () => {
  stage = await openStaffStage();
  officer = await stage.addStaff('สมชาย เสนอ', ['officer']);
  palad = await stage.addStaff('สมพร ตรวจดี', ['executive'], { position: 'ปลัด อบต.เขิน' });
  site = await servePapers(stage);
});
afterAll(async () => {
  await site.close();
  await stage.close();
});

const get = async (path: string) => {
  const answer = await fetch(`${site.url}${path}`);
  return { status: answer.status, html: await answer.text() };
};
async function proposed(more: object) {
  const announcement = {
    title: 'พ่นหมอกควัน <ยุงลาย>',
    text: 'ปิดน้ำให้มิดชิด',
    from: '2026-11-24',
    until: '2026-11-25',
    places: ['moo-4'],
    ...more,
  };
  const id = newPaperId();
  const { json } = await stage.call(officer.id, 'PUT', `/announcements/${id}/draft`, { announcement });
  return AnnouncementAnswer.parse(json);
}
async function act(id: string, what: string, body: object) {
  const { json } = await stage.call(palad.id, 'POST', `/announcements/${id}/${what}`, body);
  return AnnouncementAnswer.parse(json);
}

describe('the pages of announcements', () => {
  test('say so while there is nothing, and lead home from what is not there', async () => {
    expect((await get('/announcements')).html).toContain('ขณะนี้ไม่มีประกาศ');
    for (const path of [`/announcements/${newPaperId()}`, '/announcements/x', '/announcements/x/poster']) {
      expect((await get(path)).status).toBe(404);
    }
  });

  test('show nothing before it is approved, then its words and its poster, and after it is taken down only why', async () => {
    const { id, edition } = await proposed({});
    expect((await get(`/announcements/${id}`)).status).toBe(404);
    expect((await get('/announcements')).html).not.toContain(id);

    const shown = await act(id, 'approval', { edition, printed });
    const page = await get(`/announcements/${id}`);
    expect(page.status).toBe(200);
    expect(page.html).toContain('พ่นหมอกควัน &lt;ยุงลาย');
    for (const words of ['ปิดน้ำให้มิดชิด', 'หมู่ 4', printed]) expect(page.html).toContain(words);
    expect((await get('/announcements')).html).toContain(`/announcements/${id}`);
    const poster = await get(`/announcements/${id}/poster`);
    expect(poster.status).toBe(200);
    expect(poster.html).toContain('<svg');

    await act(id, 'withdrawal', { edition: shown.edition, because: 'เลื่อนวัน' });
    const taken = await get(`/announcements/${id}`);
    expect(taken.status).toBe(410);
    expect(taken.html).toContain('เลื่อนวัน');
    expect(taken.html).not.toContain('ปิดน้ำให้มิดชิด');
    expect((await get(`/announcements/${id}/poster`)).status).toBe(404);
    expect((await get('/announcements')).html).not.toContain(`/announcements/${id}`);
  });

  test('say when it is over or still to come', async () => {
    const over = await proposed({ from: '2026-11-01', until: '2026-11-23' });
    await act(over.id, 'approval', { edition: over.edition, printed });
    const coming = await proposed({ from: '2026-11-25', until: '2026-11-25' });
    await act(coming.id, 'approval', { edition: coming.edition, printed });
    expect((await get(`/announcements/${over.id}`)).html).toContain('พ้นกำหนดแล้ว');
    expect((await get(`/announcements/${coming.id}`)).html).toContain('ยังไม่ถึงวัน');
  });
});
