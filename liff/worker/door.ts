import { base64, base64urlnopad } from '@scure/base';
import { deriveReceipt, type ReceiptKeys, type Scrypt } from '../../sealing/derive-receipt.ts';
import type { FormKeys, Work } from '../../sealing/form-contract.ts';
import { solveWork } from '../../sealing/proof-of-work.ts';
import type { Random } from '../../sealing/shuffle.ts';
import { type Fetch, fetchKeys } from './api.ts';
import { NotDone } from './not-done.ts';

/** What the private form and the follow-up page stand on. */
export interface Door {
  fetching: Fetch;
  scrypt: Scrypt;
  random: Random;
}

/** How often something is tried anew because the server's side changed meanwhile. */
export const TRIES = 4;

/** A receipt's keys with the look-up id as it is sent. */
export type Derived = ReceiptKeys & { lookup: string };

/** Derives a receipt: a second or more of work. `digits` as `readReceipt` gives them. */
export async function derive({ scrypt }: Door, keys: FormKeys, digits: string): Promise<Derived> {
  const salt = base64.decode(keys.salt);
  const derived = await deriveReceipt(scrypt, { agencyId: keys.agency.id, salt, digits });
  return { ...derived, lookup: base64urlnopad.encode(derived.lookupId) };
}

/**
 * Does what needs work on a subject; where the server asks for more by now, fetches what it asks and does it again.
 * @throws NotDone
 */
export async function withWork<Done>(
  { fetching }: Door,
  { agency, work }: FormKeys,
  subject: string,
  act: (work: Work) => Promise<Done>,
): Promise<Done> {
  let asked = work;
  for (let left = TRIES; ; left -= 1) {
    const { day, bits } = asked;
    const nonce = solveWork({ agencyId: agency.id, day, subject }, bits);
    try {
      return await act({ day, nonce });
    } catch (error) {
      if (!(error instanceof NotDone) || error.why !== 'more_work' || left === 0) throw error;
      asked = (await fetchKeys(fetching)).work;
    }
  }
}
