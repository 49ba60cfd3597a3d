import { createHash } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Random } from '../../sealing/shuffle.ts';

/** Somebody with a key pair. */
export interface Person {
  identity: string;
  recipient: string;
}

export const makePerson = async (): Promise<Person> => {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
};

export const makePeople = (count: number): Promise<Person[]> =>
  Promise.all(Array.from({ length: count }, makePerson));

/** Octets that look random and are the same for the same seed. */
export const seededRandom = (seed: string): Random => {
  let block = 0;
  return (octets) => {
    block += 1;
    return new Uint8Array(
      createHash('shake256', { outputLength: octets }).update(`${seed}/${block}`).digest(),
    );
  };
};
