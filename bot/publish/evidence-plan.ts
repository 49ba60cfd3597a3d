import { EvidenceHead, EvidenceVersion, type Withdrawal } from '../../domain/evidence/evidence.ts';
import { evidenceId } from '../../domain/evidence/keys.ts';
import { oitPage, oitPageName } from '../../domain/published/oit.ts';
import type { CurrentAgency } from '../agency/load.ts';
import { frameOf } from '../pages/frame.ts';
import { pathsOf } from '../records/paths.ts';
import { type Documents, type Found, remove, type Write } from '../store/documents.ts';
import type { ToApprove, Which } from './evidence-store.ts';
import { plain } from './plain.ts';

/** A head with the version that may be changed. */
export type ReadHead = { head: EvidenceHead; at: Found['updateTime'] };

/** @throws StoreUnavailable */
export async function readHead(
  documents: Documents,
  { agency }: CurrentAgency,
  { fiscalYear, key }: Which,
): Promise<ReadHead | undefined> {
  const found = await documents.read(pathsOf(agency.id).evidence(evidenceId(fiscalYear, key)));
  return found && { head: EvidenceHead.parse(found.data), at: found.updateTime };
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

/** The head, its changes and the page it is shown on. */
function headWrites(
  current: CurrentAgency,
  before: ReadHead | undefined,
  head: EvidenceHead,
  newest: EvidenceVersion,
): Write[] {
  const paths = pathsOf(current.agency.id);
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
    data: plain(oitPage(frameOf(current), head, newest)),
  };
  return [kept, ...version, page];
}

/** The next version of a page, and the head that it makes. */
export function nextVersion(
  before: EvidenceHead | undefined,
  { fiscalYear, key, content, approvedBy, day }: ToApprove,
): { head: EvidenceHead; version: EvidenceVersion } {
  const approvals = before?.approvals ?? [];
  const n = (approvals.at(-1)?.n ?? 0) + 1;
  const approval = { n, approvedOn: day, approvedBy };
  const { period } = content;
  const head: EvidenceHead = {
    version: 1,
    fiscalYear,
    key,
    approvals: [...approvals, { ...approval, ...(period === undefined ? {} : { period: period.words }) }],
  };
  return {
    head: EvidenceHead.parse(head),
    version: EvidenceVersion.parse({ version: 1, fiscalYear, key, ...approval, content }),
  };
}

/** The writes that approve a version under the next number, on the head as it was read. */
export function approvalWrites(
  current: CurrentAgency,
  before: ReadHead | undefined,
  wanted: ToApprove,
): { n: number; writes: Write[] } {
  const { head, version } = nextVersion(before?.head, wanted);
  return { n: version.n, writes: headWrites(current, before, head, version) };
}

/**
 * The writes that take a page down, with a dated note in its place; undefined where there is nothing to take down.
 * @throws StoreUnavailable
 */
export async function withdrawalWrites(
  documents: Documents,
  current: CurrentAgency,
  which: Which,
  withdrawn: Withdrawal,
): Promise<{ head: EvidenceHead; writes: Write[] } | undefined> {
  const before = await readHead(documents, current, which);
  if (before === undefined || before.head.withdrawn !== undefined) return undefined;
  const newest = await readVersion(documents, current, which, before.head.approvals.at(-1)?.n ?? 0);
  if (newest === undefined) return undefined;
  const head = { ...before.head, withdrawn };
  return { head, writes: headWrites(current, before, head, newest) };
}
