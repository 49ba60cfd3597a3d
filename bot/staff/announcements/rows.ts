import type { Staff } from '../../../domain/agency/staff.ts';
import { Announcement, isOut } from '../../../domain/announcements/announcement.ts';
import { facebookText, loudspeakerScript } from '../../../domain/announcements/told.ts';
import { revoked } from '../../../domain/approval/revoke.ts';
import { approvalState, seenDraft } from '../../../domain/approval/standing.ts';
import type {
  AnnouncementAnswer,
  AnnouncementRow,
  AnnouncementsAnswer,
} from '../../../domain/staff/announcements.ts';
import { printedAs } from '../../../domain/staff/publish.ts';
import type { Found } from '../../store/documents.ts';
import { isThere } from '../../store/is-there.ts';
import { editionOf } from '../edition.ts';
import { listPlace, nextPlace } from '../list-place.ts';
import type { StaffParts } from '../parts.ts';

/** So many announcements are on one page. */
const PAGE = 25;
const MOST_WAITING = 100;

const iso = (instant: number): string => new Date(instant).toISOString();

/** The page's whole address. */
export const addressOf = ({ publicUrl }: Pick<StaffParts, 'publicUrl'>, id: string): string =>
  `${publicUrl}/announcements/${id}`;

/** An announcement as somebody in the console sees it. */
export function answerOf(
  parts: StaffParts,
  id: string,
  announcement: Announcement,
  staff: Staff,
): AnnouncementAnswer {
  const { issues, draft, withdrawn, broadcast } = announcement;
  const printed = printedAs(staff);
  const matter = draft ?? issues.at(-1);
  const back = revoked(announcement, isOut);
  const { agency } = parts.current();
  return {
    id,
    edition: editionOf(announcement),
    state: approvalState(announcement),
    issues,
    ...(draft === undefined ? {} : { draft: seenDraft(draft, staff) }),
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(broadcast === undefined
      ? {}
      : {
          broadcast: {
            n: broadcast.n,
            messages: broadcast.messages,
            name: broadcast.name,
            state: broadcast.state,
            at: iso(broadcast.at),
          },
        }),
    ...(matter === undefined
      ? {}
      : {
          facebook: facebookText({ agency, matter, url: addressOf(parts, id) }),
          loudspeaker: loudspeakerScript({ agency, matter }),
        }),
    ...('refuse' in back ? {} : { revokedTo: back.to }),
    ...(printed === undefined ? {} : { printed }),
  };
}

function rowsOf(found: readonly Found[], now: number): AnnouncementRow[] {
  return found.flatMap((one) => {
    const announcement = isThere(one, now) ? Announcement.safeParse(one.data).data : undefined;
    const told = announcement?.draft ?? announcement?.issues.at(-1);
    if (announcement === undefined || told === undefined) return [];
    const isPublic = announcement.issues.length > 0 && announcement.withdrawn === undefined;
    const { title, from, until } = told;
    return [
      {
        id: one.id,
        title,
        from,
        until,
        state: approvalState(announcement),
        isPublic,
        at: iso(announcement.at),
      },
    ];
  });
}

/** What waits to be decided, oldest first. @throws StoreUnavailable */
export async function readWaiting({ ground, clock }: StaffParts): Promise<AnnouncementsAnswer> {
  const found = await ground.documents.query({
    collection: ground.paths.announcements,
    where: [['waiting', '==', true]],
    orderBy: [['at', 'asc']],
    limit: MOST_WAITING,
  });
  return { announcements: rowsOf(found, clock()) };
}

/** All of them, changed last first, a page at a time. Undefined for a cursor that is none. @throws StoreUnavailable */
export async function readAll(
  { ground, clock }: StaffParts,
  cursor: string | undefined,
): Promise<AnnouncementsAnswer | undefined> {
  const place = listPlace(ground, cursor);
  if (place === undefined) return undefined;
  const found = await ground.documents.query({
    collection: ground.paths.announcements,
    where: [],
    limit: PAGE,
    ...place,
  });
  const next = nextPlace(ground, found, PAGE);
  return { announcements: rowsOf(found, clock()), ...(next === undefined ? {} : { next }) };
}
