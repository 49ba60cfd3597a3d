import { Encrypter } from 'age-encryption';
import type { Recipient } from '../../../sealing/keys.ts';
import { type TarFile, tarOf } from './tar.ts';

/**
 * Files as one age file, sealed to an officer's own key: a tar archive that `age --decrypt --identity key.txt` gives
 * back.
 */
export async function pack(files: readonly TarFile[], own: Recipient): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(own);
  return encrypter.encrypt(tarOf(files));
}
