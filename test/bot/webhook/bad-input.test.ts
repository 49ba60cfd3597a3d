import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../../support/bot.ts';
import { complains, somebody } from '../../support/person.ts';
import { eventOf, postWebhook, presses, says, someUser } from '../../support/webhook.ts';

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

const thaiDigits = (words: string): string =>
  words.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));

describe('words that cannot be taken as they are', () => {
  it('over 5,000 units are to be sent in two, the draft as it was', async () => {
    const person = somebody(bot);
    await person.says('ท่อประปาแตก');
    expect(await person.says('ย'.repeat(5001))).toContain('แบ่งส่งเป็นสองข้อความ');
    expect(await person.says('น้ำไหลทั้งคืน')).toContain('ข้อความ 2');
  });

  it('ten thousand of them are answered each, and the first fifty kept', async () => {
    const userId = someUser();
    const person = somebody(bot, userId);
    for (let n = 0; n < 100; n += 1) {
      const events = Array.from({ length: 100 }, (_, of) =>
        eventOf(userId, says(`ไฟดับดวงที่ ${n * 100 + of + 1} ค่ะ`)),
      );
      expect((await bot.send(...events)).status).toBe(200);
    }
    expect(bot.line.answers).toHaveLength(10_000);
    expect(await person.says('ยังมีอีกค่ะ')).toContain('เก็บข้อความได้เท่านี้');
    await person.taps('แจ้งปัญหา');
    await person.taps('หมู่ 3');
    await person.taps('พอแล้ว');
    await person.taps('ไม่เก็บว่าใครแจ้ง');
    await person.taps('ยืนยันส่ง');
    const number = /เลขเรื่อง (\S+)/.exec(person.shown())?.[1];
    const cases = await store.documents.query({
      collection: 'agencies/khoen/cases',
      where: [['number', '==', number ?? '']],
      orderBy: [],
      limit: 1,
    });
    const lines = String(cases[0]?.data.text).split('\n');
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([50, 'ไฟดับดวงที่ 1 ค่ะ', 'ไฟดับดวงที่ 50 ค่ะ']);
  }, 300_000);

  it('that only look like words, of zero width, are asked for again, the draft as it was', async () => {
    const person = somebody(bot);
    await person.says('ต้นไม้ล้มขวางถนน');
    for (const nothing of ['\u200b\u200b\u200b', '\u2060', '\ufeff \u200d', '\u202e\u202c']) {
      expect(await person.says(nothing)).toContain('เป็นเรื่องอะไร');
    }
    expect(await person.says('หน้าโรงเรียน')).toContain('ข้อความ 2');
  });

  it('with characters of zero width inside mean what they say', async () => {
    const person = somebody(bot);
    expect(await person.says('เม\u200bนู')).toContain('ต้องการเรื่องไหน');
  });

  it('an emoji for a category is no category, and is asked about or let be', async () => {
    const person = somebody(bot);
    await person.says('มีเรื่องอยากให้มาดูหน่อย');
    await person.taps('แจ้งปัญหา');
    expect(person.shown()).toContain('เกี่ยวกับอะไร');
    const answer = await person.says('💡💡');
    expect(answer).toMatch(/เกี่ยวกับอะไร|หมู่ไหน/);
    if (answer.includes('เกี่ยวกับอะไร')) await person.taps('อื่น');
    expect(await person.says('หมู่ ๓')).toContain('เพิ่มไหม');
    await person.taps('พอแล้ว');
    const card = await person.taps('ไม่เก็บว่าใครแจ้ง');
    expect(card).toContain('หมู่ 3');
    expect(card).toContain('มีเรื่องอยากให้มาดูหน่อย');
  });
});

describe('a receipt as people type it', () => {
  it('opens its case in Thai digits, with slashes, dashes or spaces, and says where it is mistyped', async () => {
    const person = somebody(bot);
    const receipt = await complains(person, 'ไฟถนนดับหน้าศาลา', 'ไม่เก็บว่าใครแจ้ง');
    const number = /เลขเรื่อง (\S+)/.exec(await person.taps('ยืนยันส่ง'))?.[1] ?? 'none';
    const grouped = (by: string) => receipt.replace(/(.{4})(?=.)/g, `$1${by}`);
    for (const typed of [
      receipt,
      thaiDigits(grouped(' ')),
      grouped('/'),
      grouped('-'),
      ` ${grouped('\u200b')}`,
    ]) {
      expect(await somebody(bot).says(typed), typed).toContain(number);
    }
    const wrong = grouped('/').slice(0, -1) + String((Number(receipt.at(-1)) + 1) % 10);
    expect(await somebody(bot).says(wrong)).toContain('อาจพิมพ์ผิดหนึ่งตัว');
  });
});

describe('a photo that cannot be taken', () => {
  it('of 40 megapixels is declined with what to do, the draft as it was', async () => {
    const huge = await sharp({ create: { width: 7304, height: 5478, channels: 3, background: '#37c' } })
      .jpeg()
      .toBuffer();
    const person = somebody(bot);
    await person.says('ถนนพัง');
    expect(await person.sendsPhoto(new Uint8Array(huge))).toContain('จับภาพหน้าจอของรูปนี้');
    expect(await person.says('มีหลุมใหญ่')).toContain('ข้อความ 2');
  }, 60_000);
});

describe('a stale button', () => {
  it('gets an honest answer and the menu', async () => {
    const person = somebody(bot);
    await complains(person, 'ไฟถนนดับหน้าตลาด', 'ไม่เก็บว่าใครแจ้ง');
    const edit = person.buttonOf('แก้ไข');
    await person.taps('ยืนยันส่ง');
    const answer = await person.presses(edit);
    expect(answer).toContain('ใช้ไม่ได้แล้ว');
    expect(person.buttonOf('แจ้งปัญหา')).toContain('menu');
    for (const nonsense of [
      '',
      'x',
      'v1|-|menu|nowhere',
      'v9|-|menu|tip',
      '\u0000',
      `v1|${'z'.repeat(290)}`,
      'v1|-|mine|show.',
      'v1|-|mine|show',
      'v1|-|mine|show.__name__',
      'v1|-|mine|show.__a__',
      'v1|-|mine|show..',
    ]) {
      expect((await bot.send(eventOf(person.userId, presses(nonsense)))).status, nonsense).toBe(200);
    }
  });
});

describe('a signed body of any shape', () => {
  const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string({ unit: 'grapheme' }), fc.double());
  const message = fc.record(
    {
      type: fc.oneof(
        fc.constantFrom('text', 'image', 'audio', 'video', 'file', 'location', 'sticker'),
        value,
      ),
      id: fc.oneof(fc.constant('12345678'), value),
      text: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('เมนู', '1', '\ud800'), value),
      latitude: value,
      longitude: value,
      title: value,
    },
    { requiredKeys: [] },
  );
  const doing = fc.record(
    {
      type: fc.oneof(
        fc.constantFrom('message', 'postback', 'unsend', 'follow', 'join', 'leave', 'beacon'),
        value,
      ),
      message,
      postback: fc.oneof(fc.record({ data: fc.oneof(fc.string(), value) }), value),
      unsend: fc.oneof(fc.record({ messageId: value }), value),
      mode: fc.oneof(fc.constantFrom('active', 'standby'), value),
      source: fc.oneof(
        fc.constantFrom({ type: 'user', userId: someUser() }, { type: 'group', groupId: 'C1' }),
        value,
      ),
      webhookEventId: fc.oneof(fc.uuid(), value),
      timestamp: fc.oneof(fc.constant(Date.now()), value),
      replyToken: fc.oneof(fc.uuid(), value),
    },
    { requiredKeys: ['type'] },
  );

  it('is answered with 200 or 400, and never makes the bot fail', async () => {
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(doing, { maxLength: 3 }), fc.boolean(), async (doings, isWhole) => {
        const user = someUser();
        const events = isWhole
          ? doings.map((one) => ({ ...eventOf(user, { type: 'message' }), ...one }))
          : doings;
        const body = JSON.stringify({ destination: 'U0', events });
        const { status } = await postWebhook(bot.webhook, bot.secret, body);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect([200, 400]).toContain(status);
      }),
      { numRuns: 1500 },
    );
    expect([...statuses.keys()].sort()).toEqual([200, 400]);
    expect(bot.lines.join('')).not.toContain('event_failed');
  }, 120_000);
});
