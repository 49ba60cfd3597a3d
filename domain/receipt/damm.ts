/**
 * Damm's quasigroup of order ten: weakly totally anti-symmetric, with a zero diagonal, so that one check
 * digit catches every single wrong digit and every swap of two neighbours.
 * @see H. Michael Damm, "Total anti-symmetrische Quasigruppen", 2004
 */
const QUASIGROUP = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/**
 * The digit that completes `digits`: appended, it makes {@link hasCheckDigit} true.
 * @throws RangeError for anything but ASCII digits.
 */
export function checkDigit(digits: string): string {
  if (!/^[0-9]*$/.test(digits)) throw new RangeError('a check digit is computed over ASCII digits only');
  let interim = 0;
  for (const digit of digits) interim = QUASIGROUP[interim]?.[Number(digit)] ?? 0;
  return String(interim);
}

/** Whether the last of `digits` is the check digit of those before it. */
export const hasCheckDigit = (digits: string): boolean => checkDigit(digits) === '0';
