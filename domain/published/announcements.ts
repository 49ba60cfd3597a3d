import { z } from 'zod';
import { AnnouncementId, AnnouncementIssue } from '../announcements/announcement.ts';
import { AnnouncementEntry } from '../announcements/register.ts';
import { Withdrawal } from '../evidence/evidence.ts';
import { PageAgency } from './frame.ts';

/** `/announcements`: what is news, what is to come, and what is over, newest first. */
export const AnnouncementsPage = z.object({
  page: z.literal('announcements'),
  agency: PageAgency,
  now: z.array(AnnouncementEntry),
  coming: z.array(AnnouncementEntry),
  over: z.array(AnnouncementEntry),
});
export type AnnouncementsPage = z.infer<typeof AnnouncementsPage>;

const one = {
  agency: PageAgency,
  id: AnnouncementId,
  issue: AnnouncementIssue,
  /** Names of the หมู่ that it is for; none for all. */
  places: z.array(z.string()),
  /** The unit's name. */
  unit: z.string().optional(),
};

/** `/announcements/{id}`: one announcement; a withdrawn one shows why instead of its words. */
export const AnnouncementPage = z.object({
  page: z.literal('announcement'),
  ...one,
  time: z.enum(['coming', 'now', 'over']),
  withdrawn: Withdrawal.optional(),
});
export type AnnouncementPage = z.infer<typeof AnnouncementPage>;

/** `/announcements/{id}/poster`: one A4 sheet for the board. */
export const AnnouncementPosterPage = z.object({ page: z.literal('announcement_poster'), ...one });
export type AnnouncementPosterPage = z.infer<typeof AnnouncementPosterPage>;
