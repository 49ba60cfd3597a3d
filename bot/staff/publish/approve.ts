import { dayOf } from '../../../domain/calendar/day.ts';
import type { WithdrawalBody } from '../../../domain/staff/publish.ts';
import { approvalWrites, readHead, withdrawalWrites } from '../../publish/evidence-plan.ts';
import { plain } from '../../publish/plain.ts';
import { IndicatorsRecord, type ProgressRecord } from '../../publish/records.ts';
import { approvedRecord } from '../../publish/results.ts';
import { remove, type Write } from '../../store/documents.ts';
import type { StaffParts } from '../parts.ts';
import { publishGround, readEvidenceProfile } from './matter.ts';
import type { Matter } from './records.ts';

/** A year's document as it is replaced, on the version that was read. */
async function yearWrites(
  { ground }: StaffParts,
  fiscalYear: number,
  next: (before: IndicatorsRecord) => IndicatorsRecord | undefined,
): Promise<Write[] | undefined> {
  const path = ground.paths.indicators(fiscalYear);
  const found = await ground.documents.read(path);
  const before = IndicatorsRecord.safeParse(found?.data).data;
  const record = before && next(before);
  if (found === undefined || record === undefined) return undefined;
  const { approved = remove(), withdrawn = remove(), ...rest } = plain(record);
  return [{ op: 'update', path, data: { ...rest, approved, withdrawn }, ifUpdatedAt: found.updateTime }];
}

/** The writes that publish a matter. Undefined where what it belongs to is gone. @throws StoreUnavailable */
export async function publishingWrites(
  parts: StaffParts,
  matter: Matter,
  approvedBy: string,
): Promise<Write[] | undefined> {
  const { ground } = parts;
  const at = publishGround(parts);
  const approvedOn = dayOf(at.now);
  switch (matter.kind) {
    case 'result':
      return yearWrites(parts, matter.fiscalYear, (before) =>
        approvedRecord(before, matter.result, { approvedOn, approvedBy }),
      );
    case 'evidence': {
      const before = await readHead(at.documents, at.current, matter);
      return approvalWrites(at.current, before, { ...matter, approvedBy, day: approvedOn }).writes;
    }
    case 'measures': {
      const { fiscalYear, list } = matter;
      const record: ProgressRecord = { version: 1, fiscalYear, list, approvedOn, approvedBy };
      return [{ op: 'set', path: ground.paths.progress(fiscalYear), data: plain(record) }];
    }
    case 'questions': {
      const profile = await readEvidenceProfile(parts);
      const data = plain({ ...profile, questions: matter.questions });
      return [{ op: 'set', path: ground.paths.evidenceProfile, data }];
    }
  }
}

/** The writes that take something down with a dated note; undefined where it is not public. @throws StoreUnavailable */
export async function takingDownWrites(
  parts: StaffParts,
  { because, ...which }: WithdrawalBody,
  by: string,
): Promise<Write[] | undefined> {
  const at = publishGround(parts);
  const withdrawn = { day: dayOf(at.now), by, because };
  if (which.kind === 'evidence') {
    return (await withdrawalWrites(at.documents, at.current, which, withdrawn))?.writes;
  }
  return yearWrites(parts, which.fiscalYear, (before) => {
    const { approved, ...rest } = before;
    return approved === undefined ? undefined : { ...rest, withdrawn };
  });
}
