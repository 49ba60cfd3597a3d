import { base64 } from '@scure/base';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Identity, Recipient } from '../../../sealing/keys.ts';
import type { NewKey } from '../../../sealing/keys-contract.ts';
import { makePassphrase, sealIdentity } from '../../../sealing/passphrase.ts';
import type { Random } from '../../../sealing/shuffle.ts';

/** A new key as its maker sees it once. */
export interface MadeKey extends NewKey {
  passphrase: string;
}

/** A key of one's own: its secret half leaves this browser only sealed with the passphrase. */
export async function makeKey(random: Random): Promise<MadeKey> {
  const identity = await generateX25519Identity();
  const passphrase = makePassphrase(random);
  const sealed = base64.encode(await sealIdentity(identity, passphrase));
  return { recipient: await identityToRecipient(identity), sealed, passphrase };
}

/** A recovery key: its secret half goes onto paper and nowhere else. */
export async function makeRecoveryKey(): Promise<{ identity: Identity; recipient: Recipient }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}
