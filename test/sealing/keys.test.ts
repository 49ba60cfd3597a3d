import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Identity, identityOf, Recipient } from '../../sealing/keys.ts';
import { makePerson } from './people.ts';

test('keys that age makes are keys', async () => {
  const { identity, recipient } = await makePerson();
  expect(Identity.safeParse(identity).success).toBe(true);
  expect(Recipient.safeParse(recipient).success).toBe(true);
  expect(Identity.safeParse(recipient).success).toBe(false);
  expect(Recipient.safeParse(identity).success).toBe(false);
});

test('any 32 octets make an identity that age takes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (scalar) => {
      const identity = identityOf(scalar);
      expect(Identity.safeParse(identity).success).toBe(true);
      expect(Recipient.safeParse(await identityToRecipient(identity)).success).toBe(true);
    }),
  );
  expect(() => identityOf(new Uint8Array(31))).toThrow(RangeError);
});

test('a key with one wrong letter is none', async () => {
  const { identity, recipient } = await makePerson();
  fc.assert(
    fc.property(fc.nat({ max: 57 }), fc.constantFrom(...'qpzry9x8gf2tvdw0s3jn54khce6mua7l'), (at, letter) => {
      const change = (key: string, by: string) =>
        key.slice(0, key.length - 1 - at) + by + key.slice(key.length - at);
      fc.pre(recipient.at(-1 - at) !== letter && identity.at(-1 - at) !== letter.toUpperCase());
      expect(Recipient.safeParse(change(recipient, letter)).success).toBe(false);
      expect(Identity.safeParse(change(identity, letter.toUpperCase())).success).toBe(false);
    }),
  );
});

test('keys of another type are none', async () => {
  const hybrid = await generateHybridIdentity();
  expect(Identity.safeParse(hybrid).success).toBe(false);
  expect(Recipient.safeParse(await identityToRecipient(hybrid)).success).toBe(false);
});
