import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasCheckDigit } from '../../../domain/receipt/damm.ts';
import { formatReceipt, makeReceipt, RECEIPT_ENTROPY, readReceipt } from '../../../domain/receipt/receipt.ts';

const entropy = fc.uint8Array({ minLength: RECEIPT_ENTROPY, maxLength: 40 });
const receipt = entropy.map(makeReceipt);
const ZERO: Record<string, number> = { arabic: 0x30, thai: 0x0e50, 'full-width': 0xff10 };
const digitSet = fc.constantFrom('arabic', 'thai', 'full-width');
const separator = fc.constantFrom('', '', ' ', '  ', '-', '–', '/', '.', '\n', '\u200b', '\u00a0', ' \ufeff');

const written = (digits: string, set: string): string =>
  digits.replace(/./g, (digit) => String.fromCharCode((ZERO[set] ?? 0) + Number(digit)));

describe('making', () => {
  test('a receipt is 16 digits, the last of which checks the others', () => {
    fc.assert(
      fc.property(receipt, (digits) => {
        expect(digits).toMatch(/^[0-9]{16}$/);
        expect(hasCheckDigit(digits)).toBe(true);
      }),
    );
  });

  test('it uses the whole range: from all zeros to all nines', () => {
    const octets = (number: bigint) =>
      Uint8Array.from({ length: 16 }, (_, index) => Number((number >> BigInt(8 * (15 - index))) & 255n));
    expect(makeReceipt(octets(0n)).slice(0, 15)).toBe('000000000000000');
    expect(makeReceipt(octets(10n ** 15n - 1n)).slice(0, 15)).toBe('999999999999999');
    expect(makeReceipt(octets(10n ** 15n)).slice(0, 15)).toBe('000000000000000');
  });

  test('each of its 15 random digits is about equally often each of the ten', () => {
    const counts = Array.from({ length: 15 }, () => new Array<number>(10).fill(0));
    const rounds = 20_000;
    let state = 1n;
    for (let round = 0; round < rounds; round += 1) {
      const random = Uint8Array.from({ length: 16 }, () => {
        state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
        return Number(state >> 56n);
      });
      [...makeReceipt(random).slice(0, 15)].forEach((digit, at) => {
        const row = counts[at];
        if (row) row[Number(digit)] = (row[Number(digit)] ?? 0) + 1;
      });
    }
    const expected = rounds / 10;
    for (const row of counts) {
      const chiSquared = row.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      expect(chiSquared).toBeLessThan(40);
    }
  });

  test('too little randomness is refused', () => {
    expect(() => makeReceipt(new Uint8Array(RECEIPT_ENTROPY - 1))).toThrow(RangeError);
  });
});

describe('reading', () => {
  test('what is shown is read back', () => {
    fc.assert(
      fc.property(receipt, (digits) => {
        expect(formatReceipt(digits)).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/);
        expect(readReceipt(formatReceipt(digits))).toEqual({ found: 'receipt', digits });
      }),
    );
  });

  test('in every digit set, however it is grouped, with or without its name', () => {
    const lead = fc.constantFrom('', 'รหัสลับ ', 'รหัสลับ: ', 'รหัส:', ' รหัส  ', 'รหัสลับ：\n', '\u200bรหัสลับ ');
    const gaps = fc.array(separator, { minLength: 17, maxLength: 17 });
    fc.assert(
      fc.property(receipt, digitSet, lead, gaps, (digits, set, name, between) => {
        const typed = [...written(digits, set)].map((digit, at) => (between[at] ?? '') + digit).join('');
        expect(readReceipt(name + typed + between[16])).toEqual({ found: 'receipt', digits });
      }),
    );
  });

  test('digit sets may be mixed', () => {
    expect(readReceipt('1234 ๕๖๗๘ ９０１２ 3450')).toEqual({ found: 'receipt', digits: '1234567890123450' });
  });

  test('one wrong digit or two swapped ones are a mistyped receipt', () => {
    fc.assert(
      fc.property(receipt, fc.nat({ max: 14 }), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const other = String((Number(digits[at]) + by) % 10);
        expect(readReceipt(digits.slice(0, at) + other + digits.slice(at + 1))).toEqual({ found: 'wrong' });
        fc.pre(digits[at] !== digits[at + 1]);
        const swapped =
          digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2);
        expect(readReceipt(swapped)).toEqual({ found: 'wrong' });
      }),
    );
  });

  test.each([
    ['an ID number', '1-2345-67890-12-3'],
    ['a phone number', '081-234-5678'],
    ['15 digits', '123456789012345'],
    ['17 digits', '12345678901234500'],
    ['a receipt in a sentence', 'รหัสลับ 1234 5678 9012 3450 ครับ'],
    ['a receipt within words', 'ขอดูเรื่อง 1234567890123450'],
    ['another word before it', 'รหัสผ่าน 1234567890123450'],
    ['two receipts', '1234567890123450 1234567890123450'],
    ['a circled digit', '①234567890123450'],
    ['Persian digits', '۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۰'],
    ['nothing', ''],
    ['only its name', 'รหัสลับ:'],
    ['only separators', ' - / . \n'],
  ])('%s is no receipt', (_, text) => {
    expect(readReceipt(text)).toEqual({ found: 'none' });
  });

  test('any text at all is read without failing, however long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(['none', 'wrong', 'receipt']).toContain(readReceipt(text).found);
      }),
    );
    expect(readReceipt(`${'รหัส '.repeat(1000)}${'1 '.repeat(50_000)}`)).toEqual({ found: 'none' });
  });
});
