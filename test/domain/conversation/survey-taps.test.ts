import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../domain/conversation/reply.ts';
import { choicesOf, say, Talk, wordsOf } from './talk.ts';

const buttonOf = (replies: Reply[], label: string): string => {
  const found = choicesOf(replies).find((choice) => choice.label === label);
  if (found?.does !== 'answer') throw new Error(`nothing to tap says ${label}`);
  return found.button;
};

describe('a button of the survey tapped again, because no answer came in time', () => {
  it('rates its own question and no other', () => {
    const talk = new Talk();
    const first = talk.type('ประเมินบริการ #water-supply');
    const best = buttonOf(first, say.survey.scale[5]);
    talk.send({ type: 'button', data: best });
    expect(wordsOf(talk.send({ type: 'button', data: best }))).toContain(say.engine.earlierQuestion);
    talk.tap(say.survey.scale[1]);
    expect(talk.session.state).toMatchObject({ question: 2, ratings: { overall: 5, process: 1 } });
  });

  it('skips one of the further questions and no other', () => {
    const talk = new Talk();
    talk.type('ประเมินบริการ #water-supply');
    for (let question = 0; question < 5; question += 1) talk.tap(say.survey.scale[4]);
    const asked = talk.tap(say.survey.moreLabels.yes);
    const skip = buttonOf(asked, say.engine.skip);
    talk.send({ type: 'button', data: skip });
    expect(wordsOf(talk.send({ type: 'button', data: skip }))).toContain(say.engine.earlierQuestion);
    expect(talk.session.state).toMatchObject({ at: 'survey.extra', question: 1 });
  });
});
