import type { Timestamp } from '@google-cloud/firestore';
import { z } from 'zod';
import { Recipient } from '../../../sealing/keys.ts';
import { Custodian } from '../../../sealing/keys-contract.ts';
import type { Ground } from '../../records/ground.ts';
import { remove, type Write } from '../../store/documents.ts';

const octets = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const instant = z.iso.datetime();

/** A key that is announced and reads nothing yet. `madeBy` and `confirmedBy` are staff ids. */
const announced = {
  recipient: Recipient,
  madeBy: z.string(),
  madeAt: instant,
  readyAt: instant,
  confirmedBy: z.string().optional(),
  /** The outbox entry that tells its owner when it is ready. */
  reminder: z.string().optional(),
};

/** The secret half, sealed with the passphrase and wrapped by the server: see `wrapIdentity`. */
const wrapped = { wrapped: octets };

/**
 * `keys/{staffId}`: an integrity officer's key. `former` are public halves that they had before, by which the marks
 * of older tips are found.
 */
export const KeyRecord = z.object({
  version: z.literal(1),
  current: z.object({ recipient: Recipient, since: instant, ...wrapped }).optional(),
  waiting: z.object({ ...announced, ...wrapped }).optional(),
  former: z.array(Recipient),
});
export type KeyRecord = z.infer<typeof KeyRecord>;

/** `keys/recovery`: public halves alone. `opened`: who was let use it, until when. */
export const RecoveryRecord = z.object({
  version: z.literal(1),
  current: z.object({ recipient: Recipient, since: instant, custodian: Custodian }).optional(),
  waiting: z.object({ ...announced, custodian: Custodian }).optional(),
  opened: z.object({ by: z.string(), until: instant }).optional(),
});
export type RecoveryRecord = z.infer<typeof RecoveryRecord>;

export type KeyGround = Pick<Ground, 'documents' | 'paths'>;

/** A record as it was read; without `at` there is none yet. */
export interface ReadRecord<Record> {
  path: string;
  record: Record;
  at: Timestamp | undefined;
}

async function readRecord<Record>(
  { documents }: KeyGround,
  path: string,
  schema: z.ZodType<Record>,
  empty: Record,
): Promise<ReadRecord<Record>> {
  const found = await documents.read(path);
  return found === undefined
    ? { path, record: empty, at: undefined }
    : { path, record: schema.parse(found.data), at: found.updateTime };
}

/** @throws StoreUnavailable */
export const readKey = (ground: KeyGround, staffId: string): Promise<ReadRecord<KeyRecord>> =>
  readRecord(ground, ground.paths.key(staffId), KeyRecord, { version: 1, former: [] });

/** @throws StoreUnavailable */
export const readRecovery = (ground: KeyGround): Promise<ReadRecord<RecoveryRecord>> =>
  readRecord(ground, ground.paths.recoveryKey, RecoveryRecord, { version: 1 });

/** Writes a record's fields, if it is still as it was read; what is undefined goes. Refused: `exists`, `changed`. */
export function rewritten<Fields extends object>({ path, at }: ReadRecord<unknown>, fields: Fields): Write {
  const entries = Object.entries(fields);
  if (at === undefined) {
    const data = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    return { op: 'create', path, data: { version: 1, ...data } };
  }
  const data = Object.fromEntries(
    entries.map(([name, value]) => [name, value === undefined ? remove() : value]),
  );
  return { op: 'update', path, data, ifUpdatedAt: at };
}
