import { z } from 'zod';
import {
  AnnouncementBroadcast,
  AnnouncementDraft,
  AnnouncementId,
  AnnouncementIssue,
} from '../announcements/announcement.ts';
import { RevokedTo } from '../approval/revoke.ts';
import { ApprovalState, seenDraftMarks } from '../approval/standing.ts';
import { Approver, Withdrawal } from '../evidence/evidence.ts';
import { words } from './fields.ts';

/** An announcement in the console's list: its draft where one waits, else what is public. */
export const AnnouncementRow = z.object({
  id: AnnouncementId,
  title: z.string(),
  from: z.iso.date(),
  until: z.iso.date(),
  state: ApprovalState,
  isPublic: z.boolean(),
  at: z.iso.datetime(),
});
export type AnnouncementRow = z.infer<typeof AnnouncementRow>;

/** `GET /announcements`. */
export const AnnouncementsAnswer = z.object({
  announcements: z.array(AnnouncementRow),
  next: z.string().optional(),
});
export type AnnouncementsAnswer = z.infer<typeof AnnouncementsAnswer>;

const Draft = AnnouncementDraft.omit({ by: true, name: true, at: true, returned: true }).extend(
  seenDraftMarks,
);

/**
 * `GET /announcements/:id`, and the answer to every change. `facebook` and `loudspeaker`: how what waits, or else what
 * is public, is told there; `printed`: how the asking person is printed as an approver; `revokedTo`: what the public sees once the
 * newest approval is taken back, absent where it cannot be.
 */
export const AnnouncementAnswer = z.object({
  id: AnnouncementId,
  edition: z.string(),
  state: ApprovalState,
  issues: z.array(AnnouncementIssue),
  draft: Draft.optional(),
  withdrawn: Withdrawal.optional(),
  broadcast: AnnouncementBroadcast.omit({ by: true, retryKey: true })
    .extend({ at: z.iso.datetime() })
    .optional(),
  facebook: z.string().optional(),
  loudspeaker: z.array(z.string()).optional(),
  revokedTo: RevokedTo.optional(),
  printed: Approver.optional(),
});
export type AnnouncementAnswer = z.infer<typeof AnnouncementAnswer>;

/** `GET /announcements/:id/cost`: what sending it to everybody in LINE costs of the month's quota. */
export const CostAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unknown') }),
  z.object({
    kind: z.literal('fits'),
    messages: z.int(),
    left: z.int().optional(),
    leftAfter: z.int().optional(),
  }),
  z.object({ kind: z.literal('short'), messages: z.int(), left: z.int(), short: z.int() }),
]);
export type CostAnswer = z.infer<typeof CostAnswer>;

const EditionBody = z.object({ edition: z.string().max(40) });
/** `PUT /announcements/:id/draft`: without an edition for a new one, whose id the page chooses. */
export const AnnouncementDraftBody = z.object({
  edition: z.string().max(40).optional(),
  announcement: z.unknown(),
});
export const AnnouncementEditionBody = EditionBody;
export const AnnouncementApprovalBody = EditionBody.extend({ printed: Approver });
export const AnnouncementReturnBody = EditionBody.extend({ words: words(1000) });
export const AnnouncementWithdrawalBody = EditionBody.extend({ because: words(500) });
/** `POST /announcements/:id/broadcast`: `messages` is the cost that was confirmed. */
export const AnnouncementBroadcastBody = EditionBody.extend({ messages: z.int().min(0) });
