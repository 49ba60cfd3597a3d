import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Staff } from '../../../domain/agency/staff.ts';
import { Fault } from '../../../domain/staff/fields.ts';
import { SettingsAnswer, SettingsPart } from '../../../domain/staff/settings.ts';
import { settingsValues } from '../../../domain/staff/settings-values.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';

let stage: StaffStage;
let admin: Staff;
let other: Staff;
let officer: Staff;
beforeAll(async () => {
  stage = await openStaffStage();
  admin = await stage.addStaff('มานี ดูแลดี', ['admin'], { unit: 'palad-office' });
  other = await stage.addStaff('ปิติ ดูแลด้วย', ['admin']);
  officer = await stage.addStaff('สมชาย รับเรื่อง', ['officer'], { unit: 'works' });
});
afterAll(() => stage.close());

const read = async (part: SettingsPart): Promise<SettingsAnswer> =>
  SettingsAnswer.parse((await stage.call(admin.id, 'GET', `/settings/${part}`)).json);

const put = (part: SettingsPart, edition: string, value: unknown, who = admin) =>
  stage.call(who.id, 'PUT', `/settings/${part}`, { edition, value });

const faultsOf = (now: unknown) => z.object({ faults: z.array(Fault) }).parse(now).faults;

describe('the settings', () => {
  test.each(SettingsPart.options)('%s: what is shown can be saved again and stays the same', async (part) => {
    const before = await read(part);
    const saved = await put(part, before.edition, before.value);
    expect(saved.status, JSON.stringify(saved.json)).toBe(200);
    expect(SettingsAnswer.parse(saved.json)).toMatchObject({ edition: before.edition, value: before.value });
  });

  test('are for admins alone', async () => {
    for (const role of ['officer', 'integrity', 'executive'] as const) {
      const one = await stage.addStaff(role, [role]);
      expect(await stage.call(one.id, 'GET', '/settings/agency')).toMatchObject({ status: 403 });
      const sent = await stage.call(one.id, 'PUT', '/settings/agency', { edition: 'x', value: {} });
      expect(sent).toMatchObject({ status: 403, code: 'role_too_low' });
    }
    expect((await stage.call(admin.id, 'GET', '/settings/nothing')).status).toBe(400);
  });

  test('name nobody by their LINE user id', async () => {
    for (const part of SettingsPart.options) {
      const { octets } = await stage.call(admin.id, 'GET', `/settings/${part}`);
      expect(Buffer.from(octets).toString()).not.toMatch(/U[0-9a-f]{32}/);
    }
  });

  test('take effect at once, are audited, and what was before is offered for a week', async () => {
    const before = await read('voice');
    expect(await put('voice', before.edition, { you: 'คุณ', particle: 'ครับ' })).toMatchObject({ status: 200 });
    expect(stage.parts.current().agency.voice).toEqual({ you: 'คุณ', particle: 'ครับ' });
    expect(stage.parts.current().say.staff.codeUsed).toContain('ครับ');
    const now = await read('voice');
    expect(now.former).toMatchObject({ value: { you: 'ท่าน', particle: 'ค่ะ' }, by: admin.name });
    expect(await put('voice', now.edition, now.former?.value)).toMatchObject({ status: 200 });
    expect((await read('voice')).value).toEqual({ you: 'ท่าน', particle: 'ค่ะ' });
    stage.later(8 * 86_400_000);
    const fresh = await stage.bearer(admin.id);
    const week = await stage.callWith(fresh, 'GET', '/settings/voice');
    expect(SettingsAnswer.parse(week.json).former).toBeUndefined();
    stage.later(-8 * 86_400_000);
    const deeds = await stage.documents.query({
      collection: stage.ground.paths.auditEntries,
      where: [],
      orderBy: [['n', 'desc']],
      limit: 2,
    });
    expect(deeds.map(({ data }) => data.deed)).toEqual([
      { by: admin.id, action: 'settings-change', about: 'voice' },
      { by: admin.id, action: 'settings-change', about: 'voice' },
    ]);
  });

  test('of two admins at once one is told what the other saved, and nothing is overwritten', async () => {
    const seen = await read('times');
    const value = settingsValues.times.parse(seen.value);
    const [first, second] = await Promise.all([
      put('times', seen.edition, { ...value, firstAnswerDays: 7 }),
      put('times', seen.edition, { ...value, firstAnswerDays: 10 }, other),
    ]);
    const [won, lost] = first.status === 200 ? [first, second] : [second, first];
    expect([won.status, lost.status]).toEqual([200, 409]);
    expect(lost.code).toBe('changed');
    expect(SettingsAnswer.parse(lost.now).value).toEqual(SettingsAnswer.parse(won.json).value);
    expect((await read('times')).value).toEqual(SettingsAnswer.parse(won.json).value);
  });

  test('say which field is wrong, and how', async () => {
    const times = await read('times');
    const value = settingsValues.times.parse(times.value);
    const wrong = {
      ...value,
      firstAnswerDays: 0,
      officeHours: { days: [], from: '16:30', to: '08:30' },
      morningCardAt: '25:00',
    };
    const sent = await put('times', times.edition, wrong);
    expect(sent).toMatchObject({ status: 422, code: 'bad_fields' });
    expect(faultsOf(sent.now)).toEqual(
      expect.arrayContaining([
        { at: 'firstAnswerDays', fault: 'bad_number' },
        { at: 'officeHours.days', fault: 'too_few' },
        { at: 'morningCardAt', fault: 'bad_time' },
      ]),
    );
    const late = await put('times', times.edition, {
      ...value,
      officeHours: { ...value.officeHours, from: '16:30', to: '08:30' },
      tipTimes: ['16:30', '08:30'],
    });
    expect(faultsOf(late.now)).toEqual([
      { at: 'officeHours.to', fault: 'bad_order' },
      { at: 'tipTimes.1', fault: 'bad_order' },
    ]);
    expect(await read('times')).toEqual(times);
  });

  test('keep no direction marks, no scripts that run, no line breaks in one line', async () => {
    const before = await read('agency');
    const agency = settingsValues.agency.parse(before.value);
    const sent = await put('agency', before.edition, {
      ...agency,
      name: 'อบต.\u202eเขิน\n<script>alert(1)</script>',
    });
    expect(SettingsAnswer.parse(sent.json).value).toMatchObject({
      name: 'อบต.เขิน <script>alert(1)</script>',
    });
    const now = await read('agency');
    const long = await put('agency', now.edition, { ...agency, name: 'ก'.repeat(20_000) });
    expect(faultsOf(long.now)).toEqual([{ at: 'name', fault: 'too_long' }]);
    expect((await put('agency', now.edition, agency)).status).toBe(200);
  });
});

describe('categories', () => {
  const categories = async () => {
    const answer = await read('categories');
    return { ...answer, value: settingsValues.categories.parse(answer.value) };
  };
  const addCase = (category: string) =>
    stage.documents.commit([
      { op: 'set', path: stage.ground.paths.case(`of-${category}`), data: { category, unit: 'works' } },
    ]);

  test('a new one gets an id, its person goes by a handle, and it is asked for in the chat', async () => {
    const { edition, value, people } = await categories();
    const person = people.find(({ name }) => name === officer.name)?.handle;
    const added = {
      label: 'ตลาดนัด',
      keywords: ['ตลาดนัด', '', ' คนเดินถนน'],
      unit: 'works',
      person,
      days: 5,
      aboutStaff: false,
    };
    const sent = await put('categories', edition, { ...value, list: [...value.list, added] });
    expect(sent.status, JSON.stringify(sent.json)).toBe(200);
    const made = stage.parts.current().agency.categories.find(({ label }) => label === 'ตลาดนัด');
    expect(made).toMatchObject({
      person: officer.id,
      unit: 'works',
      days: 5,
      keywords: ['ตลาดนัด', 'คนเดินถนน'],
    });
    expect(made?.id).toMatch(/^n-[0-9a-f]{12}$/);
  });

  test('one in use cannot vanish, and is retired: then no more is offered, and keeps its name', async () => {
    await addCase('road');
    const before = await categories();
    const without = before.value.list.filter(({ id }) => id !== 'road');
    const road = before.value.list.filter(({ id }) => id === 'road');
    const gone = await put('categories', before.edition, { ...before.value, list: without });
    expect(faultsOf(gone.now)).toEqual([{ at: 'list', fault: 'in_use' }]);
    const retired = await put('categories', before.edition, { list: without, retired: road });
    expect(retired.status).toBe(200);
    const { agency } = stage.parts.current();
    expect(agency.categories.some(({ id }) => id === 'road')).toBe(false);
    expect(agency.retired.categories).toMatchObject([{ id: 'road', label: 'ถนน/สะพาน/ทางเดิน' }]);
    const back = await categories();
    expect((await put('categories', back.edition, before.value)).status).toBe(200);
    expect(stage.parts.current().agency.categories.some(({ id }) => id === 'road')).toBe(true);
  });

  test('one that nothing goes by can be deleted', async () => {
    const { edition, value } = await categories();
    const list = value.list.filter(({ label }) => label !== 'ตลาดนัด');
    expect((await put('categories', edition, { ...value, list })).status).toBe(200);
  });

  test('refuse unknown units and people, one name twice, and the loss of the front desk', async () => {
    const { edition, value, people } = await categories();
    const executive = await stage.addStaff('ปลัด', ['executive']);
    const handle = stage.ground.secrets.staffHandle(executive.id);
    expect(people.length).toBeGreaterThan(0);
    const [first, second, ...rest] = value.list;
    const sent = await put('categories', edition, {
      list: [
        { ...first, unit: 'nowhere', person: 'nobody' },
        { ...second, label: first?.label, deputy: handle },
        ...rest.filter(({ id }) => id !== 'other'),
      ],
      retired: rest.filter(({ id }) => id === 'other'),
    });
    expect(faultsOf(sent.now)).toEqual(
      expect.arrayContaining([
        { at: 'list.0.unit', fault: 'unknown_unit' },
        { at: 'list.0.person', fault: 'unknown_person' },
        { at: 'list.1.label', fault: 'twice' },
        { at: 'list.1.deputy', fault: 'unknown_person' },
        { at: 'retired.0.label', fault: 'needed' },
      ]),
    );
  });
});

describe('units', () => {
  test('a new one becomes an office that a tip can concern; one with people or work is not retired', async () => {
    const answer = await read('units');
    const value = settingsValues.units.parse(answer.value);
    const sent = await put('units', answer.edition, {
      ...value,
      list: [...value.list, { label: 'กองสวัสดิการ' }],
    });
    expect(sent.status).toBe(200);
    const { tipOffices, units } = stage.parts.current().agency;
    const made = units.find(({ label }) => label === 'กองสวัสดิการ');
    expect(tipOffices.find(({ id }) => id === made?.id)?.label).toBe('กองสวัสดิการ');
    expect(tipOffices.at(-1)?.id).toBe('unsure');
    const now = await read('units');
    const list = settingsValues.units.parse(now.value).list;
    const works = list.filter(({ id }) => id === 'works');
    const moved = await put('units', now.edition, {
      list: list.filter(({ id }) => id !== 'works'),
      retired: works,
    });
    expect(faultsOf(moved.now)).toEqual([{ at: 'retired.0', fault: 'in_use' }]);
  });
});

describe('the survey', () => {
  test('other questions make a new survey; counts go on by question; its title does not', async () => {
    const before = await read('survey');
    const value = settingsValues.survey.parse(before.value);
    const id = stage.parts.current().survey.id;
    await put('survey', before.edition, { ...value, title: 'แบบสำรวจ' });
    expect(stage.parts.current().survey).toMatchObject({ id, title: 'แบบสำรวจ' });
    const titled = await read('survey');
    const [first, ...rest] = value.questions;
    const changed = {
      ...value,
      questions: [
        { ...first, text: 'โดยรวมพอใจเพียงใด' },
        ...rest,
        { dimension: 'staff', text: 'ยิ้มแย้มหรือไม่' },
      ],
    };
    expect((await put('survey', titled.edition, changed)).status).toBe(200);
    const { survey } = stage.parts.current();
    expect(survey.id).not.toBe(id);
    expect(survey.questions.map((question) => question.id)).toEqual([
      ...value.questions.map((question) => question.id),
      expect.stringMatching(/^n-/),
    ]);
    expect(await stage.documents.read(stage.ground.paths.survey(id))).toBeDefined();
  });
});

describe('places, services, templates, contacts, evidence', () => {
  test('places keep their order and their names are known', async () => {
    const answer = await read('places');
    const { list } = settingsValues.places.parse(answer.value);
    const [first, ...rest] = list;
    const sent = await put('places', answer.edition, {
      list: [...rest, { ...first, name: 'บ้านโนนสวน' }],
      retired: [],
    });
    expect(sent.status).toBe(200);
    expect(stage.parts.current().agency.places.at(-1)).toMatchObject({ id: 'moo-1', name: 'บ้านโนนสวน' });
  });

  test('a template of an unknown category is refused; one for all is kept', async () => {
    const { edition } = await read('templates');
    const bad = await put('templates', edition, { list: [{ title: 'x', text: 'y', category: 'nothing' }] });
    expect(faultsOf(bad.now)).toEqual([{ at: 'list.0.category', fault: 'unknown_category' }]);
    const good = await put('templates', edition, {
      list: [{ title: 'รับเรื่องแล้ว', text: 'รับเรื่องแล้วค่ะ\nจะไปดูภายในสัปดาห์นี้' }],
    });
    expect(SettingsAnswer.parse(good.json).value).toMatchObject({
      list: [{ text: 'รับเรื่องแล้วค่ะ\nจะไปดูภายในสัปดาห์นี้' }],
    });
  });

  test('a contact needs a telephone or an address, a real one', async () => {
    const answer = await read('outside');
    const { list } = settingsValues.outside.parse(answer.value);
    const sent = await put('outside', answer.edition, {
      list: [...list, { label: 'วัด', for: [] }, { label: 'อำเภอ', url: 'javascript:alert(1)', for: ['tip'] }],
    });
    expect(faultsOf(sent.now)).toEqual([
      { at: `list.${list.length}.for`, fault: 'too_few' },
      { at: `list.${list.length}.phone`, fault: 'needs_way' },
      { at: `list.${list.length + 1}.url`, fault: 'bad_url' },
    ]);
  });

  test('the way to EIT: address and days together, or nothing of it', async () => {
    const { edition } = await read('eit');
    const half = await put('eit', edition, { url: 'https://itas.example/eit', from: '2027-02-01' });
    expect(faultsOf(half.now)).toEqual([{ at: 'to', fault: 'bad_day' }]);
    const days = { from: '2027-02-01', to: '2027-01-01' };
    const turned = await put('eit', edition, { url: 'https://itas.example/eit', ...days });
    expect(faultsOf(turned.now)).toEqual([{ at: 'to', fault: 'bad_order' }]);
    const eit = { url: 'https://itas.example/eit', from: '2027-01-01', to: '2027-06-30' };
    const kept = SettingsAnswer.parse((await put('eit', edition, eit)).json);
    expect(stage.parts.current().agency.eit).toEqual(eit);
    await put('eit', kept.edition, {});
    expect(stage.parts.current().agency.eit).toBeUndefined();
  });

  test('evidence keeps the questions that were approved', async () => {
    await stage.documents.commit([
      {
        op: 'set',
        path: stage.ground.paths.evidenceProfile,
        data: {
          version: 1,
          questions: [{ question: 'ถาม', answer: 'ตอบ' }],
          services: [],
          participation: [],
        },
      },
    ]);
    const answer = await read('evidence');
    expect(answer.value).not.toHaveProperty('questions');
    const value = settingsValues.evidence.parse(answer.value);
    const sent = await put('evidence', answer.edition, {
      ...value,
      lineUrl: 'https://line.me/R/ti/p/@khoen',
    });
    expect(sent.status).toBe(200);
    const kept = await stage.documents.read(stage.ground.paths.evidenceProfile);
    expect(kept?.data).toMatchObject({
      lineUrl: 'https://line.me/R/ti/p/@khoen',
      questions: [{ question: 'ถาม', answer: 'ตอบ' }],
    });
  });
});
