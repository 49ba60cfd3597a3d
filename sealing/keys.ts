import { bech32 } from '@scure/base';
import { z } from 'zod';

const KEY_OCTETS = 32;

const carriesKey = (text: string, prefix: string): boolean => {
  const decoded = bech32.decodeUnsafe(text);
  if (decoded === undefined || decoded.prefix.toLowerCase() !== prefix) return false;
  return bech32.fromWordsUnsafe(decoded.words)?.length === KEY_OCTETS;
};

/**
 * Somebody's public key, `age1…`: an X25519 recipient.
 * @see https://github.com/C2SP/C2SP/blob/main/age.md#the-x25519-recipient-type
 */
export const Recipient = z
  .string()
  .regex(/^age1[a-z0-9]{58}$/)
  .refine((text) => carriesKey(text, 'age'));
export type Recipient = z.infer<typeof Recipient>;

/** Somebody's secret key, `AGE-SECRET-KEY-1…`: an X25519 identity. */
export const Identity = z
  .string()
  .regex(/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/)
  .refine((text) => carriesKey(text, 'age-secret-key-'));
export type Identity = z.infer<typeof Identity>;

/** The age identity whose scalar is these 32 octets. */
export function identityOf(scalar: Uint8Array): Identity {
  if (scalar.length !== KEY_OCTETS) throw new RangeError('an X25519 scalar has 32 octets');
  return bech32.encodeFromBytes('AGE-SECRET-KEY-', scalar).toUpperCase();
}
