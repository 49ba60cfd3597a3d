import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyBasis } from '../../../bot/records/basis.ts';
import { lookUp } from '../../../bot/records/lookup.ts';
import { demoDeputyId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { entryFrom, mayEnter } from '../../../domain/case/entry-days.ts';
import { readReceipt } from '../../../domain/receipt/receipt.ts';
import { Entered, KeptPhoto } from '../../../domain/staff/cases.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';
import { addCase, alertsOf, all, expectRecount, listIn, stored } from './world.ts';

let stage: StaffStage;
beforeAll(async () => {
  stage = await openStaffStage();
});
afterAll(async () => {
  await expectRecount(stage);
  await stage.close();
});

const once = () => randomBytes(24).toString('base64url');
const entry = (more: object = {}) => ({
  once: once(),
  kind: 'complaint',
  channel: 'paper',
  received: '2026-10-05',
  category: 'road',
  place: 'moo-2',
  text: 'ถนนหน้าวัดเป็นหลุม เลขบัตร 1101700230708',
  ...more,
});
const enters = (body: object, staffId = demoOfficerId) => stage.call(staffId, 'POST', '/cases', body);

describe('a case entered for somebody', () => {
  it('has a number of the same sequence, its true day, its channel, its receipt, and who entered it', async () => {
    await addCase(stage, 'chat', { number: '70-9000' });
    const first = Entered.parse((await enters(entry())).json);
    const second = Entered.parse((await enters(entry({ channel: 'phone' }), demoDeputyId)).json);
    expect(Number(second.number.slice(3))).toBe(Number(first.number.slice(3)) + 1);
    const record = await stored(stage, first.id);
    expect(record).toMatchObject({
      received: '2026-10-05',
      due: '2026-10-20',
      channel: 'paper',
      enteredBy: demoOfficerId,
      unit: 'works',
      history: 1,
    });
    expect(record.text).not.toContain('1101700230708');
    expect(readReceipt(first.receipt)).toMatchObject({ found: 'receipt' });
    const { agency } = stage.parts.current();
    const asker = { userId: 'U00000000000000000000000000000007', agency, now: stage.parts.clock() };
    const found = await lookUp(stage.ground, asker, emptyBasis(), first.receipt);
    expect(found).toMatchObject({ found: 'case', view: { id: first.id } });
    expect(JSON.stringify(await all(stage, 'cases'))).not.toContain(first.receipt);
    expect((await alertsOf(stage, first.id)).map(({ to }) => to)).toEqual([demoDeputyId]);
    const tally = await stage.documents.read(stage.ground.paths.tally('cases-2570'));
    expect(tally?.data).toMatchObject({
      '2026-10_complaint_new': 2,
      '2026-10_complaint_via-paper': 1,
      '2026-10_complaint_via-phone': 1,
    });
    const late = listIn(await stage.call(demoOfficerId, 'GET', '/cases?view=late'));
    expect(late.cases.map(({ id }) => id)).toContain(first.id);
  });

  it('sent again after a lost answer is the same case and the same slip', async () => {
    const body = entry();
    const replies = await Promise.all([enters(body), enters(body), enters(body)]);
    const slips = replies.map(({ json }) => Entered.parse(json));
    expect(new Set(slips.map(({ id, number, receipt }) => `${id} ${number} ${receipt}`)).size).toBe(1);
    expect(slips.filter(({ isNew }) => isNew)).toHaveLength(1);
    const other = Entered.parse((await enters(body, demoDeputyId)).json);
    expect(other.id).not.toBe(slips[0]?.id);
    expect(other.receipt).not.toBe(slips[0]?.receipt);
  });

  it('keeps the photo of its paper', async () => {
    const body = entry({ text: 'ตามหนังสือแนบ' });
    const paper = sharp({ create: { width: 30, height: 40, channels: 3, background: '#fff' } });
    const octets = new Uint8Array(await paper.png().toBuffer());
    const path = `/entries/${body.once}/photo`;
    const kept = KeptPhoto.parse((await stage.call(demoOfficerId, 'PUT', path, octets)).json);
    const again = KeptPhoto.parse((await stage.call(demoOfficerId, 'PUT', path, octets)).json);
    expect(again).toEqual(kept);
    const { id } = Entered.parse((await enters({ ...body, photo: kept.n })).json);
    expect((await stored(stage, id)).files).toEqual([
      { n: kept.n, kind: 'photo', use: 'paper', sha256: kept.sha256 },
    ]);
    expect((await stage.call(demoDeputyId, 'GET', `/cases/${id}/files/${kept.n}`)).status).toBe(200);
    expect((await stage.call(demoOfficerId, 'PUT', path, octets)).code).toBe('exists');
    expect((await enters(entry({ photo: kept.n }))).code).toBe('bad_shape');
  });

  it('is refused for a day to come or of a closed year, by LINE, and with what the agency does not have', async () => {
    for (const wrong of [
      { received: '2026-11-25' },
      { received: '2026-09-30' },
      { received: '2026-02-30' },
      { channel: 'line' },
      { category: 'moon' },
      { place: 'moo-99' },
      { text: ' \u200b ' },
      { text: 'ก'.repeat(20_001) },
      { once: 'short' },
    ]) {
      expect([wrong, (await enters(entry(wrong))).code]).toEqual([wrong, 'bad_shape']);
    }
    const long = Entered.parse((await enters(entry({ text: 'ก'.repeat(20_000) }))).json);
    expect((await stored(stage, long.id)).text).toHaveLength(20_000);
  });

  it('that is about staff stays away from the unit it is about', async () => {
    const { categories } = stage.parts.current().agency;
    const category = categories.find(({ aboutStaff }) => aboutStaff)?.id;
    const { id } = Entered.parse((await enters(entry({ category, concerns: 'works' }))).json);
    expect((await stage.call(demoDeputyId, 'GET', `/cases/${id}`)).code).toBe('not_found');
    expect((await alertsOf(stage, id)).map(({ to }) => to)).not.toContain(demoDeputyId);
    const plain = Entered.parse((await enters(entry({ concerns: 'works' }))).json);
    expect((await stored(stage, plain.id)).audience).toBe('all');
  });
});

describe('the days that can be entered', () => {
  it('are those of the fiscal year, and in October of the one before', () => {
    expect(entryFrom('2026-11-24')).toBe('2026-10-01');
    expect(entryFrom('2026-10-31')).toBe('2025-10-01');
    expect(entryFrom('2026-09-30')).toBe('2025-10-01');
    expect([mayEnter('2026-09-30', '2026-10-31'), mayEnter('2026-09-30', '2026-11-01')]).toEqual([
      true,
      false,
    ]);
  });
});
