import { describe, expect, it } from 'vitest';
import {
  DRAFT_ATTACHMENTS,
  DRAFT_CHARACTERS,
  DRAFT_TEXTS,
  mediaOf,
  textOf,
} from '../../../domain/conversation/draft.ts';
import { say, Talk, wordsOf } from './talk.ts';

const draftOf = (talk: Talk) => {
  const { state } = talk.session;
  if (!('draft' in state)) throw new Error(`no draft in ${state.at}`);
  return state.draft;
};

describe('a draft is bounded', () => {
  it('takes ten thousand messages with patience and keeps the first fifty', () => {
    const talk = new Talk();
    for (let n = 1; n <= 10_000; n += 1) talk.type(`ไฟดับดวงที่ ${n} ค่ะ`);
    const texts = draftOf(talk).parts.filter((part) => part.kind === 'text');
    expect(texts).toHaveLength(DRAFT_TEXTS);
    expect(textOf(draftOf(talk)).startsWith('ไฟดับดวงที่ 1 ค่ะ')).toBe(true);
    expect(wordsOf(talk.last?.replies ?? [])).toContain('ยังอยู่ครบ');
    expect(JSON.stringify(talk.session).length).toBeLessThan(100_000);
    talk.tap(say.complaint.labels.complaint);
    expect(talk.at).toBe('complaint.where');
  }, 120_000);

  it(`keeps at most ${DRAFT_CHARACTERS} characters and never half a message`, () => {
    const talk = new Talk();
    const long = `น้ำไม่ไหล${'ก'.repeat(4000)}`;
    for (let n = 0; n < 8; n += 1) talk.type(long);
    const words = textOf(draftOf(talk));
    expect(words.length).toBeLessThanOrEqual(DRAFT_CHARACTERS);
    expect(words.split('\n').every((line) => line === long)).toBe(true);
    expect(words.split('\n')).toHaveLength(4);
  });

  it('keeps five attachments, and says so of the sixth', () => {
    const talk = new Talk();
    for (let n = 0; n < DRAFT_ATTACHMENTS; n += 1) talk.photo();
    expect(wordsOf(talk.photo())).toContain('5 ชิ้น');
    expect(mediaOf(draftOf(talk))).toHaveLength(DRAFT_ATTACHMENTS);
    expect(talk.writes.filter(({ write }) => write === 'hold media')).toHaveLength(DRAFT_ATTACHMENTS);
  });

  it('bounds a tip likewise', () => {
    const talk = new Talk();
    talk.type('เมนู');
    talk.tap(say.engine.menuLabels.tip);
    talk.tap(say.tip.labels.chat);
    talk.tap('กองช่าง');
    talk.tap('เรียกเงิน/สินบน');
    for (let n = 1; n <= DRAFT_TEXTS + 10; n += 1) talk.type(`เห็นเองครั้งที่ ${n} วันพุธ`);
    for (let n = 0; n < DRAFT_ATTACHMENTS + 2; n += 1) talk.photo();
    const { state } = talk.session;
    expect('tip' in state && state.tip.parts).toHaveLength(DRAFT_TEXTS + DRAFT_ATTACHMENTS);
  });

  it('answers each refused photo with what to do, the draft as it was', () => {
    const talk = new Talk();
    talk.type('ถนนเป็นหลุม');
    const before = JSON.stringify(talk.session.state);
    for (const reason of ['too_large', 'unreadable', 'too_many_pixels', 'too_slow', 'gone'] as const) {
      const replies = talk.send({ type: 'photo', message: reason, media: { state: 'refused', reason } });
      expect(wordsOf(replies)).toContain(say.engine.refusedMedia.photo[reason]);
      expect(JSON.stringify(talk.session.state)).toBe(before);
    }
  });
});
