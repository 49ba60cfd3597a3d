/**
 * Sealing older tips to somebody's new key. A colleague who can open a tip writes it another header, in their browser,
 * for whoever could open it with a key they lost. Where no officer is left who can, the recovery key may. What a tip
 * excludes is inside the sealing, so it is the browser that keeps to it; the server keeps to the marks.
 */
import { Buffer } from 'node:buffer';
import type { Staff } from '../../../domain/agency/staff.ts';
import { TipCase } from '../../../domain/case/case.ts';
import type { StaffRefusal } from '../../../domain/staff/refusal.ts';
import { MOST_WORDS_OCTETS } from '../../../sealing/form-contract.ts';
import { headerOf } from '../../../sealing/header.ts';
import { RECOVERY } from '../../../sealing/keys-contract.ts';
import type { IntegrityOfficer, Readers } from '../../../sealing/readers.ts';
import type { Resealed, ResealList, ResealTip } from '../../../sealing/tips-contract.ts';
import { commitAudited, type Planned } from '../../audit/commit-audited.ts';
import { editionOf } from '../../forms/form-readers.ts';
import { parseReaders } from '../../records/tip-door.ts';
import { paddedMarks, readerMark, readersMarked } from '../../records/tip-marks.ts';
import type { Found, Write } from '../../store/documents.ts';
import { readKey, readRecovery } from '../keys/record.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { nextOf, openPlace, walkTips } from './list.ts';
import { sealedParts } from './open.ts';
import { hasKeyIn, type ReadableTip, shownReaders, tipDeed } from './readable.ts';

/** So many ids are given at a time. */
const PAGE = 100;

/** Somebody who seals tips to a new key: the caller's own where it is with the recovery key. */
interface Errand {
  by: Staff;
  withRecovery: boolean;
  target: IntegrityOfficer;
  /** Keys that the target had before. */
  former: readonly string[];
  everybody: Readers;
}

async function errandOf(parts: StaffParts, by: Staff, handle: string): Promise<Errand | undefined> {
  const { ground, clock } = parts;
  const { documents, paths, secrets } = ground;
  const everybody = parseReaders(await documents.read(paths.readers));
  const withRecovery = handle === RECOVERY;
  const target = everybody.officers.find(({ staffId }) =>
    withRecovery ? staffId === by.id : secrets.staffHandle(staffId) === handle,
  );
  if (target === undefined) return undefined;
  if (withRecovery) {
    const { opened } = (await readRecovery(ground)).record;
    if (opened?.by !== by.id || Date.parse(opened.until) <= clock()) return undefined;
  } else if (target.staffId === by.id) return undefined;
  const { former } = (await readKey(ground, target.staffId)).record;
  return { by, withRecovery, target, former, everybody };
}

const formerMarks = ({ ground }: StaffParts, { target, former }: Errand, caseId: string): string[] =>
  former.map((recipient) => readerMark(ground, caseId, { staffId: target.staffId, recipient }));

/** A tip that may be sealed to the target's key; undefined for every other document. */
function wantedIn(parts: StaffParts, errand: Errand, found: Found | undefined): ReadableTip | undefined {
  const { ground, clock } = parts;
  const { by, withRecovery, target, everybody } = errand;
  const read = TipCase.safeParse(found?.data);
  if (found === undefined || !read.success || Date.parse(read.data.listedFrom) > clock()) return undefined;
  const tip = read.data;
  const reading = readersMarked(ground, found.id, tip.readers, everybody);
  const isAllowed = withRecovery
    ? reading.officers.length === 0 && reading.recovery !== undefined
    : hasKeyIn(reading, by) &&
      !hasKeyIn(reading, { id: target.staffId }) &&
      formerMarks(parts, errand, found.id).some((mark) => tip.readers.includes(mark));
  return isAllowed ? { id: found.id, found, tip, everybody, reading } : undefined;
}

async function readWanted(parts: StaffParts, errand: Errand, id: string): Promise<ReadableTip | undefined> {
  const { documents, paths } = parts.ground;
  return wantedIn(parts, errand, await documents.read(paths.case(id)));
}

/** Ids of the tips that are still to be sealed to somebody's key. */
export async function listResealing(
  parts: StaffParts,
  by: Staff,
  handle: string,
  cursor: string | undefined,
): Promise<StaffAnswer> {
  const { ground, clock } = parts;
  const errand = await errandOf(parts, by, handle);
  const from = cursor === undefined ? undefined : openPlace(ground, cursor);
  if (errand === undefined) return { refuse: 'not_found' };
  if (cursor !== undefined && from === undefined) return { refuse: 'bad_shape' };
  const walked = await walkTips(ground, clock(), from, PAGE, (found) => wantedIn(parts, errand, found)?.id);
  const answer: ResealList = { ids: walked.kept, ...nextOf(ground, walked) };
  return { json: answer };
}

const base64 = (octets: Uint8Array): string => Buffer.from(octets).toString('base64');

/** What a browser needs to write a tip another header: no photo leaves the server for it. */
export async function openResealing(
  parts: StaffParts,
  by: Staff,
  { handle, id }: { handle: string; id: string },
): Promise<StaffAnswer> {
  const { ground } = parts;
  const errand = await errandOf(parts, by, handle);
  const wanted = errand && (await readWanted(parts, errand, id));
  if (errand === undefined || wanted === undefined) return { refuse: 'not_found' };
  const kept = await sealedParts(ground, id, wanted.tip.parts);
  const { target, everybody } = errand;
  const shown = shownReaders(ground, { version: 1, officers: [target] }).officers[0];
  if (shown === undefined) return { refuse: 'not_found' };
  const answer: ResealTip = {
    parts: kept.map(({ n, sealed, header }) => ({
      n,
      header: base64(header ?? headerOf(sealed) ?? new Uint8Array()),
      ...(sealed.length > MOST_WORDS_OCTETS ? {} : { sealed: base64(sealed) }),
    })),
    count: wanted.tip.parts,
    readers: { edition: editionOf(everybody), ...shownReaders(ground, wanted.reading) },
    target: shown,
  };
  return { json: answer };
}

const octetsOf = (encoded: string): Uint8Array => new Uint8Array(Buffer.from(encoded, 'base64'));

/** A header for every part, and nothing besides: the writes that keep them. */
async function headerWrites(
  { ground }: StaffParts,
  { id, tip }: ReadableTip,
  headers: readonly { n: number; header: string }[],
): Promise<Write[] | undefined> {
  const kept = await sealedParts(ground, id, tip.parts);
  const writes = headers.flatMap(({ n, header }): Write[] => {
    const octets = octetsOf(header);
    const isHeader = headerOf(octets)?.length === octets.length;
    if (!isHeader || !kept.some((part) => part.n === n)) return [];
    return [{ op: 'update', path: ground.paths.message(id, n), data: { header: octets } }];
  });
  const isEach = new Set(headers.map(({ n }) => n)).size === kept.length && writes.length === kept.length;
  return isEach ? writes : undefined;
}

async function planResealed(
  parts: StaffParts,
  errand: Errand,
  wanted: ReadableTip,
  resealed: Resealed,
): Promise<Planned | { refuse: StaffRefusal }> {
  const { ground } = parts;
  const { id, found, tip } = wanted;
  const { target, everybody, by } = errand;
  if (resealed.recipient !== target.recipient) return { refuse: 'changed' };
  const gone = new Set(formerMarks(parts, errand, id));
  const left = tip.readers.filter((mark) => !gone.has(mark));
  const moved = (readers: string[], writes: Write[], note: string): Planned => ({
    writes: [...writes, { op: 'update', path: found.path, data: { readers }, ifUpdatedAt: found.updateTime }],
    deeds: [tipDeed({ ...wanted, tip: { ...tip, readers } }, by, 'tip-reseal', note)],
  });
  if (resealed.done === 'left_out') return moved(paddedMarks(ground, left), [], 'left_out');
  if (resealed.count !== tip.parts || resealed.edition !== editionOf(everybody)) return { refuse: 'changed' };
  const writes = await headerWrites(parts, wanted, resealed.headers);
  if (writes === undefined) return { refuse: 'bad_shape' };
  return moved(paddedMarks(ground, [...left, readerMark(ground, id, target)]), writes, 'sealed');
}

/** Keeps the headers that a browser wrote for a tip, and marks its new reader. */
export async function keepResealed(
  parts: StaffParts,
  by: Staff,
  { handle, id }: { handle: string; id: string },
  resealed: Resealed,
): Promise<StaffAnswer> {
  const { ground, clock } = parts;
  const done = await commitAudited<StaffRefusal>(ground, clock, async () => {
    const errand = await errandOf(parts, by, handle);
    const wanted = errand && (await readWanted(parts, errand, id));
    if (errand === undefined || wanted === undefined) return { refuse: 'not_found' };
    return planResealed(parts, errand, wanted, resealed);
  });
  return done.done ? { json: {} } : { refuse: done.why };
}
