import { z } from 'zod';
import { AnnouncementId, type AnnouncementIssue } from './announcement.ts';

/** A public announcement as lists show it. Its page is `/announcements/{id}`. */
export const AnnouncementEntry = z.object({
  id: AnnouncementId,
  n: z.int().min(1),
  title: z.string(),
  from: z.iso.date(),
  until: z.iso.date(),
  /** Names of the หมู่ that it is for, as they were when it was approved; none for all. */
  places: z.array(z.string()),
  approvedOn: z.iso.date(),
});
export type AnnouncementEntry = z.infer<typeof AnnouncementEntry>;

/** So many announcements are listed; older ones keep their pages. */
export const LISTED_MOST = 200;

/** `published/announcements`: the public announcements, newest first day first. */
export const AnnouncementsRegister = z.object({
  version: z.literal(1),
  announcements: z.array(AnnouncementEntry).max(LISTED_MOST),
});
export type AnnouncementsRegister = z.infer<typeof AnnouncementsRegister>;

export const emptyAnnouncements: AnnouncementsRegister = { version: 1, announcements: [] };

export const announcementEntry = (
  id: string,
  { n, title, from, until, approvedOn }: AnnouncementIssue,
  places: readonly string[],
): AnnouncementEntry => ({ id, n, title, from, until, places: [...places], approvedOn });

/** The register with one announcement put in, or, without `entry`, taken out; the oldest go where there is no room. */
export function withAnnouncement(
  { announcements }: AnnouncementsRegister,
  id: string,
  entry: AnnouncementEntry | undefined,
): AnnouncementsRegister {
  const others = announcements.filter((one) => one.id !== id);
  const all = [...others, ...(entry === undefined ? [] : [entry])].toSorted(
    (a, b) => b.from.localeCompare(a.from) || a.id.localeCompare(b.id),
  );
  return { version: 1, announcements: all.slice(0, LISTED_MOST) };
}
