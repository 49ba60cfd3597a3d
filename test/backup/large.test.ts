import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { restoreBackup } from '../../bot/backup/restore.ts';
import { dataToJson } from '../../bot/backup/typed-value.ts';
import { writeBackup } from '../../bot/backup/write-backup.ts';
import { pathsOf } from '../../bot/records/paths.ts';
import type { Write } from '../../bot/store/documents.ts';
import { everythingIn } from '../../bot/store/everything.ts';
import { openPlace, type Place } from './stores.ts';

const CASES = 100_000;
const IN_ONE_COMMIT = 400;
/** What backing up and restoring may hold at a time beside the store: pages of lines, never a share of the store. */
const MOST_HELD_OCTETS = 64 * 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');
function held(): number {
  if (typeof collect === 'function') collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.remove());

async function fingerprint(name: string): Promise<Map<string, string>> {
  const everything = await everythingIn(join(place.directory, name));
  const all = new Map<string, string>();
  for await (const { path, data } of everything.documents()) {
    const fields = JSON.stringify(Object.entries(dataToJson(data)).sort());
    all.set(path, createHash('sha256').update(fields).digest('base64url'));
  }
  return all;
}

it('backs up, wipes and restores 100,000 cases, document for document, holding little of them at a time', async () => {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const check = (id: string): string => id;
  const file = join(place.directory, 'large.age');
  const paths = pathsOf('khoen');
  const one = await place.open('one');
  await one.documents.commit([{ op: 'create', path: paths.agency, data: { id: 'khoen' } }]);
  for (let n = 0; n < CASES; n += IN_ONE_COMMIT) {
    const writes = Array.from({ length: IN_ONE_COMMIT }, (_, nth): Write => {
      const data = {
        version: 1,
        kind: 'complaint',
        number: `70-${n + nth}`,
        text: `ไฟดับ ${n + nth}`,
        messages: 0,
      };
      return { op: 'create', path: paths.case(`case${n + nth}`), data };
    });
    await one.documents.commit(writes);
  }
  await one.close();

  const everything = await everythingIn(join(place.directory, 'one'));
  const before = held();
  let most = 0;
  let told = 0;
  const counts = await writeBackup(file, {
    everything,
    recipients: [recipient],
    agencies: everything.agencies,
    check,
    now: 0,
    progress: (done) => {
      told += 1;
      if (done % 20_000 === 0) most = Math.max(most, held() - before);
    },
  });
  expect(counts).toEqual({ agencies: 1, cases: CASES });
  expect(told).toBeGreaterThan(100);
  expect(most).toBeLessThan(MOST_HELD_OCTETS);

  const two = await place.open('two');
  const restored = await restoreBackup(file, identity, {
    documents: two.documents,
    everything: () => everythingIn(join(place.directory, 'two')),
    check,
    intoNonEmpty: false,
    progress: () => undefined,
  });
  expect(restored).toMatchObject({ ok: true, summary: { documents: CASES + 1 } });
  const [first, second] = [await fingerprint('one'), await fingerprint('two')];
  expect(first.size).toBe(CASES + 1);
  expect(second.size).toBe(first.size);
  for (const [path, print] of first) if (second.get(path) !== print) expect.fail(`${path} differs`);
}, 240_000);
