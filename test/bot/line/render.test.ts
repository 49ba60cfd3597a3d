import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { render } from '../../../bot/line/render.ts';
import { type Choice, type Reply, text } from '../../../domain/conversation/reply.ts';
import { validateMessages } from '../../../simulator/line-rules/messages.ts';

const look = { shortName: 'อบต.เขิน', phone: '045-000-000' };

const answer = (label: string, more: { silent?: boolean } = {}): Choice => ({
  does: 'answer',
  label,
  button: `v1|-|menu|${label.length}`,
  ...more,
});

/** Every object inside a message that is tapped, with what it does and all words that stand in it. */
interface Tapped {
  action: Record<string, unknown>;
  words: string[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wordsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (!isRecord(value)) return [];
  const own = typeof value.text === 'string' && value.type === 'text' ? [value.text] : [];
  return [...own, ...wordsIn(value.contents), ...wordsIn(value.body), ...wordsIn(value.footer)];
};

const tappedIn = (value: unknown): Tapped[] => {
  if (Array.isArray(value)) return value.flatMap(tappedIn);
  if (!isRecord(value)) return [];
  const own = isRecord(value.action) ? [{ action: value.action, words: wordsIn(value) }] : [];
  return [...own, ...tappedIn(value.contents), ...tappedIn(value.body), ...tappedIn(value.footer)];
};

const quick = (messages: unknown[]): unknown[] =>
  z
    .array(z.looseObject({ quickReply: z.object({ items: z.array(z.unknown()) }).optional() }))
    .parse(messages)
    .map((message) => message.quickReply?.items.length ?? 0);

const words = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 320 }),
  fc.string({ unit: 'binary', maxLength: 5000, size: 'max' }),
  fc.constantFrom(
    '',
    ' ',
    '\n',
    'หมู่ 4',
    '😀'.repeat(300),
    'ก'.repeat(5000),
    '👨‍👩‍👧‍👦'.repeat(100),
    '\u0001'.repeat(4000),
    '"'.repeat(5000),
  ),
);
const label = fc.oneof(words, fc.constantFrom('แจ้งปัญหา/แจ้งซ่อม', 'ย้อนกลับ', 'ป้า'.repeat(100)));
const choice: fc.Arbitrary<Choice> = fc.oneof(
  fc.record({
    does: fc.constant('answer' as const),
    label,
    button: fc.string({ maxLength: 300 }),
    silent: fc.boolean(),
  }),
  fc.record({ does: fc.constant('open' as const), label, uri: fc.oneof(fc.webUrl(), words) }),
  fc.record({ does: fc.constant('call' as const), label, phone: fc.oneof(words, fc.constant('1669')) }),
  fc.record({ does: fc.constant('copy' as const), label, text: words }),
  fc.record({ does: fc.constant('share place' as const), label }),
);
const choices = fc.array(choice, { maxLength: 20 });
const reply: fc.Arbitrary<Reply> = fc.oneof(
  fc.record({ reply: fc.constant('text' as const), text: words, choices, asides: choices }),
  fc.record({
    reply: fc.constant('card' as const),
    title: words,
    rows: fc.array(fc.record({ label: words, value: words, strong: fc.boolean() }), { maxLength: 40 }),
    text: words,
    choices,
    asides: choices,
  }),
);

describe('anything that is said', () => {
  it('is one to five messages that LINE takes', () => {
    fc.assert(
      fc.property(
        fc.array(reply, { minLength: 1, maxLength: 7 }),
        words,
        words,
        fc.boolean(),
        (replies, shortName, phone, typed) => {
          expect(validateMessages(render(replies, { shortName, phone }, { typed }))).toEqual([]);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('is taken by LINE with any few choices at their heaviest', () => {
    const heavy = 'ก่้'.repeat(400);
    const label = 'ก่้๊'.repeat(60);
    for (const few of [1, 2, 3, 4, 5, 6]) {
      for (const one of [
        { does: 'answer' as const, label, button: '\u0001'.repeat(300) },
        { does: 'copy' as const, label, text: heavy },
        { does: 'open' as const, label, uri: `https://khoen.example/${'a'.repeat(970)}` },
      ]) {
        const asked: Reply = { ...text(heavy), choices: Array.from({ length: few }, () => one) };
        expect(validateMessages(render([asked], look))).toEqual([]);
      }
    }
  });

  it('says nothing where there is nothing to say', () => {
    expect(render([], look)).toEqual([]);
  });
});

describe('a photo on a card', () => {
  const card = (uri: string): Reply => ({
    reply: 'card',
    title: 'แก้ไขแล้ว',
    rows: [],
    text: '',
    photo: { uri, label: 'ดูรูป' },
    choices: [answer('เรียบร้อย')],
    asides: [],
  });

  it('is shown where LINE can fetch it, and opened by a button where it cannot', () => {
    const shown = render([card('https://example.org/after/c/1')], look);
    expect(validateMessages(shown)).toEqual([]);
    expect(shown[0]).toMatchObject({
      contents: { hero: { type: 'image', url: 'https://example.org/after/c/1' } },
    });
    const opened = render([card('http://localhost/after/c/1')], look);
    expect(validateMessages(opened)).toEqual([]);
    expect(JSON.stringify(opened)).not.toContain('"hero"');
    expect(
      tappedIn(opened.flatMap((one) => ('contents' in one ? [one.contents] : []))).map(
        ({ action }) => action.uri,
      ),
    ).toContain('http://localhost/after/c/1');
  });
});

describe('a question', () => {
  it('without choices is words alone', () => {
    expect(render([text('ยินดีค่ะ')], look)).toEqual([{ type: 'text', text: 'ยินดีค่ะ' }]);
  });

  it('numbers its answers, and speaks the label when one is tapped', () => {
    const [message] = render([text('เป็นเรื่องอะไรคะ', [answer('แจ้งปัญหา'), answer('สอบถาม')])], look);
    expect(tappedIn(message?.type === 'flex' ? message.contents : undefined)).toEqual([
      {
        action: { type: 'postback', label: 'แจ้งปัญหา', data: 'v1|-|menu|9', displayText: 'แจ้งปัญหา' },
        words: ['1', 'แจ้งปัญหา'],
      },
      {
        action: { type: 'postback', label: 'สอบถาม', data: 'v1|-|menu|6', displayText: 'สอบถาม' },
        words: ['2', 'สอบถาม'],
      },
    ]);
  });

  it('shows no second number beside those that labels carry, and counts answers alone', () => {
    const call: Choice = { does: 'call', label: 'โทร 1669', phone: '1669' };
    const wordsOf = (...labels: string[]) => {
      const [message] = render([text('เลือกข้อไหนคะ', [call, ...labels.map((label) => answer(label))])], look);
      const tapped = tappedIn(message?.type === 'flex' ? message.contents : undefined);
      expect(tapped[0]?.action).toEqual({ type: 'uri', label: 'โทร 1669', uri: 'tel:1669' });
      return tapped.map((one) => one.words).slice(1);
    };
    expect(wordsOf('หมู่ 2', 'หมู่ 1', 'ข้าม')).toEqual([['หมู่ 2'], ['หมู่ 1'], ['ข้าม']]);
    expect(wordsOf('5 มากที่สุด', '4 มาก')).toEqual([['5 มากที่สุด'], ['4 มาก']]);
    expect(wordsOf('ต่ำกว่า 20 ปี', '20–39 ปี')).toEqual([
      ['1', 'ต่ำกว่า 20 ปี'],
      ['2', '20–39 ปี'],
    ]);
  });

  it('numbers only the last reply that is listened to, and none that is sent by itself', () => {
    const two = [answer('ใช่'), answer('ไม่ใช่')];
    const replies = [text('ก่อน', two), text('หลัง', two), text('จบ')];
    const numbersOf = (messages: ReturnType<typeof render>) =>
      messages.map((message) =>
        tappedIn(message.type === 'flex' ? message.contents : []).map((one) => one.words[0]),
      );
    expect(numbersOf(render(replies, look))).toEqual([['ใช่', 'ไม่ใช่'], ['1', '2'], []]);
    expect(numbersOf(render(replies, look, { typed: false }))).toEqual([['ใช่', 'ไม่ใช่'], ['ใช่', 'ไม่ใช่'], []]);
  });

  it('puts ways out and the place to share on the last message, each once', () => {
    const asides = [{ does: 'share place', label: 'ส่งตำแหน่ง' } as const, answer('ย้อนกลับ')];
    const messages = render([text('หนึ่ง', [], asides), text('สอง', [], asides)], look);
    expect(quick(messages)).toEqual([0, 2]);
  });

  it('keeps the words of thirteen answers whole and tappable', () => {
    const labels = Array.from({ length: 13 }, (_, n) => `ท่อระบายน้ำ/น้ำท่วม${'ก'.repeat(n)}`);
    const [message] = render(
      [
        text(
          'เรื่องไหนคะ',
          labels.map((one) => answer(one)),
        ),
      ],
      look,
    );
    const tapped = tappedIn(message?.type === 'flex' ? message.contents : undefined);
    expect(tapped.map((one) => one.words.at(-1))).toEqual(labels);
  });

  it('says long words first and shows the buttons below them', () => {
    const long = 'ถนนเป็นหลุม '.repeat(200).trim();
    const messages = render([text(long, [answer('ส่ง'), answer('แก้')])], look);
    expect(messages.map(({ type }) => type)).toEqual(['text', 'flex']);
    expect(messages[0]).toEqual({ type: 'text', text: long });
    expect(wordsIn(messages[1])).not.toContain(long);
  });
});

describe('what the chat list shows', () => {
  const altOf = (reply: Reply) => {
    const [message] = render([reply], look);
    return message?.type === 'flex' ? message.altText : undefined;
  };
  const silent = { silent: true };

  it('is the question', () => {
    expect(altOf(text('เป็นเรื่องอะไรคะ', [answer('สอบถาม'), answer('ลับ', silent)]))).toBe('เป็นเรื่องอะไรคะ');
  });

  it('is only the agency where every answer is silent, which then puts no words into the chat either', () => {
    const secret = text('เรื่องนี้เกี่ยวกับใครคะ', [answer('กองคลัง', silent)], [answer('ยกเลิกและลบ', silent)]);
    expect(altOf(secret)).toBe('อบต.เขิน');
    expect(JSON.stringify(render([secret], look))).not.toContain('displayText');
  });

  it('never holds a receipt', () => {
    const card: Reply = {
      reply: 'card',
      title: 'ตรวจอีกครั้งค่ะ',
      rows: [{ label: 'รหัสลับ', value: '1234 5678 9012 3456', strong: true }],
      text: '',
      choices: [answer('ยืนยันส่ง')],
      asides: [],
    };
    expect(altOf(card)).toBe('ตรวจอีกครั้งค่ะ');
    const [message] = render([card], look);
    expect(wordsIn(message?.type === 'flex' ? message.contents : undefined)).toEqual([
      'ตรวจอีกครั้งค่ะ',
      'รหัสลับ',
      '1234 5678 9012 3456',
      'ยืนยันส่ง',
      'อบต.เขิน · 045-000-000',
    ]);
  });
});

describe('a row of a card', () => {
  const cardWith = (value: string): Reply => ({
    reply: 'card',
    title: 'ตรวจอีกครั้งค่ะ',
    rows: [{ label: 'รายละเอียด', value }],
    text: '',
    choices: [],
    asides: [],
  });
  const shown = (value: string) => JSON.stringify(render([cardWith(value)], look));

  it('has its value beside the label while that is short, below it in full width where it is long', () => {
    expect(shown('ไฟดับหน้าวัดสามคืนแล้ว')).toContain('"layout":"baseline"');
    expect(shown('ไฟดับหน้าวัดสามคืนแล้ว '.repeat(6))).not.toContain('"layout":"baseline"');
  });
});
