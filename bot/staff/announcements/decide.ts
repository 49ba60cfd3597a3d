import type { Staff } from '../../../domain/agency/staff.ts';
import {
  type AnnouncementIssue,
  AnnouncementMatter,
  type AnnouncementStanding,
  announcementFaults,
  ISSUES_MOST,
  isOut,
} from '../../../domain/announcements/announcement.ts';
import { approved, cancelled, returned, withdrawn } from '../../../domain/approval/decide.ts';
import { type Revoked, revoked } from '../../../domain/approval/revoke.ts';
import { dayOf } from '../../../domain/calendar/day.ts';
import type { Fault } from '../../../domain/staff/fields.ts';
import { printedAs } from '../../../domain/staff/publish.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { type Change, changeAnnouncement, readAnnouncement } from './change.ts';
import { answerOf } from './rows.ts';

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

/** Publishes what waits, exactly as it was seen. Nothing is sent by that. */
export function approveAnnouncement(
  parts: StaffParts,
  id: string,
  { edition, printed }: { edition: string; printed: string },
  staff: Staff,
): Promise<StaffAnswer> {
  const errand = { act: 'approve' as const, staff, id, edition, note: printed };
  return changeAnnouncement(parts, errand, (found): Change => {
    const done = approved(found, { staff, printed, today: dayOf(parts.clock()) });
    if ('refuse' in done) return done;
    const { issues, broadcast, draft, withdrawn: note } = done.standing;
    if (draft === undefined) return { refuse: 'not_now' };
    const { by, name, at } = draft;
    const revocable = { n: done.issue.n, proposed: { by, name, at }, withdrawn: note };
    return { issues: [...issues, done.issue], broadcast, revocable };
  });
}

const draftAgain = ({ issue, proposed }: Revoked<AnnouncementStanding>): AnnouncementStanding['draft'] => {
  const { n: _, approvedOn: _on, approvedBy: _by, ...matter }: AnnouncementIssue = issue;
  return { ...matter, ...proposed };
};

/**
 * Takes the newest approval back before the broadcast has gone out: what was public waits again, and the page shows
 * what it showed before. A broadcast that was begun meanwhile is `too_late`, whichever of the two was asked first.
 */
export async function revokeAnnouncement(
  parts: StaffParts,
  id: string,
  edition: string,
  staff: Staff,
): Promise<StaffAnswer> {
  const answer = await changeAnnouncement(
    parts,
    { act: 'unapprove', staff, id, edition },
    (found): Change => {
      const done = revoked(found, isOut);
      if ('refuse' in done) return done;
      return {
        issues: done.issues,
        draft: draftAgain(done),
        withdrawn: done.withdrawn,
        broadcast: found?.broadcast,
      };
    },
  );
  if (!('refuse' in answer) || (answer.refuse !== 'changed' && answer.refuse !== 'too_late')) return answer;
  const { announcement } = await readAnnouncement(parts, id);
  const newest = announcement?.issues.at(-1);
  if (announcement === undefined || newest === undefined || !isOut(announcement, newest.n)) return answer;
  return { refuse: 'too_late', now: answerOf(parts, id, announcement, staff) };
}

/** Gives what waits back with words. */
export function returnAnnouncement(
  parts: StaffParts,
  id: string,
  { edition, words }: { edition: string; words: string },
  staff: Staff,
): Promise<StaffAnswer> {
  const at = parts.clock();
  return changeAnnouncement(parts, { act: 'return', staff, id, edition }, (found) =>
    returned(found, { staff, words, at }),
  );
}

/** Takes one's own draft back; an executive or admin anybody's. */
export function cancelAnnouncement(
  parts: StaffParts,
  id: string,
  edition: string,
  staff: Staff,
): Promise<StaffAnswer> {
  return changeAnnouncement(parts, { act: 'cancel', staff, id, edition }, (found) => cancelled(found, staff));
}

/** Takes a public one down, with a dated note in its place. */
export function withdrawAnnouncement(
  parts: StaffParts,
  id: string,
  { edition, because }: { edition: string; because: string },
  staff: Staff,
): Promise<StaffAnswer> {
  const errand = { act: 'withdraw' as const, staff, id, edition, note: printedAs(staff) };
  return changeAnnouncement(parts, errand, (found) =>
    withdrawn(found, { staff, because, today: dayOf(parts.clock()) }),
  );
}
