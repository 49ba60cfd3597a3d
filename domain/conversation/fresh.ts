import { makeReceipt } from '../receipt/receipt.ts';
import type { Turn } from './turn.ts';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Small letters and digits, one an octet. */
export const spell = (octets: Uint8Array): string =>
  Array.from(octets, (octet) => ALPHABET[octet % 36]).join('');

/** A new draft's tag: eight characters that tie its buttons to it. */
export const freshTag = (turn: Turn): string => spell(turn.entropy.subarray(0, 8));

/** A new case's id: 20 characters, about 103 bits, unguessable. */
export const freshCaseId = (turn: Turn): string => spell(turn.entropy.subarray(8, 28));

/** A new receipt. */
export const freshReceipt = (turn: Turn): string => makeReceipt(turn.entropy.subarray(28, 44));

/** Twelve characters for the ids of what one step creates besides the case. */
export const freshMark = (turn: Turn): string => spell(turn.entropy.subarray(44, 56));

/** Picks one of `among` by the last octets, for names that mean nothing. */
export const freshPick = (
  { entropy }: Pick<Turn, 'entropy'>,
  nth: 0 | 1,
  among: readonly string[],
): string => {
  const high = entropy[56 + nth * 2] ?? 0;
  const low = entropy[57 + nth * 2] ?? 0;
  return among[(high * 256 + low) % among.length] ?? '';
};
