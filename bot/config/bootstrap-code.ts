import { randomInt } from 'node:crypto';
import { CODE_ALPHABET } from '../../domain/agency/staff.ts';

const codeLength = 10;

/**
 * A fresh code of ten characters that nobody mixes up, for the first admin. `below(n)` gives an unbiased
 * random integer from 0 up to, not including, n.
 */
export const newBootstrapCode = (below: (n: number) => number = (n) => randomInt(n)): string =>
  Array.from({ length: codeLength }, () => CODE_ALPHABET.charAt(below(CODE_ALPHABET.length))).join('');
