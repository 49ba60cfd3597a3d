import { z } from 'zod';
import { Revocable } from '../approval/revoke.ts';
import { draftMarks, issueMarks } from '../approval/standing.ts';
import { Withdrawal } from '../evidence/evidence.ts';
import { day, type Fault, faultsBySchema, line, words } from '../staff/fields.ts';

export const AnnouncementId = z.string().regex(/^[0-9a-f]{24}$/);

/** The longest title and text, in UTF-16 units; with dates and link they fit into one LINE message. */
export const TITLE_MOST = 120;
export const TEXT_MOST = 3000;
const PLACES_MOST = 99;

const matter = {
  title: line(TITLE_MOST),
  text: words(TEXT_MOST),
  /** ISO days, both included, during which it is news. */
  from: day,
  until: day,
  /** Ids of the หมู่ that it is for; none for all of them. */
  places: z.array(z.string().max(40)).max(PLACES_MOST, 'too_many'),
  unit: z.string().max(40).optional(),
};

/** What somebody wants announced. */
export const AnnouncementMatter = z
  .object(matter)
  .refine(({ from, until }) => from <= until, { path: ['until'], error: 'bad_order' })
  .refine(({ places }) => new Set(places).size === places.length, { path: ['places'], error: 'twice' });
export type AnnouncementMatter = z.infer<typeof AnnouncementMatter>;

export const announcementFaults = (value: unknown): Fault[] => faultsBySchema(AnnouncementMatter, value);

/** One version as it was approved; never changed. */
export const AnnouncementIssue = z.object({ ...matter, ...issueMarks });
export type AnnouncementIssue = z.infer<typeof AnnouncementIssue>;

/** A version that waits for somebody to approve it, or was given back. */
export const AnnouncementDraft = z.object({ ...matter, ...draftMarks });
export type AnnouncementDraft = z.infer<typeof AnnouncementDraft>;

/** So many versions of one announcement are kept. */
export const ISSUES_MOST = 20;

/**
 * A version that was sent to everybody in LINE, or is being sent: `state` is `asked` until LINE answered. `messages` is
 * what it cost as it was confirmed; `by` a staff id; `at` milliseconds; the key binds repeats for 24 hours.
 */
export const AnnouncementBroadcast = z.object({
  n: z.int().min(1),
  retryKey: z.uuid(),
  messages: z.int().min(0),
  by: z.string(),
  name: z.string(),
  at: z.number(),
  state: z.enum(['asked', 'sent', 'refused']),
});
export type AnnouncementBroadcast = z.infer<typeof AnnouncementBroadcast>;

const standing = {
  /** Oldest first. */
  issues: z.array(AnnouncementIssue).max(ISSUES_MOST),
  draft: AnnouncementDraft.optional(),
  withdrawn: Withdrawal.optional(),
  broadcast: AnnouncementBroadcast.optional(),
  /** What the newest approval was made of, so that it can be taken back. */
  revocable: Revocable.optional(),
};
/** How an announcement stands: what was approved, what waits, and whether it was taken down. */
export const AnnouncementStanding = z.object(standing);
export type AnnouncementStanding = z.infer<typeof AnnouncementStanding>;

export const AnnouncementAct = z.enum([
  'propose',
  'cancel',
  'return',
  'approve',
  'unapprove',
  'withdraw',
  'broadcast',
]);
export type AnnouncementAct = z.infer<typeof AnnouncementAct>;

/** `announcements/{id}`. `waiting`: whether a draft is to be decided; `at`: its last change, in milliseconds. */
export const Announcement = z.object({
  version: z.literal(1),
  ...standing,
  waiting: z.boolean(),
  at: z.number(),
});
export type Announcement = z.infer<typeof Announcement>;

/** The version that everybody sees; undefined where there is none, or it was taken down. */
export const shownAnnouncement = ({
  issues,
  withdrawn,
}: AnnouncementStanding): AnnouncementIssue | undefined =>
  withdrawn === undefined ? issues.at(-1) : undefined;

/** Whether a version was sent to everybody in LINE, or may have been. */
export const isOut = ({ broadcast }: AnnouncementStanding, n: number): boolean =>
  broadcast?.n === n && broadcast.state !== 'refused';

/** Whether it is still to come, news, or over, on an ISO day. */
export type AnnouncementTime = 'coming' | 'now' | 'over';
export function timeOfAnnouncement(
  { from, until }: Pick<AnnouncementMatter, 'from' | 'until'>,
  today: string,
): AnnouncementTime {
  if (today < from) return 'coming';
  return today > until ? 'over' : 'now';
}
