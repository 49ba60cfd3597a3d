import { pathsOf } from '../records/paths.ts';
import { type Documents, remove } from '../store/documents.ts';
import { plain } from './plain.ts';
import { type ApprovedResult, IndicatorsRecord, type YearResult } from './records.ts';

const TRIES = 5;

/** A year with this result approved; a note that an earlier one was taken down goes. */
export function approvedRecord(
  before: IndicatorsRecord,
  result: YearResult,
  approval: Pick<ApprovedResult, 'approvedOn' | 'approvedBy'>,
): IndicatorsRecord {
  const { withdrawn: _, ...rest } = before;
  return { ...rest, approved: { ...result, ...approval } };
}

async function change(
  documents: Documents,
  agencyId: string,
  fiscalYear: number,
  next: (before: IndicatorsRecord | undefined) => IndicatorsRecord | undefined,
): Promise<boolean> {
  const path = pathsOf(agencyId).indicators(fiscalYear);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await documents.read(path);
    const record = next(found && IndicatorsRecord.parse(found.data));
    if (record === undefined) return false;
    const data = plain(record);
    const { ok } = await documents.commit([
      found === undefined
        ? { op: 'create', path, data }
        : {
            op: 'update',
            path,
            data: { ...data, approved: data.approved ?? remove(), withdrawn: data.withdrawn ?? remove() },
            ifUpdatedAt: found.updateTime,
          },
    ]);
    if (ok) return true;
  }
  return false;
}

/** Keeps an imported result as the year's draft; what was approved before stays as it is. @throws StoreUnavailable */
export const saveDraft = (documents: Documents, agencyId: string, draft: YearResult): Promise<boolean> =>
  change(documents, agencyId, draft.raw.fiscalYear, (before) => ({
    ...(before ?? { version: 1, fiscalYear: draft.raw.fiscalYear }),
    draft,
  }));

/** Makes the year's draft the approved result; false where there is no draft. @throws StoreUnavailable */
export const approveResult = (
  documents: Documents,
  agencyId: string,
  fiscalYear: number,
  approval: Pick<ApprovedResult, 'approvedOn' | 'approvedBy'>,
): Promise<boolean> =>
  change(documents, agencyId, fiscalYear, (before) =>
    before?.draft === undefined ? undefined : approvedRecord(before, before.draft, approval),
  );

/** A year's result as it was imported and approved. @throws StoreUnavailable */
export async function readResult(
  documents: Documents,
  agencyId: string,
  fiscalYear: number,
): Promise<IndicatorsRecord | undefined> {
  const found = await documents.read(pathsOf(agencyId).indicators(fiscalYear));
  return found && IndicatorsRecord.parse(found.data);
}
