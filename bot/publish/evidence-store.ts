import type { Content } from '../../domain/evidence/content.ts';
import { EvidenceHead, type Withdrawal } from '../../domain/evidence/evidence.ts';
import type { EvidenceKey } from '../../domain/evidence/keys.ts';
import type { CurrentAgency } from '../agency/load.ts';
import { pathsOf } from '../records/paths.ts';
import type { Documents } from '../store/documents.ts';
import { approvalWrites, readHead, withdrawalWrites } from './evidence-plan.ts';

/** More heads than an agency's years of evidence come to: ten keys a year. */
const MOST_HEADS = 500;
const TRIES = 5;

/** Which evidence it is about. */
export interface Which {
  fiscalYear: number;
  key: EvidenceKey;
}

export interface ToApprove extends Which {
  content: Content;
  approvedBy: string;
  /** An ISO day in Asia/Bangkok. */
  day: string;
}

/**
 * Approves a version: written once under the next number, shown from now on.
 * @throws StoreUnavailable
 */
export async function approveEvidence(
  documents: Documents,
  current: CurrentAgency,
  wanted: ToApprove,
): Promise<number | undefined> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { n, writes } = approvalWrites(current, await readHead(documents, current, wanted), wanted);
    if ((await documents.commit(writes)).ok) return n;
  }
  return undefined;
}

/**
 * Takes a page down; a dated note stays in its place. Undefined where there is nothing to take down.
 * @throws StoreUnavailable
 */
export async function withdrawEvidence(
  documents: Documents,
  current: CurrentAgency,
  which: Which,
  withdrawn: Withdrawal,
): Promise<EvidenceHead | undefined> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const planned = await withdrawalWrites(documents, current, which, withdrawn);
    if (planned === undefined) return undefined;
    if ((await documents.commit(planned.writes)).ok) return planned.head;
  }
  return undefined;
}

/** Every head of the agency, a bounded number of documents. @throws StoreUnavailable */
export async function readHeads(documents: Documents, { agency }: CurrentAgency): Promise<EvidenceHead[]> {
  const found = await documents.query({
    collection: pathsOf(agency.id).allEvidence,
    where: [],
    orderBy: [],
    limit: MOST_HEADS,
  });
  return found.flatMap(({ data }) => EvidenceHead.safeParse(data).data ?? []);
}
