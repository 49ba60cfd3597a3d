import type { Notice, StoredEntry } from '../../domain/outbox/entry.ts';
import type { Readers } from '../../sealing/readers.ts';
import { remove, type Write } from '../store/documents.ts';
import type { Ground } from './ground.ts';

type AlertGround = Pick<Ground, 'paths' | 'secrets' | 'random'>;
type TipsNotice = Extract<Notice, { notice: 'tips' }>;

const NONCE_OCTETS = 12;
const PROOF_OCTETS = 32;

/** In hexadecimal, because a nonce is a field's name, and the store takes none that begins with `__`. */
const hex = (octets: Uint8Array): string => Buffer.from(octets).toString('hex');

const proofOf = (
  { secrets }: Pick<Ground, 'secrets'>,
  staffId: string,
  slot: string,
  nonce: string,
): string => secrets.tipSlotMark(staffId, `${slot}/${nonce}`);

/**
 * One alert a reader for a listing time, the same entry however many tips there are. Every integrity officer has one:
 * those who are not to be told, because they may not read, have a proof that proves nothing, and are sent nothing.
 * So what waits in the outbox tells a reader of the store, who has not the server's key, nothing of who is accused.
 * `slot` is an instant, ISO.
 */
export function alertReaders(
  ground: AlertGround,
  everybody: Readers,
  toldStaffIds: readonly string[],
  slot: string,
): Write[] {
  const { paths, secrets, random } = ground;
  const staffIds = [...new Set([...everybody.officers.map(({ staffId }) => staffId), ...toldStaffIds])];
  return staffIds.map((staffId) => {
    const nonce = hex(random(NONCE_OCTETS));
    const proof = toldStaffIds.includes(staffId)
      ? proofOf(ground, staffId, slot, nonce)
      : Buffer.from(random(PROOF_OCTETS)).toString('base64url');
    const dueAt = Date.parse(slot);
    const stored: StoredEntry = {
      version: 1,
      addressee: { to: 'staff', staffId },
      notice: { notice: 'tips', slot, proofs: { [nonce]: proof } },
      status: 'waiting',
      dueAt,
      attempts: 0,
      firstDueAt: dueAt,
    };
    const path = paths.outbox(secrets.tipSlotMark(staffId, slot));
    return { op: 'merge', path, data: { ...stored, batch: remove() } };
  });
}

/** Whether anything of an alert is for whom it is addressed to. One without proofs is. */
export function isAlerted(
  ground: Pick<Ground, 'secrets'>,
  staffId: string,
  { slot, proofs }: TipsNotice,
): boolean {
  if (slot === undefined || proofs === undefined) return true;
  return Object.entries(proofs).some(([nonce, proof]) => proof === proofOf(ground, staffId, slot, nonce));
}
