import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Staff } from '../../../domain/agency/staff.ts';
import { AnnouncementsRegister } from '../../../domain/announcements/register.ts';
import { AnnouncementAnswer, AnnouncementsAnswer, CostAnswer } from '../../../domain/staff/announcements.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';

let stage: StaffStage;
let officer: Staff;
let palad: Staff;
const printed = 'สมพร ตรวจดี ปลัด อบต.เขิน';
beforeAll(async () => {
  stage = await openStaffStage();
  officer = await stage.addStaff('สมชาย เสนอ', ['officer'], { unit: 'works' });
  palad = await stage.addStaff('สมพร ตรวจดี', ['executive'], { position: 'ปลัด อบต.เขิน' });
});
afterAll(() => stage.close());

const newId = (): string => randomBytes(12).toString('hex');
const matter = (more: object = {}) => ({
  title: 'พ่นหมอกควันกำจัดยุงลาย',
  text: 'พ่นหมอกควันวันที่ 25 พ.ย. 2569 เวลา 09.30 น.',
  from: '2026-11-24',
  until: '2026-11-25',
  places: ['moo-4'],
  unit: 'works',
  ...more,
});
const propose = (id: string, announcement: object, edition?: string, who = officer) =>
  stage.call(who.id, 'PUT', `/announcements/${id}/draft`, {
    announcement,
    ...(edition === undefined ? {} : { edition }),
  });
const act = (id: string, what: string, body: object, who = palad) =>
  stage.call(who.id, 'POST', `/announcements/${id}/${what}`, body);
async function listed() {
  const found = await stage.documents.read(stage.ground.paths.published('announcements'));
  return found === undefined ? [] : AnnouncementsRegister.parse(found.data).announcements;
}
async function published(more: object = {}) {
  const id = newId();
  const { edition } = AnnouncementAnswer.parse((await propose(id, matter(more))).json);
  return AnnouncementAnswer.parse((await act(id, 'approval', { edition, printed })).json);
}

describe('an announcement', () => {
  test('is written once, approved by another, listed, and taken down with a note', async () => {
    const id = newId();
    const first = AnnouncementAnswer.parse((await propose(id, matter())).json);
    expect(first).toMatchObject({ state: 'waiting', draft: { isMine: true, by: officer.name }, issues: [] });
    expect(first.facebook).toContain(`/announcements/${id}`);
    expect(first.loudspeaker?.join('\n')).toContain('เวลาเก้านาฬิกาสามสิบนาที');
    expect(await listed()).toEqual([]);
    const waiting = await stage.call(palad.id, 'GET', '/announcements?state=waiting');
    expect(AnnouncementsAnswer.parse(waiting.json).announcements.map((row) => row.id)).toEqual([id]);

    expect((await act(id, 'approval', { edition: 'x', printed })).code).toBe('changed');
    const done = AnnouncementAnswer.parse(
      (await act(id, 'approval', { edition: first.edition, printed })).json,
    );
    expect(done).toMatchObject({
      state: 'public',
      issues: [{ n: 1, approvedBy: printed, approvedOn: '2026-11-24' }],
    });
    expect(await listed()).toMatchObject([{ id, n: 1, places: ['หมู่ 4'] }]);

    const taken = await act(id, 'withdrawal', { edition: done.edition, because: 'เลื่อนวัน' });
    expect(AnnouncementAnswer.parse(taken.json)).toMatchObject({
      state: 'withdrawn',
      withdrawn: { because: 'เลื่อนวัน' },
    });
    expect(await listed()).toEqual([]);
  });

  test('is not approved by whoever wrote it, goes back with words, and can be taken back', async () => {
    const id = newId();
    const own = AnnouncementAnswer.parse((await propose(id, matter(), undefined, palad)).json);
    expect((await act(id, 'approval', { edition: own.edition, printed })).code).toBe('second_person');
    const back = await act(id, 'draft/return', { edition: own.edition, words: 'ขอวันที่ชัด ๆ' });
    const returned = AnnouncementAnswer.parse(back.json);
    expect(returned).toMatchObject({ state: 'returned', draft: { returned: { words: 'ขอวันที่ชัด ๆ' } } });
    const other = { edition: returned.edition };
    expect((await act(id, 'draft/cancel', other, officer)).code).toBe('second_person');
    expect(AnnouncementAnswer.parse((await act(id, 'draft/cancel', other)).json).state).toBe('gone');
  });

  test('is refused with the field and the reason', async () => {
    const faults = async (more: object) => (await propose(newId(), matter(more))).now;
    expect(await faults({ until: '2026-11-23' })).toEqual({ faults: [{ at: 'until', fault: 'bad_order' }] });
    expect(await faults({ unit: 'nobody' })).toEqual({ faults: [{ at: 'unit', fault: 'unknown_unit' }] });
    expect(await faults({ places: ['moo-99'] })).toEqual({ faults: [{ at: 'places', fault: 'bad_value' }] });
  });
});

test('the list goes on page by page, and refuses a place of another list', async () => {
  for (let n = 0; n < 26; n += 1)
    expect((await propose(newId(), matter({ title: `ประกาศ ${n}` }))).status).toBe(200);
  const first = AnnouncementsAnswer.parse((await stage.call(officer.id, 'GET', '/announcements')).json);
  expect(first.announcements).toHaveLength(25);
  const { next = '' } = first;
  const path = `/announcements?cursor=${encodeURIComponent(next)}`;
  const second = AnnouncementsAnswer.parse((await stage.call(officer.id, 'GET', path)).json);
  const ids = [...first.announcements, ...second.announcements].map(({ id }) => id);
  expect(second.announcements.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
  const foreign = encodeURIComponent(stage.ground.secrets.sealCursor('{"another":"list"}'));
  const refused = await stage.call(officer.id, 'GET', `/announcements?cursor=${foreign}`);
  expect([refused.status, refused.code]).toEqual([400, 'bad_shape']);
});

describe('a broadcast', () => {
  const costOf = async (id: string) =>
    CostAnswer.parse((await stage.call(palad.id, 'GET', `/announcements/${id}/cost`)).json);
  const broadcast = (id: string, edition: string, messages: number) =>
    act(id, 'broadcast', { edition, messages });

  beforeAll(() => {
    const { platform } = stage.simulator;
    for (const name of ['สมหญิง', 'สมศักดิ์', 'สมใจ']) platform.addPerson(name, 'resident');
    platform.addPerson('สมคิด', 'resident').blocked = true;
  });

  test('is not sent by approving, and goes out once, to all who can be reached, when its cost was confirmed', async () => {
    const { platform } = stage.simulator;
    const reached = [...platform.people.values()].filter(({ blocked }) => !blocked).length;
    const { id, edition } = await published();
    expect(reached).toBeGreaterThanOrEqual(3);
    expect(await costOf(id)).toMatchObject({ kind: 'fits', messages: reached });
    const used = platform.channel.quotaUsed;
    expect((await broadcast(id, edition, reached + 1)).code).toBe('not_now');
    expect(platform.channel.quotaUsed).toBe(used);

    const sent = AnnouncementAnswer.parse((await broadcast(id, edition, reached)).json);
    expect(sent.broadcast).toMatchObject({ n: 1, state: 'sent', messages: reached });
    expect(platform.channel.quotaUsed).toBe(used + reached);
    expect((await broadcast(id, sent.edition, reached)).code).toBe('not_now');
    expect(platform.channel.quotaUsed).toBe(used + reached);
  });

  test.each(['reset', 'status500'] as const)(
    'reaches nobody twice when the answer was lost: %s',
    async (fault) => {
      const { platform, client } = stage.simulator;
      const { id, edition } = await published();
      const cost = await costOf(id);
      if (cost.kind !== 'fits') throw new RangeError(cost.kind);
      const [used, limit] = [platform.channel.quotaUsed, platform.channel.quotaLimit];
      platform.channel.quotaLimit = used + cost.messages;
      await client.setFaults({
        calls: { [fault]: { count: 1, when: 'after', path: '/v2/bot/message/broadcast' } },
      });
      const lost = AnnouncementAnswer.parse((await broadcast(id, edition, cost.messages)).json);
      expect(lost.broadcast?.state).toBe('asked');
      const again = AnnouncementAnswer.parse((await broadcast(id, lost.edition, cost.messages)).json);
      expect(again.broadcast?.state).toBe('sent');
      expect(platform.channel.quotaUsed).toBe(used + cost.messages);
      platform.channel.quotaLimit = limit;
    },
  );

  test('is refused where the quota is short, and says by how many', async () => {
    const { channel } = stage.simulator.platform;
    const { id, edition } = await published();
    const cost = await costOf(id);
    if (cost.kind !== 'fits') throw new RangeError(cost.kind);
    const [used, limit] = [channel.quotaUsed, channel.quotaLimit];
    channel.quotaLimit = used + cost.messages - 1;
    expect(await costOf(id)).toEqual({
      kind: 'short',
      messages: cost.messages,
      left: cost.messages - 1,
      short: 1,
    });
    expect((await broadcast(id, edition, cost.messages)).code).toBe('not_now');
    expect(channel.quotaUsed).toBe(used);
    channel.quotaLimit = limit;
  });

  test('is not begun where LINE does not tell what it costs', async () => {
    const { platform, client } = stage.simulator;
    const { id, edition } = await published();
    const used = platform.channel.quotaUsed;
    await client.setFaults({ calls: { status500: { path: '/v2/bot/insight/followers' } } });
    expect(await costOf(id)).toEqual({ kind: 'unknown' });
    expect((await broadcast(id, edition, 3)).code).toBe('not_now');
    await client.setFaults({ calls: { status500: 0 } });
    expect(platform.channel.quotaUsed).toBe(used);
    expect((await costOf(id)).kind).toBe('fits');
  });

  test('is not repeated once its key binds no more', async () => {
    const { platform, client } = stage.simulator;
    const { id, edition } = await published();
    const cost = await costOf(id);
    if (cost.kind !== 'fits') throw new RangeError(cost.kind);
    await client.setFaults({
      calls: { reset: { count: 1, when: 'after', path: '/v2/bot/message/broadcast' } },
    });
    const lost = AnnouncementAnswer.parse((await broadcast(id, edition, cost.messages)).json);
    const used = platform.channel.quotaUsed;
    stage.later(24 * 3_600_000);
    expect((await broadcast(id, lost.edition, cost.messages)).code).toBe('not_now');
    expect(platform.channel.quotaUsed).toBe(used);
  });
});
