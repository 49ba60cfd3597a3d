import type { Agency } from '../../domain/agency/agency.ts';
import type { Reply } from '../../domain/conversation/reply.ts';
import type { Sent } from '../line/api.ts';
import { errorName } from '../log/error-name.ts';
import type { Parts } from './parts.ts';

/** Whom to answer: the chat's LINE user id, in hand while its event is handled, and the event's one-time token. */
export interface Answered {
  userId: string;
  eventId: string;
  replyToken: string | undefined;
}

function noteFailure({ log, ground }: Parts, call: 'reply' | 'push', sent: Sent): void {
  if (sent.ok) return;
  const agency = ground.agencyId;
  if (sent.failure === 'unreachable') log(`${call}_unreachable`, { agency, error: errorName(undefined) });
  else log(`${call}_refused`, { agency, status: sent.status });
}

/**
 * Answers an event. Where the reply does not go through, `push` is sent instead if there is any: with a retry
 * key of the event's own, so that it arrives once. Nothing that goes wrong here undoes the commit.
 */
export async function answer(
  parts: Parts,
  to: Answered,
  agency: Agency,
  replies: Reply[],
  push: Reply[],
): Promise<void> {
  const { line, render, ground } = parts;
  if (to.replyToken === undefined || replies.length === 0) return;
  const replied = await line.reply(to.replyToken, render(replies, agency));
  if (replied.ok) return;
  noteFailure(parts, 'reply', replied);
  if (push.length === 0) return;
  const pushed = await line.push(
    to.userId,
    render(push, agency),
    ground.secrets.retryKey(`event/${to.eventId}`),
  );
  noteFailure(parts, 'push', pushed);
}
