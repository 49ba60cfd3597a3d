/**
 * A process that is killed: `node writer.ts DIRECTORY COMPACT_AT`, once its standard input has ended. Eight workers each write one number into
 * two documents in one commit, again and again, and print `ack WORKER NUMBER` when it is acknowledged; a
 * commit that fails is printed as `failed WORKER NUMBER CODE`, the code of its cause where it has one, and ends the worker. A worker goes on from
 * the number it finds.
 */
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { openEmbedded } from '../../../../bot/store/embedded/open-embedded.ts';
import { firestoreDocuments } from '../../../../bot/store/firestore-documents.ts';

flushCompileCache();
const [directory = '', compactAt = ''] = process.argv.slice(2);
await process.stdin.resume().toArray();
const store = await openEmbedded({
  directory,
  compaction: compactAt === 'never' ? 'never' : { atOctets: Number(compactAt), everyMs: 10_000 },
  onCompactionFailure: (cause) => say(`compaction ${String(cause)}`),
});
const documents = firestoreDocuments(store.firestore);
await Promise.all(Array.from({ length: 8 }, (_, worker) => work(worker)));
say(`then ${await documents.commit([{ op: 'set', path: 'late/late', data: {} }]).catch(nameOf)}`);
say(`then ${await store.settled().catch(nameOf)}`);

async function work(worker: number): Promise<void> {
  const found = await documents.read(`left/${worker}`);
  for (let number = Number(found?.data.number ?? 0) + 1; ; number += 1) {
    const data = { number, padding: Buffer.alloc(200, number) };
    try {
      await documents.commit([
        { op: 'set', path: `left/${worker}`, data },
        { op: 'set', path: `right/${worker}`, data },
      ]);
    } catch (error) {
      say(`failed ${worker} ${number} ${codeIn(error)}`);
      return;
    }
    say(`ack ${worker} ${number}`);
  }
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : String(error);
}

function codeIn(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return codeIn(error.cause) || String(Reflect.get(error, 'code') ?? '');
}
