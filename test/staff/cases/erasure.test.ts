import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runErasures } from '../../../bot/erasure/run.ts';
import {
  demoAdminId,
  demoDeputyId,
  demoExecutiveId,
  demoOfficerId,
} from '../../../domain/agency/khoen-staff.ts';
import { addDays } from '../../../domain/calendar/day.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';
import { addCase, alertsOf, all, does, expectRecount, listIn, stored, TODAY } from './world.ts';

const asked = { erasure: { asked: true as const, day: TODAY } };

let stage: StaffStage;
beforeAll(async () => {
  stage = await openStaffStage();
});
afterAll(async () => {
  await stage.close();
});

const listed = async (staffId = demoOfficerId) =>
  listIn(await stage.call(staffId, 'GET', '/cases?view=erasure'));
const audited = async () =>
  (await all(stage, 'audit')).flatMap(({ data }) => {
    const { deed } = data;
    return JSON.stringify(deed).includes('"case-erasure"') ? [deed] : [];
  });

describe('a reporter’s request to delete an open case', () => {
  it('is listed with the day by which it is answered, for those who may see the case', async () => {
    await addCase(stage, 'other');
    const id = await addCase(stage, 'wish', asked);
    const hidden = await addCase(stage, 'hidden', {
      ...{ ...asked, category: 'staff', audience: 'about.palad-office', concerns: 'palad-office' },
    });
    const { cases, counts } = await listed();
    expect((await listed(demoDeputyId)).cases.map((row) => row.id)).toContain(hidden);
    expect(cases.map((row) => [row.id, row.erasure])).toEqual([
      [id, { asked: TODAY, due: addDays(TODAY, 30), dueIn: 30 }],
    ]);
    expect(counts.erasure).toBe(1);
    expect(cases.map((row) => row.id)).not.toContain(hidden);
  });

  it('is refused with a reason that the reporter reads, which is no answer to what they reported', async () => {
    const id = await addCase(stage, 'refused', { ...asked, told: true });
    const empty = await stage.call(demoOfficerId, 'POST', `/cases/${id}/erasure`, {
      edition: 0,
      decision: 'refuse',
      because: ' ',
    });
    expect(empty.code).toBe('bad_shape');
    const after = await does(stage, demoOfficerId, id, 'erasure', {
      decision: 'refuse',
      because: 'ยังซ่อมไม่เสร็จ',
    });
    expect(after).toMatchObject({ status: 'new' });
    expect(after.erasure).toBeUndefined();
    expect(after.firstAnswered).toBeUndefined();
    expect(after.thread.at(-1)).toMatchObject({
      from: 'staff',
      text: expect.stringContaining('ยังซ่อมไม่เสร็จ'),
    });
    expect(await alertsOf(stage, id)).toEqual([{ to: 'reporter', news: 'answered' }]);
    expect(await stage.documents.read(stage.ground.paths.erasure(id))).toBeUndefined();
    expect((await audited()).at(-1)).toMatchObject({ note: 'refuse' });
    const again = await stage.call(demoOfficerId, 'POST', `/cases/${id}/erasure`, {
      edition: after.edition,
      decision: 'grant',
    });
    expect(again.code).toBe('not_now');
  });

  it('of what is said to be resolved waits for it to be closed; of what others joined is not granted', async () => {
    const resolved = await addCase(stage, 'resolved', { ...asked, status: 'resolved', resolved: TODAY });
    expect(await does(stage, demoOfficerId, resolved, 'erasure', { decision: 'grant' })).toMatchObject({
      status: 'resolved',
    });
    const joined = await addCase(stage, 'joined', { ...asked, joined: 1 });
    const body = { edition: 0, decision: 'grant' };
    expect((await stage.call(demoOfficerId, 'POST', `/cases/${joined}/erasure`, body)).code).toBe('not_now');
    await does(stage, demoOfficerId, joined, 'erasure', { decision: 'refuse', because: 'มีเรื่องอื่นรวมอยู่' });
  });

  it('is asked of nobody any more once the case is done in any other way', async () => {
    const id = await addCase(stage, 'done', asked);
    await does(stage, demoOfficerId, id, 'decline', { reason: 'อยู่นอกเขต', next: 'แจ้งแขวงทางหลวง' });
    expect((await stored(stage, id)).erasure).toBeUndefined();
    expect((await listed()).cases.map((row) => row.id)).not.toContain(id);
  });

  it('is not for executives to answer, and is late when its day is over', async () => {
    const id = await addCase(stage, 'late', { erasure: { asked: true, day: addDays(TODAY, -31) } });
    const body = { edition: 0, decision: 'grant' };
    expect((await stage.call(demoExecutiveId, 'POST', `/cases/${id}/erasure`, body)).code).toBe(
      'role_too_low',
    );
    const row = (await listed()).cases.find((one) => one.id === id);
    expect(row?.erasure?.dueIn).toBe(-1);
  });

  it('is granted: the case ends with that reason, and goes a week later', async () => {
    const id = await addCase(stage, 'granted', { ...asked, told: true });
    const after = await does(stage, demoAdminId, id, 'erasure', { decision: 'grant' });
    expect(after).toMatchObject({
      status: 'declined',
      outcome: { outcome: 'declined', reason: 'ผู้แจ้งขอให้ลบเรื่องนี้' },
    });
    expect(await alertsOf(stage, id)).toEqual([{ to: 'reporter', news: 'declined' }]);
    expect((await audited()).map((deed) => JSON.stringify(deed)).join()).not.toContain('ไฟดับ');
    const { ground } = stage;
    const from = addDays(TODAY, 7);
    expect((await stage.documents.read(ground.paths.erasure(id)))?.data).toEqual({ version: 1, from });
    const night = (day: string) => runErasures({ ground, clock: () => Date.parse(`${day}T02:15:00+07:00`) });
    await expectRecount(stage);
    await night(addDays(from, -1));
    expect((await stored(stage, id)).status).toBe('declined');
    await night(from);
    expect(await stage.documents.read(ground.paths.case(id))).toBeUndefined();
  });
});
