import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskIdNumbers } from '../../../domain/words/id-numbers.ts';

/** The thirteenth digit, as the Department of Provincial Administration computes it. */
function withCheckDigit(twelve: string): string {
  let sum = 0;
  for (let index = 0; index < 12; index += 1) sum += Number(twelve[index]) * (13 - index);
  return twelve + String((11 - (sum % 11)) % 10);
}

const id = withCheckDigit('133990012345');
const twelveDigits = fc.stringMatching(/^[1-8]\d{11}$/);
const grouped = (number: string, separator: string) =>
  [number.slice(0, 1), number.slice(1, 5), number.slice(5, 10), number.slice(10, 12), number.slice(12)].join(
    separator,
  );

describe('identity numbers', () => {
  test('are masked but for the last three digits, however they are written', () => {
    const end = id.slice(10);
    expect(maskIdNumbers(`เลขบัตร ${id} ค่ะ`)).toBe(`เลขบัตร xxxxxxxxxx${end} ค่ะ`);
    expect(maskIdNumbers(grouped(id, '-'))).toBe(`x-xxxx-xxxxx-${end.slice(0, 2)}-${end.slice(2)}`);
    expect(maskIdNumbers(grouped(id, ' '))).toBe(`x xxxx xxxxx ${end.slice(0, 2)} ${end.slice(2)}`);
    expect(maskIdNumbers(`หมู่ 4 ${id}`)).toBe(`หมู่ 4 xxxxxxxxxx${end}`);
    expect(maskIdNumbers(`${id} 0812345678`)).toBe(`xxxxxxxxxx${end} 0812345678`);
    expect(maskIdNumbers(`${id.slice(0, 5)} ${id.slice(5)}`)).toBe(`xxxxx xxxxx${end}`);
  });

  test('in Thai digits keep their digits', () => {
    const thai = id.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
    expect(maskIdNumbers(`บัตร${thai}`)).toBe(`บัตรxxxxxxxxxx${thai.slice(10)}`);
  });

  test('with a wrong check digit are some other number', () => {
    fc.assert(
      fc.property(twelveDigits, fc.integer({ min: 1, max: 9 }), (twelve, off) => {
        const right = withCheckDigit(twelve);
        const wrong = twelve + String((Number(right.at(-1)) + off) % 10);
        expect(maskIdNumbers(right)).not.toBe(right);
        expect(maskIdNumbers(wrong)).toBe(wrong);
      }),
    );
  });

  test('receipts of 16 digits and telephone numbers stay', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{16}$/), (receipt) => {
        const fours = receipt.replace(/(\d{4})(?=\d)/g, '$1 ');
        expect(maskIdNumbers(receipt)).toBe(receipt);
        expect(maskIdNumbers(fours)).toBe(fours);
        expect(maskIdNumbers(fours.replaceAll(' ', '-'))).toBe(fours.replaceAll(' ', '-'));
      }),
    );
    for (const phone of ['0812345678', '081-234-5678', '045 000 000', '+66 81 234 5678']) {
      expect(maskIdNumbers(`โทร ${phone} นะคะ`)).toBe(`โทร ${phone} นะคะ`);
    }
  });

  test('every one is masked wherever it stands, and the rest of the text stays', () => {
    fc.assert(
      fc.property(twelveDigits, fc.string(), fc.string(), (twelve, before, after) => {
        const number = withCheckDigit(twelve);
        const head = `${before.replace(/\d/g, '')}: `;
        const tail = ` ;${after.replace(/\d/g, '')}`;
        expect(maskIdNumbers(head + number + tail)).toBe(`${head}xxxxxxxxxx${number.slice(10)}${tail}`);
      }),
    );
  });
});
