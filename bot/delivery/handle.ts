import { isMedia } from '../../domain/conversation/event.ts';
import type { Facts } from '../../domain/conversation/facts.ts';
import { text } from '../../domain/conversation/reply.ts';
import type { Session } from '../../domain/conversation/session.ts';
import type { Outcome } from '../../domain/conversation/turn.ts';
import { emptyBasis } from '../records/basis.ts';
import { lookUp, receiptPath } from '../records/lookup.ts';
import { answer } from './answer.ts';
import { attempt, type FetchedEvent } from './attempt.ts';
import { decide } from './decide.ts';
import { during, EventFailed } from './failure.ts';
import { fetchMedia } from './fetch-media.ts';
import { load, type Passage } from './passage.ts';
import type { Queues } from './queue.ts';

/** How often an event is decided anew because somebody else was faster. */
const MOST_TRIES = 8;
/** @see https://developers.line.biz/en/reference/messaging-api/#send-reply-message */
const MOST_BUBBLES = 5;

async function withMedia({ parts, ground, event }: Passage, session: Session): Promise<FetchedEvent> {
  const { input } = event;
  if (!isMedia(input) || !parts.conversation.wantsMedia(session, input)) return { event, media: undefined };
  const { state, media } = await fetchMedia(parts.media, input);
  if (state.state === 'refused') {
    parts.log('media_refused', { agency: ground.agencyId, reason: state.reason });
  }
  return { event: { ...event, input: { ...input, media: state } }, media };
}

/** What a confirmation is told whose receipt has its case already. */
async function repeated({ ground, asker }: Passage, { writes }: Outcome): Promise<Facts> {
  for (const write of writes) {
    if (write.write !== 'open case' && write.write !== 'open tip') continue;
    const digits = write.write === 'open case' ? write.receipt : write.sealing.receipt;
    const found = await ground.documents.read(await receiptPath(ground, asker, digits));
    return found === undefined ? {} : { lookup: await lookUp(ground, asker, emptyBasis(), digits) };
  }
  return {};
}

/** Answers an event that was handled before, by reply only. */
async function answerAgain(
  { parts, ground, asker, event, turn, to }: Passage,
  session: Session,
): Promise<void> {
  const { again } = parts.conversation;
  const { outcome } = await decide(again, ground, asker, session, event, turn);
  await answer(parts, to, turn.agency, outcome.replies, []);
}

/** What stays from one try to the next: what was fetched, and what a repeated confirmation is told. */
interface Progress {
  fetched: FetchedEvent | undefined;
  facts: Facts;
}

/** Loads, decides and commits; resolves to how to answer, or to undefined where somebody else was faster. */
async function tryOnce(passage: Passage, progress: Progress): Promise<(() => Promise<void>) | undefined> {
  const { parts, warm, ground, pseudonym, event, turn, to, asker } = passage;
  const loaded = await during('load', () => load(passage));
  if (loaded.session.seen.includes(event.id)) return () => answerAgain(passage, loaded.session);
  const gone = loaded.at === undefined ? warm.forgotten(pseudonym, event.id, asker.now, true) : undefined;
  if (gone !== undefined) return () => answer(parts, to, turn.agency, gone, []);

  progress.fetched ??= await during('media', () => withMedia(passage, loaded.session));
  const done = await attempt(passage, loaded, progress.facts, progress.fetched);
  if ('overtaken' in done) {
    warm.drop(pseudonym);
    progress.facts = await during('facts', () => repeated(passage, done.overtaken));
    return undefined;
  }
  if (loaded.restarted) parts.log('session_unreadable', { agency: ground.agencyId });
  const first = loaded.restarted ? [text(turn.say.engine.restarted)] : [];
  const { replies, push } = done.committed;
  const bubbles = [...first, ...replies.slice(-MOST_BUBBLES + first.length)];
  return () => answer(parts, to, turn.agency, bubbles, push);
}

/**
 * Brings one chat event its whole way: session, media, step, seal, commit, answer. Returns once it is answered.
 * Tries after the first go through `retries` one by one, so that events of this process that want the same
 * document, such as the next case number, do not overtake each other for ever.
 * @throws EventFailed where it was not handled, or it is not known whether it was.
 */
export async function handle(passage: Passage, retries: Queues): Promise<void> {
  const { parts, warm, pseudonym, event, turn, to, asker } = passage;
  const sure = warm.forgotten(pseudonym, event.id, asker.now, false);
  if (sure !== undefined) return answer(parts, to, turn.agency, sure, []);

  const progress: Progress = { fetched: undefined, facts: {} };
  let done = await tryOnce(passage, progress);
  for (let tries = 1; done === undefined && tries < MOST_TRIES; tries += 1) {
    done = await retries.run('retry', () => tryOnce(passage, progress));
  }
  if (done === undefined) throw new EventFailed('commit', new Error('others were faster too often'));
  return done();
}
