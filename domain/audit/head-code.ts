/** Digits and capitals of which none is taken for another. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 20;
const GROUP = 4;

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function bitsOf(mac: string): number[] {
  return [...mac].flatMap((letter) => {
    const value = BASE64URL.indexOf(letter);
    return value < 0 ? [] : [5, 4, 3, 2, 1, 0].map((bit) => (value >> bit) & 1);
  });
}

/**
 * How a link of the audit is named on paper: the first hundred bits of its mac, five groups of four letters. Whoever
 * has it can tell later whether the chain still goes through that link.
 */
export function headCode(mac: string): string {
  const bits = bitsOf(mac);
  const letters = Array.from({ length: LETTERS }, (_, index) => {
    const value = bits.slice(index * 5, index * 5 + 5).reduce((sum, bit) => sum * 2 + bit, 0);
    return ALPHABET.charAt(value);
  });
  return Array.from({ length: LETTERS / GROUP }, (_, group) =>
    letters.slice(group * GROUP, group * GROUP + GROUP).join(''),
  ).join('-');
}

/** The code that somebody typed from paper, as {@link headCode} writes it; undefined for anything else. */
export function readHeadCode(text: string): string | undefined {
  const letters = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (letters.length !== LETTERS || ![...letters].every((letter) => ALPHABET.includes(letter)))
    return undefined;
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-');
}
