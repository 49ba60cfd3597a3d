import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoDeputyId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';
import { addCase, alertsOf, does, expectRecount, stored } from './world.ts';

let stage: StaffStage;
beforeAll(async () => {
  stage = await openStaffStage();
});
afterAll(async () => {
  await expectRecount(stage);
  await stage.close();
});

const joins = async (id: string, number: string) => {
  const { history: edition } = await stored(stage, id);
  return stage.call(demoOfficerId, 'POST', `/cases/${id}/join`, { edition, number });
};

describe('cases about the same thing', () => {
  it('are answered and resolved together, from whichever of them', async () => {
    const head = await addCase(stage, 'head', { number: '70-0701', told: true });
    const second = await addCase(stage, 'second', { told: true });
    const third = await addCase(stage, 'third', { told: true });
    await does(stage, demoOfficerId, second, 'join', { number: '70-0701' });
    await does(stage, demoOfficerId, third, 'join', { number: '๗๐-๐๗๐๑' });
    const detail = await does(stage, demoOfficerId, second, 'answer', { text: 'กำลังซ่อม' });
    expect(detail.joinsCase?.number).toBe('70-0701');
    for (const id of [head, second, third]) {
      expect(await stored(stage, id)).toMatchObject({ status: 'accepted', messages: 1 });
      expect((await alertsOf(stage, id)).map(({ news }) => news)).toContain('answered');
    }
    const whole = await does(stage, demoOfficerId, head, 'resolve', { text: '' });
    expect(whole.joinedCases.map(({ status }) => status)).toEqual(['resolved', 'resolved']);
    await does(stage, demoOfficerId, third, 'unjoin');
    expect(await stored(stage, head)).toMatchObject({ joined: 1 });
    expect((await stored(stage, third)).joins).toBeUndefined();
  });

  it('make no chain and no circle', async () => {
    const ids = await Promise.all(
      ['c1', 'c2', 'c3', 'c4'].map((name, n) => addCase(stage, name, { number: `70-080${n}` })),
    );
    const [a = '', b = '', c = '', d = ''] = ids;
    expect((await joins(a, '70-0800')).code).toBe('not_found');
    expect((await joins(b, '70-0800')).status).toBe(200);
    expect((await joins(a, '70-0801')).code).toBe('not_now');
    expect((await joins(b, '70-0802')).code).toBe('not_now');
    expect((await joins(c, '70-0801')).status).toBe(200);
    expect((await stored(stage, c)).joins).toBe(a);
    expect((await joins(a, '70-0803')).code).toBe('not_now');
    expect((await joins(d, '70-0999')).code).toBe('not_found');
    expect(await stored(stage, a)).toMatchObject({ joined: 2 });
  });

  it('joined to each other at the same time are joined one way', async () => {
    const one = await addCase(stage, 'one', { number: '70-0901' });
    const two = await addCase(stage, 'twoo', { number: '70-0902' });
    const replies = await Promise.all([joins(one, '70-0902'), joins(two, '70-0901')]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [first, second] = [await stored(stage, one), await stored(stage, two)];
    expect([
      first.joined + second.joined,
      [first.joins, second.joins].filter((id) => id !== undefined).length,
    ]).toEqual([1, 1]);
  });
});

describe('ก่อกวน', () => {
  it('takes two people, counts as nothing, and can be undone', async () => {
    const id = await addCase(stage, 'prank', { told: true });
    await does(stage, demoOfficerId, id, 'mischief', { step: 'propose', note: 'ข้อความมั่ว' });
    const own = { edition: 1, step: 'confirm', note: '' };
    expect((await stage.call(demoOfficerId, 'POST', `/cases/${id}/mischief`, own)).code).toBe(
      'second_person',
    );
    expect((await stored(stage, id)).status).toBe('new');
    const closed = await does(stage, demoDeputyId, id, 'mischief', { step: 'confirm', note: '' });
    expect(closed).toMatchObject({ status: 'closed', mischief: 'confirmed', reachable: false });
    await expectRecount(stage);
    const restored = await does(stage, demoDeputyId, id, 'mischief', { step: 'restore', note: '' });
    expect(restored).toMatchObject({ status: 'accepted', stage: 'working' });
    expect(restored.mischief).toBeUndefined();
    await does(stage, demoOfficerId, id, 'mischief', { step: 'propose', note: '' });
    await does(stage, demoDeputyId, id, 'mischief', { step: 'withdraw', note: '' });
    expect((await stored(stage, id)).mischief).toBeUndefined();
  });
});
