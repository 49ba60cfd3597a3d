import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import type { Identity } from '../../sealing/keys.ts';
import type { DocumentData } from '../store/documents.ts';
import { collectionOf, fateOf } from './collections.ts';
import { BackupEnd, BackupHead, BackupLine, type Counts, MOST_LINE_CHARACTERS } from './format.ts';
import { chunksOf, linesIn, webStream } from './streams.ts';
import { dataFromJson } from './typed-value.ts';

/** Why a file is not restored. `line` counts from 1, inside the sealing. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
  readonly why:
    | 'not_sealed_to_this_key'
    | 'not_a_backup'
    | 'cut_or_altered'
    | 'bad_line'
    | 'unknown_collection'
    | 'counts_differ';
  readonly line: number | undefined;
  constructor(why: BackupRefused['why'], line?: number, cause?: unknown) {
    super(line === undefined ? why : `${why} (line ${line})`, { cause });
    this.why = why;
    this.line = line;
  }
}

/** What a backup turned out to hold. */
export interface BackupSummary {
  head: BackupHead;
  counts: Counts;
  documents: number;
}

async function opened(file: string, identity: Identity): Promise<AsyncIterable<Uint8Array>> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const octets = createReadStream(file);
  let plain: ReadableStream<Uint8Array>;
  try {
    plain = await decrypter.decrypt(webStream(octets));
  } catch (error) {
    octets.destroy();
    throw new BackupRefused('not_sealed_to_this_key', undefined, error);
  }
  const gunzip = createGunzip();
  const chunks = Readable.from(chunksOf(plain));
  chunks.on('error', (error) => gunzip.destroy(error));
  return chunks.pipe(gunzip);
}

function parsed(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BackupRefused('bad_line', line, error);
  }
}

function documentIn(json: unknown, line: number): { path: string; data: DocumentData } {
  const read = BackupLine.safeParse(json);
  if (!read.success) throw new BackupRefused('bad_line', line, read.error);
  const { path } = read.data;
  try {
    const data = dataFromJson(read.data.data);
    if (fateOf(path, data) !== 'kept') throw new BackupRefused('unknown_collection', line);
    return { path, data };
  } catch (error) {
    throw error instanceof BackupRefused ? error : new BackupRefused('bad_line', line, error);
  }
}

const sameCounts = (some: Counts, others: Counts): boolean => {
  const names = new Set([...Object.keys(some), ...Object.keys(others)]);
  return [...names].every((name) => some[name] === others[name]);
};

async function* entriesIn(file: string, identity: Identity) {
  const hash = createHash('sha256');
  const counts: Counts = {};
  let line = 0;
  let head: BackupHead | undefined;
  try {
    for await (const text of linesIn(await opened(file, identity), MOST_LINE_CHARACTERS)) {
      line += 1;
      const json = parsed(text, line);
      if (head === undefined) {
        const read = BackupHead.safeParse(json);
        if (!read.success) throw new BackupRefused('not_a_backup', line);
        head = read.data;
        yield { head };
      } else {
        const end = BackupEnd.safeParse(json);
        if (end.success) {
          if (end.data.sha256 !== hash.digest('hex')) throw new BackupRefused('cut_or_altered', line);
          if (!sameCounts(end.data.counts, counts)) throw new BackupRefused('counts_differ', line);
          yield { end: { head, counts, documents: line - 2 } };
          return;
        }
        const document = documentIn(json, line);
        const name = collectionOf(document.path);
        counts[name] = (counts[name] ?? 0) + 1;
        yield { document };
      }
      hash.update(`${text}\n`);
    }
  } catch (error) {
    if (error instanceof BackupRefused) throw error;
    throw new BackupRefused(head === undefined ? 'not_a_backup' : 'cut_or_altered', line + 1, error);
  }
  throw new BackupRefused('cut_or_altered', line + 1);
}

/**
 * Reads a backup from its first line to its last.
 * @throws BackupRefused for anything that is not a whole backup, sealed to `identity`
 */
export async function verifyBackup(file: string, identity: Identity): Promise<BackupSummary> {
  for await (const entry of entriesIn(file, identity)) if ('end' in entry) return entry.end;
  throw new BackupRefused('cut_or_altered');
}

/** The documents of a backup, in its order. @throws BackupRefused */
export async function* documentsIn(
  file: string,
  identity: Identity,
): AsyncGenerator<{ path: string; data: DocumentData }> {
  for await (const entry of entriesIn(file, identity)) if ('document' in entry) yield entry.document;
}
