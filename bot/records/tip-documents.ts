import type { TipCase } from '../../domain/case/case.ts';
import type { CaseStatus } from '../../domain/case/status.ts';
import { tipTally } from '../../domain/case/tip-tally.ts';
import type { Recipient } from '../../sealing/keys.ts';
import type { ChosenReaders, IntegrityOfficer, Readers } from '../../sealing/readers.ts';
import { increment, remove, type Write } from '../store/documents.ts';
import type { Ground } from './ground.ts';
import { alertReaders } from './tip-alerts.ts';
import { paddedMarks, readerMark, recoveryMark } from './tip-marks.ts';

/** Who can open a tip, besides its reporter: officers with the key it is sealed to, and the recovery key. */
export interface TipReaders {
  officers: readonly Pick<IntegrityOfficer, 'staffId' | 'recipient'>[];
  recovery: Recipient | undefined;
}

/** A tip as its reporter confirmed it, in the chat or in the private form. */
export interface ConfirmedTip {
  caseId: string;
  /** Makes its receipt lead to it: see {@link newReceipt}; none where it has none. */
  receipt: readonly Write[];
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

type TipGround = Pick<Ground, 'paths' | 'secrets' | 'random'>;

/** Those of the readers who were chosen, with the keys they were chosen with. */
export const tipReaders = ({ officers, recovery }: Readers, chosen: ChosenReaders): TipReaders => ({
  officers: officers.filter(
    ({ staffId, recipient }) => chosen.staffIds.includes(staffId) && chosen.recipients.includes(recipient),
  ),
  recovery:
    recovery !== undefined && chosen.recipients.includes(recovery.recipient) ? recovery.recipient : undefined,
});

function marksOf(ground: TipGround, caseId: string, { officers, recovery }: TipReaders): string[] {
  const marks = officers.map((officer) => readerMark(ground, caseId, officer));
  const all = recovery === undefined ? marks : [...marks, recoveryMark(ground, caseId, recovery)];
  return paddedMarks(ground, all);
}

/** How a tip's move from one status to another (from none, where it only comes in) changes the counts. */
export function countTip(
  { paths }: Pick<Ground, 'paths'>,
  received: string,
  from: CaseStatus | undefined,
  to: CaseStatus,
): Write {
  const { key, counts } = tipTally(received, from, to);
  const data = Object.fromEntries(Object.entries(counts).map(([name, by]) => [name, increment(by)]));
  return { op: 'merge', path: paths.tally(key), data };
}

/** A receipt at `path` that is a tip's from the first. */
export const newReceipt = (path: string, caseId: string): Write[] => [
  { op: 'create', path, data: { version: 1, caseId, kind: 'tip' } },
];

/** All that a confirmed tip writes: the same documents, whichever way it came. `everybody`: today's readers. */
export function tipDocuments(ground: TipGround, everybody: Readers, confirmed: ConfirmedTip): Write[] {
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
    ...confirmed.receipt,
    ...confirmed.kept.map((path): Write => ({ op: 'update', path, data: { expireAt: remove() } })),
    ...confirmed.added.map(
      ({ path, sealed }): Write => ({ op: 'create', path, data: { version: 1, sealed } }),
    ),
    ...alertReaders(
      ground,
      everybody,
      readers.officers.map(({ staffId }) => staffId),
      listedFrom,
    ),
    countTip(ground, received, undefined, 'new'),
  ];
}
