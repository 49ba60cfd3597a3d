import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  demoAdminId,
  demoDeputyId,
  demoExecutiveId,
  demoOfficerId,
} from '../../../domain/agency/khoen-staff.ts';
import { CaseDetail } from '../../../domain/staff/cases.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';
import { addCase, alertsOf, all, detailIn, does, expectRecount, listIn, stored, TODAY } from './world.ts';

let stage: StaffStage;
beforeAll(async () => {
  stage = await openStaffStage();
});
afterAll(async () => {
  await expectRecount(stage);
  await stage.close();
});

const audit = async (action: string) =>
  (await all(stage, 'audit')).filter(({ data }) => JSON.stringify(data).includes(`"${action}"`));

describe('working a case', () => {
  it('goes from new to resolved, each step told and written down', async () => {
    const id = await addCase(stage, 'whole', { told: true });
    const before = (await audit('case-change')).length;
    expect((await does(stage, demoDeputyId, id, 'accept')).assignee?.name).toContain('บุญมา');
    await does(stage, demoDeputyId, id, 'start');
    await does(stage, demoDeputyId, id, 'answer', { text: 'ช่างจะไปพรุ่งนี้' });
    const last = await does(stage, demoDeputyId, id, 'resolve', { text: 'เปลี่ยนหลอดแล้ว' });
    expect(last).toMatchObject({
      status: 'resolved',
      stage: 'done',
      edition: 5,
      reachable: true,
      resolved: TODAY,
    });
    expect(last.thread.map(({ from, text }) => [from, text])).toEqual([
      ['staff', 'ช่างจะไปพรุ่งนี้'],
      ['staff', 'เปลี่ยนหลอดแล้ว'],
    ]);
    expect(last.history.map((entry) => (entry.kind === 'change' ? entry.change : entry.kind))).toEqual([
      'accept',
      'start',
      'answer',
      'answer',
      'resolve',
    ]);
    expect(last.history.every(({ by }) => typeof by === 'object' && by.name.includes('บุญมา'))).toBe(true);
    expect(JSON.stringify(last)).not.toContain(demoDeputyId);
    expect((await alertsOf(stage, id)).map(({ news }) => news).sort()).toEqual(['answered', 'resolved']);
    expect((await audit('case-change')).length).toBe(before + 3);
    expect(await stored(stage, id)).toMatchObject({
      firstAnswered: TODAY,
      rank: expect.stringMatching(/^2-/),
    });
  });

  it('waits until a day to come, is not late meanwhile, and goes on', async () => {
    const id = await addCase(stage, 'waits', { received: '2026-11-01', due: '2026-11-05', told: true });
    const waiting = { why: 'budget', note: 'งบปีหน้า', until: '2027-01-31' };
    const late = (await stage.call(demoOfficerId, 'GET', '/cases?view=late')).json;
    expect(JSON.stringify(late)).toContain(id);
    const waits = await does(stage, demoOfficerId, id, 'wait', waiting);
    expect(waits).toMatchObject({ stage: 'waiting', status: 'in_progress', waiting });
    expect(waits.dueIn).toBeUndefined();
    expect(JSON.stringify((await stage.call(demoOfficerId, 'GET', '/cases?view=late')).json)).not.toContain(
      id,
    );
    expect(JSON.stringify((await stage.call(demoOfficerId, 'GET', '/cases?view=waiting')).json)).toContain(
      id,
    );
    expect(await does(stage, demoOfficerId, id, 'resume')).toMatchObject({ stage: 'working' });
    const past = { ...waiting, until: TODAY, edition: 2 };
    expect((await stage.call(demoOfficerId, 'POST', `/cases/${id}/wait`, past)).code).toBe('bad_shape');
  });

  it('asks the reporter, which is no answer yet; notes stay with staff', async () => {
    const id = await addCase(stage, 'asks', { told: true });
    const asked = await does(stage, demoOfficerId, id, 'ask', { text: 'ไฟดวงไหนคะ' });
    expect(asked.thread).toEqual([{ from: 'staff', text: 'ไฟดวงไหนคะ', day: TODAY, asks: true }]);
    expect(asked.firstAnswered).toBeUndefined();
    const noted = await does(stage, demoOfficerId, id, 'note', { text: 'บ้านนี้แจ้งบ่อย' });
    expect(noted.history.at(-1)).toMatchObject({ kind: 'note', text: 'บ้านนี้แจ้งบ่อย' });
    expect(JSON.stringify(await stored(stage, id))).not.toContain('แจ้งบ่อย');
    const messages = await stage.documents.query({
      collection: `${stage.ground.paths.case(id)}/messages`,
      where: [],
      orderBy: [],
      limit: 10,
    });
    expect(JSON.stringify(messages)).not.toContain('แจ้งบ่อย');
  });

  it('is referred or declined with what the reporter can do next', async () => {
    const referred = await addCase(stage, 'refers', { told: true });
    await does(stage, demoOfficerId, referred, 'refer', { to: 'แขวงทางหลวง', contact: '1586' });
    expect((await stored(stage, referred)).outcome).toEqual({
      outcome: 'referred',
      to: 'แขวงทางหลวง',
      contact: '1586',
    });
    const declined = await addCase(stage, 'declines', { told: true });
    const body = { reason: 'เป็นที่เอกชน', next: 'คุยกับเจ้าของที่ได้' };
    await does(stage, demoOfficerId, declined, 'decline', body);
    const again = { edition: 1, ...body };
    expect((await stage.call(demoOfficerId, 'POST', `/cases/${declined}/decline`, again)).code).toBe(
      'not_now',
    );
  });

  it('a review is decided by an executive, once asked for, and told', async () => {
    const id = await addCase(stage, 'review', {
      status: 'declined',
      review: 'asked',
      outcome: { outcome: 'declined', reason: 'นอกเขต', next: 'โทร 1567' },
    });
    const body = { edition: 0, decision: 'overturn', text: 'ให้กลับไปทำ' };
    expect((await stage.call(demoOfficerId, 'POST', `/cases/${id}/review`, body)).code).toBe('role_too_low');
    const list = await stage.call(demoExecutiveId, 'GET', '/cases?view=review');
    expect(JSON.stringify(list.json)).toContain(id);
    const decided = await does(stage, demoExecutiveId, id, 'review', body);
    expect(decided).toMatchObject({ status: 'in_progress', review: 'overturned' });
    expect(decided.outcome).toBeUndefined();
    expect(
      (await stage.call(demoExecutiveId, 'POST', `/cases/${id}/review`, { ...body, edition: 2 })).code,
    ).toBe('not_now');
    const other = await addCase(stage, 'upheld', { status: 'declined', review: 'asked' });
    const upheld = await does(stage, demoExecutiveId, other, 'review', { ...body, decision: 'uphold' });
    expect(upheld).toMatchObject({ status: 'declined', review: 'upheld' });
  });

  it('of two officers at once the second is told, with the case as it is, and nothing is overwritten', async () => {
    const id = await addCase(stage, 'two');
    const body = { edition: 0, text: 'คำตอบหนึ่ง' };
    const replies = await Promise.all([
      stage.call(demoOfficerId, 'POST', `/cases/${id}/answer`, body),
      stage.call(demoDeputyId, 'POST', `/cases/${id}/answer`, { ...body, text: 'คำตอบสอง' }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const second = replies.find(({ status }) => status === 409);
    expect(second?.code).toBe('changed');
    const now = CaseDetail.parse(second?.now);
    expect(now.thread).toHaveLength(1);
    expect(now.edition).toBe(2);
    expect((await stored(stage, id)).messages).toBe(1);
  });

  it('is given to somebody who works cases, and shown among theirs', async () => {
    const id = await addCase(stage, 'given');
    const choices = await stage.call(demoOfficerId, 'GET', '/case-choices');
    const colleague = /"handle":"([^"]+)","name":"บุญมา/.exec(JSON.stringify(choices.json))?.[1];
    await does(stage, demoOfficerId, id, 'assign', { to: colleague });
    expect((await stored(stage, id)).assignee).toBe(demoDeputyId);
    expect(await alertsOf(stage, id)).toEqual([{ to: demoDeputyId, news: 'assigned' }]);
    const mine = await stage.call(demoDeputyId, 'GET', '/cases?view=mine');
    expect(JSON.stringify(mine.json)).toContain(id);
    const executive = stage.ground.secrets.staffHandle(demoExecutiveId);
    const wrong = { edition: 1, to: executive };
    expect((await stage.call(demoOfficerId, 'POST', `/cases/${id}/assign`, wrong)).code).toBe('not_found');
    await does(stage, demoAdminId, id, 'assign', { to: null });
    expect((await stored(stage, id)).assignee).toBeUndefined();
  });

  it('is sorted to another category, whose people are told; unknown ones are refused', async () => {
    const id = await addCase(stage, 'sorts');
    const sorted = await does(stage, demoOfficerId, id, 'sort', { category: 'water', place: null });
    expect(sorted).toMatchObject({ category: 'water', unit: 'works' });
    expect(sorted.place).toBeUndefined();
    const reply = await stage.call(demoOfficerId, 'POST', `/cases/${id}/sort`, {
      edition: 1,
      category: 'moon',
    });
    expect(reply.code).toBe('bad_shape');
  });
});

describe('what is typed', () => {
  it('is kept as words: tags as they are, marks that reorder text taken away, too long refused', async () => {
    const id = await addCase(stage, 'typed');
    const text = '<script>alert(1)</script> \u202eกลับ\u202c\u200b <b>หนา</b>';
    const answered = await does(stage, demoOfficerId, id, 'answer', { text });
    expect(answered.thread.at(-1)?.text).toBe('<script>alert(1)</script> กลับ <b>หนา</b>');
    for (const bad of ['', '\u202e\u200b', 'ก'.repeat(2001), 'ก'.repeat(20_000)]) {
      const reply = await stage.call(demoOfficerId, 'POST', `/cases/${id}/answer`, { edition: 2, text: bad });
      expect(reply.status).toBe(400);
    }
    const huge = { edition: 2, text: 'ก'.repeat(100_000) };
    expect((await stage.call(demoOfficerId, 'POST', `/cases/${id}/answer`, huge)).code).toBe('too_large');
  });

  it('an id that is none, a tip and a number that is none are all nothing', async () => {
    const { ground, documents } = stage;
    const tip = 'tip00000000000000000';
    await documents.commit([
      {
        op: 'create',
        path: ground.paths.case(tip),
        data: {
          version: 1,
          kind: 'tip',
          status: 'new',
          received: TODAY,
          name: 'ดอกบัว สีฟ้า',
          readers: [],
          listedFrom: '2026-11-24T01:30:00.000Z',
          parts: 1,
        },
      },
    ]);
    const asked = await Promise.all(
      [tip, 'nothing0000000000000'].map((id) => stage.call(demoAdminId, 'GET', `/cases/${id}`)),
    );
    expect(asked.map(({ status, json }) => [status, json])).toEqual([
      [404, asked[0]?.json],
      [404, asked[0]?.json],
    ]);
    const acted = await stage.call(demoAdminId, 'POST', `/cases/${tip}/note`, { edition: 0, text: 'x' });
    expect(acted.code).toBe('not_found');
    const { cases } = listIn(await stage.call(demoAdminId, 'GET', '/cases?number=70-9999'));
    expect(cases).toEqual([]);
  });

  it('a case is found by its number, in Thai digits and without its zeros too', async () => {
    const id = await addCase(stage, 'numbered', { number: '70-0987' });
    for (const typed of ['70-0987', '๗๐-๐๙๘๗', '70987', '70/987']) {
      const found = await stage.call(demoOfficerId, 'GET', `/cases?number=${encodeURIComponent(typed)}`);
      expect(JSON.stringify(found.json)).toContain(id);
    }
    expect(detailIn(await stage.call(demoOfficerId, 'GET', `/cases/${id}`)).number).toBe('70-0987');
  });
});
