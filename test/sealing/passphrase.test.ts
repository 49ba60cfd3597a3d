import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  makePassphrase,
  openIdentity,
  passphraseGroups,
  readPassphrase,
  sealIdentity,
  workFactorOf,
} from '../../sealing/passphrase.ts';
import { makePerson, seededRandom } from './people.ts';

const random = (octets: number) => new Uint8Array(randomBytes(octets));

test('a passphrase is twenty digits, each as likely as any other at each place', () => {
  const counts = Array.from({ length: 20 }, () => new Map<string, number>());
  for (let made = 0; made < 4000; made += 1) {
    const digits = makePassphrase(random);
    expect(digits).toMatch(/^[0-9]{20}$/);
    for (const [place, digit] of [...digits].entries()) {
      counts[place]?.set(digit, (counts[place]?.get(digit) ?? 0) + 1);
    }
  }
  for (const count of counts) {
    const unevenness = [...'0123456789'].reduce(
      (sum, digit) => sum + ((count.get(digit) ?? 0) - 400) ** 2 / 400,
      0,
    );
    expect(unevenness).toBeLessThan(45);
  }
});

test('octets from 250 on are thrown away, so that no digit is likelier', () => {
  let drawn = 0;
  const digits = makePassphrase((octets) => {
    drawn += 1;
    return new Uint8Array(octets).fill(drawn === 1 ? 255 : 7);
  });
  expect(digits).toBe('7'.repeat(20));
  expect(drawn).toBe(2);
});

test('reads what people type, and nothing else', () => {
  const digits = '01234567890123456789';
  const thai = '๐๑๒๓ ๔๕๖๗ ๘๙๐๑ ๒๓๔๕ ๖๗๘๙';
  expect(passphraseGroups(digits)).toEqual(['0123', '4567', '8901', '2345', '6789']);
  for (const typed of [
    digits,
    passphraseGroups(digits).join(' '),
    passphraseGroups(digits).join('-'),
    thai,
  ]) {
    expect(readPassphrase(typed)).toBe(digits);
  }
  for (const typed of ['', digits.slice(1), `${digits}0`, digits.replace('0', 'o')]) {
    expect(readPassphrase(typed)).toBeUndefined();
  }
});

test('an identity opens with its passphrase alone', async () => {
  const { identity } = await makePerson();
  const passphrase = makePassphrase(random);
  const sealed = await sealIdentity(identity, passphrase);
  expect(workFactorOf(sealed)).toBe(16);
  expect(await openIdentity(sealed, passphrase)).toBe(identity);
  const other = passphrase.replace(/^./, (digit) => String((Number(digit) + 1) % 10));
  expect(await openIdentity(sealed, other)).toBeUndefined();
  const altered = sealed.slice();
  altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
  expect(await openIdentity(altered, passphrase)).toBeUndefined();
});

test('octets that would make a browser work for hours, or are no such file, open nothing at once', async () => {
  const salt = Buffer.from(seededRandom('salt')(16)).toString('base64').replaceAll('=', '');
  const heavy = Buffer.from(`age-encryption.org/v1\n-> scrypt ${salt} 30\nAAAA\n--- AAAA\n`);
  expect(await openIdentity(new Uint8Array(heavy), '0'.repeat(20))).toBeUndefined();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (octets) => {
      expect(await openIdentity(octets, '0'.repeat(20))).toBeUndefined();
    }),
  );
});
