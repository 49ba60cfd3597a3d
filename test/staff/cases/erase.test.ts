import { afterAll, beforeAll, expect, it } from 'vitest';
import { planErasure } from '../../../bot/staff/cases/erase.ts';
import { demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';
import { addCase, does, expectRecount, stored } from './world.ts';

let stage: StaffStage;
beforeAll(async () => {
  stage = await openStaffStage();
});
afterAll(() => stage.close());

async function erase(id: string) {
  const found = await stage.documents.read(stage.ground.paths.case(id));
  if (found === undefined) throw new Error('no case');
  return planErasure(stage.ground.paths, found, await stored(stage, id));
}

it('erasing a case leaves nothing of its words, photos, history or counts', async () => {
  const { documents, ground } = stage;
  const id = await addCase(stage, 'secret', {
    told: true,
    text: 'ถ้อยคำที่ต้องไม่เหลือ',
    files: [{ n: 1, kind: 'photo', use: 'reported' }],
  });
  const photo = { version: 1, kind: 'photo', mime: 'image/jpeg', bytes: Buffer.from('pixels'), held: false };
  await documents.commit([{ op: 'create', path: ground.paths.attachment(id, 1), data: photo }]);
  await does(stage, demoOfficerId, id, 'answer', { text: 'คำตอบที่ต้องไม่เหลือ' });
  await does(stage, demoOfficerId, id, 'note', { text: 'โน้ตที่ต้องไม่เหลือ' });
  const planned = await erase(id);
  if ('refuse' in planned) throw new Error(planned.refuse);
  expect((await documents.commit(planned.writes)).ok).toBe(true);
  const below = await Promise.all(
    ['messages', 'history', 'attachments'].map((collection) =>
      documents.query({
        collection: `${ground.paths.case(id)}/${collection}`,
        where: [],
        orderBy: [],
        limit: 9,
      }),
    ),
  );
  expect(below.flat()).toEqual([]);
  expect(await documents.read(ground.paths.case(id))).toBeUndefined();
  expect(await documents.read(ground.paths.route(id))).toBeUndefined();
  await expectRecount(stage);
});

it('a case that changed since is not erased, and one that is joined has to be taken apart first', async () => {
  const head = await addCase(stage, 'ehead', { number: '70-0301' });
  const other = await addCase(stage, 'eother');
  const planned = await erase(other);
  if ('refuse' in planned) throw new Error(planned.refuse);
  await does(stage, demoOfficerId, other, 'join', { number: '70-0301' });
  expect(await stage.documents.commit(planned.writes)).toEqual({ ok: false, why: 'changed' });
  expect(await erase(other)).toEqual({ refuse: 'joined' });
  expect(await erase(head)).toEqual({ refuse: 'joined' });
});
