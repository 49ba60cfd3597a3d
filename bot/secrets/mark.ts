import { createHmac, type KeyObject } from 'node:crypto';

/**
 * A keyed mark of some values: HMAC-SHA256 over them in an encoding no two lists share, in base64url.
 * 43 characters; safe as a Firestore document id (no slash, and never ending in an underscore).
 */
export const markOf = (key: KeyObject, ...values: string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(values)).digest('base64url');
