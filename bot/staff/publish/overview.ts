import type { Staff } from '../../../domain/agency/staff.ts';
import { officialItem } from '../../../domain/evidence/item.ts';
import {
  type EvidenceRow,
  type PublishAnswer,
  printedAs,
  type ResultRow,
} from '../../../domain/staff/publish.ts';
import { readHeads } from '../../publish/evidence-store.ts';
import { readYears } from '../../publish/rebuild.ts';
import type { StaffParts } from '../parts.ts';
import { publishGround, readEvidenceProfile, yearOf } from './matter.ts';
import { readWaiting } from './proposals.ts';

/** What is public, what could be, and what waits to be decided. @throws StoreUnavailable */
export async function overviewOf(parts: StaffParts, staff: Staff): Promise<PublishAnswer> {
  const at = publishGround(parts);
  const [waiting, years, heads, profile] = await Promise.all([
    readWaiting(parts, staff.id),
    readYears(at),
    readHeads(at.documents, at.current),
    readEvidenceProfile(parts),
  ]);
  const printed = printedAs(staff);
  const results = years.map(
    ({ fiscalYear, draft, approved, withdrawn }): ResultRow => ({
      fiscalYear,
      ...(draft === undefined ? {} : { importedOn: draft.importedOn }),
      ...(approved === undefined ? {} : { approvedOn: approved.approvedOn, approvedBy: approved.approvedBy }),
      ...(withdrawn === undefined ? {} : { withdrawn }),
    }),
  );
  const evidence = heads.flatMap(({ fiscalYear, key, approvals, withdrawn }): EvidenceRow[] => {
    const newest = approvals.at(-1);
    if (newest === undefined) return [];
    const { title, label } = officialItem(key, fiscalYear);
    const { n, approvedOn, approvedBy } = newest;
    return [
      {
        ...{ fiscalYear, key, title, n, approvedOn, approvedBy },
        ...(label === undefined ? {} : { label }),
        ...(withdrawn === undefined ? {} : { withdrawn }),
      },
    ];
  });
  return {
    fiscalYear: yearOf(parts),
    ...(printed === undefined ? {} : { printed }),
    waiting,
    results,
    evidence: evidence.toSorted(
      (a, b) => b.fiscalYear - a.fiscalYear || a.title.localeCompare(b.title, 'th'),
    ),
    questions: profile.questions,
  };
}
