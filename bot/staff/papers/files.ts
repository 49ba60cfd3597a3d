import { createHash } from 'node:crypto';
import { Timestamp } from '@google-cloud/firestore';
import { FILE_MOST, PART_OCTETS, PaperFile, partsOf } from '../../../domain/papers/paper.ts';
import { beginsAsPdf } from '../../../domain/papers/pdf-octets.ts';
import type { FieldFault } from '../../../domain/staff/fields.ts';
import type { FileAnswer } from '../../../domain/staff/papers.ts';
import { readFileRecord } from '../../papers/holding.ts';
import { EXPIRES_MILLISECONDS, type FileRecord, PartRecord } from '../../papers/records.ts';
import { takeText } from '../../papers/take-text.ts';
import type { Found, Write } from '../../store/documents.ts';
import { isThere } from '../../store/is-there.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';

const expiry = (now: number): Timestamp => Timestamp.fromMillis(now + EXPIRES_MILLISECONDS);
const lengthOf = (octets: number, n: number): number => Math.min(PART_OCTETS, octets - n * PART_OCTETS);
const faulty = (fault: FieldFault): StaffAnswer => ({
  refuse: 'bad_fields',
  now: { faults: [{ at: 'source', fault }] },
});

const readParts = ({ ground }: StaffParts, sha256: string, octets: number) =>
  ground.documents.readMany(
    Array.from({ length: partsOf(octets) }, (_, n) => ground.paths.paperPart(sha256, n)),
  );

/** What of a file is still to be sent. @throws StoreUnavailable */
export async function beginFile(
  parts: StaffParts,
  { sha256, octets }: { sha256: string; octets: number },
): Promise<FileAnswer> {
  const now = parts.clock();
  const kept = await readFileRecord(parts.ground, sha256, now);
  if (kept !== undefined) return { kept: true, file: PaperFile.parse(kept.record) };
  const there = await readParts(parts, sha256, octets);
  const missing = there.flatMap((found, n) => {
    const part = isThere(found, now) ? PartRecord.safeParse(found.data).data : undefined;
    return part?.octets.length === lengthOf(octets, n) ? [] : [n];
  });
  return { kept: false, missing };
}

/** Keeps one part for a day, or until its file is checked and named by a paper. @throws StoreUnavailable */
export async function keepPart(
  { ground, clock }: StaffParts,
  { sha256, n }: { sha256: string; n: number },
  octets: Uint8Array,
): Promise<StaffAnswer> {
  if (octets.length === 0 || octets.length > PART_OCTETS || n >= partsOf(FILE_MOST)) {
    return { refuse: 'bad_shape' };
  }
  const { documents, paths } = ground;
  const path = paths.paperPart(sha256, n);
  const data = { version: 1, octets, checked: false, expireAt: expiry(clock()) };
  const made = await documents.commit([{ op: 'create', path, data }]);
  if (made.ok) return { json: { kept: true } };
  const found = await documents.read(path);
  const part = PartRecord.safeParse(found?.data).data;
  if (found === undefined || part === undefined) return { refuse: 'busy' };
  if (Buffer.compare(part.octets, octets) === 0) return { json: { kept: true } };
  if (part.checked) return { refuse: 'exists' };
  const again = await documents.commit([{ op: 'update', path, data, ifUpdatedAt: found.updateTime }]);
  return again.ok ? { json: { kept: true } } : { refuse: 'busy' };
}

/** The whole file out of its parts; undefined where one is missing, or they make another file. */
async function assembled(
  parts: StaffParts,
  sha256: string,
  octets: number,
): Promise<{ whole: Uint8Array; found: Found[] } | undefined> {
  const now = parts.clock();
  const found = (await readParts(parts, sha256, octets)).filter((part) => isThere(part, now));
  const read = found.flatMap(({ data }) => PartRecord.safeParse(data).data ?? []);
  const whole = Buffer.concat(read.map((part) => part.octets));
  const mark = createHash('sha256').update(whole).digest('hex');
  return whole.length === octets && mark === sha256 ? { whole, found } : undefined;
}

/**
 * Checks a file whose parts were all sent: that it is the one that was named, a PDF, and one that opens. Its words are
 * taken out for searching. @throws StoreUnavailable
 */
export async function checkFile(
  parts: StaffParts,
  { sha256, octets }: { sha256: string; octets: number },
): Promise<StaffAnswer> {
  const { ground, clock } = parts;
  const kept = await readFileRecord(ground, sha256, clock());
  if (kept !== undefined) return { json: PaperFile.parse(kept.record) };
  const file = await assembled(parts, sha256, octets);
  if (file === undefined) return faulty('file_gone');
  if (!beginsAsPdf(file.whole)) return faulty('not_pdf');
  const pdf = await takeText(file.whole);
  if (pdf.kind === 'locked') return faulty('locked_pdf');
  if (pdf.kind === 'broken') return faulty('broken_pdf');
  const isRead = pdf.kind === 'read';
  const record: FileRecord = {
    version: 1,
    sha256,
    octets,
    ...(isRead ? { pages: pdf.pages } : {}),
    text: isRead ? (pdf.grams.length === 0 ? 'none' : 'read') : 'unread',
    scripts: isRead && pdf.scripts,
    grams: isRead ? pdf.grams : new Uint8Array(),
    uses: 0,
  };
  const expireAt = expiry(clock());
  const done = await ground.documents.commit([
    { op: 'create', path: ground.paths.paperFile(sha256), data: { ...record, expireAt } },
    ...file.found.map(
      ({ path, updateTime }): Write => ({
        op: 'update',
        path,
        data: { checked: true, expireAt },
        ifUpdatedAt: updateTime,
      }),
    ),
  ]);
  if (done.ok) return { json: PaperFile.parse(record) };
  const other = await readFileRecord(ground, sha256, clock());
  return other === undefined ? { refuse: 'busy' } : { json: PaperFile.parse(other.record) };
}
