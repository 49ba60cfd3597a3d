import { Decrypter, Encrypter } from 'age-encryption';
import { arabicDigits } from '../domain/words/digits.ts';
import { Identity } from './keys.ts';
import type { Random } from './shuffle.ts';

/** A passphrase is this many random digits: more than 66 bits that nobody chose. */
export const PASSPHRASE_DIGITS = 20;
const GROUP = 4;

/**
 * The cost of one guess, as the base-2 logarithm of scrypt's N: 64 MiB and, in a browser's JavaScript, about half
 * a second on a computer and two on a cheap phone. It is the digits that keep guessers out, not this.
 */
const WORK_FACTOR = 16;
/** What an identity may be sealed with at most, so that no stored octets can make a browser work for hours. */
const MOST_WORK = 18;

/** Twenty digits, each equally likely. `random` is a cryptographic source. */
export function makePassphrase(random: Random): string {
  let digits = '';
  while (digits.length < PASSPHRASE_DIGITS) {
    for (const octet of random(PASSPHRASE_DIGITS)) {
      if (octet < 250 && digits.length < PASSPHRASE_DIGITS) digits += String(octet % 10);
    }
  }
  return digits;
}

/** The groups in which a passphrase is shown and typed back. */
export const passphraseGroups = (digits: string): string[] =>
  Array.from({ length: Math.ceil(digits.length / GROUP) }, (_, nth) =>
    digits.slice(nth * GROUP, (nth + 1) * GROUP),
  );

/** The digits of what somebody typed, with Thai or Arabic digits and however grouped; undefined for anything else. */
export function readPassphrase(typed: string): string | undefined {
  const digits = arabicDigits(typed).replaceAll(/[\s\-–—._]/g, '');
  return /^[0-9]{20}$/.test(digits) ? digits : undefined;
}

/** An identity as an age file that only its passphrase opens, here or with the standard `age` command. */
export function sealIdentity(identity: Identity, passphrase: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(WORK_FACTOR);
  return encrypter.encrypt(`${identity}\n`);
}

/** The work factor that a passphrase-sealed file names; undefined for any other file. */
export function workFactorOf(sealed: Uint8Array): number | undefined {
  const start = new TextDecoder('latin1').decode(sealed.subarray(0, 80));
  const named = /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9]\d?)\n/.exec(start)?.[1];
  const factor = named === undefined ? undefined : Number(named);
  return factor !== undefined && factor <= MOST_WORK ? factor : undefined;
}

/** The identity that {@link sealIdentity} sealed; undefined for another passphrase and for anything else. */
export async function openIdentity(sealed: Uint8Array, passphrase: string): Promise<Identity | undefined> {
  if (workFactorOf(sealed) === undefined) return undefined;
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const text = await decrypter.decrypt(sealed, 'text').catch(() => undefined);
  return Identity.safeParse(text?.trim()).data;
}
