import { base64nopad, bech32 } from '@scure/base';
import { type Recipient as DummyRecipient, identityToRecipient, Stanza } from 'age-encryption';
import { identityOf, type Recipient } from './keys.ts';
import { type Random, shuffled } from './shuffle.ts';

/** Every header holds a multiple of this many recipients, so that it does not tell how many people can read. */
const HEADER_STEP = 8;

/** Looks like any X25519 recipient of the file, but wraps nothing: a real public key beside random octets. */
const dummyRecipient = async (random: Random): Promise<DummyRecipient> => {
  const recipient = await identityToRecipient(identityOf(random(32)));
  const share = base64nopad.encode(bech32.decodeToBytes(recipient).bytes);
  const stanza = new Stanza(['X25519', share], random(32));
  return { wrapFileKey: () => [stanza] };
};

/** These recipients among dummies that nobody can read, in random order: a multiple of eight in all. */
export async function filledHeader(
  recipients: readonly Recipient[],
  random: Random,
): Promise<(Recipient | DummyRecipient)[]> {
  const missing = (HEADER_STEP - (recipients.length % HEADER_STEP)) % HEADER_STEP;
  const dummies = await Promise.all(Array.from({ length: missing }, () => dummyRecipient(random)));
  return shuffled([...recipients, ...dummies], random);
}
