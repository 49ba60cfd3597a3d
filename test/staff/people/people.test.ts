import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { plain } from '../../../bot/publish/plain.ts';
import { emptyBasis } from '../../../bot/records/basis.ts';
import { readInvitation } from '../../../bot/records/invitation.ts';
import { demoAdminId, demoIntegrityOfficerId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { readCode, type Staff } from '../../../domain/agency/staff.ts';
import { Case } from '../../../domain/case/case.ts';
import { Fault } from '../../../domain/staff/fields.ts';
import { InviteAnswer, NotNow, PeopleAnswer, PersonRow, PersonWork } from '../../../domain/staff/people.ts';
import { Readers } from '../../../sealing/readers.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';

let stage: StaffStage;
let admin: Staff;
beforeAll(async () => {
  stage = await openStaffStage();
  await stage.documents.commit([{ op: 'delete', path: stage.ground.paths.staff(demoAdminId) }]);
  admin = await stage.addStaff('มานี ดูแลดี', ['admin'], { unit: 'palad-office', position: 'นักวิชาการ' });
});
afterAll(() => stage.close());

const people = async () => PeopleAnswer.parse((await stage.call(admin.id, 'GET', '/people')).json);

async function rowOf(staffId: string): Promise<PersonRow> {
  const handle = stage.ground.secrets.staffHandle(staffId);
  const row = (await people()).people.find((one) => one.handle === handle);
  if (row === undefined) throw new Error('nobody of that handle');
  return row;
}

const valueIn = ({ name, position, roles, unit, person, deputy, heads }: PersonRow) => ({
  name,
  position,
  roles,
  unit,
  person,
  deputy,
  heads,
});

const change = (row: PersonRow, more: object, body: object = {}, who = admin) =>
  stage.call(who.id, 'PUT', `/people/${row.handle}`, {
    edition: row.edition,
    value: { ...valueIn(row), ...more },
    ...body,
  });

const removal = (row: PersonRow, more: object = {}, who = admin) =>
  stage.call(who.id, 'POST', `/people/${row.handle}/removal`, { edition: row.edition, ...more });

const faultsOf = (now: unknown) => z.object({ faults: z.array(Fault) }).parse(now).faults;

async function addCase(id: string, assignee: string, more: object = {}): Promise<void> {
  const data = plain(
    Case.parse({
      version: 1,
      kind: 'complaint',
      number: `70-${id}`,
      status: 'accepted',
      category: 'road',
      where: {},
      text: 'ถนนเป็นหลุม',
      attachments: 0,
      unit: 'works',
      assignee,
      channel: 'line',
      received: '2026-11-20',
      due: '2026-12-08',
      messages: 0,
      ...more,
    }),
  );
  await stage.documents.commit([{ op: 'set', path: stage.ground.paths.case(id), data }]);
}

const caseOf = async (id: string): Promise<Case> =>
  Case.parse((await stage.documents.read(stage.ground.paths.case(id)))?.data);

describe('the list of people', () => {
  test('has everybody with what they answer for, and nobody by their LINE user id', async () => {
    const { octets, json } = await stage.call(admin.id, 'GET', '/people');
    const answer = PeopleAnswer.parse(json);
    expect(answer.people).toHaveLength(6);
    expect(answer.people.find(({ isSelf }) => isSelf)).toMatchObject({
      name: admin.name,
      position: 'นักวิชาการ',
    });
    const demo = await rowOf(demoOfficerId);
    expect(demo.person).toEqual(answer.categories.map(({ id }) => id));
    expect((await rowOf(demoIntegrityOfficerId)).readsTips).toBe(true);
    expect(Buffer.from(octets).toString()).not.toMatch(/U[0-9a-f]{32}/);
  });

  test('is for admins alone', async () => {
    for (const role of ['officer', 'integrity', 'executive'] as const) {
      const one = await stage.addStaff(role, [role]);
      for (const [method, path] of [
        ['GET', '/people'],
        ['POST', '/people/invites'],
        ['PUT', '/people/x'],
        ['POST', '/people/x/removal'],
        ['GET', '/people/x/work'],
      ] as const) {
        const body = method === 'GET' ? undefined : {};
        expect((await stage.call(one.id, method, path, body)).status, `${role} ${path}`).toBe(403);
      }
      expect((await removal(await rowOf(one.id))).status).toBe(200);
    }
  });
});

describe('an invitation', () => {
  const person = { for: 'person', name: 'ชูใจ มาใหม่', position: 'นายช่าง', roles: ['officer'], unit: 'works' };

  test('gives a code that works, is listed without it, and can be taken back', async () => {
    const made = InviteAnswer.parse((await stage.call(admin.id, 'POST', '/people/invites', person)).json);
    const { invites } = await people();
    expect(invites).toMatchObject([{ mark: made.mark, name: 'ชูใจ มาใหม่', roles: ['officer'] }]);
    expect(JSON.stringify(invites)).not.toContain(made.code);
    expect(made.link).toBeUndefined();
    const asker = { userId: 'U1', agency: stage.parts.current().agency, now: stage.parts.clock() };
    const code = readCode(made.code) ?? '';
    expect(await readInvitation(stage.ground, asker, emptyBasis(), code)).toMatchObject({
      name: 'ชูใจ มาใหม่',
      position: 'นายช่าง',
      unit: 'works',
    });
    expect((await stage.call(admin.id, 'DELETE', `/people/invites/${made.mark}`)).status).toBe(200);
    expect(await readInvitation(stage.ground, asker, emptyBasis(), code)).toBeNull();
    expect((await stage.call(admin.id, 'DELETE', `/people/invites/${made.mark}`)).status).toBe(404);
  });

  test('opens the chat with the code in it where the account is known', async () => {
    await stage.documents.commit([
      {
        op: 'set',
        path: stage.ground.paths.evidenceProfile,
        data: {
          version: 1,
          lineUrl: 'https://line.me/R/ti/p/@khoen',
          questions: [],
          services: [],
          participation: [],
        },
      },
    ]);
    const made = InviteAnswer.parse((await stage.call(admin.id, 'POST', '/people/invites', person)).json);
    expect(made.link).toBe(`https://line.me/R/oaMessage/%40khoen/?${made.code}`);
    const group = { for: 'group', label: 'กลุ่มกองช่าง' };
    const forGroup = InviteAnswer.parse((await stage.call(admin.id, 'POST', '/people/invites', group)).json);
    expect(forGroup.link).toBeUndefined();
  });

  test('says what is wrong with it', async () => {
    const sent = await stage.call(admin.id, 'POST', '/people/invites', {
      ...person,
      name: '\u202e ',
      roles: [],
    });
    expect(sent.code).toBe('bad_fields');
    expect(faultsOf(sent.now)).toEqual([
      { at: 'name', fault: 'empty' },
      { at: 'roles', fault: 'too_few' },
    ]);
    const nowhere = await stage.call(admin.id, 'POST', '/people/invites', { ...person, unit: 'moon' });
    expect(faultsOf(nowhere.now)).toEqual([{ at: 'unit', fault: 'unknown_unit' }]);
    expect((await stage.call(admin.id, 'POST', '/people/invites', { for: 'nobody' })).status).toBe(422);
  });
});

describe('changing somebody', () => {
  test('gives roles, unit and duties; what another admin changed meanwhile is not overwritten', async () => {
    const one = await stage.addStaff('วีระ ช่างเก่ง', ['officer'], { unit: 'works' });
    const row = await rowOf(one.id);
    const sent = await change(row, {
      position: 'นายช่างโยธา',
      person: ['road'],
      deputy: ['lamp'],
      heads: ['works'],
    });
    expect(sent.status, JSON.stringify(sent.json)).toBe(200);
    expect(PersonRow.parse(sent.json)).toMatchObject({
      person: ['road'],
      deputy: ['lamp'],
      heads: ['works'],
    });
    const { categories, units } = stage.parts.current().agency;
    expect(categories.find(({ id }) => id === 'road')?.person).toBe(one.id);
    expect(categories.find(({ id }) => id === 'lamp')?.deputy).toBe(one.id);
    expect(units.find(({ id }) => id === 'works')?.head).toBe(one.id);
    const stale = await change(row, { name: 'ชื่ออื่น' });
    expect(stale).toMatchObject({ status: 409, code: 'changed' });
    expect(PersonRow.parse(stale.now)).toMatchObject({ name: 'วีระ ช่างเก่ง', position: 'นายช่างโยธา' });
    const now = await rowOf(one.id);
    await change(now, { person: [], deputy: [], heads: [], position: undefined });
    expect(stage.parts.current().agency.units.find(({ id }) => id === 'works')?.head).toBeUndefined();
    expect((await rowOf(one.id)).position).toBeUndefined();
  });

  test('keeps an address for alerts until it is taken out; what is none is refused; the audit does not say it', async () => {
    const somebody = await stage.addStaff('ปิติ มีอีเมล', ['officer'], { position: 'นิติกร' });
    const email = 'piti@khoen.example';
    const saved = PersonRow.parse((await change(await rowOf(somebody.id), { email })).json);
    expect(saved.email).toBe(email);
    const bad = await change(await rowOf(somebody.id), { email: 'piti' });
    expect(faultsOf(bad.now)).toEqual([{ at: 'email', fault: 'bad_email' }]);
    const audit = await stage.call(admin.id, 'GET', '/audit');
    expect(JSON.stringify(audit.json)).toContain('ปิติ');
    expect(JSON.stringify(audit.json)).not.toContain(email);
    const without = PersonRow.parse((await change(await rowOf(somebody.id), {})).json);
    expect(without.email).toBeUndefined();
  });

  test('refuses duties that need another role, unknown ones, and the loss of the last admin', async () => {
    const one = await stage.addStaff('ปลัด ใจเย็น', ['executive']);
    const row = await rowOf(one.id);
    expect(faultsOf((await change(row, { person: ['road'] })).now)).toEqual([
      { at: 'person', fault: 'unknown_person' },
    ]);
    expect(faultsOf((await change(row, { heads: ['moon'] })).now)).toEqual([
      { at: 'heads', fault: 'unknown_unit' },
    ]);
    const self = await rowOf(admin.id);
    expect(faultsOf((await change(self, { roles: ['officer'] })).now)).toEqual([
      { at: 'roles', fault: 'last_admin' },
    ]);
    expect((await removal(self)).code).toBe('not_now');
    expect((await stage.call(admin.id, 'PUT', '/people/nobody', { edition: 'x', value: {} })).status).toBe(
      404,
    );
  });

  test('of two admins who take each other out at once, one is left', async () => {
    const second = await stage.addStaff('ปิติ ดูแลด้วย', ['admin']);
    const [mine, theirs] = [await rowOf(admin.id), await rowOf(second.id)];
    const done = await Promise.all([
      change(theirs, { roles: ['executive'] }, { successor: null }),
      change(mine, { roles: ['executive'] }, { successor: null }, second),
    ]);
    const admins = (
      await stage.documents.query({
        collection: stage.ground.paths.staffs,
        where: [['roles', 'array-contains', 'admin']],
        orderBy: [],
        limit: 9,
      })
    ).length;
    expect(admins).toBe(1);
    expect(done.filter(({ status }) => status === 200)).toHaveLength(1);
    await stage.documents.commit([
      { op: 'set', path: stage.ground.paths.staff(admin.id), data: { ...admin } },
    ]);
  });

  test('an integrity officer who changes office is given no more tips until there is a new key', async () => {
    const readers = async () =>
      Readers.parse((await stage.documents.read(stage.ground.paths.readers))?.data).officers.map(
        ({ staffId }) => staffId,
      );
    expect(await readers()).toContain(demoIntegrityOfficerId);
    const row = await rowOf(demoIntegrityOfficerId);
    expect((await change(row, { position: 'นิติกร' })).status).toBe(200);
    expect(await readers()).toContain(demoIntegrityOfficerId);
    const moved = await change(await rowOf(demoIntegrityOfficerId), { unit: 'finance' });
    expect(PersonRow.parse(moved.json).readsTips).toBe(false);
    expect(await readers()).not.toContain(demoIntegrityOfficerId);
  });
});

describe('removing somebody', () => {
  test('asks who takes over what is open, gives it on, ends their sessions and duties', async () => {
    const leaving = await stage.addStaff('ดวงใจ จะไปแล้ว', ['officer'], { unit: 'works' });
    const staying = await stage.addStaff('สมศรี อยู่ต่อ', ['officer'], { unit: 'finance' });
    const bearer = await stage.bearer(leaving.id);
    for (let n = 0; n < 45; n += 1) await addCase(`c${n}`, leaving.id);
    await addCase('done', leaving.id, { status: 'closed' });
    await addCase('theirs', leaving.id, {
      category: 'service',
      audience: 'about.finance',
      concerns: 'finance',
    });
    const row = await rowOf(leaving.id);
    await change(row, { person: ['road'], heads: ['works'] });
    const now = await rowOf(leaving.id);
    const work = await stage.call(admin.id, 'GET', `/people/${row.handle}/work`);
    expect(PersonWork.parse(work.json)).toEqual({ open: 46, more: false });
    const asked = await removal(now);
    expect(asked).toMatchObject({ status: 409, code: 'not_now' });
    expect(NotNow.parse(asked.now)).toEqual({ why: 'open_cases', open: 46 });
    expect((await removal(now, { successor: 'nobody' })).code).toBe('bad_fields');

    const successor = stage.ground.secrets.staffHandle(staying.id);
    expect((await removal(now, { successor })).status).toBe(200);
    expect(await caseOf('c44')).toMatchObject({ assignee: staying.id, history: 1 });
    const entry = await stage.documents.read(stage.ground.paths.history('c44', 1));
    expect(entry?.data).toMatchObject({ kind: 'assign', to: staying.id, by: admin.id });
    const open = await stage.documents.read(stage.ground.paths.tally('open'));
    expect(open?.data).toMatchObject({ [`mine.${staying.id}`]: 45, [`mine.${leaving.id}`]: -46 });
    expect((await caseOf('done')).assignee).toBe(leaving.id);
    // Who belongs to the unit that it is about is given nothing of it.
    expect((await caseOf('theirs')).assignee).toBeUndefined();
    const { categories, units } = stage.parts.current().agency;
    expect(categories.find(({ id }) => id === 'road')?.person).toBe(staying.id);
    expect(units.find(({ id }) => id === 'works')?.head).toBe(staying.id);
    expect((await stage.callWith(bearer, 'GET', '/people')).code).toBe('no_longer_staff');
    await stage.documents.commit([
      { op: 'set', path: stage.ground.paths.staff(leaving.id), data: { ...leaving } },
    ]);
    expect((await stage.callWith(bearer, 'GET', '/people')).code).toBe('no_longer_staff');
    await stage.documents.commit([{ op: 'delete', path: stage.ground.paths.staff(leaving.id) }]);
    const sessions = await stage.documents.query({
      collection: stage.ground.paths.staffSessions,
      where: [['staffId', '==', leaving.id]],
      orderBy: [],
      limit: 5,
    });
    expect(sessions).toEqual([]);
    expect((await removal(now, { successor })).status).toBe(404);
  });

  test('what is open can be given to nobody in particular', async () => {
    const leaving = await stage.addStaff('ไม่มีใคร รับต่อ', ['officer']);
    await addCase('alone', leaving.id);
    expect((await removal(await rowOf(leaving.id), { successor: null })).status).toBe(200);
    expect((await caseOf('alone')).assignee).toBeUndefined();
  });
});
