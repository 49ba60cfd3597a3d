import { identityToRecipient } from 'age-encryption';
import { type Identity, identityOf, type Recipient } from './keys.ts';

/** Cost of one derivation; `octets` is the length of what comes out. Memory used is 128 · N · r octets. */
export interface ScryptCost {
  N: number;
  r: number;
  p: number;
  octets: number;
}

/** scrypt (RFC 7914) as server or browser has it. */
export type Scrypt = (password: Uint8Array, salt: Uint8Array, cost: ScryptCost) => Promise<Uint8Array>;

/** What a receipt stands for: where its case is found, and the key its reporter reads and is written to with. */
export interface ReceiptKeys {
  /** 32 octets; only an HMAC of it is ever stored. */
  lookupId: Uint8Array;
  identity: Identity;
  recipient: Recipient;
}

/** Public salt octets that every agency has. */
export const RECEIPT_SALT_OCTETS = 16;

const COST: ScryptCost = { N: 2 ** 15, r: 8, p: 1, octets: 64 };
const utf8 = new TextEncoder();

/**
 * Derives a receipt's look-up id and age identity. `digits` are 16 ASCII digits as `readReceipt` gives them,
 * `salt` the agency's 16 public octets.
 * @throws RangeError when either has another length.
 */
export async function deriveReceipt(
  scrypt: Scrypt,
  { agencyId, salt, digits }: { agencyId: string; salt: Uint8Array; digits: string },
): Promise<ReceiptKeys> {
  if (!/^[0-9]{16}$/.test(digits)) throw new RangeError('a receipt is derived from 16 ASCII digits');
  if (salt.length !== RECEIPT_SALT_OCTETS) throw new RangeError('a receipt salt has 16 octets');
  const context = utf8.encode(`prongsai/receipt/v1/${agencyId}`);
  const derived = await scrypt(utf8.encode(digits), Uint8Array.of(...context, ...salt), COST);
  const identity = identityOf(derived.subarray(32, 64));
  return { lookupId: derived.slice(0, 32), identity, recipient: await identityToRecipient(identity) };
}
