import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { State } from '../../../domain/conversation/session.ts';
import { makeReceipt } from '../../../domain/receipt/receipt.ts';
import { phoneOf } from '../chat.ts';
import { hostileText } from '../hostile.ts';
import { type Mutation, mutated, mutations } from '../mutate.ts';
import { targetOf } from '../target.ts';

type Step =
  | { does: 'says'; text: string }
  | { does: 'taps'; nth: number; spoils: Mutation[] | undefined }
  | { does: 'presses'; data: string };

const message = (text: string) => ({
  type: 'message',
  message: { type: 'text', id: String(randomInt(2 ** 40)), text },
});
const postback = (data: string) => ({ type: 'postback', postback: { data } });

const places = [
  ...State.options.map(({ shape }) => shape.at.value),
  'menu',
  'case',
  'mine',
  '__proto__',
  'constructor',
];
const choice = fc.oneof(
  fc.constantFrom(
    'tip',
    'complain',
    'ask',
    'rate',
    'follow',
    'menu',
    'back',
    'cancel',
    'yes',
    'no',
    '0',
    '1',
    '99',
    'more',
    'send',
    'skip',
  ),
  fc.stringMatching(/^[A-Za-z0-9_.:-]{1,120}$/),
);
const button = fc
  .record({
    version: fc.constantFrom('v1', 'v1', 'v1', 'v2'),
    tag: fc.constantFrom('-', 'a', 'zzzzzzzz'),
    at: fc.constantFrom(...places),
    choice,
  })
  .map(({ version, tag, at, choice: chosen }) => `${version}|${tag}|${at}|${chosen}`);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('says' as const),
      text: fc.oneof(
        fc.constantFrom('เมนู', 'ถนนเป็นหลุม', 'โกงเงิน', '1', 'หมู่ 3', 'ยกเลิก', 'ย้อนกลับ'),
        hostileText,
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('taps' as const),
      nth: fc.nat(20),
      spoils: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: mutations }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('presses' as const), data: fc.oneof(button, hostileText) }),
  },
);

/** Buttons: those on the last answer, whole or spoilt, and others that say they are ours. */
export const postbacks = targetOf<Step[]>({
  name: 'postbacks',
  many: 4_000,
  few: 60,
  round: 500,
  atOnce: 16,
  keepsNothing: false,
  inputs: () => fc.array(step, { minLength: 10, maxLength: 10 }),
  async give(stage, steps, oracle) {
    const phone = phoneOf(stage, oracle);
    for (const one of steps) {
      let doing: object;
      if (one.does === 'says') doing = message(one.text);
      else if (one.does === 'presses') doing = postback(one.data);
      else {
        const data = phone.buttons();
        const tapped = data[one.nth % Math.max(1, data.length)] ?? 'v1|-|menu|complain';
        doing = postback(
          one.spoils === undefined ? tapped : mutated(Buffer.from(tapped), one.spoils).toString(),
        );
      }
      const fault = await phone.does(doing);
      if (fault !== undefined) return fault;
    }
    return undefined;
  },
});

const thai = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
const sixteen = fc.array(fc.nat(9), { minLength: 16, maxLength: 16 }).map((digits) => digits.join(''));
const valid = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((octets) => makeReceipt(octets));

/** What somebody types for a receipt. */
const typed = fc
  .record({
    digits: fc.oneof({ weight: 30, arbitrary: sixteen }, { weight: 1, arbitrary: valid }),
    by: fc.constantFrom('', ' ', '-', '/', '\u200b', '\n', '.', '  ', '\u0000'),
    isThai: fc.boolean(),
    lead: fc.constantFrom('', 'รหัสลับ ', 'รหัส:', 'receipt '),
    spoils: fc.oneof(fc.constant(undefined), mutations),
  })
  .map(({ digits, by, isThai, lead, spoils }) => {
    const grouped = lead + digits.replace(/(.{4})(?=.)/g, `$1${by}`);
    const whole = isThai ? thai(grouped) : grouped;
    return spoils === undefined ? whole : mutated(Buffer.from(whole), spoils).toString();
  });

/** Receipts as people type them, and nearly so; one in sixty with a right check digit, for each of which scrypt runs. */
export const receipts = targetOf<string>({
  name: 'receipts',
  many: 20_000,
  few: 250,
  round: 5000,
  atOnce: 32,
  keepsNothing: false,
  inputs: () => fc.oneof({ weight: 9, arbitrary: typed }, { weight: 1, arbitrary: hostileText }),
  give: (stage, text, oracle) => phoneOf(stage, oracle).does(message(text)),
});
