import { AnnouncementsRegister, emptyAnnouncements } from '../../domain/announcements/register.ts';
import type { Ground } from '../records/ground.ts';

/** What is announced to the public now. @throws StoreUnavailable */
export async function readAnnouncements({
  documents,
  paths,
}: Pick<Ground, 'documents' | 'paths'>): Promise<AnnouncementsRegister> {
  const found = await documents.read(paths.published('announcements'));
  return found === undefined ? emptyAnnouncements : AnnouncementsRegister.parse(found.data);
}
