import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { deriveReceipt } from '../../sealing/derive-receipt.ts';
import { Identity, Recipient } from '../../sealing/keys.ts';
import { scryptBrowser } from '../../sealing/scrypt-browser.ts';
import { scryptNode } from '../../sealing/scrypt-node.ts';

const salt = Uint8Array.from({ length: 16 }, (_, index) => index);
const digits = '1234567890123450';

/** Computed apart from this code: Python's hashlib.scrypt, BIP 173's reference bech32, and `age-keygen -y`. */
const KNOWN = {
  lookupId: '4b4d1f3fc10a0f252a9925a6b4cbda9a85a34e7cdf64b6885d270aca54c11f04',
  identity: 'AGE-SECRET-KEY-10DDVTRFAZK907K9PN73LQVJK3S7EPG50A6VAX5RW8TUW6MUM98XSL8ZLWG',
  recipient: 'age10579z6uhx0xustl4j2t7fvsu2fderyufs2w0udrntkcve9tz9dds4tx6sn',
};

test.each([
  ['server', scryptNode],
  ['browser', scryptBrowser],
])('a known receipt derives its known keys on the %s', async (_, scrypt) => {
  const keys = await deriveReceipt(scrypt, { agencyId: 'khoen', salt, digits });
  expect({ ...keys, lookupId: Buffer.from(keys.lookupId).toString('hex') }).toEqual(KNOWN);
});

test('server and browser agree on any receipt, and the keys are well-formed', async () => {
  const input = { agencyId: 'nong-bua', salt: new Uint8Array(randomBytes(16)), digits: '9876543210987654' };
  const onServer = await deriveReceipt(scryptNode, input);
  expect(await deriveReceipt(scryptBrowser, input)).toEqual(onServer);
  expect(Identity.safeParse(onServer.identity).success).toBe(true);
  expect(Recipient.safeParse(onServer.recipient).success).toBe(true);
});

test('another agency, salt or receipt derives other keys throughout', async () => {
  const derive = (change: { agencyId?: string; salt?: Uint8Array; digits?: string }) =>
    deriveReceipt(scryptNode, { agencyId: 'khoen', salt, digits, ...change });
  const all = await Promise.all([
    derive({}),
    derive({ agencyId: 'khoen2' }),
    derive({ salt: salt.toReversed() }),
    derive({ digits: '1234567890123451' }),
  ]);
  expect(new Set(all.map(({ lookupId }) => Buffer.from(lookupId).toString('hex'))).size).toBe(4);
  expect(new Set(all.map(({ identity }) => identity)).size).toBe(4);
});

test('anything but 16 ASCII digits and 16 octets is refused, without an echo', async () => {
  for (const wrong of ['123456789012345', '1234 5678 9012 3450', '๑๒๓๔๕๖๗๘๙๐๑๒๓๔๕๐']) {
    const refused = deriveReceipt(scryptNode, { agencyId: 'khoen', salt, digits: wrong });
    await expect(refused).rejects.toThrow(RangeError);
    await expect(refused).rejects.not.toThrow(wrong);
  }
  const short = deriveReceipt(scryptNode, { agencyId: 'khoen', salt: salt.subarray(1), digits });
  await expect(short).rejects.toThrow(RangeError);
});

test('deriving on the server leaves the main thread free', async () => {
  let turns = 0;
  const counting = setInterval(() => {
    turns += 1;
  }, 1);
  await deriveReceipt(scryptNode, { agencyId: 'khoen', salt, digits });
  clearInterval(counting);
  expect(turns).toBeGreaterThan(3);
});
