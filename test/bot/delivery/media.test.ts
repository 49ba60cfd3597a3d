import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../../support/bot.ts';
import { type Person, somebody } from '../../support/person.ts';

let store: SeededStore;
let bot: TestBot;
beforeAll(async () => {
  store = await openSeededStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  bot = await startTestBot(store.documents);
  return () => bot.close();
});

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#37c' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'เจ้าของรูปนี้' } })
    .toBuffer()
    .then((octets) => new Uint8Array(octets));
const attachments = () => store.documents.query({ group: 'attachments', where: [], orderBy: [], limit: 100 });
const octetsOf = (data: Record<string, unknown>) =>
  data.bytes instanceof Uint8Array ? Buffer.from(data.bytes) : Buffer.alloc(0);

async function sortedAsComplaint(person: Person) {
  await person.says('ไฟถนนดับหน้าวัด หมู่ 2');
  await person.taps('แจ้งปัญหา');
}

describe('a photo', () => {
  it('is kept cleaned, for its sender alone until it is known what it is about', async () => {
    const person = somebody(bot);
    const before = new Set((await attachments()).map(({ path }) => path));
    await person.sendsPhoto(await photo(300, 200));
    const added = async () => (await attachments()).find(({ path }) => !before.has(path));
    const held = await added();
    expect(held?.data).toMatchObject({ held: true, kind: 'photo' });
    await expect(sharp(octetsOf(held?.data ?? {})).metadata()).rejects.toThrow();

    await sortedAsComplaint(person);
    const released = await added();
    expect(released?.data).toMatchObject({ held: false });
    const metadata = await sharp(octetsOf(released?.data ?? {})).metadata();
    expect(metadata).toMatchObject({ width: 300, height: 200 });
    expect(metadata.exif).toBeUndefined();
  });

  it.each([
    ['that is a zip', () => Promise.resolve(new Uint8Array(Buffer.from('PK\u0003\u0004 not a photo')))],
    ['that is cut off', async () => (await photo(600, 400)).slice(0, 700)],
    ['that LINE no longer has', () => Promise.resolve(undefined)],
  ])('%s is declined with a sentence, and the draft stays', async (_name, octets) => {
    const person = somebody(bot);
    const before = (await attachments()).length;
    await person.says('ถนนพัง');
    const answer = await person.sendsPhoto(await octets());
    expect(answer).toMatch(/รูป/);
    expect((await attachments()).length).toBe(before);
    expect(await person.says('มีหลุมใหญ่')).toContain('ข้อความ 2');
  });

  it('that LINE cannot hand out now can be sent again', async () => {
    const person = somebody(bot);
    const answer = await person.sendsPhoto(undefined);
    expect(answer).toContain('ส่งอีกครั้ง');
    await person.sendsPhoto(await photo(40, 40));
    expect(person.shown()).toContain('เป็นเรื่องอะไร');
  });
});
