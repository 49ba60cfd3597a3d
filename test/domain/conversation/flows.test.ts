import { describe, expect, it } from 'vitest';
import { formatReceipt } from '../../../domain/receipt/receipt.ts';
import { choicesOf, newWorld, say, Talk, wordsOf } from './talk.ts';

const { menuLabels } = say.engine;

function tipToFacts(talk: Talk): void {
  talk.type('เมนู');
  talk.tap(menuLabels.tip);
  talk.tap(say.tip.labels.chat);
  talk.tap('กองช่าง');
  talk.tap('เรียกเงิน/สินบน');
}

function sendTip(talk: Talk): string {
  tipToFacts(talk);
  talk.type('หัวหน้าเก็บเงินค่าใบอนุญาตสองพัน');
  talk.photo();
  talk.tap(say.tip.labels.goOn);
  talk.tap(say.tip.labels.ready);
  const state = talk.session.state;
  const receipt = state.at === 'tip.review' ? state.tip.receipt : '';
  talk.tap(say.tip.labels.send);
  return receipt;
}

describe('the tip', () => {
  it('keeps no word of the tip in the session, and forgets the session when sent', () => {
    const talk = new Talk();
    tipToFacts(talk);
    talk.type('หัวหน้าเก็บเงินค่าใบอนุญาตสองพัน');
    expect(JSON.stringify(talk.session)).not.toContain('ใบอนุญาต');
    expect(talk.writes.find((write) => write.write === 'seal text')).toMatchObject({
      text: 'หัวหน้าเก็บเงินค่าใบอนุญาตสองพัน',
      sealing: { office: 'works' },
    });
    talk.tap(say.tip.labels.goOn);
    talk.tap(say.tip.labels.ready);
    const replies = talk.tap(say.tip.labels.send);
    expect(talk.last?.session).toBe('forget');
    expect(talk.last?.push).toEqual([]);
    expect(wordsOf(replies.slice(-1))).toBe(say.tip.thanks);
  });

  it('shows the receipt and counts, never the words, before it is sent', () => {
    const talk = new Talk();
    tipToFacts(talk);
    talk.type('หัวหน้าเก็บเงินค่าใบอนุญาตสองพัน');
    talk.tap(say.tip.labels.goOn);
    const replies = talk.tap(say.tip.labels.ready);
    const state = talk.session.state;
    expect(wordsOf(replies)).toContain(formatReceipt(state.at === 'tip.review' ? state.tip.receipt : 'none'));
    expect(wordsOf(replies)).toContain('ข้อความ 1');
    expect(wordsOf(replies)).not.toContain('ใบอนุญาต');
  });

  it('puts no words into the chat from any of its buttons', () => {
    const talk = new Talk();
    talk.type('เมนู');
    talk.tap(menuLabels.tip);
    const loud = () =>
      choicesOf(talk.last?.replies ?? []).filter(
        (choice) => choice.does === 'answer' && choice.silent !== true,
      );
    expect(loud()).toEqual([]);
    talk.tap(say.tip.labels.chat);
    expect(loud()).toEqual([]);
    talk.tap('กองช่าง');
    expect(loud()).toEqual([]);
    talk.tap('เรียกเงิน/สินบน');
    talk.type('หัวหน้าเก็บเงิน');
    expect(loud()).toEqual([]);
    talk.tap(say.tip.labels.goOn);
    expect(loud()).toEqual([]);
    talk.tap(say.tip.labels.ready);
    expect(loud()).toEqual([]);
  });

  it('offers the private form first', () => {
    const talk = new Talk();
    talk.type('เมนู');
    const [first] = choicesOf(talk.tap(menuLabels.tip));
    expect(first).toEqual({ does: 'open', label: say.tip.labels.form, uri: 'https://prongsai.example/tip' });
  });

  it('asks which office before any words are kept, and keeps none typed too early', () => {
    const talk = new Talk();
    talk.type('เมนู');
    talk.tap(menuLabels.tip);
    expect(wordsOf(talk.type('หัวหน้าเก็บเงินค่าใบอนุญาตสองพัน'))).toContain('ยังไม่ถูกเก็บ');
    expect(JSON.stringify(talk.session)).not.toContain('ใบอนุญาต');
    expect(talk.writes.filter((write) => write.write !== 'limit')).toEqual([]);
  });

  it('carries over what was already sent, sealed, without asking again', () => {
    const talk = new Talk();
    talk.type('เจ้าหน้าที่เรียกเงินใต้โต๊ะค่าใบอนุญาต');
    talk.photo();
    talk.voice();
    talk.tap(say.complaint.labels.tip);
    talk.tap(say.tip.labels.chat);
    const replies = talk.tap('กองคลัง');
    expect(wordsOf(replies)).toContain('ไม่ต้องส่งซ้ำ');
    expect(talk.writes.map(({ write }) => write)).toEqual(
      expect.arrayContaining(['seal text', 'seal held', 'drop media']),
    );
    expect(JSON.stringify(talk.session)).not.toContain('ใต้โต๊ะ');
  });

  it('declines voice and place, saying why', () => {
    const talk = new Talk();
    tipToFacts(talk);
    expect(wordsOf(talk.voice())).toContain('จำตัวผู้แจ้ง');
    const place = {
      type: 'place',
      message: 'm',
      point: { latitude: 14.9, longitude: 104.5 },
      title: '',
    } as const;
    expect(wordsOf(talk.send(place))).toContain('ไม่รับตำแหน่ง');
    const state = talk.session.state;
    expect(state.at === 'tip.facts' && state.tip.parts).toEqual([]);
  });

  it('deletes the parts when another office is chosen, after saying so', () => {
    const talk = new Talk();
    tipToFacts(talk);
    talk.type('หัวหน้าเก็บเงิน');
    talk.tap(say.tip.labels.goOn);
    talk.tap(say.tip.labels.ready);
    expect(wordsOf(talk.tap(say.tip.labels.changeOffice))).toContain('จะถูกลบ');
    expect(talk.writes.some(({ write }) => write === 'drop parts')).toBe(false);
    talk.tap('กองคลัง');
    expect(talk.writes.find(({ write }) => write === 'drop parts')).toMatchObject({ ns: [1] });
  });

  it('says before anything is kept that nobody could read it, with the outside channels', () => {
    const world = newWorld();
    world.tipDoor = { open: false, why: 'chat_mode' };
    const talk = new Talk(world);
    talk.type('เมนู');
    const replies = talk.tap(menuLabels.tip);
    expect(talk.at).toBe('idle');
    expect(choicesOf(replies).flatMap((choice) => (choice.does === 'call' ? [choice.phone] : []))).toEqual(
      expect.arrayContaining(['1205', '1567']),
    );
    const other = new Talk({ ...newWorld(), tipDoor: { open: true, unreadable: ['works'] } });
    other.type('เมนู');
    other.tap(menuLabels.tip);
    other.tap(say.tip.labels.chat);
    expect(wordsOf(other.tap('กองช่าง'))).toContain('ไม่มีผู้รับเรื่อง');
    expect(other.at).toBe('idle');
  });

  it('lets three a day be started', () => {
    const talk = new Talk();
    for (let n = 0; n < 3; n += 1) sendTip(talk);
    talk.type('เมนู');
    talk.tap(menuLabels.tip);
    expect(wordsOf(talk.tap(say.tip.labels.chat))).toContain('3 ครั้ง');
    expect(talk.world.tips.size).toBe(3);
  });

  it('opens by its receipt to a status and a web page; the thread only on a second yes', () => {
    const talk = new Talk();
    const receipt = sendTip(talk);
    const replies = talk.type(formatReceipt(receipt));
    expect(choicesOf(replies).flatMap((choice) => (choice.does === 'open' ? [choice.uri] : []))).toEqual([
      'https://prongsai.example/track',
    ]);
    talk.tap(say.tip.labels.noted === '' ? '' : say.tip.openHere);
    expect(talk.at).toBe('follow.thread');
    talk.type('มีพยานอีกคน');
    expect(talk.writes.at(-1)).toMatchObject({ write: 'tip message', text: 'มีพยานอีกคน' });
    expect(talk.last?.session).toBe('forget');
  });
});

function sendComplaint(talk: Talk, words = 'ไฟถนนดับ หมู่ 4'): string {
  talk.type(words);
  talk.tap(say.complaint.labels.complaint);
  talk.tap(say.complaint.enough);
  talk.tap(say.complaint.toldLabels.chat);
  const state = talk.session.state;
  talk.tap(say.complaint.send);
  return state.at === 'complaint.review' ? state.draft.receipt : '';
}

describe('following', () => {
  it('opens a case by receipt in Thai digits at any time, with the draft in hand set aside', () => {
    const talk = new Talk();
    const receipt = sendComplaint(talk);
    talk.type('มีเรื่องใหม่อีกเรื่อง ถนนทรุด');
    const thai = formatReceipt(receipt).replace(/\d/g, (digit) =>
      String.fromCharCode(0x0e50 + Number(digit)),
    );
    expect(wordsOf(talk.type(thai))).toContain('70-0001');
    expect(talk.session.aside?.at).toBe('sorting');
  });

  it('lets the buttons of any card of the case in hand do, not of the newest alone', () => {
    const talk = new Talk();
    const receipt = sendComplaint(talk);
    const first = choicesOf(talk.type(formatReceipt(receipt)));
    talk.type(formatReceipt(receipt));
    const add = first.find(({ label }) => label === say.follow.labels.add);
    talk.send({ type: 'button', data: add?.does === 'answer' ? add.button : '' });
    expect(talk.at).toBe('follow.message');
  });

  it('counts wrong receipts, pauses after five, and takes a mistyped one for no attempt', () => {
    const talk = new Talk();
    talk.type('1234 5678 9012 3456');
    expect(talk.world.limits.miss).toBeLessThanOrEqual(1);
    const before = talk.world.limits.miss;
    const wrong = ['4929 1538 7760 1249', '0000 0000 0000 0000'].find(
      (digits) => talk.type(digits).length > 0,
    );
    expect(wrong).toBeDefined();
    for (let n = 0; n < 8; n += 1) talk.type('0000 0000 0000 0000');
    expect(talk.world.limits.miss - before).toBeLessThanOrEqual(5);
    expect(wordsOf(talk.type('0000 0000 0000 0000'))).toContain('หนึ่งชั่วโมง');
  });

  it('lists the cases of who asked to be told, and adds a message to one', () => {
    const talk = new Talk();
    sendComplaint(talk);
    const list = talk.type('เรื่องของฉัน');
    expect(wordsOf(list)).toContain('70-0001');
    talk.type('1');
    expect(talk.at).toBe('follow.case');
    talk.tap(say.follow.labels.add);
    talk.type('ตอนนี้มืดมาก');
    const [stored] = talk.world.cases.values();
    expect(stored?.view.thread.map(({ text }) => text)).toEqual(['ตอนนี้มืดมาก']);
  });
});

describe('staff', () => {
  const officer = (world = newWorld()): Talk => {
    world.staff.set('officer', { version: 1, id: 'officer', name: 'สมหมาย ใจดี', roles: ['officer'] });
    return new Talk(world, 'officer');
  };
  const press = (talk: Talk, action: string) => {
    const [caseId] = talk.world.cases.keys();
    return talk.send({ type: 'button', data: `v1|-|case|${action}.${caseId}` });
  };

  it('accepts, resolves, hears that it is not fixed, resolves again; the reporter closes', () => {
    const world = newWorld();
    const resident = new Talk(world, 'resident');
    sendComplaint(resident);
    const staff = officer(world);
    press(staff, 'accept');
    press(staff, 'resolve');
    const [caseId] = world.cases.keys();
    resident.send({ type: 'button', data: `v1|-|mine|reopen.${caseId}` });
    expect(world.cases.get(caseId ?? '')?.view.case.status).toBe('in_progress');
    resident.type('ยังดับอยู่สองดวง');
    press(staff, 'resolve');
    resident.send({ type: 'button', data: `v1|-|mine|confirm.${caseId}` });
    expect(world.cases.get(caseId ?? '')?.view.case.status).toBe('closed');
    const reached = staff.writes.flatMap((write) =>
      write.write === 'outbox' && write.entry.addressee.to === 'route' ? [write.entry.notice] : [],
    );
    expect(reached).toHaveLength(2);
  });

  it('does nothing for somebody without the role, and says so', () => {
    const world = newWorld();
    const resident = new Talk(world, 'resident');
    sendComplaint(resident);
    const replies = press(resident, 'accept');
    expect(wordsOf(replies)).toContain('สำหรับเจ้าหน้าที่');
    expect([...world.cases.values()][0]?.view.case.status).toBe('new');
  });

  it('answers a case: names it, previews, sends', () => {
    const world = newWorld();
    sendComplaint(new Talk(world, 'resident'));
    const staff = officer(world);
    expect(wordsOf(press(staff, 'answer'))).toContain('70-0001');
    expect(wordsOf(staff.type('ช่างจะไปพรุ่งนี้เช้า'))).toContain('ช่างจะไปพรุ่งนี้เช้า');
    staff.tap(say.staff.previewLabels.send);
    const [view] = [...world.cases.values()].map((one) => one.view);
    expect(view?.thread[0]?.from).toBe('staff');
    expect(view?.case.status).toBe('accepted');
  });

  it('names the case again where the answer is typed anew', () => {
    const world = newWorld();
    sendComplaint(new Talk(world, 'resident'));
    const staff = officer(world);
    press(staff, 'answer');
    staff.type('พรุ่งนี้');
    const words = wordsOf(staff.tap(say.staff.previewLabels.again));
    expect(words).toContain('70-0001');
    expect(words).not.toContain('()');
  });

  it('lets somebody join with a one-time code, once', () => {
    const world = newWorld();
    world.invitations.set('ABCDE23456', { version: 1, for: 'person', name: 'มาลี ตั้งใจ', roles: ['officer'] });
    const first = new Talk(world, 'first');
    expect(wordsOf(first.type('abcde-23456'))).toContain('มาลี ตั้งใจ');
    const second = new Talk(world, 'second');
    expect(wordsOf(second.type('ABCDE23456'))).toContain('ใช้ไม่ได้แล้ว');
    expect(world.staff.has('second')).toBe(false);
  });
});

describe('the survey', () => {
  const rate = (talk: Talk, ratings: string[]) => {
    for (const rating of ratings) talk.tap(rating);
  };
  const begin = (talk: Talk) => {
    talk.type('เมนู');
    talk.tap(menuLabels.survey);
    talk.tap('เก็บขยะ');
  };

  it('takes five taps, skips the rest, stores the answers and forgets who', () => {
    const talk = new Talk();
    begin(talk);
    rate(talk, ['5 มากที่สุด', '4 มาก', '4 มาก', '5 มากที่สุด', '4 มาก']);
    while (talk.at !== 'survey.age' && talk.at !== 'idle') talk.tap(say.survey.moreLabels.no);
    talk.tap(say.engine.skip);
    talk.tap(say.engine.skip);
    const stored = talk.writes.find((write) => write.write === 'response');
    expect(stored).toMatchObject({ response: { service: 'waste-collection', channel: 'line' } });
    expect(talk.last?.session).toBe('forget');
  });

  it('asks why after a low rating, and lets a step be taken back', () => {
    const talk = new Talk();
    begin(talk);
    talk.tap('4 มาก');
    talk.tap(say.engine.back);
    const state = talk.session.state;
    expect(state.at === 'survey.rate' && state.question).toBe(0);
    rate(talk, ['1 น้อยที่สุด', '4 มาก', '4 มาก', '4 มาก', '4 มาก']);
    expect(talk.at).toBe('survey.why');
  });

  it('takes a typed 5 for the best rating, though it stands first', () => {
    const talk = new Talk();
    begin(talk);
    talk.type('5');
    talk.type('๑');
    const state = talk.session.state;
    expect(state.at === 'survey.rate' && state.ratings).toEqual({ overall: 5, process: 1 });
  });

  it('is answered once per service and month', () => {
    const talk = new Talk();
    begin(talk);
    rate(talk, ['4 มาก', '4 มาก', '4 มาก', '4 มาก', '4 มาก']);
    while (talk.at !== 'survey.age') talk.tap(say.survey.moreLabels.no);
    talk.tap(say.engine.skip);
    talk.tap(say.engine.skip);
    begin(talk);
    expect(wordsOf(talk.last?.replies ?? [])).toContain('เดือนนี้ประเมิน');
    expect(talk.at).toBe('idle');
  });

  it('opens at a service by a deep link', () => {
    const talk = new Talk();
    talk.type('ประเมินบริการ #land-tax');
    expect(talk.at).toBe('survey.rate');
  });
});

describe('a question that was answered before', () => {
  const known = { question: 'รถเก็บขยะมาวันไหน', answer: 'ทุกวันจันทร์และพฤหัสบดี' };
  const asking = (words: string): Talk => {
    const talk = new Talk({ ...newWorld(), known: [known] });
    talk.type('เมนู');
    talk.tap(menuLabels.question);
    talk.type(words);
    return talk;
  };

  it('is shown its answer first, and nothing is sent where that was it', () => {
    const talk = asking('รถขยะมาวันไหนคะ รถเก็บขยะหมู่ 4');
    expect(wordsOf(talk.last?.replies ?? [])).toContain(known.answer);
    expect(wordsOf(talk.tap(say.complaint.known.answered))).toContain(say.complaint.known.glad);
    expect(talk.session.state.at).toBe('idle');
    expect(talk.writes.filter((write) => write.write === 'open case')).toEqual([]);
  });

  it('goes on to an officer where it is another one, by button or by saying more', () => {
    const pressed = asking('รถเก็บขยะมาวันไหน');
    pressed.tap(say.complaint.known.send);
    expect(pressed.session.state.at).toBe('ask.told');
    const typed = asking('รถเก็บขยะมาวันไหน');
    typed.type('หมายถึงกิ่งไม้กองใหญ่');
    const { state } = typed.session;
    expect(state.at).toBe('ask.told');
    expect(JSON.stringify(state)).toContain('กิ่งไม้');
  });

  it('is asked of an officer at once where nothing like it is known', () => {
    expect(asking('เปิดสนามกีฬากี่โมง').session.state.at).toBe('ask.told');
  });
});
