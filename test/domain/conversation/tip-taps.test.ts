import { describe, expect, it } from 'vitest';
import { choicesOf, say, Talk, wordsOf } from './talk.ts';

describe('"ลบชิ้นล่าสุด" tapped again, because no answer came in time', () => {
  it('takes one piece out of a tip and no more', () => {
    const talk = new Talk();
    talk.type('เมนู');
    talk.tap(say.engine.menuLabels.tip);
    talk.tap(say.tip.labels.chat);
    talk.tap('กองช่าง');
    talk.tap('เรียกเงิน/สินบน');
    for (const words of ['หนึ่ง เก็บเงินค่าเซ็น', 'สอง เมื่อวันจันทร์', 'สาม ที่ห้องกองช่าง']) talk.type(words);
    const asked = talk.tap(say.tip.labels.goOn);
    const undo = choicesOf(asked).find(({ label }) => label === say.tip.labels.undo);
    if (undo?.does !== 'answer') throw new Error('nothing to take out the last piece with');
    talk.send({ type: 'button', data: undo.button });
    expect(wordsOf(talk.send({ type: 'button', data: undo.button }))).toContain(say.tip.removed);
    expect(talk.session.state).toMatchObject({ at: 'tip.leave', tip: { parts: [{ n: 1 }, { n: 2 }] } });
    talk.tap(say.tip.labels.undo);
    expect(talk.session.state).toMatchObject({ tip: { parts: [{ n: 1 }] } });
  });
});
