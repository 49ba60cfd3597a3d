import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../domain/conversation/reply.ts';
import { choicesOf, say, Talk, wordsOf } from './talk.ts';

const sendButton = (replies: Reply[]): string => {
  const found = choicesOf(replies).find(({ label }) => label === say.complaint.send);
  if (found?.does !== 'answer') throw new Error('nothing to send with');
  return found.button;
};

const toReview = (talk: Talk): Reply[] => {
  talk.type('เบี้ยผู้สูงอายุออกวันไหน');
  talk.tap(say.complaint.labels.question);
  return talk.tap(say.complaint.toldLabels.chat);
};

describe('a button of the draft that was set aside', () => {
  it('takes the draft up again: the card can be sent after a welcome that came late', () => {
    const talk = new Talk();
    const send = sendButton(toReview(talk));
    talk.send({ type: 'follow' });
    expect(wordsOf(talk.send({ type: 'button', data: send }))).toContain('70-0001');
    expect(talk.session.state).toEqual({ at: 'idle' });
    expect(talk.session.aside).toBeUndefined();
  });

  it('leaves another draft in hand alone', () => {
    const talk = new Talk();
    const send = sendButton(toReview(talk));
    talk.type('เมนู');
    talk.tap(say.engine.menuLabels.track);
    talk.type('เมนู');
    expect(wordsOf(talk.send({ type: 'button', data: send }))).toContain('70-0001');
    expect(talk.world.cases.size).toBe(1);
  });
});
