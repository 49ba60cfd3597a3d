import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Staff } from '../../../domain/agency/staff.ts';
import { audienceOf } from '../../../domain/case/audience.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';
import { addCase, alertsOf, does, expectRecount, listIn, stored } from './world.ts';

let stage: StaffStage;
let works: Staff;
let worksAdmin: Staff;
let finance: Staff;
let admin: Staff;
let executive: Staff;

beforeAll(async () => {
  stage = await openStaffStage();
  works = await stage.addStaff('ช่าง', ['officer'], { unit: 'works' });
  worksAdmin = await stage.addStaff('หัวหน้าช่าง', ['admin', 'executive'], { unit: 'works' });
  finance = await stage.addStaff('คลัง', ['officer'], { unit: 'finance' });
  admin = await stage.addStaff('ผู้ดูแล', ['admin'], { unit: 'finance' });
  executive = await stage.addStaff('ปลัด', ['executive']);
});
afterAll(async () => {
  await expectRecount(stage);
  await stage.close();
});

const aboutStaff = () => {
  const found = stage.parts.current().agency.categories.find((one) => one.aboutStaff);
  if (found === undefined) throw new Error('no category is about staff');
  return found.id;
};

const addAbout = (name: string, concerns: string | undefined) =>
  addCase(stage, name, {
    category: aboutStaff(),
    unit: 'palad-office',
    audience: audienceOf(true, concerns),
    ...(concerns === undefined ? {} : { concerns }),
    received: '2026-10-01',
    due: '2026-10-10',
  });

const rooms = [
  '/cases',
  '/cases?view=new',
  '/cases?view=late',
  '/cases?kind=complaint',
  '/cases?unit=palad-office',
];

/** Everything that somebody can learn of a case. */
async function trace(staff: Staff, id: string) {
  const { number } = await stored(stage, id);
  const lists = await Promise.all(
    [...rooms, `/cases?number=${number}`].map((path) => stage.call(staff.id, 'GET', path)),
  );
  const listed = lists.filter((reply) => listIn(reply).cases.some((one) => one.id === id)).length;
  const detail = await stage.call(staff.id, 'GET', `/cases/${id}`);
  return { listed, status: detail.status };
}

const countsOf = async (staff: Staff) => listIn(await stage.call(staff.id, 'GET', '/cases')).counts;

describe('a complaint about staff', () => {
  it('does not exist for anybody of the unit it is about, whatever their role', async () => {
    const before = await countsOf(works);
    const others = await countsOf(finance);
    const id = await addAbout('concerns', 'works');
    for (const one of [works, worksAdmin]) {
      expect(await trace(one, id)).toEqual({ listed: 0, status: 404 });
      const unknown = await stage.call(one.id, 'GET', '/cases/nothing0000000000000');
      expect((await stage.call(one.id, 'GET', `/cases/${id}`)).json).toEqual(unknown.json);
    }
    for (const one of [finance, admin, executive]) {
      expect(await trace(one, id)).toEqual({ listed: rooms.length + 1, status: 200 });
    }
    expect(await countsOf(works)).toEqual(before);
    expect(await countsOf(finance)).toEqual({
      ...others,
      new: others.new + 1,
      late: others.late + 1,
      open: others.open + 1,
    });
    const acts: Record<string, object> = {
      accept: {},
      start: {},
      resume: {},
      wait: { why: 'plan', note: '', until: '2027-01-01' },
      assign: { to: null },
      sort: { category: 'water' },
      ask: { text: 'x' },
      answer: { text: 'x' },
      note: { text: 'x' },
      refer: { to: 'x', contact: 'x' },
      decline: { reason: 'x', next: 'x' },
      join: { number: '70-0001' },
      unjoin: {},
      resolve: { text: '' },
      mischief: { step: 'propose', note: '' },
    };
    for (const [action, body] of Object.entries(acts)) {
      const reply = await stage.call(works.id, 'POST', `/cases/${id}/${action}`, { edition: 0, ...body });
      expect([action, reply.status]).toEqual([action, 404]);
    }
    const photo = await stage.call(works.id, 'POST', `/cases/${id}/photos`, new Uint8Array([1]));
    expect(photo.status).toBe(404);
    expect((await stored(stage, id)).history).toBe(0);
  });

  it('cannot be given to anybody of that unit', async () => {
    const id = await addAbout('assigning', 'works');
    const { secrets } = stage.ground;
    const body = { edition: 0, to: secrets.staffHandle(works.id) };
    expect((await stage.call(finance.id, 'POST', `/cases/${id}/assign`, body)).code).toBe('not_found');
    await does(stage, admin.id, id, 'assign', { to: secrets.staffHandle(finance.id) });
    expect((await alertsOf(stage, id)).map(({ to }) => to)).toEqual([finance.id]);
  });

  it('whose unit is not known is seen by admins, executives, who answers for it, and its worker', async () => {
    const id = await addAbout('unknown', undefined);
    expect(await trace(finance, id)).toEqual({ listed: 0, status: 404 });
    expect((await trace(admin, id)).status).toBe(200);
    expect((await trace(executive, id)).status).toBe(200);
    await does(stage, admin.id, id, 'assign', { to: stage.ground.secrets.staffHandle(finance.id) });
    expect((await stage.call(finance.id, 'GET', `/cases/${id}`)).status).toBe(200);
    expect(
      listIn(await stage.call(finance.id, 'GET', '/cases?view=mine')).cases.map((one) => one.id),
    ).toContain(id);
  });

  it('once it is known whom it is about, is taken from those who belong there, and they are told nothing', async () => {
    const id = await addAbout('learns', undefined);
    await does(stage, admin.id, id, 'assign', { to: stage.ground.secrets.staffHandle(works.id) });
    expect((await stage.call(works.id, 'GET', `/cases/${id}`)).status).toBe(200);
    const before = await alertsOf(stage, id);
    await does(stage, admin.id, id, 'sort', { concerns: 'works' });
    expect((await stored(stage, id)).assignee).toBeUndefined();
    expect(await trace(works, id)).toEqual({ listed: 0, status: 404 });
    const after = await alertsOf(stage, id);
    const ofUnit = ({ to }: { to: string }): boolean => to === works.id || to === worksAdmin.id;
    expect(after.length).toBeGreaterThan(before.length);
    expect(after.filter(ofUnit)).toEqual(before.filter(ofUnit));
    const gone = await stage.call(admin.id, 'POST', `/cases/${id}/sort`, {
      edition: (await stored(stage, id)).history,
      concerns: 'finance',
    });
    expect(gone.json).toEqual({ gone: true });
    expect((await trace(admin, id)).status).toBe(404);
    expect((await trace(works, id)).status).toBe(200);
  });

  it('is joined with no other kind of case', async () => {
    const id = await addAbout('joins', 'works');
    const plain = await addCase(stage, 'plain', { number: '70-0555' });
    const body = { edition: 0, number: '70-0555' };
    expect((await stage.call(finance.id, 'POST', `/cases/${id}/join`, body)).code).toBe('not_now');
    expect((await stored(stage, plain)).joined).toBe(0);
  });
});
