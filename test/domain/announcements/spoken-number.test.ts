import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spokenDigits, spokenNumber, spokenWhole } from '../../../domain/announcements/spoken-number.ts';

const ones = ['ศูนย์', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'];
const powers = new Map([
  ['สิบ', 10],
  ['ร้อย', 100],
  ['พัน', 1_000],
  ['หมื่น', 10_000],
  ['แสน', 100_000],
]);

/** Adds up what is said, word by word, as a listener does. */
function heard(words: string): number {
  let [whole, part, one] = [0, 0, 0];
  const said = words.match(/ล้าน|สิบ|ร้อย|พัน|หมื่น|แสน|เอ็ด|ยี่|[ก-๎]+?(?=ล้าน|สิบ|ร้อย|พัน|หมื่น|แสน|เอ็ด|ยี่|$)/gu) ?? [];
  for (const word of said) {
    const power = powers.get(word);
    if (word === 'ล้าน') [whole, part, one] = [(whole + part + one) * 1_000_000, 0, 0];
    else if (power !== undefined) [part, one] = [part + Math.max(one, 1) * power, 0];
    else if (word === 'เอ็ด') one = 1;
    else if (word === 'ยี่') one = 2;
    else one = ones.indexOf(word);
  }
  return whole + part + one;
}

describe('a number as it is said', () => {
  test.each([
    [0, 'ศูนย์'],
    [1, 'หนึ่ง'],
    [10, 'สิบ'],
    [11, 'สิบเอ็ด'],
    [20, 'ยี่สิบ'],
    [21, 'ยี่สิบเอ็ด'],
    [100, 'หนึ่งร้อย'],
    [101, 'หนึ่งร้อยเอ็ด'],
    [112, 'หนึ่งร้อยสิบสอง'],
    [2569, 'สองพันห้าร้อยหกสิบเก้า'],
    [1_000_000, 'หนึ่งล้าน'],
    [1_000_001, 'หนึ่งล้านเอ็ด'],
    [21_000_011, 'ยี่สิบเอ็ดล้านสิบเอ็ด'],
    [1_000_000_000_000, 'หนึ่งล้านล้าน'],
  ])('%d', (number, words) => {
    expect(spokenNumber(number)).toBe(words);
  });

  test('is heard as what it was', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 0, max: 15 }), (number, digits) => {
        const some = number % 10 ** digits;
        expect(heard(spokenNumber(some))).toBe(some);
      }),
      { numRuns: 2_000 },
    );
  });

  test('refuses what is no whole number', () => {
    for (const none of [-1, 1.5, Number.NaN, 2 ** 53]) expect(() => spokenNumber(none)).toThrow(RangeError);
  });

  test('is said digit by digit where it is no amount', () => {
    expect(spokenDigits('045-12')).toBe('ศูนย์สี่ห้าหนึ่งสอง');
    expect(spokenWhole('0012')).toBe('ศูนย์ศูนย์หนึ่งสอง');
    expect(spokenWhole('1,500')).toBe('หนึ่งพันห้าร้อย');
    expect(spokenWhole('1234567890123')).toBe('หนึ่งสองสามสี่ห้าหกเจ็ดแปดเก้าศูนย์หนึ่งสองสาม');
  });
});
