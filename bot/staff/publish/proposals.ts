import { officialItem } from '../../../domain/evidence/item.ts';
import type { ProposalRow, ProposalsAnswer } from '../../../domain/staff/publish.ts';
import type { Found } from '../../store/documents.ts';
import { editionOf } from '../edition.ts';
import { listPlace, nextPlace } from '../list-place.ts';
import type { StaffParts } from '../parts.ts';
import { ProposalRecord } from './records.ts';

/** So many proposals are on one page. */
const PAGE = 25;
const MOST_WAITING = 100;

const iso = (instant: number): string => new Date(instant).toISOString();

function addressOf({ kind, fiscalYear, key }: ProposalRecord): string {
  switch (kind) {
    case 'evidence':
      return `/oit/${fiscalYear}/${key}`;
    case 'measures':
      return '/#measures';
    case 'questions':
      return '/#questions';
    case 'result':
      return '/';
  }
}

export function rowOf(id: string, record: ProposalRecord, asking: string): ProposalRow {
  const { kind, fiscalYear, key, preset, name, by, at, state, decided } = record;
  return {
    id,
    edition: editionOf(record),
    kind,
    ...(fiscalYear === undefined ? {} : { fiscalYear }),
    ...(key === undefined ? {} : { key }),
    ...(key === undefined || fiscalYear === undefined ? {} : { title: officialItem(key, fiscalYear).title }),
    ...(preset === undefined ? {} : { preset }),
    by: name,
    isMine: by === asking,
    at: iso(at),
    state,
    ...(decided === undefined
      ? {}
      : {
          decided: {
            by: decided.name,
            at: iso(decided.at),
            ...(decided.words === undefined ? {} : { words: decided.words }),
          },
        }),
    address: addressOf(record),
  };
}

const rowsOf = (found: readonly Found[], asking: string): ProposalRow[] =>
  found.flatMap(({ id, data }) => {
    const record = ProposalRecord.safeParse(data).data;
    return record === undefined ? [] : [rowOf(id, record, asking)];
  });

/** @throws StoreUnavailable */
export async function readRow(
  { ground }: StaffParts,
  id: string,
  asking: string,
): Promise<ProposalRow | undefined> {
  const found = await ground.documents.read(ground.paths.proposal(id));
  const record = ProposalRecord.safeParse(found?.data).data;
  return record && rowOf(id, record, asking);
}

/** What waits to be decided, oldest first. @throws StoreUnavailable */
export async function readWaiting({ ground }: StaffParts, asking: string): Promise<ProposalRow[]> {
  const found = await ground.documents.query({
    collection: ground.paths.proposals,
    where: [['state', '==', 'waiting']],
    orderBy: [['at', 'asc']],
    limit: MOST_WAITING,
  });
  return rowsOf(found, asking);
}

/** All proposals, newest first, a page at a time. Undefined for a cursor that is none. @throws StoreUnavailable */
export async function readProposals(
  { ground }: StaffParts,
  cursor: string | undefined,
  asking: string,
): Promise<ProposalsAnswer | undefined> {
  const place = listPlace(ground, cursor);
  if (place === undefined) return undefined;
  const found = await ground.documents.query({
    collection: ground.paths.proposals,
    where: [],
    limit: PAGE,
    ...place,
  });
  const next = nextPlace(ground, found, PAGE);
  return { proposals: rowsOf(found, asking), ...(next === undefined ? {} : { next }) };
}
