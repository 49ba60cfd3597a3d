import { Timestamp } from '@google-cloud/firestore';
import type { Found } from './documents.ts';

/** Whether a document stands there and has not expired. */
export const isThere = (found: Found | undefined, now: number): found is Found => {
  const until = found?.data.expireAt;
  return found !== undefined && !(until instanceof Timestamp && until.toMillis() <= now);
};
