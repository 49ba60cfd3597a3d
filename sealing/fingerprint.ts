import { sha256 } from '@noble/hashes/sha2.js';
import type { Recipient } from './keys.ts';

const DIGITS = 24;
const GROUP = 4;

/**
 * A public key as six groups of four digits, to be read out over the telephone and compared: of its SHA-256, so
 * that another key with the same digits takes about 2^79 tries.
 */
export function fingerprint(recipient: Recipient): string {
  const octets = sha256(new TextEncoder().encode(`prongsai/fingerprint/v1/${recipient}`));
  let number = 0n;
  for (const octet of octets) number = (number << 8n) | BigInt(octet);
  const digits = String(number % 10n ** BigInt(DIGITS)).padStart(DIGITS, '0');
  return digits.replaceAll(new RegExp(`(.{${GROUP}})(?=.)`, 'g'), '$1 ');
}
