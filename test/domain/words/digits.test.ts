import { expect, test } from 'vitest';
import { arabicDigits, thaiDigits } from '../../../domain/words/digits.ts';

test('digits of the keyboards people use become Arabic, all else stays', () => {
  expect(arabicDigits('๐๑๒๓๔๕๖๗๘๙')).toBe('0123456789');
  expect(arabicDigits('０１２３４５６７８９')).toBe('0123456789');
  expect(arabicDigits('໐໑໒໓໔໕໖໗໘໙ ០១២៣៤៥៦៧៨៩')).toBe('0123456789 0123456789');
  expect(arabicDigits('หมู่ ๔ บ้าน 12 ½ 🙏')).toBe('หมู่ 4 บ้าน 12 ½ 🙏');
});

test('Thai digits and back', () => {
  expect(thaiDigits('1 เมษายน 2567')).toBe('๑ เมษายน ๒๕๖๗');
  expect(arabicDigits(thaiDigits('0123456789'))).toBe('0123456789');
});
