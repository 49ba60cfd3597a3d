import type { Staff } from '../../../domain/agency/staff.ts';
import { Attachment } from '../../records/records.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { readVisible } from './visible.ts';

const TYPES: Record<Attachment['kind'], string> = { photo: 'image/jpeg', voice: 'audio/mp4' };

/** The octets of a photo or voice note of a case that somebody may see. @throws StoreUnavailable */
export async function readFile(
  parts: StaffParts,
  staff: Staff,
  { caseId, n }: { caseId: string; n: number },
): Promise<StaffAnswer> {
  const seen = await readVisible(parts, staff, caseId);
  const file = seen?.record.files.find((one) => one.n === n);
  if (file === undefined) return { refuse: 'not_found' };
  const { documents, paths } = parts.ground;
  const kept = Attachment.safeParse((await documents.read(paths.attachment(file.at ?? caseId, n)))?.data);
  if (!kept.success || kept.data.held) return { refuse: 'not_found' };
  return { octets: kept.data.bytes, type: TYPES[kept.data.kind] };
}
