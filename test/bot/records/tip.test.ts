import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  demoIntegrityOfficerId as first,
  demoSecondIntegrityOfficerId as second,
} from '../../../domain/agency/khoen-staff.ts';
import { checkManifest } from '../../../sealing/manifest.ts';
import { openPart } from '../../../sealing/part.ts';
import type { Part } from '../../../sealing/plaintext.ts';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../../support/bot.ts';
import { somebody, tips } from '../../support/person.ts';
import { eventOf, presses } from '../../support/webhook.ts';

let store: SeededStore;
let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot(store.documents);
  return () => bot.close();
});
beforeAll(async () => {
  store = await openSeededStore();
});
afterAll(() => store.close());

const all = async (collection: string) =>
  store.documents.query({ collection: `agencies/khoen/${collection}`, where: [], orderBy: [], limit: 1000 });
const tipCases = async () => (await all('cases')).filter(({ data }) => data.kind === 'tip');
const newTip = async (work: () => Promise<unknown>) => {
  const before = new Set((await tipCases()).map(({ id }) => id));
  await work();
  const added = (await tipCases()).filter(({ id }) => !before.has(id));
  expect(added).toHaveLength(1);
  return added[0]?.id ?? '';
};
const sealedParts = async (caseId: string) =>
  (await all(`cases/${caseId}/messages`)).flatMap(({ id, data }) =>
    data.sealed instanceof Uint8Array ? [{ n: Number(id), sealed: new Uint8Array(data.sealed), data }] : [],
  );
const openedBy = async (staffId: string, caseId: string): Promise<Part[]> => {
  const parts = await sealedParts(caseId);
  const opened = await Promise.all(
    parts.map(({ n, sealed }) =>
      openPart(store.keys[staffId] ?? '', sealed, { agency: 'khoen', draft: caseId, n }),
    ),
  );
  return opened.flatMap((one) => (one.open ? [one.part] : [])).sort((a, b) => a.n - b.n);
};

describe('a confirmed tip', () => {
  it('opens for its readers alone, whole and as it was confirmed', async () => {
    const person = somebody(bot);
    const words = ['นายช่างเรียกเงินค่าเซ็นแบบ', 'เมื่อวันจันทร์ที่ผ่านมา ที่ห้องกองช่าง'];
    const caseId = await newTip(async () => {
      await tips(person, 'กองช่าง', words);
      await person.taps('ยืนยันส่ง');
    });
    for (const reader of [first, second]) {
      const parts = await openedBy(reader, caseId);
      expect(parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []))).toEqual(words);
      expect(parts.map(({ kind }) => kind)).toEqual(['text', 'text', 'about', 'manifest']);
      const manifest = parts.at(-1);
      if (manifest?.kind !== 'manifest') throw new Error('the last part is no manifest');
      const found = { agency: 'khoen', draft: caseId, parts: await sealedParts(caseId) };
      expect(await checkManifest(manifest, found)).toEqual([]);
    }
    for (const { data } of await sealedParts(caseId)) expect(data).not.toHaveProperty('expireAt');
  });

  it('does not open for who sits in the office it concerns', async () => {
    const person = somebody(bot);
    const caseId = await newTip(async () => {
      await tips(person, 'กองการศึกษา', ['มีการฮั้วประมูล']);
      await person.taps('ยืนยันส่ง');
    });
    expect(await openedBy(first, caseId)).toHaveLength(3);
    expect(await openedBy(second, caseId)).toHaveLength(0);
  });

  it('leaves nothing that is keyed by the person, and no case id in any alert', async () => {
    const person = somebody(bot);
    const before = (await all('sessions')).length;
    const caseId = await newTip(async () => {
      await tips(person, 'กองคลัง', ['เบิกเงินเท็จ']);
      await person.taps('ยืนยันส่ง');
    });
    expect((await all('sessions')).length).toBe(before);
    const alerts = (await all('outbox')).filter(({ data }) => JSON.stringify(data.notice).includes('tips'));
    expect(JSON.stringify(alerts)).not.toContain(caseId);
    expect(new Set(alerts.map(({ data }) => JSON.stringify(data.addressee))).size).toBe(alerts.length);
    const tip = (await tipCases()).find(({ id }) => id === caseId);
    expect(JSON.stringify(tip?.data)).not.toMatch(/finance|false-claims|เบิก/);
    expect(person.shown()).toMatch(/ขอบคุณค่ะ$/);
  });

  it('is one tip however often it is confirmed', async () => {
    const person = somebody(bot);
    await newTip(async () => {
      await tips(person, 'กองคลัง', ['เบิกเงินเท็จ']);
      const event = eventOf(person.userId, presses(person.buttonOf('ยืนยันส่ง')));
      await bot.send(event);
      await bot.send({ ...event, replyToken: 'again' });
      const other = await startTestBot(store.documents);
      await other.send({ ...event, replyToken: 'elsewhere' });
      await other.close();
    });
  });

  it('is never pushed about, whatever becomes of the reply', async () => {
    const person = somebody(bot);
    await tips(person, 'กองคลัง', ['เบิกเงินเท็จ']);
    const button = person.buttonOf('ยืนยันส่ง');
    bot.line.replying = async () => ({ ok: false, failure: 'refused', status: 400 });
    await newTip(() => bot.send(eventOf(person.userId, presses(button))));
    expect(bot.line.answers.filter(({ by }) => by === 'push')).toEqual([]);
  });

  it('takes further words by its receipt, from any phone, for its reporter and readers alone', async () => {
    const person = somebody(bot);
    let receipt = '';
    const caseId = await newTip(async () => {
      receipt = await tips(person, 'กองการศึกษา', ['ครูเวรขายนมโรงเรียน']);
      await person.taps('ยืนยันส่ง');
    });
    const later = somebody(bot);
    await later.says(receipt);
    expect(await later.taps('อ่านในแชตนี้')).toContain('ครูเวรขายนมโรงเรียน');
    await later.says('มีคนเห็นอีกสองคน');
    const added = (await openedBy(first, caseId)).at(-1);
    expect(added).toMatchObject({ kind: 'message', from: 'reporter', text: 'มีคนเห็นอีกสองคน' });
    expect(await openedBy(second, caseId)).toEqual([]);
    const again = somebody(bot);
    await again.says(receipt);
    expect(await again.taps('อ่านในแชตนี้')).toContain('มีคนเห็นอีกสองคน');
  });
});

describe('a photo', () => {
  it('sent before it was known to be a tip is sealed, and no copy stays', async () => {
    const person = somebody(bot);
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c33' } })
      .jpeg()
      .toBuffer();
    await person.sendsPhoto(new Uint8Array(photo));
    const caseId = await newTip(async () => {
      await person.taps('แจ้งทุจริต');
      await person.taps('แจ้งในแชตนี้');
      await person.taps('กองคลัง');
      await person.taps('เรียกเงิน');
      await person.says('ตามรูป');
      await person.taps('ไปต่อ');
      await person.taps('ตรวจแล้ว');
      await person.taps('ยืนยันส่ง');
    });
    const parts = await openedBy(first, caseId);
    expect(parts.map(({ kind }) => kind).sort()).toEqual(['about', 'manifest', 'photo', 'text']);
    const left = await store.documents.query({ group: 'attachments', where: [], orderBy: [], limit: 100 });
    expect(left).toEqual([]);
  });
});

describe('nothing is kept', () => {
  it("where chats can be read in LINE's own manager, or that is not known", async () => {
    for (const chatMode of ['chat', 'unknown'] as const) {
      bot.line.chatMode = chatMode;
      const person = somebody(bot);
      await person.says('เมนู');
      expect(await person.taps('แจ้งทุจริต')).toContain('ยังไม่มีอะไรถูกเก็บ');
    }
  });

  it('where nobody outside the office is left to read', async () => {
    const readers = 'agencies/khoen/readers/current';
    const found = await store.documents.read(readers);
    const officers = Array.isArray(found?.data.officers) ? found.data.officers : [];
    await store.documents.commit([{ op: 'update', path: readers, data: { officers: officers.slice(0, 1) } }]);
    const person = somebody(bot);
    await person.says('เมนู');
    await person.taps('แจ้งทุจริต');
    await person.taps('แจ้งในแชตนี้');
    expect(await person.taps('สำนักปลัด')).toContain('ยังไม่มีอะไรถูกเก็บ');
    await store.documents.commit([{ op: 'update', path: readers, data: { officers } }]);
  });

  it("where the account's chats became readable, or its readers went, between the first word and the last", async () => {
    const partsNow = () => store.documents.query({ group: 'messages', where: [], orderBy: [], limit: 1000 });
    const cases = (await tipCases()).length;
    const before = (await partsNow()).length;
    for (const chatMode of ['chat', 'unknown'] as const) {
      bot.line.chatMode = 'bot';
      const person = somebody(bot);
      await tips(person, 'กองช่าง', ['เรียกเงินค่าตรวจรับงาน']);
      bot.line.chatMode = chatMode;
      expect(await person.taps('ยืนยันส่ง')).toContain('แจ้งที่หน่วยงานอื่นได้โดยตรง');
      expect(person.shown()).not.toContain('ส่งแล้ว');
    }
    bot.line.chatMode = 'bot';
    const person = somebody(bot);
    await tips(person, 'สำนักปลัด', ['เรียกเงินค่าตรวจรับงาน']);
    const readers = 'agencies/khoen/readers/current';
    const officers = (await store.documents.read(readers))?.data.officers;
    await store.documents.commit([{ op: 'update', path: readers, data: { officers: [] } }]);
    expect(await person.taps('ยืนยันส่ง')).toContain('แจ้งที่หน่วยงานอื่นได้โดยตรง');
    await store.documents.commit([{ op: 'update', path: readers, data: { officers } }]);
    expect([(await tipCases()).length, (await partsNow()).length]).toEqual([cases, before]);
  });

  it('of a tip that is given up', async () => {
    const person = somebody(bot);
    const partsNow = () => store.documents.query({ group: 'messages', where: [], orderBy: [], limit: 1000 });
    const before = (await partsNow()).length;
    await tips(person, 'กองช่าง', ['เปลี่ยนใจ']);
    await person.taps('ยกเลิกและลบ');
    expect((await partsNow()).length).toBe(before);
  });
});
