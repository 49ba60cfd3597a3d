import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '../../../bot/line/render.ts';
import { DRAFT_ATTACHMENTS, DRAFT_CHARACTERS, DRAFT_TEXTS } from '../../../domain/conversation/draft.ts';
import type { Input } from '../../../domain/conversation/event.ts';
import type { Reply } from '../../../domain/conversation/reply.ts';
import { Session, type State } from '../../../domain/conversation/session.ts';
import { validateMessages } from '../../../simulator/line-rules/messages.ts';
import { agency, choicesOf, newWorld, say, Talk, wordsOf } from './talk.ts';

const SEQUENCES = 20_000;

/** What one event does, before it is known what the bot last offered. */
type Doing =
  | { do: 'input'; input: Input }
  | { do: 'tap'; nth: number }
  | { do: 'type nth'; nth: number; thai: boolean }
  | { do: 'old tap'; back: number; nth: number };

const words = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('ไฟถนนดับ หมู่ 4 หน้าวัด', 'น้ำไม่ไหล', 'ถนนพังหมู่ ๗', 'ช่วยด้วยไฟไหม้', 'ขยะเหม็นมาก'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('เจ้าหน้าที่เรียกเงินใต้โต๊ะ', 'ฮั้วประมูลถนน', 'สวัสดีค่ะ', 'ขอบคุณครับ', '🙏', '😀😀'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('เมนู', 'ย้อนกลับ', 'เรื่องของฉัน', 'ติดตามเรื่อง', 'รหัสหาย', 'ขอเบอร์โทร', 'ข้าม'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'ABCDE23456',
      'ประเมินบริการ #land-tax',
      '1234 5678 9012 3456',
      '0000/0000/0000/0000',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\u200b\u200b',
      '\u202e',
      'เ'.repeat(4999),
      'ๆ '.repeat(2501),
      'a|b|c',
      'v1|-|menu|tip',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);

const media = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ state: 'ready' } as const) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('too_large', 'unreadable', 'too_many_pixels', 'too_slow', 'gone')
      .map((reason) => ({ state: 'refused', reason }) as const),
  },
  { weight: 1, arbitrary: fc.constant({ state: 'not_fetched' } as const) },
);

const message = fc.nat(12).map((n) => `message-${n}`);

const input: fc.Arbitrary<Input> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('text' as const), text: words, message }) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom('photo' as const, 'voice' as const), message, media).map(
      ([type, id, found]): Input => ({
        type,
        message: id,
        media: found.state === 'ready' ? { state: 'ready', kind: type } : found,
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('place' as const),
      message,
      point: fc.record({
        latitude: fc.double({ min: -90, max: 90, noNaN: true }),
        longitude: fc.double({ min: -180, max: 180, noNaN: true }),
      }),
      title: fc.string({ maxLength: 300 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Input>(
      { type: 'sticker' },
      { type: 'follow' },
      { type: 'unsupported', what: 'video' },
      { type: 'unsupported', what: 'file' },
    ),
  },
  { weight: 1, arbitrary: message.map((id): Input => ({ type: 'unsend', message: id })) },
  {
    weight: 1,
    arbitrary: fc
      .oneof(
        fc.string(),
        fc.constantFrom(
          'v1|-|menu|survey',
          'v1|-|case|accept.nothing',
          'v1|-|mine|confirm.nothing',
          'v2|-|menu|tip',
          'v1|zz|tip.facts|on',
        ),
      )
      .map((data): Input => ({ type: 'button', data })),
  },
);

const doing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 5, arbitrary: fc.nat(14).map((nth): Doing => ({ do: 'tap', nth })) },
  { weight: 4, arbitrary: input.map((one): Doing => ({ do: 'input', input: one })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 14 }), fc.boolean())
      .map(([nth, thai]): Doing => ({ do: 'type nth', nth, thai })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(6), fc.nat(14)).map(([back, nth]): Doing => ({ do: 'old tap', back, nth })),
  },
);

const thaiDigits = (n: number): string =>
  String(n).replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));

/** Does one thing, or nothing where there is nothing to tap. */
function perform(talk: Talk, one: Doing, offered: Reply[][]): Reply[] {
  const buttons = (replies: Reply[]) =>
    choicesOf(replies).flatMap((choice) => (choice.does === 'answer' ? [choice.button] : []));
  switch (one.do) {
    case 'input':
      return talk.send(one.input);
    case 'type nth':
      return talk.type(one.thai ? thaiDigits(one.nth) : String(one.nth));
    case 'tap':
    case 'old tap': {
      const among = buttons(offered.at(one.do === 'tap' ? -1 : -1 - one.back) ?? []);
      const data = among[one.nth % Math.max(1, among.length)];
      return data === undefined ? [] : talk.send({ type: 'button', data });
    }
  }
}

function bounded(state: State): boolean {
  if ('draft' in state) {
    const texts = state.draft.parts.filter((part) => part.kind === 'text');
    const characters = texts.reduce((sum, part) => sum + part.text.length, 0);
    const media = state.draft.parts.filter((part) => part.kind === 'photo' || part.kind === 'voice');
    return texts.length <= DRAFT_TEXTS && characters <= DRAFT_CHARACTERS && media.length <= DRAFT_ATTACHMENTS;
  }
  return !('tip' in state) || state.tip.parts.length <= DRAFT_TEXTS + DRAFT_ATTACHMENTS;
}

const look = { shortName: agency.shortName, phone: agency.phone };

/** Cards and bubbles seen before need no second validation: the same replies render the same. */
const validated = new Set<string>();

function expectSendable(replies: Reply[]): void {
  if (replies.length === 0) return;
  const shape = JSON.stringify(replies)
    .replace(/v1\|[0-9a-z]{8}\|/g, 'v1|tag|')
    .replace(/\d{4} \d{4} \d{4} \d{4}|\d{16}/g, 'receipt');
  if (validated.has(shape)) return;
  validated.add(shape);
  expect(validateMessages(render(replies, look))).toEqual([]);
}

describe('any sequence of events', () => {
  it(`holds for ${SEQUENCES} of them: never throws, parses, fits LINE, stays bounded, and cancels to the menu`, () => {
    fc.assert(
      fc.property(fc.array(doing, { minLength: 1, maxLength: 14 }), fc.boolean(), (doings, isStaff) => {
        const known = [{ question: 'น้ำไม่ไหลต้องทำอย่างไร', answer: 'โทรงานประปา' }];
        const world = { ...newWorld(), known };
        if (isStaff)
          world.staff.set('somebody', { version: 1, id: 'somebody', name: 'สมหมาย ใจดี', roles: ['officer'] });
        const talk = new Talk(world);
        const offered: Reply[][] = [talk.send({ type: 'follow' })];
        for (const one of doings) {
          const replies = perform(talk, one, offered);
          expectSendable(replies);
          expectSendable(talk.last?.push ?? []);
          if (replies.length > 0) offered.push(replies);
          expect(Session.safeParse(talk.session).success).toBe(true);
          expect(bounded(talk.session.state)).toBe(true);
        }
        const after = talk.type(say.engine.cancel);
        expect(talk.at).toBe('idle');
        const labels = choicesOf(after).map(({ label }) => label);
        expect(labels, wordsOf(after)).toContain(say.engine.menuLabels.contact(agency.shortName));
      }),
      { numRuns: SEQUENCES },
    );
  }, 600_000);
});
