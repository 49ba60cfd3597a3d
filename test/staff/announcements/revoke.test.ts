import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Staff } from '../../../domain/agency/staff.ts';
import { Announcement } from '../../../domain/announcements/announcement.ts';
import { AnnouncementsRegister } from '../../../domain/announcements/register.ts';
import { AnnouncementAnswer, CostAnswer } from '../../../domain/staff/announcements.ts';
import { AuditPage } from '../../../domain/staff/audit.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';

const printed = 'สมพร ตรวจดี ปลัด อบต.เขิน';
const matter = (title: string) => ({
  title,
  text: 'พ่นหมอกควันวันที่ 25 พ.ย. 2569',
  from: '2026-11-24',
  until: '2026-11-25',
  places: [],
});

let stage: StaffStage;
let officer: Staff;
let palad: Staff;
let nayok: Staff;
let admin: Staff;
beforeAll(async () => {
  stage = await openStaffStage();
  officer = await stage.addStaff('สมชาย เสนอ', ['officer'], { unit: 'works' });
  palad = await stage.addStaff('สมพร ตรวจดี', ['executive'], { position: 'ปลัด อบต.เขิน' });
  nayok = await stage.addStaff('สมัย นำดี', ['executive'], { position: 'นายก อบต.เขิน' });
  admin = await stage.addStaff('สมาน ดูแล', ['admin']);
  for (const name of ['สมหญิง', 'สมศักดิ์']) stage.simulator.platform.addPerson(name, 'resident');
});
afterAll(() => stage.close());

const act = (id: string, what: string, body: object, who = palad) =>
  stage.call(who.id, 'POST', `/announcements/${id}/${what}`, body);
const answered = (json: unknown): AnnouncementAnswer => AnnouncementAnswer.parse(json);

async function approved(title: string, id = randomBytes(12).toString('hex'), before?: string) {
  const sent = await stage.call(officer.id, 'PUT', `/announcements/${id}/draft`, {
    announcement: matter(title),
    ...(before === undefined ? {} : { edition: before }),
  });
  const { edition } = answered(sent.json);
  return answered((await act(id, 'approval', { edition, printed })).json);
}
const revoke = (id: string, edition: string, who = palad) => act(id, 'approval/return', { edition }, who);
async function listed(id: string) {
  const found = await stage.documents.read(stage.ground.paths.published('announcements'));
  const { announcements } = AnnouncementsRegister.parse(found?.data);
  return announcements.find((one) => one.id === id);
}
async function costOf(id: string): Promise<number> {
  const cost = CostAnswer.parse((await stage.call(palad.id, 'GET', `/announcements/${id}/cost`)).json);
  if (cost.kind !== 'fits') throw new RangeError(cost.kind);
  return cost.messages;
}

describe('an approval', () => {
  test('is taken back by whoever may approve: it waits again, still for somebody else, and nothing is public', async () => {
    const { id, edition, revokedTo } = await approved('พ่นหมอกควัน');
    expect(revokedTo).toBe('nothing');
    expect((await revoke(id, edition, officer)).code).toBe('role_too_low');
    const back = answered((await revoke(id, edition, nayok)).json);
    expect(back).toMatchObject({
      state: 'waiting',
      issues: [],
      draft: { by: officer.name, title: 'พ่นหมอกควัน' },
    });
    expect(back.revokedTo).toBeUndefined();
    expect(await listed(id)).toBeUndefined();
    const audit = AuditPage.parse((await stage.call(admin.id, 'GET', '/audit')).json);
    expect(audit.rows[0]).toMatchObject({
      action: 'announcement-unapprove',
      about: `${id} พ่นหมอกควัน`,
    });
    // Whoever looks at it as it was public sends nothing.
    const late = await act(id, 'broadcast', { edition, messages: await costOf(id) }, nayok);
    expect(late.code).toBe('changed');
    expect((await revoke(id, back.edition)).code).toBe('not_now');
    const again = answered((await act(id, 'approval', { edition: back.edition, printed })).json);
    expect(again).toMatchObject({ state: 'public', issues: [{ n: 1 }] });
    expect(await listed(id)).toMatchObject({ n: 1 });
  });

  test('of a later version gives the one before back; of one in the place of a note, the note', async () => {
    const first = await approved('ฉบับแรก');
    const { id } = first;
    const second = await approved('ฉบับที่สอง', id, first.edition);
    expect(second.revokedTo).toBe('before');
    const back = answered((await revoke(id, second.edition)).json);
    expect(back).toMatchObject({ issues: [{ n: 1, title: 'ฉบับแรก' }], draft: { title: 'ฉบับที่สอง' } });
    expect(await listed(id)).toMatchObject({ n: 1, title: 'ฉบับแรก' });
    expect((await revoke(id, back.edition)).code).toBe('not_now');

    const gone = answered((await act(id, 'draft/cancel', { edition: back.edition })).json);
    const taken = answered((await act(id, 'withdrawal', { edition: gone.edition, because: 'เลื่อนวัน' })).json);
    expect((await revoke(id, taken.edition)).code).toBe('not_now');
    const third = await approved('ฉบับที่สาม', id, taken.edition);
    expect(third).toMatchObject({ state: 'public', revokedTo: 'note' });
    const noted = answered((await revoke(id, third.edition)).json);
    expect(noted).toMatchObject({ state: 'waiting', withdrawn: { because: 'เลื่อนวัน' } });
    expect(await listed(id)).toBeUndefined();
  });

  test('cannot be taken back once it was sent, or may have been; it can where LINE refused it', async () => {
    const { client } = stage.simulator;
    const path = '/v2/bot/message/broadcast';
    const fates = [
      { calls: {}, state: 'sent', code: 'too_late' },
      { calls: { reset: { count: 1, when: 'after', path } }, state: 'asked', code: 'too_late' },
      { calls: { status429: { path } }, state: 'refused', code: undefined },
    ] as const;
    for (const { calls, state, code } of fates) {
      const { id, edition } = await approved('ส่งทาง LINE');
      const messages = await costOf(id);
      await client.setFaults({ calls });
      const sent = answered((await act(id, 'broadcast', { edition, messages })).json);
      await client.setFaults({ calls: { reset: 0, status429: 0 } });
      expect(sent.broadcast?.state).toBe(state);
      const tried = await revoke(id, sent.edition);
      expect([state, tried.code]).toEqual([state, code]);
      // As it was seen before the broadcast, which somebody else asked for.
      if (code !== undefined) expect((await revoke(id, edition)).code).toBe('too_late');
    }
  });

  test('and a broadcast at the same moment have exactly one outcome, whichever comes first', async () => {
    const { platform } = stage.simulator;
    const outcomes = { revoked: 0, sent: 0 };
    for (let round = 0; round < 8; round += 1) {
      const { id, edition } = await approved(`พร้อมกัน ${round}`);
      const messages = await costOf(id);
      const used = platform.channel.quotaUsed;
      const send = () => act(id, 'broadcast', { edition, messages }, nayok);
      const back = () => revoke(id, edition);
      // A broadcast first asks for its cost: what is to overtake it at the commit begins later by some turns.
      const lag = async () => {
        for (let turn = 0; turn < round * 40; turn += 1) await new Promise((next) => setImmediate(next));
      };
      const [sent, taken] = await Promise.all([send(), lag().then(back)]);
      const found = await stage.documents.read(stage.ground.paths.announcement(id));
      const now = Announcement.parse(found?.data);
      if (taken.status === 200) {
        outcomes.revoked += 1;
        expect([sent.code, now.issues.length, now.broadcast]).toEqual(['changed', 0, undefined]);
        expect(platform.channel.quotaUsed).toBe(used);
      } else {
        outcomes.sent += 1;
        expect([taken.code, sent.status]).toEqual(['too_late', 200]);
        expect(now).toMatchObject({ issues: [{ n: 1 }], broadcast: { state: 'sent' } });
        expect(platform.channel.quotaUsed).toBe(used + messages);
      }
    }
    expect(outcomes.revoked + outcomes.sent).toBe(8);
  });
});
