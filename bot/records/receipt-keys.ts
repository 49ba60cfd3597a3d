import { Buffer } from 'node:buffer';
import type { Agency } from '../../domain/agency/agency.ts';
import { deriveReceipt, type ReceiptKeys, type Scrypt } from '../../sealing/derive-receipt.ts';

/** How many derived receipts stay in memory, so that each part of a tip does not cost a derivation. */
const MOST_KEPT = 200;
const KEPT_MILLISECONDS = 30 * 60_000;

/** Derives receipts, off the main thread, and remembers the latest for half an hour. */
export function createReceiptKeys(scrypt: Scrypt, clock: () => number) {
  const kept = new Map<string, { keys: Promise<ReceiptKeys>; until: number }>();

  return function receiptKeys(agency: Agency, digits: string): Promise<ReceiptKeys> {
    const name = `${agency.id}/${digits}`;
    const now = clock();
    for (const [old, { until }] of kept) {
      if (until > now && kept.size < MOST_KEPT) break;
      kept.delete(old);
    }
    const known = kept.get(name);
    if (known) return known.keys;
    const salt = new Uint8Array(Buffer.from(agency.receiptSalt, 'base64'));
    const keys = deriveReceipt(scrypt, { agencyId: agency.id, salt, digits });
    kept.set(name, { keys, until: now + KEPT_MILLISECONDS });
    keys.catch(() => kept.delete(name));
    return keys;
  };
}
