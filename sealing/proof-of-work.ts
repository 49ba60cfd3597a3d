import { sha256 } from '@noble/hashes/sha2.js';

/**
 * What somebody did some arithmetic for: a day and a subject, such as a look-up id. It says nothing of who did
 * it, and no other day or subject can use it. `day` is an ISO day in Asia/Bangkok.
 */
export interface WorkSubject {
  agencyId: string;
  day: string;
  subject: string;
}

const utf8 = new TextEncoder();
/** The number at the end of what is hashed, unsigned 64-bit big-endian. */
const NONCE_OCTETS = 8;

const messageFor = ({ agencyId, day, subject }: WorkSubject): Uint8Array => {
  const head = utf8.encode(`prongsai/work/v1/${JSON.stringify([agencyId, day, subject])}`);
  const message = new Uint8Array(head.length + NONCE_OCTETS);
  message.set(head);
  return message;
};

const setNonce = (message: Uint8Array, nonce: number): void =>
  new DataView(message.buffer).setBigUint64(message.length - NONCE_OCTETS, BigInt(nonce));

/** How many zero bits `octets` begin with, at most 32. */
const leadingZeros = (octets: Uint8Array): number => Math.clz32(new DataView(octets.buffer).getUint32(0));

/** The smallest number whose hash with the subject begins with `bits` zero bits: takes 2^bits tries on average. */
export function solveWork(subject: WorkSubject, bits: number): number {
  const message = messageFor(subject);
  for (let nonce = 0; ; nonce += 1) {
    setNonce(message, nonce);
    if (leadingZeros(sha256(message)) >= bits) return nonce;
  }
}

/** How many zero bits a number earned for this subject. One hash, whoever asks. */
export function workOf(subject: WorkSubject, nonce: number): number {
  const message = messageFor(subject);
  setNonce(message, nonce);
  return leadingZeros(sha256(message));
}
