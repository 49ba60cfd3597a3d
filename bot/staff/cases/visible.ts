import type { Staff } from '../../../domain/agency/staff.ts';
import { maySee } from '../../../domain/case/audience.ts';
import { Case } from '../../../domain/case/case.ts';
import { beginEdit, type CaseEdit } from '../../records/case-writes.ts';
import type { Found } from '../../store/documents.ts';
import type { StaffParts } from '../parts.ts';

/** A case that somebody may see, as it was read; undefined for every other id, a tip's too. */
export function visibleIn(
  { current }: Pick<StaffParts, 'current'>,
  staff: Staff,
  found: Found | undefined,
): { found: Found; record: Case } | undefined {
  const read = Case.safeParse(found?.data);
  if (found === undefined || !read.success || !maySee(staff, read.data, current().agency)) return undefined;
  return { found, record: read.data };
}

/** @throws StoreUnavailable */
export async function readVisible(
  parts: Pick<StaffParts, 'ground' | 'current'>,
  staff: Staff,
  caseId: string,
): Promise<{ found: Found; record: Case } | undefined> {
  const { documents, paths } = parts.ground;
  return visibleIn(parts, staff, await documents.read(paths.case(caseId)));
}

/** A case as an edit begins, whoever may see it. */
export function editIn(found: Found | undefined): CaseEdit | undefined {
  const read = Case.safeParse(found?.data);
  return found === undefined || !read.success ? undefined : beginEdit(found.id, found.updateTime, read.data);
}
