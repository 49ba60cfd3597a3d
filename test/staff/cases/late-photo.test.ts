import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepPaper } from '../../../bot/staff/cases/enter.ts';
import { StoreUnavailable, type Write } from '../../../bot/store/documents.ts';
import { demoAdminId, demoStaff } from '../../../domain/agency/khoen-staff.ts';
import { Entered, KeptPhoto } from '../../../domain/staff/cases.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';

let stage: StaffStage;
beforeAll(async () => {
  stage = await openStaffStage();
});
afterAll(() => stage.close());

test('the photo of a paper stays, where its first try fails and lands only after the entry took the second', async () => {
  const admin = demoStaff.find(({ id }) => id === demoAdminId);
  if (admin === undefined) throw new Error('nobody to enter it');
  const once = randomBytes(16).toString('hex');
  const octets = new Uint8Array(
    await sharp({ create: { width: 40, height: 30, channels: 3, background: '#287' } })
      .jpeg()
      .toBuffer(),
  );
  const held: (readonly Write[])[] = [];
  const documents = {
    ...stage.documents,
    async commit(writes: readonly Write[]): Promise<never> {
      held.push(writes);
      throw new StoreUnavailable('it lands later');
    },
  };
  const parts = { ...stage.parts, ground: { ...stage.ground, documents } };
  const now = parts.clock();
  const call = {
    staff: admin,
    session: '',
    until: now,
    params: { once },
    query: undefined,
    body: octets,
    now,
  };
  await expect(keepPaper(parts, call)).rejects.toThrow(StoreUnavailable);

  const kept = await stage.call(demoAdminId, 'PUT', `/entries/${once}/photo`, octets);
  const { n } = KeptPhoto.parse(kept.json);
  const entry = { once, kind: 'complaint', channel: 'paper', received: '2026-11-20', text: 'ถนนเป็นหลุม' };
  const entered = await stage.call(demoAdminId, 'POST', '/cases', { ...entry, photo: n });
  const { id } = Entered.parse(entered.json);
  for (const writes of held) await stage.documents.commit(writes);

  const photo = await stage.documents.read(stage.ground.paths.attachment(id, n));
  expect(photo?.data).toBeDefined();
  expect(photo?.data).not.toHaveProperty('expireAt');
  expect((await stage.call(demoAdminId, 'PUT', `/entries/${once}/photo`, octets)).code).toBe('exists');
});
