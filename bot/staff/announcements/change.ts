import { Timestamp } from '@google-cloud/firestore';
import type { Staff } from '../../../domain/agency/staff.ts';
import {
  Announcement,
  type AnnouncementAct,
  type AnnouncementStanding,
  shownAnnouncement,
} from '../../../domain/announcements/announcement.ts';
import {
  AnnouncementsRegister,
  announcementEntry,
  emptyAnnouncements,
  withAnnouncement,
} from '../../../domain/announcements/register.ts';
import { placesOf } from '../../../domain/announcements/told.ts';
import { isWaiting } from '../../../domain/approval/standing.ts';
import type { StaffRefusal } from '../../../domain/staff/refusal.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import { plain } from '../../publish/plain.ts';
import type { Found, Write } from '../../store/documents.ts';
import { isThere } from '../../store/is-there.ts';
import { editionOf } from '../edition.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { answerOf } from './rows.ts';

/** One that nothing is left of goes in a day. */
const EXPIRES_MILLISECONDS = 86_400_000;
const ABOUT_MOST = 120;
const nothing: AnnouncementStanding = { issues: [] };

type Refused = { code: StaffRefusal; now?: unknown };
/** Where a change leads, or why it cannot be done. */
export type Change = AnnouncementStanding | { refuse: StaffRefusal; now?: unknown };

export interface Errand {
  act: AnnouncementAct;
  staff: Staff;
  id: string;
  /** As it was seen; absent for one that is not there yet. */
  edition: string | undefined;
  note?: string | undefined;
}

/** @throws StoreUnavailable */
export async function readAnnouncement({ ground, clock }: StaffParts, id: string) {
  const found = await ground.documents.read(ground.paths.announcement(id));
  const there = isThere(found, clock()) ? found : undefined;
  return { found, announcement: there && Announcement.parse(there.data) };
}

const replacing = (path: string, found: Found | undefined, data: Record<string, unknown>): Write =>
  found === undefined ? { op: 'create', path, data } : { op: 'set', path, data };

/** The write that lists what is now shown, or takes it out; none where nothing changes that the public sees. */
async function listing(
  parts: StaffParts,
  id: string,
  before: AnnouncementStanding,
  after: AnnouncementStanding,
): Promise<Write[]> {
  const [was, is] = [shownAnnouncement(before), shownAnnouncement(after)];
  if (was?.n === is?.n) return [];
  const { documents, paths } = parts.ground;
  const path = paths.published('announcements');
  const found = await documents.read(path);
  const register = found === undefined ? emptyAnnouncements : AnnouncementsRegister.parse(found.data);
  const entry = is && announcementEntry(id, is, placesOf(parts.current().agency, is));
  const data = plain(withAnnouncement(register, id, entry));
  return [
    found === undefined
      ? { op: 'create', path, data }
      : { op: 'update', path, data, ifUpdatedAt: found.updateTime },
  ];
}

/**
 * Changes an announcement as it was seen, with the list of what is public and the audit; all or nothing. The audit's
 * head orders all changes of an agency, so that what was read after it is still as it was read. @throws StoreUnavailable
 */
export async function changeAnnouncement(
  parts: StaffParts,
  { act, staff, id, edition, note }: Errand,
  next: (announcement: Announcement | undefined) => Change,
): Promise<StaffAnswer> {
  const { ground, clock } = parts;
  const done = await commitAudited<Refused>(ground, clock, async () => {
    const { found, announcement } = await readAnnouncement(parts, id);
    const seen = announcement === undefined ? undefined : editionOf(announcement);
    if (seen !== edition) {
      if (announcement === undefined) return { refuse: { code: 'not_found' } };
      const now = answerOf(parts, id, announcement, staff);
      return { refuse: { code: edition === undefined ? 'exists' : 'changed', now } };
    }
    const led = next(announcement);
    if ('refuse' in led) return { refuse: { code: led.refuse, now: led.now } };
    const before = announcement ?? nothing;
    const now = clock();
    const written: Announcement = {
      version: 1,
      issues: led.issues,
      draft: led.draft,
      withdrawn: led.withdrawn,
      broadcast: led.broadcast,
      revocable: led.revocable,
      waiting: isWaiting(led),
      at: now,
    };
    const isGone = led.issues.length === 0 && led.draft === undefined;
    const data = {
      ...plain(written),
      ...(isGone ? { expireAt: Timestamp.fromMillis(now + EXPIRES_MILLISECONDS) } : {}),
    };
    const title = (led.draft ?? led.issues.at(-1) ?? before.draft)?.title ?? '';
    const about = `${id} ${title}`.slice(0, ABOUT_MOST);
    return {
      writes: [
        replacing(ground.paths.announcement(id), found, data),
        ...(await listing(parts, id, before, led)),
      ],
      deeds: [
        { by: staff.id, action: `announcement-${act}`, about, ...(note === undefined ? {} : { note }) },
      ],
    };
  });
  if (!done.done) {
    const { why } = done;
    if (why === 'busy') return { refuse: 'busy' };
    return { refuse: why.code, ...(why.now === undefined ? {} : { now: why.now }) };
  }
  const { announcement } = await readAnnouncement(parts, id);
  return announcement === undefined
    ? { refuse: 'not_found' }
    : { json: answerOf(parts, id, announcement, staff) };
}
