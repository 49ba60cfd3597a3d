import { describe, expect, it } from 'vitest';
import { khoen } from '../../../domain/agency/khoen.ts';
import { khoenSurvey } from '../../../domain/agency/khoen-survey.ts';
import type { Case } from '../../../domain/case/case.ts';
import { newCase } from '../../../domain/case/new-case.ts';
import { catalogue } from '../../../domain/catalogue/catalogue.ts';
import type { CaseView } from '../../../domain/conversation/facts.ts';
import type { Choice, Reply } from '../../../domain/conversation/reply.ts';
import type { Turn } from '../../../domain/conversation/turn.ts';
import { compose } from '../../../domain/outbox/compose.ts';
import type { CaseNews } from '../../../domain/outbox/compose-case.ts';
import { morningCounts, unitsOf } from '../../../domain/outbox/compose-morning.ts';

const agency = khoen('AAAAAAAAAAAAAAAAAAAAAA==');
const turn: Turn = {
  agency,
  survey: khoenSurvey,
  say: catalogue(agency.voice),
  now: Date.parse('2026-11-24T02:00:00Z'),
  entropy: new Uint8Array(64),
  facts: {},
  publicUrl: 'http://localhost',
  targets: [],
  officers: [],
  executives: [],
};

const viewOf = (n: number, more: Partial<Case> = {}, thread: CaseView['thread'] = []): CaseView => ({
  id: `case${n}`,
  case: newCase({
    version: 1,
    kind: 'complaint',
    number: `70-${String(n).padStart(4, '0')}`,
    status: 'new',
    category: 'lights',
    where: { place: 'moo-4', landmark: 'หน้าบ้านยายมี' },
    text: 'ไฟดับมาสามคืน',
    attachments: 2,
    unit: 'works',
    channel: 'line',
    received: '2026-11-20',
    due: `2026-12-${String(n).padStart(2, '0')}`,
    messages: thread.length,
    ...more,
  }),
  thread,
  isRecorded: true,
  joined: [],
});
const says = (from: 'reporter' | 'staff', text: string) => ({
  version: 1 as const,
  from,
  text,
  day: '2026-11-21',
});
const fresh = (n: number): CaseNews => ({ news: 'new', view: viewOf(n) });
const forStaff = (cases: CaseNews[], count = cases.length, tips = false): Reply[] =>
  compose({ to: 'staff', cases, count, tips, keys: [], steps: [], morning: undefined }, turn);
const buttons = (reply: Reply | undefined): string[] =>
  (reply?.choices ?? []).map((choice: Choice) => (choice.does === 'answer' ? choice.button : choice.does));
const allWords = (replies: Reply[]): string => JSON.stringify(replies);

describe('an alert about one case', () => {
  it('has its number, place, words, attachments and due day, and the buttons that still can be pressed', () => {
    const [card, ...more] = forStaff([fresh(12)]);
    expect(more).toEqual([]);
    expect(allWords([card ?? { reply: 'text', text: '', choices: [], asides: [] }])).toMatch(
      /70-0012.*หมู่ 4.*หน้าบ้านยายมี.*ไฟดับมาสามคืน.*2 ชิ้น.*12 ธันวาคม 2569/s,
    );
    expect(buttons(card)).toEqual([
      'v1|-|case|accept.case12',
      'v1|-|case|start.case12',
      'v1|-|case|resolve.case12',
      'v1|-|case|answer.case12',
      'open',
    ]);
  });

  it('shows the case as it now stands: accepted by a colleague, closed', () => {
    const [accepted] = forStaff([{ news: 'new', view: viewOf(1, { status: 'accepted' }) }]);
    expect(buttons(accepted)).not.toContain('v1|-|case|accept.case1');
    const [closed] = forStaff([{ news: 'confirmed', view: viewOf(1, { status: 'closed' }) }]);
    expect(buttons(closed)).toEqual(['open']);
    expect(allWords(forStaff([{ news: 'confirmed', view: viewOf(1, { status: 'closed' }) }]))).not.toContain(
      'ธันวาคม',
    );
  });

  it('shows a further message instead of the first words', () => {
    const view = viewOf(1, { status: 'accepted' }, [says('reporter', 'ตอนนี้เสาเอียงด้วย')]);
    const words = allWords(forStaff([{ news: 'message', view }]));
    expect(words).toContain('ตอนนี้เสาเอียงด้วย');
    expect(words).not.toContain('ไฟดับมาสามคืน');
  });
});

describe('alerts about many cases', () => {
  it('are a card each up to four', () => {
    expect(forStaff([fresh(1), fresh(2), fresh(3), fresh(4)])).toHaveLength(4);
  });

  it('become a digest of ten, cards for the most urgent, and one button for each of the others', () => {
    const cases = Array.from({ length: 10 }, (_, n) => fresh(10 - n));
    const [digest, ...cards] = forStaff(cases, 14);
    expect(cards.map((card) => buttons(card)[0])).toEqual(
      [1, 2, 3, 4].map((n) => `v1|-|case|accept.case${n}`),
    );
    expect(buttons(digest)).toEqual([5, 6, 7, 8, 9, 10].map((n) => `v1|-|case|accept.case${n}`));
    expect(digest?.reply === 'card' ? digest.rows.length : 0).toBe(10);
    expect(digest?.text).toContain('4');
  });

  it('never need more than five bubbles, with tips and a morning card beside them', () => {
    const told = {
      day: '2026-11-24',
      counts: { fresh: 3, due: 1, late: 2, open: 9, erasure: 0, erasureLate: 0 },
      lateSteps: 0,
    };
    for (let count = 0; count <= 10; count += 1) {
      const cases = Array.from({ length: count }, (_, n) => fresh(n + 1));
      const replies = compose(
        { to: 'staff', cases, count, tips: true, keys: [], steps: [], morning: told },
        turn,
      );
      expect(replies.length).toBeLessThanOrEqual(5);
      for (const { view } of cases) expect(allWords(replies)).toContain(view.case.number);
    }
  });
});

describe('a group', () => {
  it('learns number, category and หมู่, nothing of what was said or where exactly, and can press nothing', () => {
    for (const cases of [[fresh(1)], [fresh(1), fresh(2), fresh(3)]]) {
      const replies = compose({ to: 'target', cases, count: cases.length }, turn);
      expect(replies).toHaveLength(1);
      expect(allWords(replies)).toContain('70-0001');
      expect(allWords(replies)).toContain('หมู่ 4');
      expect(allWords(replies)).not.toMatch(/ยายมี|ไฟดับมาสามคืน/);
      expect(buttons(replies[0])).toEqual([]);
    }
  });
});

describe('tips', () => {
  it('are one sentence that says nothing of them', () => {
    expect(forStaff([], 0, true)).toEqual([
      { reply: 'text', text: turn.say.notice.tips, choices: [], asides: [] },
    ]);
  });
});

describe('a reporter', () => {
  const told = (view: CaseView, ...news: ('resolved' | 'answered' | 'declined')[]) =>
    compose({ to: 'route', news, view }, turn);

  it('is asked whether it is fixed, only while that is the question', () => {
    const [asked] = told(viewOf(1, { status: 'resolved' }), 'resolved');
    expect(buttons(asked)).toEqual(['v1|-|mine|confirm.case1', 'v1|-|mine|reopen.case1']);
    expect(told(viewOf(1, { status: 'in_progress' }), 'resolved')).toEqual([]);
  });

  it('reads the newest answers, as many as there is news of', () => {
    const thread = [says('staff', 'หนึ่ง'), says('staff', 'สอง'), says('reporter', 'ขอบคุณ')];
    const view = viewOf(1, { status: 'accepted' }, thread);
    expect(told(view, 'answered')[0]?.text).toContain('สอง');
    expect(told(view, 'answered')[0]?.text).not.toMatch(/หนึ่ง|ขอบคุณ/);
    expect(told(view, 'answered', 'answered')[0]?.text).toMatch(/หนึ่ง[\s\S]*สอง/);
  });

  it('is told why it was declined, and can ask for a review or call elsewhere', () => {
    const view = viewOf(1, { status: 'declined' }, [says('staff', 'เป็นถนนของกรมทางหลวง')]);
    const [reply] = told(view, 'declined');
    expect(reply?.text).toContain('เป็นถนนของกรมทางหลวง');
    expect(buttons(reply)).toEqual(['v1|-|mine|review.case1', 'call']);
  });
});

describe('a reporter who asked to be told', () => {
  const told = (
    more: Partial<Case>,
    news: 'asked' | 'waiting' | 'referred' | 'reviewed' | 'resolved' | 'declined',
    thread: CaseView['thread'] = [],
  ) => compose({ to: 'route', news: [news], view: viewOf(1, more, thread) }, turn);

  it('reads what staff ask, with a button to answer, and not as an answer', () => {
    const thread = [{ ...says('staff', 'ดวงไหนคะ'), asks: true as const }];
    const [asked] = told({ status: 'accepted' }, 'asked', thread);
    expect(asked?.text).toContain('ดวงไหนคะ');
    expect(buttons(asked)).toEqual(['v1|-|mine|reply.case1']);
    expect(compose({ to: 'route', news: ['answered'], view: viewOf(1, {}, thread) }, turn)).toEqual([]);
  });

  it('reads why it waits, where it went, and what the review came to, while that is so', () => {
    const waiting = { why: 'material', note: 'หลอดไฟ', until: '2026-12-31' } as const;
    expect(told({ status: 'in_progress', waiting }, 'waiting')[0]?.text).toMatch(
      /รอวัสดุ.*หลอดไฟ\nถึง 31 ธันวาคม/,
    );
    expect(told({ status: 'in_progress' }, 'waiting')).toEqual([]);
    const outcome = { outcome: 'referred', to: 'แขวงทางหลวง', contact: '1586' } as const;
    expect(told({ status: 'referred', outcome }, 'referred')[0]?.text).toMatch(/แขวงทางหลวง[\s\S]*1586/);
    expect(told({ status: 'in_progress', outcome }, 'referred')).toEqual([]);
    const thread = [says('staff', 'ดูแล้ว ทำไม่ได้จริง')];
    const upheld = told({ status: 'declined', review: 'upheld' }, 'reviewed', thread)[0]?.text;
    expect(upheld).toMatch(/ผลยังเหมือนเดิม[\s\S]*ทำไม่ได้จริง/);
  });

  it('can ask for a review once', () => {
    const outcome = { outcome: 'declined', reason: 'นอกเขต', next: 'โทร 1567' } as const;
    const [first] = told({ status: 'declined', outcome }, 'declined');
    expect(first?.text).toMatch(/นอกเขต\nโทร 1567/);
    expect(buttons(first)).toContain('v1|-|mine|review.case1');
    const [again] = told({ status: 'declined', outcome, review: 'overturned' }, 'declined');
    expect(buttons(again)).not.toContain('v1|-|mine|review.case1');
  });

  it('sees the photo taken after the work', () => {
    const files = [{ n: 2000, kind: 'photo', use: 'after' } as const];
    const [done] = told({ status: 'resolved', files }, 'resolved');
    expect(done?.reply === 'card' && done.photo?.uri).toBe('http://localhost/after/case1/2000');
    expect(buttons(done)).toEqual(['v1|-|mine|confirm.case1', 'v1|-|mine|reopen.case1']);
  });
});

describe('what those who decide are told', () => {
  it('names the case and leads to the console, without the buttons of whoever works on it', () => {
    for (const news of ['unaccepted', 'review'] as const) {
      const [card] = forStaff([{ news, view: viewOf(3) }]);
      expect(allWords([card].flatMap((one) => one ?? []))).toContain('70-0003');
      expect(buttons(card)).toEqual(['open']);
    }
  });
});

describe('the morning', () => {
  const tally = {
    all: 7,
    new: 2,
    'due.2026-11-20': 1,
    'due.2026-11-23': 2,
    'due.2026-11-24': 3,
    'due.2026-12-01': 1,
  };

  it('counts fresh, due today and late over all units of a person', () => {
    expect(morningCounts([tally, { all: 1, 'due.2026-11-24': 1 }, {}], ['all'], '2026-11-24')).toEqual({
      fresh: 2,
      due: 4,
      late: 3,
      open: 8,
      erasure: 0,
      erasureLate: 0,
    });
  });

  it('concerns the units of the categories a person is alerted about, and nobody who works no cases', () => {
    const person = agency.categories.find((category) => category.person !== undefined)?.person ?? '';
    const staff = { version: 1 as const, id: person, name: 'ก', roles: ['officer' as const] };
    const units = agency.categories.flatMap((one) =>
      one.person === person || one.deputy === person ? [one.unit] : [],
    );
    const named = agency.categories.flatMap((one) => [one.person, one.deputy]);
    const officers = [...new Set(named)].flatMap((id) => (id === undefined ? [] : [{ id, unit: undefined }]));
    expect(unitsOf(staff, agency, officers)).toEqual([...new Set(units)]);
    expect(unitsOf({ ...staff, id: 'U9' }, agency, officers)).toBe('all');
    expect(unitsOf({ ...staff, id: 'U9', unit: 'finance' }, agency, officers)).toEqual(['finance']);
    expect(unitsOf({ ...staff, roles: ['integrity'] }, agency, officers)).toEqual([]);
  });

  it('tells of requests for deletion that nobody answered, and leads to them, also where nothing else is open', () => {
    const counts = { fresh: 0, due: 0, late: 0, open: 0, erasure: 3, erasureLate: 1 };
    const morning = { day: '2026-11-24', counts, lateSteps: 0 };
    const [card] = compose(
      { to: 'staff', cases: [], count: 0, tips: false, keys: [], steps: [], morning },
      turn,
    );
    expect(card?.reply === 'card' ? card.rows : []).toEqual([
      { label: 'ขอลบข้อมูล', value: '3 เรื่อง เลยกำหนดตอบ 1', strong: true },
    ]);
    expect(JSON.stringify(card)).toContain('/staff#/inbox?view=erasure');
  });

  it('says nothing where nothing is open any more', () => {
    const none = {
      day: '2026-11-24',
      counts: { fresh: 0, due: 0, late: 0, open: 0, erasure: 0, erasureLate: 0 },
      lateSteps: 0,
    };
    expect(
      compose({ to: 'staff', cases: [], count: 0, tips: false, keys: [], steps: [], morning: none }, turn),
    ).toEqual([]);
  });
});
