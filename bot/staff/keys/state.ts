import type { Timestamp } from '@google-cloud/firestore';
import type { Staff } from '../../../domain/agency/staff.ts';
import { confirmers } from '../../../domain/staff/confirmers.ts';
import { RECOVERY } from '../../../sealing/keys-contract.ts';
import { Readers } from '../../../sealing/readers.ts';
import type { Ground } from '../../records/ground.ts';
import { readAllStaff } from '../settings/state.ts';
import { KeyRecord, type ReadRecord, type RecoveryRecord, readRecovery } from './record.ts';

/** Everything about keys, as it was read together: a fixed number of documents, and one for each officer. */
export interface KeysState {
  staff: Staff[];
  readers: Readers;
  readersAt: Timestamp | undefined;
  /** By staff id. */
  keys: ReadonlyMap<string, ReadRecord<KeyRecord>>;
  recovery: ReadRecord<RecoveryRecord>;
}

type StateGround = Pick<Ground, 'documents' | 'paths'>;

const isIntegrity = ({ roles }: Staff): boolean => roles.includes('integrity');

/** @throws StoreUnavailable */
export async function readKeys(ground: StateGround): Promise<KeysState> {
  const { documents, paths } = ground;
  const [staff, readers, recovery] = await Promise.all([
    readAllStaff(ground),
    documents.read(paths.readers),
    readRecovery(ground),
  ]);
  const officers = staff.filter(isIntegrity);
  const found = await documents.readMany(officers.map(({ id }) => paths.key(id)));
  const keys = officers.map(({ id }, index) => {
    const one = found[index];
    const record: KeyRecord = one === undefined ? { version: 1, former: [] } : KeyRecord.parse(one.data);
    return [id, { path: paths.key(id), record, at: one?.updateTime }] as const;
  });
  return {
    staff,
    readers: readers === undefined ? { version: 1, officers: [] } : Readers.parse(readers.data),
    readersAt: readers?.updateTime,
    keys: new Map(keys),
    recovery,
  };
}

/** A key that waits, whosever it is: `owner` is a staff id, undefined for the recovery key. */
export type Waiting =
  | { owner: string; read: ReadRecord<KeyRecord>; key: NonNullable<KeyRecord['waiting']> }
  | { owner: undefined; read: ReadRecord<RecoveryRecord>; key: NonNullable<RecoveryRecord['waiting']> };

/** Every key that waits. */
export function waitingIn({ keys, recovery }: KeysState): Waiting[] {
  const owned = [...keys].flatMap(([owner, read]): Waiting[] =>
    read.record.waiting === undefined ? [] : [{ owner, read, key: read.record.waiting }],
  );
  const { waiting } = recovery.record;
  return waiting === undefined ? owned : [...owned, { owner: undefined, read: recovery, key: waiting }];
}

/** How a key is called in an address. */
export const handleOf = ({ secrets }: Pick<Ground, 'secrets'>, owner: string | undefined): string =>
  owner === undefined ? RECOVERY : secrets.staffHandle(owner);

export const nameOf = ({ staff }: KeysState, staffId: string): string =>
  staff.find(({ id }) => id === staffId)?.name ?? '';

/** What somebody may do with a key that waits, at `now`. */
export function mayDo(
  { staff, readers }: KeysState,
  { owner, key }: Waiting,
  by: Staff,
  now: number,
): { confirm: boolean; cancel: boolean; begin: boolean } {
  const reading = readers.officers.map(({ staffId }) => staffId);
  const mayConfirm = confirmers({ owner, madeBy: key.madeBy }, reading, staff).includes(by.id);
  const isWatcher = by.roles.includes('integrity') || by.roles.includes('admin');
  return {
    confirm: mayConfirm && key.confirmedBy === undefined,
    cancel: isWatcher,
    begin: isWatcher && key.confirmedBy !== undefined && Date.parse(key.readyAt) <= now,
  };
}
