import { base64, base64urlnopad } from '@scure/base';
import { identityToRecipient } from 'age-encryption';
import type { Scrypt } from '../../../sealing/derive-receipt.ts';
import { Identity } from '../../../sealing/keys.ts';
import { openIdentity } from '../../../sealing/passphrase.ts';
import type { Random } from '../../../sealing/shuffle.ts';
import { derive } from '../../worker/door.ts';
import { NotDone } from '../../worker/not-done.ts';
import { sealTip } from '../../worker/seal-tip.ts';
import { makeKey, makeRecoveryKey } from './make-key.ts';
import { openTip } from './open-tip.ts';
import { pack } from './pack.ts';
import type { SealedForStaff, TaskName, Tasks, VaultFailure } from './protocol.ts';
import { resealTip } from './reseal-tip.ts';
import { sealWords } from './seal-words.ts';

/** What was asked could not be done, and why. */
export class VaultClosed extends Error {
  override readonly name = 'VaultClosed';
  readonly why: VaultFailure;
  constructor(why: VaultFailure) {
    super(why);
    this.why = why;
  }
}

export type Doings = { [Name in TaskName]: (asked: Tasks[Name]['asked']) => Promise<Tasks[Name]['told']> };

/** What holds an officer's identity while it is unlocked, and does everything with it: it never leaves here. */
export function openDoings(parts: { random: Random; scrypt: Scrypt }): Doings {
  const { random } = parts;
  let own: Identity | undefined;

  const unlocked = (): Identity => {
    if (own === undefined) throw new VaultClosed('locked');
    return own;
  };

  async function seal({ keys, receipt, tip }: Tasks['seal']['asked']): Promise<SealedForStaff> {
    const door = { ...parts, fetching: () => Promise.reject(new TypeError('the vault talks to nobody')) };
    const derived = receipt === undefined ? undefined : await derive(door, keys, receipt);
    try {
      const {
        draft,
        chosen,
        recovery,
        parts: sealed,
      } = await sealTip(door, keys, derived?.recipient, tip, () => undefined);
      return {
        draft,
        lookup: derived && base64urlnopad.encode(derived.lookupId),
        readers: chosen.staffIds,
        recovery,
        parts: sealed.map((part) => new Uint8Array(part)),
      };
    } catch (error) {
      throw error instanceof NotDone ? new VaultClosed('nobody') : error;
    }
  }

  return {
    async unlock({ sealed, passphrase }) {
      const identity = await openIdentity(base64.decode(sealed), passphrase);
      if (identity !== undefined) own = identity;
      return identity !== undefined;
    },
    async lock() {
      own = undefined;
      return true;
    },
    open: (asked) => openTip(unlocked(), asked),
    words: (asked) => sealWords(asked, random),
    pack: ({ files, own: recipient }) => pack(files, recipient),
    makeKey: () => makeKey(random),
    makeRecovery: () => makeRecoveryKey(),
    async recipientOf({ identity }) {
      const read = Identity.safeParse(identity);
      return read.success ? identityToRecipient(read.data) : undefined;
    },
    seal,
    async reseal({ key, ...asked }) {
      if (key === 'own') return resealTip(unlocked(), asked, random);
      const recovery = Identity.safeParse(key.recovery);
      return recovery.success ? resealTip(recovery.data, asked, random) : 'unreadable';
    },
  };
}
