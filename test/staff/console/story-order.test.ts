import { describe, expect, it } from 'vitest';
import type { CaseEvent, ThreadMessage } from '../../../domain/staff/cases.ts';
import { type StoryItem, storyOf } from '../../../liff/staff/cases/story-order.ts';

const officer = { handle: 'h1', name: 'สมหญิง' };
const at = (day: string, time: string) => ({ by: officer, day, at: `${day}T${time}:00Z` });
const wrote = (text: string, day: string): ThreadMessage => ({ from: 'reporter', text, day });
const answered = (text: string, day: string): ThreadMessage => ({ from: 'staff', text, day });
const none = { thread: 0, history: 0 };

const told = (items: readonly StoryItem[]): string[] =>
  items.map((item) => {
    if (item.item === 'opening') return `opening ${item.text}`;
    if (item.item === 'message') return `${item.message.from} ${item.message.text}`;
    return item.event.kind === 'change' ? item.event.change : item.event.kind;
  });

describe('the story of a case', () => {
  it('begins with its words and puts an answer where it was given', () => {
    const thread = [answered('กำลังไปดู', '2026-11-24'), wrote('ขอบคุณ', '2026-11-25')];
    const history: CaseEvent[] = [
      { kind: 'change', change: 'accept', ...at('2026-11-24', '02:00') },
      { kind: 'answer', message: 0, ...at('2026-11-24', '03:00') },
      { kind: 'note', text: 'ฝนตก', ...at('2026-11-26', '03:00') },
    ];
    const story = storyOf({ received: '2026-11-23', text: 'ไฟดับ', thread, history, earlier: none });
    expect(told(story)).toEqual(['opening ไฟดับ', 'accept', 'staff กำลังไปดู', 'reporter ขอบคุณ', 'note']);
    expect(story[2]).toMatchObject({ by: officer, at: '2026-11-24T03:00:00Z' });
  });

  it('puts what a reporter wrote before an answer of the same day before it, and after anything else', () => {
    const thread = [
      wrote('ยังดับอยู่', '2026-11-24'),
      answered('ไปแล้ว', '2026-11-24'),
      wrote('ติดแล้ว', '2026-11-24'),
    ];
    const history: CaseEvent[] = [
      { kind: 'change', change: 'accept', ...at('2026-11-24', '02:00') },
      { kind: 'answer', message: 1, ...at('2026-11-24', '05:00') },
    ];
    expect(told(storyOf({ received: '2026-11-24', text: '', thread, history, earlier: none }))).toEqual([
      'opening ',
      'accept',
      'reporter ยังดับอยู่',
      'staff ไปแล้ว',
      'reporter ติดแล้ว',
    ]);
  });

  it('says nothing twice where earlier messages are left out', () => {
    const thread = [answered('ครั้งที่ 9', '2026-11-24')];
    const history: CaseEvent[] = [{ kind: 'answer', message: 8, ...at('2026-11-24', '05:00') }];
    const story = storyOf({
      received: '2026-11-01',
      text: 'ไฟดับ',
      thread,
      history,
      earlier: { thread: 8, history: 3 },
    });
    expect(told(story)).toEqual(['staff ครั้งที่ 9']);
  });
});
