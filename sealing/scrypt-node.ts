import { scrypt } from 'node:crypto';
import type { Scrypt } from './derive-receipt.ts';

/** The server's scrypt: runs in the thread pool, never on the main thread. */
export const scryptNode: Scrypt = (password, salt, { N, r, p, octets }) =>
  new Promise((resolve, reject) => {
    const maxmem = 2 * 128 * N * r;
    scrypt(password, salt, octets, { N, r, p, maxmem }, (error, derived) =>
      error ? reject(error) : resolve(new Uint8Array(derived)),
    );
  });
