import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDigit, hasCheckDigit } from '../../../domain/receipt/damm.ts';

const digit = fc.integer({ min: 0, max: 9 }).map(String);
const digits = fc.string({ unit: digit, minLength: 1, maxLength: 30 });
const whole = digits.map((some) => some + checkDigit(some));

test('the published example has its published check digit', () => {
  expect(checkDigit('572')).toBe('4');
  expect(hasCheckDigit('5724')).toBe(true);
});

test('exactly one of the ten digits completes a number', () => {
  fc.assert(
    fc.property(digits, (some) => {
      const fitting = [...'0123456789'].filter((last) => hasCheckDigit(some + last));
      expect(fitting).toEqual([checkDigit(some)]);
    }),
  );
});

test('every single wrong digit is caught', () => {
  fc.assert(
    fc.property(whole, fc.nat(), digit, (right, seed, other) => {
      const at = seed % right.length;
      fc.pre(right[at] !== other);
      expect(hasCheckDigit(right.slice(0, at) + other + right.slice(at + 1))).toBe(false);
    }),
  );
});

test('every swap of two different neighbours is caught', () => {
  fc.assert(
    fc.property(whole, fc.nat(), (right, seed) => {
      const at = seed % (right.length - 1);
      const [first, second] = [right.charAt(at), right.charAt(at + 1)];
      fc.pre(first !== second);
      expect(hasCheckDigit(right.slice(0, at) + second + first + right.slice(at + 2))).toBe(false);
    }),
  );
});

test.each(['12a4', '๕๗๒', '1 2'])('%j is refused as a number', (text) => {
  expect(() => checkDigit(text)).toThrow(RangeError);
});
