import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Encrypter } from 'age-encryption';
import type { Recipient } from '../../sealing/keys.ts';
import type { Everything } from '../store/everything.ts';
import { collectionOf, fateOf } from './collections.ts';
import type { BackupEnd, BackupHead, Counts, Progress } from './format.ts';
import { chunksOf, webStream } from './streams.ts';
import { dataToJson } from './typed-value.ts';

/** The store holds a collection that nobody has said is to be kept or left out. */
export class UnknownCollection extends Error {
  override readonly name = 'UnknownCollection';
  readonly collection: string;
  constructor(collection: string) {
    super(`the store holds a collection that backups do not know: ${collection}`);
    this.collection = collection;
  }
}

export interface BackupParts {
  everything: Everything;
  recipients: readonly Recipient[];
  /** `check` of an agency by its id. */
  check(agencyId: string): string;
  agencies: readonly string[];
  /** Milliseconds since the epoch. */
  now: number;
  progress: Progress;
}

const OWNER_ONLY = 0o600;
const PROGRESS_EVERY = 500;

async function* linesOf({ everything, agencies, check, now, progress }: BackupParts, counts: Counts) {
  const hash = createHash('sha256');
  const line = (value: BackupHead | BackupEnd | { path: string; data: object }): string => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  const heads = agencies.map((id) => ({ id, check: check(id) }));
  yield line({ backup: 'prongsai', version: 1, at: new Date(now).toISOString(), agencies: heads });
  let seen = 0;
  for await (const { path, data } of everything.documents()) {
    seen += 1;
    if (seen % PROGRESS_EVERY === 0) progress(seen, everything.size);
    const fate = fateOf(path, data);
    if (fate === 'unknown') throw new UnknownCollection(collectionOf(path));
    if (fate === 'left out') continue;
    const name = collectionOf(path);
    counts[name] = (counts[name] ?? 0) + 1;
    yield line({ path, data: dataToJson(data) });
  }
  progress(seen, seen);
  yield line({ end: true, counts, sha256: hash.copy().digest('hex') });
}

/**
 * Writes a backup of everything to `file`, sealed to `recipients`, under another name until it is whole. Resolves to
 * how many documents of each collection are in it.
 * @throws UnknownCollection
 * @throws StoreUnavailable
 * @throws RangeError where there is no recipient: a backup is never written in clear
 */
export async function writeBackup(file: string, parts: BackupParts): Promise<Counts> {
  if (parts.recipients.length === 0) throw new RangeError('a backup is sealed to at least one recipient');
  const encrypter = new Encrypter();
  for (const recipient of parts.recipients) encrypter.addRecipient(recipient);
  const counts: Counts = {};
  const unfinished = `${file}.unfinished`;
  const gzip = createGzip();
  const sealing = async (): Promise<void> => {
    const sealed = await encrypter.encrypt(webStream(gzip));
    await pipeline(
      Readable.from(chunksOf(sealed)),
      createWriteStream(unfinished, { mode: OWNER_ONLY, flush: true }),
    );
  };
  const ended = await Promise.allSettled([pipeline(Readable.from(linesOf(parts, counts)), gzip), sealing()]);
  const failure = ended.find((one) => one.status === 'rejected');
  if (failure !== undefined) {
    await rm(unfinished, { force: true });
    throw failure.reason;
  }
  await rename(unfinished, file);
  return counts;
}
