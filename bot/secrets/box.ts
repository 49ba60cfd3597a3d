import { type CipherKey, createCipheriv, createDecipheriv } from 'node:crypto';
import { randomOctets } from './random.ts';

const FORMAT = 1;
const NONCE = 12;
const TAG = 16;
const OVERHEAD = 1 + NONCE + TAG;

const boundTo = (context: readonly string[]): Buffer => Buffer.from(JSON.stringify([FORMAT, ...context]));

/**
 * Encrypts under a 32-octet key with AES-256-GCM: a format octet, a random nonce, the ciphertext, the tag.
 * It opens only with the same key and the same `context`. A string is sealed as UTF-8.
 */
export function sealBox(key: CipherKey, context: readonly string[], plain: Uint8Array | string): Uint8Array {
  const nonce = randomOctets(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(context));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  cipher.final();
  const sealed = new Uint8Array(body.length + OVERHEAD);
  sealed[0] = FORMAT;
  sealed.set(nonce, 1);
  sealed.set(body, 1 + NONCE);
  sealed.set(cipher.getAuthTag(), sealed.length - TAG);
  return sealed;
}

/** What {@link sealBox} sealed; undefined for another key, another context, another format or altered octets. */
export function openBox(
  key: CipherKey,
  context: readonly string[],
  sealed: Uint8Array,
): Uint8Array | undefined {
  if (sealed.length < OVERHEAD || sealed[0] !== FORMAT) return undefined;
  const body = sealed.length - TAG;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
    .setAAD(boundTo(context))
    .setAuthTag(sealed.subarray(body));
  const plain = decipher.update(sealed.subarray(1 + NONCE, body));
  try {
    decipher.final();
  } catch {
    return undefined;
  }
  return plain;
}
