import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createDispatcher } from '../../bot/outbox/dispatcher.ts';
import type { Staff } from '../../domain/agency/staff.ts';
import { newPaperId, said } from '../papers/sending.ts';
import { openStaffStage, type StaffStage } from './stage.ts';

/** From one in the afternoon. */
const TO_HALF_PAST_EIGHT = 19.5 * 3_600_000;
const DAY = 24 * 3_600_000;

let stage: StaffStage;
let officer: Staff;
let palad: Staff;
let nayok: Staff;
let admin: Staff;
beforeAll(async () => {
  stage = await openStaffStage();
  officer = await stage.addStaff('สมชาย เสนอ', ['officer'], { unit: 'works' });
  palad = await stage.addStaff('สมพร ตรวจดี', ['executive'], { position: 'ปลัด อบต.เขิน' });
  nayok = await stage.addStaff('บุญส่ง นำพา', ['executive'], { position: 'นายก อบต.เขิน' });
  admin = await stage.addStaff('วิชัย ดูแล', ['admin']);
});
afterAll(() => stage.close());

const newId = (): string => randomBytes(12).toString('hex');
const announce = (id: string, who: Staff) =>
  stage.call(who.id, 'PUT', `/announcements/${id}/draft`, {
    announcement: {
      title: 'พ่นหมอกควันกำจัดยุงลาย',
      text: 'พ่นหมอกควันวันที่ 30 พ.ย. 2569',
      from: '2026-11-24',
      until: '2026-11-30',
      places: ['moo-4'],
      unit: 'works',
    },
  });

/** What each is sent at half past eight of the day after, by a program that has only just started. */
async function nextMorning(staff: readonly Staff[]): Promise<string[]> {
  const { client } = stage.simulator;
  const sent = async ({ id }: Staff) => (await client.chat(id)).messages;
  const before = await Promise.all(staff.map(async (one) => (await sent(one)).length));
  const { ground, current, clock, log, line, publicUrl } = stage.parts;
  const dispatcher = createDispatcher({ ground, current, clock, log, line, publicUrl });
  await dispatcher.runOnce();
  await dispatcher.stop();
  const after = await Promise.all(staff.map(sent));
  return after.map((messages, index) => JSON.stringify(messages.slice(before[index])));
}

const Row = z.object({ id: z.string(), edition: z.string() });

describe('what waits for approval', () => {
  let proposed: [path: string, row: z.infer<typeof Row>][];

  test('is one line of the morning card of whoever may approve it, and of nobody who proposed it', async () => {
    const evidence = { kind: 'evidence', fiscalYear: 2570, key: 'contact', preset: 'previous-year' };
    const sent = [
      ['proposals', await stage.call(officer.id, 'POST', '/proposals', evidence)],
      ['papers', await stage.call(officer.id, 'PUT', `/papers/${newPaperId()}/draft`, { paper: said() })],
      ['announcements', await announce(newId(), nayok)],
    ] as const;
    proposed = sent.map(([path, { json }]) => [path, Row.parse(json)]);

    stage.later(TO_HALF_PAST_EIGHT);
    const [toPalad, toNayok, toAdmin, toOfficer] = await nextMorning([palad, nayok, admin, officer]);
    expect(toPalad).toMatch(/รออนุมัติ.*3 รายการ/s);
    expect(toPalad).toContain('http://localhost/staff#/publish');
    expect(toNayok).toMatch(/รออนุมัติ.*2 รายการ/s);
    expect(toAdmin).toMatch(/รออนุมัติ.*2 รายการ/s);
    expect(toAdmin).toContain('http://localhost/staff#/announcements');
    expect(toAdmin).not.toContain('#/publish');
    expect(toOfficer).toBe('[]');
    expect(stage.simulator.platform.wrongMessages).toEqual([]);
  });

  test('is no longer told once it was given back', async () => {
    const back: Record<string, string> = { proposals: 'return' };
    for (const [path, { id, edition }] of proposed) {
      const body = { edition, words: 'ขอแก้ชื่อก่อน' };
      const { status, json } = await stage.call(
        palad.id,
        'POST',
        `/${path}/${id}/${back[path] ?? 'draft/return'}`,
        body,
      );
      expect([path, status, json]).toEqual([path, 200, json]);
    }
    stage.later(DAY);
    expect(await nextMorning([palad, nayok, admin, officer])).toEqual(['[]', '[]', '[]', '[]']);
  });
});
