import type { Staff } from '../../../domain/agency/staff.ts';
import {
  type Announcement,
  type AnnouncementIssue,
  AnnouncementMatter,
  announcementFaults,
  ISSUES_MOST,
} from '../../../domain/announcements/announcement.ts';
import { dayOf } from '../../../domain/calendar/day.ts';
import type { Fault } from '../../../domain/staff/fields.ts';
import { printedAs } from '../../../domain/staff/publish.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { type Change, changeAnnouncement } from './change.ts';
import { draftMatter } from './rows.ts';

/** Faults of what somebody wants announced, with those that only the agency's settings show. */
function faultsOf(parts: StaffParts, body: unknown): Fault[] {
  const faults = announcementFaults(body);
  if (faults.length > 0) return faults;
  const { unit, places } = AnnouncementMatter.parse(body);
  const { agency } = parts.current();
  const isKnown = unit === undefined || agency.units.some(({ id }) => id === unit);
  const areKnown = places.every((place) => agency.places.some(({ id }) => id === place));
  return [
    ...(isKnown ? [] : [{ at: 'unit', fault: 'unknown_unit' as const }]),
    ...(areKnown ? [] : [{ at: 'places', fault: 'bad_value' as const }]),
  ];
}

/** Says what is to be announced, anew or in the place of what waits. */
export async function proposeAnnouncement(
  parts: StaffParts,
  { id, edition, announcement: body }: { id: string; edition: string | undefined; announcement: unknown },
  staff: Staff,
): Promise<StaffAnswer> {
  const faults = faultsOf(parts, body);
  if (faults.length > 0) return { refuse: 'bad_fields', now: { faults } };
  const matter = AnnouncementMatter.parse(body);
  return changeAnnouncement(parts, { act: 'propose', staff, id, edition }, (found): Change => {
    const issues = found?.issues ?? [];
    if (issues.length >= ISSUES_MOST) return { refuse: 'too_many' };
    return { ...found, issues, draft: { ...matter, by: staff.id, name: staff.name, at: parts.clock() } };
  });
}

/** One whose draft waits, or a refusal. */
type Waiting =
  | { announcement: Announcement; draft: NonNullable<Announcement['draft']> }
  | { refuse: 'not_found' | 'not_now' };
function waitingOf(announcement: Announcement | undefined): Waiting {
  if (announcement === undefined) return { refuse: 'not_found' };
  const { draft } = announcement;
  return draft === undefined ? { refuse: 'not_now' } : { announcement, draft };
}

/** Publishes what waits, exactly as it was seen. Whoever proposed it does not approve it. Nothing is sent by that. */
export function approveAnnouncement(
  parts: StaffParts,
  id: string,
  { edition, printed }: { edition: string; printed: string },
  staff: Staff,
): Promise<StaffAnswer> {
  const errand = { act: 'approve' as const, staff, id, edition, note: printed };
  return changeAnnouncement(parts, errand, (found): Change => {
    const waiting = waitingOf(found);
    if ('refuse' in waiting) return waiting;
    const { announcement, draft } = waiting;
    if (draft.returned !== undefined) return { refuse: 'not_now' };
    if (draft.by === staff.id) return { refuse: 'second_person' };
    const approvedBy = printedAs(staff);
    if (approvedBy === undefined || approvedBy !== printed) return { refuse: 'not_now' };
    const issue: AnnouncementIssue = {
      ...draftMatter(draft),
      n: (announcement.issues.at(-1)?.n ?? 0) + 1,
      approvedOn: dayOf(parts.clock()),
      approvedBy,
    };
    return { issues: [...announcement.issues, issue], broadcast: announcement.broadcast };
  });
}

/** Gives what waits back with words. */
export function returnAnnouncement(
  parts: StaffParts,
  id: string,
  { edition, words }: { edition: string; words: string },
  staff: Staff,
): Promise<StaffAnswer> {
  return changeAnnouncement(parts, { act: 'return', staff, id, edition }, (found): Change => {
    const waiting = waitingOf(found);
    if ('refuse' in waiting) return waiting;
    const returned = { name: staff.name, words, at: parts.clock() };
    return { ...waiting.announcement, draft: { ...waiting.draft, returned } };
  });
}

/** Takes one's own draft back; an executive or admin anybody's. */
export function cancelAnnouncement(
  parts: StaffParts,
  id: string,
  edition: string,
  staff: Staff,
): Promise<StaffAnswer> {
  return changeAnnouncement(parts, { act: 'cancel', staff, id, edition }, (found): Change => {
    const waiting = waitingOf(found);
    if ('refuse' in waiting) return waiting;
    const decides = staff.roles.includes('executive') || staff.roles.includes('admin');
    if (waiting.draft.by !== staff.id && !decides) return { refuse: 'second_person' };
    return { ...waiting.announcement, draft: undefined };
  });
}

/** Takes a public one down, with a dated note in its place. */
export function withdrawAnnouncement(
  parts: StaffParts,
  id: string,
  { edition, because }: { edition: string; because: string },
  staff: Staff,
): Promise<StaffAnswer> {
  const by = printedAs(staff);
  if (by === undefined) return Promise.resolve({ refuse: 'not_now' });
  return changeAnnouncement(parts, { act: 'withdraw', staff, id, edition, note: by }, (found): Change => {
    if (found === undefined) return { refuse: 'not_found' };
    if (found.issues.length === 0 || found.withdrawn !== undefined) return { refuse: 'not_now' };
    return { ...found, withdrawn: { day: dayOf(parts.clock()), by, because } };
  });
}
