import type { TipCase } from '../../domain/case/case.ts';
import { tipTally } from '../../domain/case/tip-tally.ts';
import type { Readers } from '../../sealing/readers.ts';
import { increment, remove, type Write } from '../store/documents.ts';
import type { Ground } from './ground.ts';
import { storeEntry } from './outbox.ts';

/** Stands for the holder of the recovery key among a tip's readers. */
const RECOVERY = 'recovery';

/** Who can open a tip, besides its reporter. */
export interface TipReaders {
  staffIds: readonly string[];
  recovery: boolean;
}

/** A tip as its reporter confirmed it, in the chat or in the private form. */
export interface ConfirmedTip {
  caseId: string;
  /** `receipts/{mark}` of its receipt. */
  receipt: string;
  received: string;
  name: string;
  /** An instant, ISO: the next listing time. */
  listedFrom: string;
  readers: TipReaders;
  /** Paths of the parts that are there already, whose expiry is lifted. */
  kept: readonly string[];
  /** Parts that this commit writes. */
  added: readonly { path: string; sealed: Uint8Array }[];
  /** The number after the last part's: the thread's first. */
  parts: number;
}

type TipGround = Pick<Ground, 'paths' | 'secrets'>;

/** One alert a reader for a listing time, the same entry however many tips there are. */
export const alertReaders = (ground: TipGround, staffIds: readonly string[], slot: string): Write[] =>
  staffIds.map((staffId) =>
    storeEntry(ground, {
      id: ground.secrets.tipSlotMark(staffId, slot),
      addressee: { to: 'staff', staffId },
      notice: { notice: 'tips' },
      dueAt: Date.parse(slot),
    }),
  );

const marksOf = ({ secrets }: TipGround, caseId: string, { staffIds, recovery }: TipReaders): string[] =>
  [...staffIds, ...(recovery ? [RECOVERY] : [])].map((reader) => secrets.readerMark(reader, caseId)).sort();

/** Those of today's readers who can open a tip whose case carries these marks. */
export function readersMarked(
  { secrets }: TipGround,
  caseId: string,
  marks: readonly string[],
  { version, officers, recovery }: Readers,
): Readers {
  const mayRead = (reader: string): boolean => marks.includes(secrets.readerMark(reader, caseId));
  return {
    version,
    officers: officers.filter(({ staffId }) => mayRead(staffId)),
    ...(recovery !== undefined && mayRead(RECOVERY) ? { recovery } : {}),
  };
}

/** Counts a tip in the one document of its half-year. */
function countTip({ paths }: TipGround, received: string): Write {
  const { key, counts } = tipTally(received, undefined, 'new');
  const data = Object.fromEntries(Object.entries(counts).map(([name, by]) => [name, increment(by)]));
  return { op: 'merge', path: paths.tally(key), data };
}

/** All that a confirmed tip writes: the same documents, whichever way it came. */
export function tipDocuments(ground: TipGround, confirmed: ConfirmedTip): Write[] {
  const { caseId, received, name, listedFrom, readers, parts } = confirmed;
  const tip: TipCase = {
    version: 1,
    kind: 'tip',
    status: 'new',
    received,
    name,
    readers: marksOf(ground, caseId, readers),
    listedFrom,
    parts,
  };
  return [
    { op: 'create', path: ground.paths.case(caseId), data: { ...tip } },
    { op: 'create', path: confirmed.receipt, data: { version: 1, caseId, kind: 'tip' } },
    ...confirmed.kept.map((path): Write => ({ op: 'update', path, data: { expireAt: remove() } })),
    ...confirmed.added.map(
      ({ path, sealed }): Write => ({ op: 'create', path, data: { version: 1, sealed } }),
    ),
    ...alertReaders(ground, readers.staffIds, listedFrom),
    countTip(ground, received),
  ];
}
