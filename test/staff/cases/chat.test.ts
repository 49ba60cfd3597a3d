import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pathsOf } from '../../../bot/records/paths.ts';
import { demoDeputyId, demoExecutiveId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { Case } from '../../../domain/case/case.ts';
import { CaseHistory } from '../../../domain/case/history.ts';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../../support/bot.ts';
import { complains, somebody } from '../../support/person.ts';
import { all, expectRecount, type Stored } from './world.ts';

let store: SeededStore;
let bot: TestBot;
let agency: Stored;
beforeAll(async () => {
  store = await openSeededStore();
  agency = { documents: store.documents, ground: { paths: pathsOf('khoen') } };
});
afterAll(async () => {
  await expectRecount(agency);
  await store.close();
});
beforeEach(async () => {
  bot = await startTestBot(store.documents);
  return () => bot.close();
});

const newest = async () => {
  const cases = (await all(agency, 'cases')).map(({ id, data }) => ({ id, record: Case.parse(data) }));
  const [found] = cases.toSorted((a, b) => (a.record.number < b.record.number ? 1 : -1));
  if (found === undefined) throw new Error('no case');
  return found;
};

const historyOf = async (id: string) => {
  const collection = `${agency.ground.paths.case(id)}/history`;
  const found = await store.documents.query({ collection, where: [], orderBy: [], limit: 50 });
  return found.toSorted((a, b) => Number(a.id) - Number(b.id)).map(({ data }) => CaseHistory.parse(data));
};

describe('what is done in the chat', () => {
  it('stands in the history of the case, counts up its edition, and moves the same counts', async () => {
    const resident = somebody(bot);
    await complains(resident, 'ไฟถนนดับหน้าวัด', 'แจ้งผลในแชตนี้');
    await resident.taps('ยืนยันส่ง');
    const { id } = await newest();
    const officer = somebody(bot, demoOfficerId);
    await officer.presses(`v1|-|case|accept.${id}`);
    await officer.presses(`v1|-|case|answer.${id}`);
    await officer.says('ช่างจะไปพรุ่งนี้');
    await officer.taps('ส่ง');
    await officer.presses(`v1|-|case|resolve.${id}`);
    await resident.presses(`v1|-|mine|reopen.${id}`);
    await officer.presses(`v1|-|case|resolve.${id}`);
    await resident.presses(`v1|-|mine|confirm.${id}`);
    const { record } = await newest();
    const history = await historyOf(id);
    expect(record).toMatchObject({ status: 'closed', confirmed: true, history: history.length });
    expect(history.map((one) => [one.kind === 'change' ? one.change : one.kind, one.by])).toEqual([
      ['accept', demoOfficerId],
      ['answer', demoOfficerId],
      ['resolve', demoOfficerId],
      ['reopen', 'reporter'],
      ['resolve', demoOfficerId],
      ['confirm', 'reporter'],
    ]);
    expect(history.filter(({ by }) => by === 'reporter').every(({ at }) => at === undefined)).toBe(true);
    expect(JSON.stringify(history)).not.toContain(resident.userId);
    await expectRecount(agency);
  });

  it('joins a case to the head of its group, so that no chain comes of it', async () => {
    const people = [somebody(bot), somebody(bot), somebody(bot)];
    const ids: string[] = [];
    for (const [nth, person] of people.entries()) {
      await person.says(`น้ำไม่ไหล หมู่ 7 ${'มาก'.repeat(nth)}`);
      await person.taps('แจ้งปัญหา');
      await person.taps('พอแล้ว');
      await person.taps('ไม่เก็บว่าใครแจ้ง');
      if (nth > 0) await person.taps('เพิ่มเป็นเรื่องเดียวกัน');
      await person.taps('ยืนยันส่ง');
      ids.push((await newest()).id);
    }
    const [head] = ids;
    const records = await Promise.all(
      ids.map(async (id) => Case.parse((await store.documents.read(agency.ground.paths.case(id)))?.data)),
    );
    expect(records.map(({ joins }) => joins)).toEqual([undefined, head, head]);
    expect(records[0]).toMatchObject({ joined: 2, history: 2 });
  });

  it('a complaint about staff of a unit is alerted to nobody of it and to no group', async () => {
    await store.documents.commit([
      {
        op: 'create',
        path: agency.ground.paths.target('group'),
        data: { version: 1, kind: 'group', groupId: 'C1', label: 'ทีม' },
      },
    ]);
    const fresh = await startTestBot(store.documents);
    const resident = somebody(fresh);
    await resident.says('อยากแจ้งเรื่องหนึ่ง เมื่อวานไปติดต่อที่ทำการมา');
    await resident.taps('แจ้งปัญหา');
    await resident.taps('บริการของเจ้าหน้าที่');
    await resident.taps('กองช่าง');
    await resident.taps('หมู่ 9');
    await resident.taps('พอแล้ว');
    await resident.taps('ไม่เก็บว่าใครแจ้ง');
    await resident.taps('ยืนยันส่ง');
    const { id, record } = await newest();
    expect(record).toMatchObject({ concerns: 'works', audience: 'about.works' });
    const told = (await all(agency, 'outbox')).filter(({ data }) => JSON.stringify(data).includes(id));
    const words = JSON.stringify(told.map(({ data }) => data.addressee));
    expect(words).toContain(demoOfficerId);
    expect(words).not.toContain(demoDeputyId);
    expect(words).not.toContain('group');
    expect(words).not.toContain(demoExecutiveId);
    await somebody(fresh, demoDeputyId).presses(`v1|-|case|accept.${id}`);
    expect((await newest()).record.status).toBe('new');
    await fresh.close();
  });
});
