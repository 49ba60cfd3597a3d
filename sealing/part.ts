import { Decrypter, Encrypter } from 'age-encryption';
import type { Identity, Recipient } from './keys.ts';
import { decodePart, encodePart, type Part, type PartAddress } from './plaintext.ts';
import { filledHeader } from './recipients.ts';
import type { Random } from './shuffle.ts';

/**
 * Seals a part to its recipients: a binary age file, padded, its header filled with dummy recipients that
 * nobody can read. `random` serves dummies and their order; age draws its keys itself.
 * @throws RangeError when there is no recipient, since nobody could ever read the part.
 */
export async function sealPart(
  part: Part,
  recipients: readonly Recipient[],
  random: Random,
): Promise<Uint8Array> {
  if (recipients.length === 0) throw new RangeError('a part is sealed to at least one recipient');
  const encrypter = new Encrypter();
  for (const recipient of await filledHeader(recipients, random)) encrypter.addRecipient(recipient);
  return encrypter.encrypt(encodePart(part));
}

/**
 * What became of opening a part. `unopened`: not sealed to this identity, or altered since, which age cannot
 * always tell apart. `not_a_part`: opened, but of no version or shape known here. `misplaced`: a sound part
 * that belongs to another agency, draft or number than the one it was found under.
 */
export type OpenedPart =
  | { open: true; part: Part }
  | { open: false; why: 'unopened' | 'not_a_part' | 'misplaced' };

/** Opens a sealed part that was found at `address`. */
export async function openPart(
  identity: Identity,
  sealed: Uint8Array,
  address: PartAddress,
): Promise<OpenedPart> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const plaintext = await decrypter.decrypt(sealed).catch(() => undefined);
  if (plaintext === undefined) return { open: false, why: 'unopened' };
  const part = decodePart(plaintext);
  if (part === undefined) return { open: false, why: 'not_a_part' };
  const isThere = part.agency === address.agency && part.draft === address.draft && part.n === address.n;
  return isThere ? { open: true, part } : { open: false, why: 'misplaced' };
}
