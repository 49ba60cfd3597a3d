import { describe, expect, it } from 'vitest';
import { Talk } from './talk.ts';

const kept = (talk: Talk): string => JSON.stringify(talk.session);

describe('a message whose taking back arrives before the message itself', () => {
  it('is not kept when it comes, in a draft or before one', () => {
    const talk = new Talk();
    talk.type('ถนนหน้าวัดเป็นหลุม');
    talk.send({ type: 'unsend', message: 'late-1' });
    talk.type('รถล้มบ่อย');
    expect(talk.send({ type: 'text', text: 'พูดแรงไปหน่อย', message: 'late-1' })).toEqual([]);
    expect(kept(talk)).toContain('รถล้มบ่อย');
    expect(kept(talk)).not.toContain('พูดแรงไป');
    talk.type('ยกเลิก');
    talk.send({ type: 'unsend', message: 'late-2' });
    expect(talk.send({ type: 'photo', message: 'late-2', media: { state: 'ready', kind: 'photo' } })).toEqual(
      [],
    );
    expect(talk.at).toBe('idle');
    expect(talk.writes.filter(({ write }) => write === 'hold media')).toEqual([]);
  });

  it('says nothing of other messages', () => {
    const talk = new Talk();
    talk.send({ type: 'unsend', message: 'late-1' });
    talk.type('ถนนหน้าวัดเป็นหลุม');
    expect(kept(talk)).toContain('เป็นหลุม');
  });
});
