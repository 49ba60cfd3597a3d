import { checkDigit, hasCheckDigit } from './damm.ts';

/** Random octets that {@link makeReceipt} needs. */
export const RECEIPT_ENTROPY = 16;

const RANDOM_DIGITS = 15;
const RECEIPT_SPACE = 10n ** 15n;

/**
 * A receipt (รหัสลับ): 15 random digits and a Damm check digit, 16 ASCII digits in all.
 * The first {@link RECEIPT_ENTROPY} octets of `entropy` are used; taking a 128-bit number modulo 10^15
 * leaves every receipt within 2^-78 of equally likely.
 * @throws RangeError when `entropy` is shorter.
 */
export function makeReceipt(entropy: Uint8Array): string {
  if (entropy.length < RECEIPT_ENTROPY) throw new RangeError('a receipt needs 16 random octets');
  let number = 0n;
  for (const octet of entropy.subarray(0, RECEIPT_ENTROPY)) number = (number << 8n) | BigInt(octet);
  const digits = String(number % RECEIPT_SPACE).padStart(RANDOM_DIGITS, '0');
  return digits + checkDigit(digits);
}

/** How a receipt is shown: `1234 5678 9012 3456`. */
export const formatReceipt = (digits: string): string => digits.replace(/(.{4})(?=.)/g, '$1 ');

/** What a text is, taken as a receipt. `wrong`: as long as a receipt, but mistyped; it counts as no attempt. */
export type ReadReceipt = { found: 'none' } | { found: 'wrong' } | { found: 'receipt'; digits: string };

/** In UTF-16 units; more than that is no receipt, whatever it holds, and is not searched. */
const LONGEST_TEXT = 200;
/** Zero-width characters, direction marks, the soft hyphen and the byte order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const LEAD = /^\s*รหัส(?:ลับ)?\s*[:：]?/;
/** Spaces and line ends, hyphens and dashes, slashes, dots; full-width forms too. */
const SEPARATORS = /[\s\-\u2010-\u2015\u2212\ufe63\uff0d/\\\u2044\u2215\uff0f.\u00b7\u3002\uff0e]/g;
const SIXTEEN_DIGITS = /^[0-9๐-๙０-９]{16}$/;

const asciiDigit = (digit: string): string => {
  const code = digit.charCodeAt(0);
  const zero = code >= 0xff10 ? 0xff10 : code >= 0x0e50 ? 0x0e50 : 0x30;
  return String(code - zero);
};

/**
 * Reads a receipt out of what somebody typed, pasted or copied from the card. The whole text must be the
 * receipt: Thai, Arabic or full-width digits, however grouped, perhaps led by "รหัสลับ" or "รหัส".
 */
export function readReceipt(text: string): ReadReceipt {
  if (text.length > LONGEST_TEXT) return { found: 'none' };
  const bare = text.replace(INVISIBLE, '').replace(LEAD, '').replace(SEPARATORS, '');
  if (!SIXTEEN_DIGITS.test(bare)) return { found: 'none' };
  const digits = bare.replace(/./g, asciiDigit);
  return hasCheckDigit(digits) ? { found: 'receipt', digits } : { found: 'wrong' };
}
