import { identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { fingerprint } from '../../sealing/fingerprint.ts';
import { identityOf } from '../../sealing/keys.ts';

test('a key has six groups of four digits, the same everywhere, and another key has others', async () => {
  const one = await identityToRecipient(identityOf(new Uint8Array(32).fill(1)));
  const other = await identityToRecipient(identityOf(new Uint8Array(32).fill(2)));
  expect(fingerprint(one)).toMatch(/^(\d{4} ){5}\d{4}$/);
  expect(fingerprint(one)).toBe(fingerprint(one.slice()));
  expect(fingerprint(other)).not.toBe(fingerprint(one));
});
