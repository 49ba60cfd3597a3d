import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../../support/bot.ts';
import { eventOf, says, someUser } from '../../support/webhook.ts';

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

const countsOf = async (work: () => Promise<unknown>) => {
  const before = { ...bot.counts };
  await work();
  return {
    reads: bot.counts.reads - before.reads,
    queries: bot.counts.queries - before.queries,
    commits: bot.counts.commits - before.commits,
    written: bot.counts.documentsWritten - before.documentsWritten,
  };
};

const sessions = () =>
  store.documents.query({ collection: 'agencies/khoen/sessions', where: [], orderBy: [], limit: 1000 });

describe('a text in mid-conversation', () => {
  it('costs no read when the session is warm, and one commit of one document', async () => {
    const user = someUser();
    await bot.does(user, says('ไฟถนนดับหน้าวัด'));
    expect(await countsOf(() => bot.does(user, says('มืดมากเลย')))).toEqual({
      reads: 0,
      queries: 0,
      commits: 1,
      written: 1,
    });
  });

  it('costs one read when it is cold', async () => {
    const user = someUser();
    await bot.does(user, says('ไฟถนนดับหน้าวัด'));
    const other = await startTestBot(store.documents);
    await other.does(user, says('มืดมากเลย'));
    expect(other.counts).toMatchObject({
      reads: 1,
      queries: expect.any(Number),
      commits: 1,
      documentsWritten: 1,
    });
    await other.close();
  });
});

describe('an event that comes again', () => {
  it('is kept once, and answered by reply with the question it led to', async () => {
    const event = eventOf(someUser(), says('ถนนเป็นหลุม'));
    const again = { ...event, replyToken: 'another-token', deliveryContext: { isRedelivery: true } };
    await bot.send(event);
    expect(await countsOf(() => bot.send(again))).toMatchObject({ reads: 0, commits: 0 });
    const [first, second] = bot.line.answers;
    expect(second?.to).toBe('another-token');
    expect(second?.replies.at(-1)).toEqual(first?.replies.at(-1));
  });

  it('is known to another process too', async () => {
    const event = eventOf(someUser(), says('ถนนเป็นหลุม'));
    await bot.send(event);
    const other = await startTestBot(store.documents);
    await other.send(event);
    expect(other.counts.commits).toBe(0);
    await other.close();
  });

  it('twice in one body is kept once', async () => {
    const event = eventOf(someUser(), says('ถนนเป็นหลุม'));
    expect(await countsOf(() => bot.send(event, event))).toMatchObject({ commits: 1 });
  });
});

describe('two processes over one store', () => {
  it('never lose what either was told, in whatever order', async () => {
    const user = someUser();
    const other = await startTestBot(store.documents);
    const words = Array.from({ length: 12 }, (_, n) => `ข้อความที่ ${n} เรื่องน้ำประปาไม่ไหล`);
    await bot.does(user, says('น้ำประปาไม่ไหล'));
    await other.does(user, says('หมู่บ้านเดียวกัน'));
    await Promise.all(words.map((text, n) => (n % 2 === 0 ? bot : other).does(user, says(text))));
    const [last] = await bot.does(user, says('หมดแล้วนะคะ'));
    const shown = JSON.stringify(last);
    expect(shown).toContain('ข้อความ 15');
    await other.close();
  });
});

describe('events of one resident', () => {
  it('are answered in the order they came', async () => {
    const user = someUser();
    const events = Array.from({ length: 8 }, (_, n) => eventOf(user, says(`ต้นไม้ล้มขวางถนน ${n}`)));
    await bot.send(...events);
    expect(bot.line.answers.map(({ to }) => to)).toEqual(events.map(({ replyToken }) => replyToken));
  });
});

describe('at rest', () => {
  it('a session shows neither whose it is nor what was said', async () => {
    const user = someUser();
    await bot.does(user, says('คำที่จำได้ง่ายมาก'));
    const stored = JSON.stringify(
      (await sessions()).map(({ id, data }) => [id, Buffer.from(String(data.body)).toString('latin1')]),
    );
    expect(stored).not.toContain(user);
    expect(stored).not.toContain(Buffer.from('คำที่จำได้ง่ายมาก').toString('latin1'));
  });

  it('a session that cannot be read restarts openly', async () => {
    const user = someUser();
    const before = new Set((await sessions()).map(({ id }) => id));
    await bot.does(user, says('ถนนพัง'));
    const mine = (await sessions()).find(({ id }) => !before.has(id));
    await store.documents.commit([
      { op: 'update', path: mine?.path ?? '', data: { body: Buffer.from('spoiled') } },
    ]);
    const other = await startTestBot(store.documents);
    const [first, ...rest] = await other.does(user, says('ถนนพังหน้าโรงเรียน'));
    expect(first?.text).toContain('ระบบเพิ่งปรับปรุง');
    expect(rest.length).toBeGreaterThan(0);
    await other.close();
  });
});

describe('a session that has expired', () => {
  const hours = (count: number) => count * 3_600_000;
  it.each([
    ['after 23 hours goes on', 'ไฟถนนดับ', hours(23), 0],
    ['after 25 hours starts anew', 'ไฟถนนดับ', hours(25), 1],
    ['with words of corruption after 29 minutes goes on', 'นายช่างเรียกเงินใต้โต๊ะ', hours(29 / 60), 0],
    ['with words of corruption after 31 minutes starts anew', 'นายช่างเรียกเงินใต้โต๊ะ', hours(31 / 60), 1],
  ])('%s', async (_name, words, later, anew) => {
    for (const isWarm of [true, false]) {
      const user = someUser();
      const began = Date.now();
      bot.clock.now = () => began;
      await bot.does(user, says(words));
      const next = isWarm ? bot : await startTestBot(store.documents);
      next.clock.now = () => began + later;
      const first = JSON.stringify(await next.does(user, says('ซอยสองหน้าบ้านกำนัน')));
      const fresh = someUser();
      const alone = JSON.stringify(await next.does(fresh, says('ซอยสองหน้าบ้านกำนัน')));
      const strip = (shown: string) => shown.replace(/v1\|[0-9a-z]+\|/g, '');
      expect(strip(first) === strip(alone)).toBe(anew === 1);
      if (!isWarm) await next.close();
    }
  });
});
