import { createPrivateKey, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { bech32 } from '@scure/base';

/** One recipient stanza of an age file's header, as the age specification describes it. */
export interface HeaderStanza {
  type: string;
  share: Uint8Array;
  body: Uint8Array;
}

const unpadded = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

/** Reads the header of a binary age file without age's own code. */
export function readHeader(file: Uint8Array): HeaderStanza[] {
  const [header = ''] = Buffer.from(file).toString('latin1').split('\n---', 1);
  const [version, ...lines] = header.split('\n');
  if (version !== 'age-encryption.org/v1') throw new Error('not an age file');
  const stanzas: HeaderStanza[] = [];
  for (let at = 0; at < lines.length; at += 2) {
    const [arrow, type = '', share = '', ...more] = (lines[at] ?? '').split(' ');
    if (arrow !== '->' || more.length > 0) throw new Error('not a stanza of one argument');
    stanzas.push({ type, share: unpadded(share), body: unpadded(lines[at + 1] ?? '') });
  }
  return stanzas;
}

const P = 2n ** 255n - 19n;

const power = (base: bigint, exponent: bigint): bigint => {
  let result = 1n;
  let square = base % P;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % P;
    square = (square * square) % P;
  }
  return result;
};

/** Whether these octets are the u-coordinate of a point of Curve25519, as every real public key is. */
export function isOnCurve(share: Uint8Array): boolean {
  const u = BigInt(`0x${Buffer.from(share).reverse().toString('hex')}`);
  if (share.length !== 32 || u >= P) return false;
  const v2 = (u * u * u + 486662n * u * u + u) % P;
  return power(v2, (P - 1n) / 2n) === 1n;
}

const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const SPKI = Buffer.from('302a300506032b656e032100', 'hex');

/** Whether this stanza gives its file key to this identity. */
export function opensStanza(identity: string, { share, body }: HeaderStanza): boolean {
  const scalar = bech32.decodeToBytes(identity).bytes;
  const secretKey = createPrivateKey({ key: Buffer.concat([PKCS8, scalar]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI, share]), format: 'der', type: 'spki' });
  const own = createPublicKey(secretKey).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
  const shared = diffieHellman({ privateKey: secretKey, publicKey });
  const wrap = hkdfSync('sha256', shared, Buffer.concat([share, own]), 'age-encryption.org/v1/X25519', 32);
  try {
    return chacha20poly1305(new Uint8Array(wrap), new Uint8Array(12)).decrypt(body).length === 16;
  } catch {
    return false;
  }
}
