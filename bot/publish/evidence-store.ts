import type { Content } from '../../domain/evidence/content.ts';
import { EvidenceHead, EvidenceVersion, type Withdrawal } from '../../domain/evidence/evidence.ts';
import { type EvidenceKey, evidenceId } from '../../domain/evidence/keys.ts';
import { oitPage, oitPageName } from '../../domain/published/oit.ts';
import type { CurrentAgency } from '../agency/load.ts';
import { pathsOf } from '../records/paths.ts';
import { type Documents, type Found, remove, type Write } from '../store/documents.ts';
import { plain } from './plain.ts';

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

type Read = { head: EvidenceHead; at: Found['updateTime'] };

async function readHead(
  documents: Documents,
  { agency }: CurrentAgency,
  { fiscalYear, key }: Which,
): Promise<Read | undefined> {
  const found = await documents.read(pathsOf(agency.id).evidence(evidenceId(fiscalYear, key)));
  return found && { head: EvidenceHead.parse(found.data), at: found.updateTime };
}

/** The head, its changes and the page it is shown on, in one commit; false where somebody was faster. */
async function commitHead(
  documents: Documents,
  { agency }: CurrentAgency,
  before: Read | undefined,
  head: EvidenceHead,
  newest: EvidenceVersion,
): Promise<boolean> {
  const paths = pathsOf(agency.id);
  const id = evidenceId(head.fiscalYear, head.key);
  const data = plain(head);
  const isNew = newest.n > (before?.head.approvals.at(-1)?.n ?? 0);
  const kept: Write =
    before === undefined
      ? { op: 'create', path: paths.evidence(id), data }
      : {
          op: 'update',
          path: paths.evidence(id),
          data: { ...data, withdrawn: data.withdrawn ?? remove() },
          ifUpdatedAt: before.at,
        };
  const version: Write[] = isNew
    ? [{ op: 'create', path: paths.evidenceVersion(id, newest.n), data: plain(newest) }]
    : [];
  const page: Write = {
    op: 'set',
    path: paths.published(oitPageName(head.fiscalYear, head.key)),
    data: plain(oitPage(agency, head, newest)),
  };
  return (await documents.commit([kept, ...version, page])).ok;
}

/**
 * Approves a version: written once under the next number, shown from now on.
 * @throws StoreUnavailable
 */
export async function approveEvidence(
  documents: Documents,
  current: CurrentAgency,
  { fiscalYear, key, content, approvedBy, day }: ToApprove,
): Promise<number | undefined> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = await readHead(documents, current, { fiscalYear, key });
    const approvals = before?.head.approvals ?? [];
    const n = (approvals.at(-1)?.n ?? 0) + 1;
    const approval = { n, approvedOn: day, approvedBy };
    const { period } = content;
    const head: EvidenceHead = {
      version: 1,
      fiscalYear,
      key,
      approvals: [...approvals, { ...approval, ...(period === undefined ? {} : { period: period.words }) }],
    };
    const version = EvidenceVersion.parse({ version: 1, fiscalYear, key, ...approval, content });
    if (await commitHead(documents, current, before, EvidenceHead.parse(head), version)) return n;
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
    const before = await readHead(documents, current, which);
    if (before === undefined || before.head.withdrawn !== undefined) return undefined;
    const newest = await readVersion(documents, current, which, before.head.approvals.at(-1)?.n ?? 0);
    if (newest === undefined) return undefined;
    const head = { ...before.head, withdrawn };
    if (await commitHead(documents, current, before, head, newest)) return head;
  }
  return undefined;
}

/** An approved version as it was approved. @throws StoreUnavailable */
export async function readVersion(
  documents: Documents,
  { agency }: Pick<CurrentAgency, 'agency'>,
  { fiscalYear, key }: Which,
  n: number,
): Promise<EvidenceVersion | undefined> {
  const path = pathsOf(agency.id).evidenceVersion(evidenceId(fiscalYear, key), n);
  return EvidenceVersion.safeParse((await documents.read(path))?.data).data;
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
