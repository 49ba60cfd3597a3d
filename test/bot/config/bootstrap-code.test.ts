import { expect, it } from 'vitest';
import { newBootstrapCode } from '../../../bot/config/bootstrap-code.ts';
import { readCode } from '../../../domain/agency/staff.ts';

it('makes codes that are read as they were made, and uses every character', () => {
  const codes = Array.from({ length: 500 }, () => newBootstrapCode());
  expect(codes.map(readCode)).toEqual(codes);
  expect(new Set(codes).size).toBe(500);
  expect(new Set(codes.join('')).size).toBe(31);
});

it('takes its characters from the entropy it is given', () => {
  expect(newBootstrapCode(() => 0)).toBe('AAAAAAAAAA');
  expect(newBootstrapCode((n) => n - 1)).toBe('9999999999');
});
