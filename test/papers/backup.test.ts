import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { restoreBackup } from '../../bot/backup/restore.ts';
import { writeBackup } from '../../bot/backup/write-backup.ts';
import { fileOctets } from '../../bot/papers/read-file.ts';
import { pathsOf } from '../../bot/records/paths.ts';
import type { Write } from '../../bot/store/documents.ts';
import { everythingIn } from '../../bot/store/everything.ts';
import { FILE_MOST, PART_OCTETS, type PaperFile, partsOf } from '../../domain/papers/paper.ts';
import { openPlace, type Place } from '../backup/stores.ts';
import { makePdf } from './pdf.ts';
import { markOf } from './sending.ts';
import { somePapers } from './shelf.ts';

const check = (id: string): string => `checked ${id}`;
const progress = (): void => undefined;

let place: Place;
beforeEach(async () => {
  place = await openPlace();
});
afterEach(() => place.remove());

test('a PDF of 5 MiB comes back from a backup as it was, with its paper and the register', async () => {
  const octets = makePdf({ lines: ['ข้อบัญญัติ'], octets: FILE_MOST });
  const sha256 = markOf(octets);
  const file: PaperFile = { sha256, octets: octets.length, text: 'read', scripts: false };
  const paths = pathsOf('khoen');
  const one = await place.open('one');
  const parts = Array.from({ length: partsOf(octets.length) }, (_, n): Write => {
    const part = octets.slice(n * PART_OCTETS, (n + 1) * PART_OCTETS);
    const data = { version: 1, octets: part, checked: true };
    return { op: 'create', path: paths.paperPart(sha256, n), data };
  });
  const grams = new Uint8Array(512).fill(3);
  await one.documents.commit([
    { op: 'create', path: paths.agency, data: { id: 'khoen' } },
    { op: 'create', path: paths.paperFile(sha256), data: { version: 1, ...file, grams, uses: 1 } },
    { op: 'create', path: paths.paperWords('3'), data: { version: 1, papers: { a: { grams } } } },
    ...parts,
    ...somePapers(),
  ]);
  const identity = await generateX25519Identity();
  const archive = join(place.directory, 'backup.age');
  const everything = await everythingIn(join(place.directory, 'one'));
  const recipients = [await identityToRecipient(identity)];
  const { agencies } = everything;
  const counts = await writeBackup(archive, { everything, recipients, check, agencies, now: 0, progress });
  expect(counts).toEqual({
    agencies: 1,
    paperFiles: 1,
    paperParts: 10,
    paperWords: 1,
    papers: 4,
    published: 1,
  });
  const two = await place.open('two');
  const restored = await restoreBackup(archive, identity, {
    documents: two.documents,
    everything: () => everythingIn(join(place.directory, 'two')),
    check,
    intoNonEmpty: false,
    progress,
  });
  expect(restored.ok).toBe(true);
  const back = await fileOctets({ documents: two.documents, paths }, file);
  expect(back.length).toBe(FILE_MOST);
  expect(markOf(back)).toBe(sha256);
  expect(await place.contents('two')).toEqual(await place.contents('one'));
});
