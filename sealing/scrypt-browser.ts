import { scryptAsync } from '@noble/hashes/scrypt.js';
import type { Scrypt } from './derive-receipt.ts';

/** The browser's scrypt: hands control back every few milliseconds, so that the page stays alive. */
export const scryptBrowser: Scrypt = (password, salt, { N, r, p, octets }) =>
  scryptAsync(password, salt, { N, r, p, dkLen: octets });
