import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Staff } from '../../../domain/agency/staff.ts';
import type { Addressee, Notice } from '../../../domain/outbox/entry.ts';
import { HealthAnswer, judgeHealth } from '../../../domain/staff/health.ts';
import { costOf, LineStatus, TargetsAnswer } from '../../../domain/staff/targets.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';

let stage: StaffStage;
let admin: Staff;
beforeAll(async () => {
  stage = await openStaffStage();
  admin = await stage.addStaff('มานี ดูแลดี', ['admin'], { unit: 'palad-office' });
});
afterAll(() => stage.close());

const health = async () => HealthAnswer.parse((await stage.call(admin.id, 'GET', '/health')).json);
const stateOf = (answer: HealthAnswer, line: string) =>
  judgeHealth(answer, Date.parse(answer.now)).find((one) => one.line === line)?.state;

async function addEntry(status: string, addressee: Addressee, notice: Notice, due: number): Promise<string> {
  const id = randomUUID();
  const data = {
    version: 1,
    addressee: { ...addressee },
    notice: { ...notice },
    status,
    dueAt: due,
    attempts: 12,
    firstDueAt: due,
  };
  await stage.documents.commit([{ op: 'set', path: stage.ground.paths.outbox(id), data }]);
  return id;
}

describe('the health of an agency', () => {
  test('says what is well and what is not', async () => {
    const answer = await health();
    expect(answer).toMatchObject({ chatMode: 'bot', store: 'embedded', officers: 4, admins: 2 });
    expect(answer.tips).toMatchObject({ readers: 2, unread: [], recovery: 'none' });
    expect(stateOf(answer, 'webhook')).toBe('look');
    expect(stateOf(answer, 'quota')).toBe('fine');
    expect(stateOf(answer, 'recovery')).toBe('look');
    expect(
      judgeHealth(answer, Date.parse(answer.now) + 600_000).find(({ line }) => line === 'clock')?.state,
    ).toBe('look');
  });

  test('remembers when LINE was last heard of, and writes it down once a minute', async () => {
    const before = stage.counts.commits;
    stage.parts.pulse.beat();
    stage.parts.pulse.beat();
    await stage.parts.pulse.idle();
    expect(stage.counts.commits - before).toBe(1);
    const answer = await health();
    expect(Date.parse(answer.lastWebhook ?? '')).toBeCloseTo(Date.parse(answer.now), -4);
    expect(stateOf(answer, 'webhook')).toBe('fine');
  });

  test('shows chats that others can read, and a spent quota, in red', async () => {
    const { channel } = stage.simulator.platform;
    channel.chatMode = 'chat';
    channel.quotaUsed = channel.quotaLimit ?? 0;
    const answer = await health();
    expect(stateOf(answer, 'chatMode')).toBe('bad');
    expect(stateOf(answer, 'quota')).toBe('bad');
    channel.chatMode = 'bot';
    channel.quotaUsed = 0;
  });

  test('names the offices of which nobody is left to read a tip', async () => {
    const path = stage.ground.paths.readers;
    const found = await stage.documents.read(path);
    const officers = Array.isArray(found?.data.officers) ? found.data.officers.slice(0, 1) : [];
    await stage.documents.commit([{ op: 'update', path, data: { officers } }]);
    expect((await health()).tips).toMatchObject({ readers: 1, unread: ['สำนักปลัด'] });
    await stage.documents.commit([{ op: 'set', path, data: found?.data ?? {} }]);
  });

  test('shows alerts that were given up, and sends one again or lets it be; of tips none', async () => {
    const old = stage.parts.clock() - 4 * 86_400_000;
    const who: Addressee = { to: 'staff', staffId: admin.id };
    const first = await addEntry('dead', who, { notice: 'case', news: 'new', caseId: 'x' }, old);
    const second = await addEntry('dead', who, { notice: 'morning', day: '2026-11-20' }, old + 1);
    const tips = await addEntry('dead', who, { notice: 'tips' }, old);
    await addEntry('waiting', who, { notice: 'tips' }, old);
    await addEntry('waiting', who, { notice: 'morning', day: '2026-11-24' }, stage.parts.clock() - 3_600_000);
    const answer = await health();
    expect(answer.dead.alerts).toMatchObject([
      { id: first, what: 'case', to: 'staff', name: admin.name, attempts: 12 },
      { id: second, what: 'morning' },
    ]);
    expect(answer.waiting).toMatchObject({ count: 1, more: false });
    expect(stateOf(answer, 'waiting')).toBe('bad');
    expect((await stage.call(admin.id, 'POST', `/health/alerts/${first}/again`)).status).toBe(200);
    const again = await stage.documents.read(stage.ground.paths.outbox(first));
    expect(again?.data).toMatchObject({ status: 'waiting', attempts: 0 });
    expect((await stage.call(admin.id, 'DELETE', `/health/alerts/${first}`)).code).toBe('not_now');
    expect((await stage.call(admin.id, 'DELETE', `/health/alerts/${second}`)).status).toBe(200);
    for (const id of [tips, 'unknown']) {
      const sent = await stage.call(admin.id, 'POST', `/health/alerts/${id}/again`);
      expect([sent.status, sent.code]).toEqual([404, 'not_found']);
    }
  });

  test('is for admins alone', async () => {
    for (const role of ['officer', 'integrity', 'executive'] as const) {
      const one = await stage.addStaff(role, [role]);
      for (const path of ['/health', '/targets']) {
        expect((await stage.call(one.id, 'GET', path)).status).toBe(403);
      }
    }
  });
});

describe('groups that get alerts', () => {
  const targets = async () => TargetsAnswer.parse((await stage.call(admin.id, 'GET', '/targets')).json);
  const id = 'a-group-that-gets-alerts';

  test('tell what they cost, get a test, show what LINE answers, and can be removed', async () => {
    const { platform } = stage.simulator;
    const people = ['ก', 'ข', 'ค'].map((name) => platform.addPerson(name, 'other').userId);
    const group = platform.addGroup('กลุ่มกองช่าง', people);
    const data = { version: 1, kind: 'group', groupId: group.groupId, label: 'กลุ่มกองช่าง' };
    await stage.documents.commit([
      { op: 'set', path: stage.ground.paths.target(id), data },
      {
        op: 'set',
        path: stage.ground.paths.tally('cases-2570'),
        data: { '2026-10_complaint_closed': 9, '2026-10_question_new': 3, '2026-11_complaint_new': 7 },
      },
    ]);
    await stage.parts.reload();
    const answer = await targets();
    expect(answer).toMatchObject({ newCases: 12, targets: [{ id, label: 'กลุ่มกองช่าง', members: 3 }] });
    const [row] = answer.targets;
    expect(row && costOf(row, answer.newCases)).toBe(36);

    expect((await stage.call(admin.id, 'POST', `/targets/${id}/test`)).status).toBe(200);
    const said = platform.chats.get(group.groupId)?.map(({ message }) => JSON.stringify(message));
    expect(said?.join()).toContain('ข้อความทดสอบ');

    group.botInside = false;
    expect((await targets()).targets[0]?.members).toBe('gone');
    const failed = await stage.call(admin.id, 'POST', `/targets/${id}/test`);
    expect([failed.status, failed.code]).toEqual([502, 'line_failed']);
    expect(LineStatus.parse(failed.now).status).toBeGreaterThanOrEqual(400);

    expect((await stage.call(admin.id, 'DELETE', `/targets/${id}`)).status).toBe(200);
    expect(stage.parts.current().targets).toEqual([]);
    expect((await stage.call(admin.id, 'DELETE', `/targets/${id}`)).status).toBe(404);
    expect((await stage.call(admin.id, 'POST', `/targets/${id}/test`)).status).toBe(404);
  });
});
