import type { Staff } from '../../../domain/agency/staff.ts';
import type { HiddenDeed } from '../../../domain/audit/entry.ts';
import { TipCase } from '../../../domain/case/case.ts';
import type { IntegrityOfficer, Readers } from '../../../sealing/readers.ts';
import type { TipNow, TipReadersNow } from '../../../sealing/tips-contract.ts';
import { editionOf } from '../../forms/form-readers.ts';
import type { Ground } from '../../records/ground.ts';
import { parseReaders } from '../../records/tip-door.ts';
import { readersMarked } from '../../records/tip-marks.ts';
import type { Found } from '../../store/documents.ts';

/** A tip that somebody can open, as it was read together with today's readers. */
export interface ReadableTip {
  id: string;
  found: Found;
  tip: TipCase;
  /** Everybody who can be given tips; and those of them who can open this one. */
  everybody: Readers;
  reading: Readers;
}

type ReadGround = Pick<Ground, 'documents' | 'paths' | 'secrets'>;

/** Whether somebody has a key that is among these. */
export const hasKeyIn = ({ officers }: Readers, { id }: Pick<Staff, 'id'>): boolean =>
  officers.some(({ staffId }) => staffId === id);

/** What was found under an id, if it is a listed tip that somebody can open. */
export function readableIn(
  ground: ReadGround,
  staff: Staff,
  found: Found | undefined,
  everybody: Readers,
  now: number,
): ReadableTip | undefined {
  const read = TipCase.safeParse(found?.data);
  if (found === undefined || !read.success || Date.parse(read.data.listedFrom) > now) return undefined;
  const reading = readersMarked(ground, found.id, read.data.readers, everybody);
  if (!hasKeyIn(reading, staff)) return undefined;
  return { id: found.id, found, tip: read.data, everybody, reading };
}

/**
 * A listed tip that somebody can open. Undefined for every other id, and the same is read for each: one that is
 * nothing, another case, a tip that is not listed yet, or one they are kept out of.
 * @throws StoreUnavailable
 */
export async function readReadable(
  ground: ReadGround,
  staff: Staff,
  id: string,
  now: number,
): Promise<ReadableTip | undefined> {
  const { documents, paths } = ground;
  const [found, readers] = await documents.readMany([paths.case(id), paths.readers]);
  return readableIn(ground, staff, found, parseReaders(readers), now);
}

/** Readers as the browser knows them: by handle. */
export const shownReaders = (
  { secrets }: Pick<Ground, 'secrets'>,
  { officers, recovery }: Readers,
): Omit<TipReadersNow, 'edition'> => ({
  officers: officers.map(
    (officer): IntegrityOfficer => ({ ...officer, staffId: secrets.staffHandle(officer.staffId) }),
  ),
  ...(recovery === undefined ? {} : { recovery }),
});

export const readersNow = (
  ground: Pick<Ground, 'secrets'>,
  { everybody, reading }: ReadableTip,
): TipReadersNow => ({
  edition: editionOf(everybody),
  ...shownReaders(ground, reading),
});

export const nowOf = ({ tip, everybody }: ReadableTip): TipNow => ({
  status: tip.status,
  next: tip.parts,
  edition: editionOf(everybody),
});

/** A deed with a tip, for its readers alone; all of its marks stand in it, so that their number tells nothing. */
export const tipDeed = (
  { id, tip }: ReadableTip,
  by: Staff,
  action: HiddenDeed['action'],
  note?: string,
): HiddenDeed => ({
  by: by.id,
  action,
  about: tip.name,
  ...(note === undefined ? {} : { note }),
  caseId: id,
  readers: tip.readers,
});

/** Whom to alert of news in a tip: those who can open it, but not who did it. */
export const others = ({ reading }: ReadableTip, { id }: Staff): string[] => [
  ...new Set(reading.officers.map(({ staffId }) => staffId).filter((staffId) => staffId !== id)),
];
