import type { Agency } from '../../../domain/agency/agency.ts';
import type { TipKeys } from '../../../domain/staff/health.ts';
import { anyoneLeft, Readers } from '../../../sealing/readers.ts';
import { type KeyGround, readRecovery } from '../keys/record.ts';

/** The choice of who does not know which office it is; nobody sits there. */
const UNSURE = 'unsure';

const recoveryOf = ({ recovery }: Readers, isWaiting: boolean): TipKeys['recovery'] => {
  if (recovery !== undefined) return 'confirmed';
  return isWaiting ? 'unconfirmed' : 'none';
};

/** Who can read an agency's tips. @throws StoreUnavailable */
export async function tipKeysOf(ground: KeyGround, tipOffices: Agency['tipOffices']): Promise<TipKeys> {
  const [found, recovery] = await Promise.all([
    ground.documents.read(ground.paths.readers),
    readRecovery(ground),
  ]);
  const readers = Readers.safeParse(found?.data).data ?? { version: 1, officers: [] };
  const offices = tipOffices.filter(({ id }) => id !== UNSURE);
  return {
    readers: new Set(readers.officers.map(({ staffId }) => staffId)).size,
    unread: offices.filter(({ id }) => !anyoneLeft(readers, [id])).map(({ label }) => label),
    recovery: recoveryOf(readers, recovery.record.waiting !== undefined),
  };
}
