import { describe, expect, it } from 'vitest';
import type { Case } from '../../../domain/case/case.ts';
import { caseCard } from '../../../domain/conversation/flows/follow.ts';
import { newWorld, say, Talk, wordsOf } from './talk.ts';

/** A resident with a case of theirs, which a test sets as it likes. */
function withCase(more: Partial<Case>) {
  const world = newWorld();
  const talk = new Talk(world, 'resident');
  talk.executives = [{ id: 'palad', unit: undefined }];
  talk.type('ไฟถนนดับ หมู่ 4 หน้าวัด');
  talk.tap(say.complaint.labels.complaint);
  talk.tap(say.complaint.enough);
  talk.tap(say.complaint.toldLabels.chat);
  talk.tap(say.complaint.send);
  const [caseId = ''] = world.cases.keys();
  const found = world.cases.get(caseId);
  if (found === undefined) throw new Error('no case');
  const set = (changed: Partial<Case>): void => {
    found.view = { ...found.view, case: { ...found.view.case, ...changed } };
  };
  set(more);
  const press = (action: string) => talk.send({ type: 'button', data: `v1|-|mine|${action}.${caseId}` });
  return { world, talk, caseId, found, set, press };
}

describe('a case as its reporter sees it', () => {
  it('waits: why and until when', () => {
    const waiting = { why: 'budget', note: 'งบเพิ่มเติมปี 2570', until: '2027-02-28' } as const;
    const words = wordsOf(withCase({ status: 'in_progress', waiting }).press('show'));
    expect(words).toContain('รองบประมาณ งบเพิ่มเติมปี 2570');
    expect(words).toContain('28 กุมภาพันธ์ 2570');
  });

  it('was referred: where to, and how they are reached', () => {
    const outcome = { outcome: 'referred', to: 'แขวงทางหลวงศรีสะเกษ', contact: 'โทร 1586' } as const;
    const words = wordsOf(withCase({ status: 'referred', outcome }).press('show'));
    expect(words).toMatch(/แขวงทางหลวงศรีสะเกษ[\s\S]*โทร 1586/);
  });

  it('was declined: why, what is next, and one review', () => {
    const outcome = { outcome: 'declined', reason: 'เป็นที่เอกชน', next: 'คุยกับเจ้าของที่' } as const;
    const { talk, press, found, world, set } = withCase({ status: 'declined', outcome });
    expect(wordsOf(press('show'))).toMatch(/เป็นที่เอกชน[\s\S]*คุยกับเจ้าของที่/);
    talk.tap(say.follow.fixed.review);
    expect(found.view.case).toMatchObject({ status: 'declined', review: 'asked' });
    const told = talk.last?.writes.flatMap((write) =>
      write.write === 'outbox' && write.entry.addressee.to === 'staff'
        ? [[write.entry.addressee.staffId, write.entry.notice]]
        : [],
    );
    expect(told).toEqual([['palad', { notice: 'case', news: 'review', caseId: [...world.cases.keys()][0] }]]);
    const again = press('show');
    expect(wordsOf(again)).toContain(say.follow.review.asked);
    expect(JSON.stringify(again)).not.toContain(say.follow.fixed.review);
    set({ review: 'upheld' });
    press('review');
    expect(found.view.case.review).toBe('upheld');
    expect(wordsOf(talk.last?.replies ?? [])).toContain(say.follow.review.upheld);
  });

  it('was closed as ก่อกวน: says so, with the number to call', () => {
    const mischief = { by: 'a', day: '2026-11-24', note: 'มั่ว', confirmedBy: 'b' };
    const words = wordsOf(withCase({ status: 'closed', mischief }).press('show'));
    expect(words).toContain(say.follow.dismissed);
    expect(words).toContain('045-000-000');
    expect(words).not.toContain('มั่ว');
  });

  it('was asked about: the question is told apart, and answered in their words', () => {
    const { talk, found, press } = withCase({ status: 'accepted' });
    const question = { version: 1, from: 'staff', text: 'ดวงไหนคะ', day: '2026-11-24', asks: true } as const;
    found.view = { ...found.view, thread: [question] };
    expect(wordsOf(press('show'))).toContain(`${say.follow.rows.asks} ดวงไหนคะ`);
    press('reply');
    talk.type('ดวงหน้าวัด');
    expect(found.view.thread.at(-1)).toMatchObject({ from: 'reporter', text: 'ดวงหน้าวัด' });
  });

  it('is said to be done: with the photo taken after, until it is reopened', () => {
    const files = [
      { n: 1, kind: 'photo', use: 'reported' } as const,
      { n: 5000, kind: 'photo', use: 'after', sha256: '0'.repeat(64) } as const,
    ];
    const { talk, caseId, found, set } = withCase({ status: 'resolved', files });
    const card = caseCard(found.view, talk.turn({}), []);
    expect(card.reply === 'card' && card.photo?.uri).toBe(`https://prongsai.example/after/${caseId}/5000`);
    set({ status: 'in_progress' });
    const reopened = caseCard(found.view, talk.turn({}), []);
    expect(reopened.reply === 'card' && reopened.photo).toBe(undefined);
  });
});
