/**
 * Readers added to a sealed part. An age file is a header, which wraps one file key for each recipient, and a
 * payload under that key. So whoever can open a part can write another header for it, and the payload, its nonce
 * and the first header stay as the reporter sent them: what the manifest lists can still be checked, octet by octet.
 * @see https://github.com/C2SP/C2SP/blob/main/age.md
 */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64nopad, bech32 } from '@scure/base';
import { Decrypter, type Recipient as FileKeyWrapper, Stanza } from 'age-encryption';
import type { Identity, Recipient } from './keys.ts';
import { filledHeader } from './recipients.ts';
import type { Random } from './shuffle.ts';

/** The most octets that a header may have: some four hundred recipients. */
export const MOST_HEADER_OCTETS = 64 * 1024;

const utf8 = new TextEncoder();
const latin1 = new TextDecoder('latin1');
const X25519_INFO = utf8.encode('age-encryption.org/v1/X25519');
const NO_NONCE = new Uint8Array(12);
/** The last line of a header: `--- ` and 32 octets in Base64 without padding. */
const LAST_LINE = /\n--- [A-Za-z0-9+/]{43}\n/;

/** Where the payload of an age file begins; undefined for what is none. */
function headerLength(sealed: Uint8Array): number | undefined {
  const found = LAST_LINE.exec(latin1.decode(sealed.subarray(0, MOST_HEADER_OCTETS)));
  return found === null ? undefined : found.index + found[0].length;
}

/** The header of an age file; undefined for what is none. */
export function headerOf(sealed: Uint8Array): Uint8Array | undefined {
  const length = headerLength(sealed);
  return length === undefined ? undefined : sealed.slice(0, length);
}

/** A sealed part under another header of it. */
export function underHeader(sealed: Uint8Array, header: Uint8Array): Uint8Array {
  const payload = sealed.subarray(headerLength(sealed) ?? sealed.length);
  const file = new Uint8Array(header.length + payload.length);
  file.set(header);
  file.set(payload, header.length);
  return file;
}

const joined = (one: Uint8Array, other: Uint8Array): Uint8Array => Uint8Array.of(...one, ...other);

/** Wraps the file key as age does for an X25519 recipient. */
function wrapFor(recipient: Recipient, fileKey: Uint8Array, random: Random): Stanza {
  const { bytes: theirs } = bech32.decodeToBytes(recipient);
  const ephemeral = random(32);
  const share = x25519.getPublicKey(ephemeral);
  const shared = x25519.getSharedSecret(ephemeral, theirs);
  const key = hkdf(sha256, shared, joined(share, theirs), X25519_INFO, 32);
  const body = chacha20poly1305(key, NO_NONCE).encrypt(fileKey);
  return new Stanza(['X25519', base64nopad.encode(share)], body);
}

const lines = ({ args, body }: Stanza): string => `-> ${args.join(' ')}\n${base64nopad.encode(body)}\n`;

function encodeHeader(stanzas: readonly Stanza[], fileKey: Uint8Array): Uint8Array {
  const start = `age-encryption.org/v1\n${stanzas.map(lines).join('')}---`;
  const key = hkdf(sha256, fileKey, undefined, utf8.encode('header'), 32);
  const mac = hmac(sha256, key, utf8.encode(start));
  return utf8.encode(`${start} ${base64nopad.encode(mac)}\n`);
}

/**
 * Another header of a sealed part, for these recipients and filled up as every header is. `header` is one that
 * `identity` is a recipient of; undefined where it is not, or was altered. `random` is a cryptographic source.
 * @throws RangeError when there is no recipient
 */
export async function headerFor(
  identity: Identity,
  header: Uint8Array,
  recipients: readonly Recipient[],
  random: Random,
): Promise<Uint8Array | undefined> {
  if (recipients.length === 0) throw new RangeError('a part is sealed to at least one recipient');
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const fileKey = await decrypter.decryptHeader(header).catch(() => undefined);
  if (fileKey === undefined) return undefined;
  const filled = await filledHeader(recipients, random);
  const stanzas = await Promise.all(
    filled.map(async (one: Recipient | FileKeyWrapper) =>
      typeof one === 'string' ? [wrapFor(one, fileKey, random)] : one.wrapFileKey(fileKey),
    ),
  );
  return encodeHeader(stanzas.flat(), fileKey);
}
