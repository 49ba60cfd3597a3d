import { describe, expect, it } from 'vitest';
import { formatReceipt } from '../../../domain/receipt/receipt.ts';
import { agency, choicesOf, newWorld, say, Talk, wordsOf } from './talk.ts';

const { labels, toldLabels, sameLabels, editLabels } = say.complaint;

/** From free words to the review card, telling as little as possible. */
function toReview(talk: Talk, words = 'ไฟถนนดับ หมู่ 4 หน้าวัด'): void {
  talk.type(words);
  talk.tap(labels.complaint);
  talk.tap(say.complaint.enough);
  talk.tap(toldLabels.chat);
}

describe('free input first', () => {
  it('says that it has not reached staff, and asks one question', () => {
    const talk = new Talk();
    const replies = talk.type('ไฟถนนดับ หมู่ 4 หน้าวัด');
    expect(wordsOf(replies)).toContain('ยังไม่ถึงเจ้าหน้าที่');
    expect(choicesOf(replies).map(({ label }) => label)).toContain(labels.complaint);
    expect(replies).toHaveLength(1);
  });

  it('never asks again what the words already tell', () => {
    const talk = new Talk();
    talk.type('ไฟถนนดับ หมู่ 4 หน้าวัด');
    talk.tap(labels.complaint);
    expect(talk.at).toBe('complaint.more');
  });

  it('takes a burst of voice, photo and place before any button', () => {
    const talk = new Talk();
    talk.voice();
    talk.photo();
    talk.send({ type: 'place', message: 'm', point: { latitude: 14.9, longitude: 104.5 }, title: 'หน้าวัด' });
    expect(talk.at).toBe('sorting');
    const holds = talk.writes.filter((write) => write.write === 'hold media');
    expect(holds).toHaveLength(2);
    talk.tap(labels.complaint);
    const released = talk.writes.filter((write) => write.write === 'release held');
    expect(released).toHaveLength(2);
    expect(talk.at).toBe('complaint.category');
  });

  it('shows the numbers to call first where the words tell of danger', () => {
    const replies = new Talk().type('ช่วยด้วย ไฟไหม้บ้านตรงหมู่ 2');
    expect(choicesOf(replies).flatMap((choice) => (choice.does === 'call' ? [choice.phone] : []))).toContain(
      '199',
    );
  });

  it('offers the secret flow first where the words tell of corruption', () => {
    const replies = new Talk().type('เจ้าหน้าที่เรียกเงินใต้โต๊ะค่าใบอนุญาต');
    expect(choicesOf(replies)[0]?.label).toBe(labels.tip);
    expect(wordsOf(replies)).toContain('30 นาที');
  });

  it('answers greetings and stickers without opening a draft', () => {
    const talk = new Talk();
    talk.type('สวัสดีครับ');
    talk.send({ type: 'sticker' });
    talk.type('ขอบคุณค่ะ');
    expect(talk.at).toBe('idle');
    expect(talk.writes).toHaveLength(0);
  });
});

describe('the complaint', () => {
  it('shows the receipt before the confirmation, and the number after it', () => {
    const talk = new Talk();
    toReview(talk);
    const opened = () => talk.writes.find((write) => write.write === 'open case');
    const state = talk.session.state;
    const receipt = state.at === 'complaint.review' ? state.draft.receipt : '';
    expect(wordsOf(talk.last?.replies ?? [])).toContain(formatReceipt(receipt));
    expect(opened()).toBeUndefined();
    const replies = talk.tap(say.complaint.send);
    expect(wordsOf(replies)).toContain('70-0001');
    expect(wordsOf(replies)).toMatch(/จะตอบภายใน \d+ (พฤศจิกายน|ธันวาคม) 2569/);
    expect(opened()).toMatchObject({
      kind: 'complaint',
      category: 'lamp',
      where: { place: 'moo-4' },
      text: 'ไฟถนนดับ หมู่ 4 หน้าวัด',
      route: true,
      receipt,
    });
    expect(talk.at).toBe('idle');
  });

  it('forgets the session where no record of who is wanted', () => {
    const talk = new Talk();
    toReview(talk);
    talk.tap(say.complaint.edit);
    talk.tap(editLabels.told);
    talk.tap(toldLabels.nobody);
    talk.tap(say.complaint.send);
    expect(talk.last?.session).toBe('forget');
    expect(talk.writes.find((write) => write.write === 'open case')).toMatchObject({ route: false });
  });

  it('alerts the person and the deputy of its category, and nobody else', () => {
    const talk = new Talk();
    toReview(talk);
    talk.tap(say.complaint.send);
    const alerts = talk.writes.flatMap((write) => (write.write === 'outbox' ? [write.entry] : []));
    const category = agency.categories.find(({ id }) => id === 'lamp');
    const told = alerts.map(({ addressee }) => (addressee.to === 'staff' ? addressee.staffId : addressee.to));
    expect(told).toEqual([category?.person, category?.deputy]);
  });

  it('alerts whoever there is where a category names nobody who is still there', () => {
    const talk = new Talk();
    talk.officers = [
      { id: 'newcomer', unit: 'works' },
      { id: 'elsewhere', unit: 'finance' },
    ];
    toReview(talk);
    talk.tap(say.complaint.send);
    const alerts = talk.writes.flatMap((write) => (write.write === 'outbox' ? [write.entry.addressee] : []));
    expect(alerts).toEqual([{ to: 'staff', staffId: 'newcomer' }]);
  });

  it('offers the secret flow when words of corruption come later, and takes the draft along', () => {
    const talk = new Talk();
    talk.type('ขอใบอนุญาตก่อสร้างช้ามาก หมู่ 4');
    talk.tap(labels.complaint);
    const replies = talk.type('เจ้าหน้าที่เรียกเงินใต้โต๊ะด้วย');
    expect(choicesOf(replies).map(({ label }) => label)).toContain(labels.tip);
    talk.tap(labels.tip);
    expect(talk.at).toBe('tip.promise');
    talk.tap(say.tip.labels.chat);
    talk.tap('กองช่าง');
    expect(talk.writes.filter(({ write }) => write === 'seal text')).toHaveLength(2);
    expect(talk.world.limits.case).toBe(0);
  });

  it('asks on a where in words, and keeps the landmark', () => {
    const talk = new Talk();
    talk.type('น้ำไม่ไหลมาสองวันแล้ว');
    talk.tap(labels.complaint);
    expect(talk.at).toBe('complaint.where');
    talk.type('หมู่ ๗ หลังโรงเรียน');
    talk.tap(say.complaint.enough);
    const state = talk.session.state;
    expect('answers' in state && state.answers.where).toEqual({
      place: 'moo-7',
      landmark: 'หมู่ ๗ หลังโรงเรียน',
    });
    const card = talk.tap(toldLabels.chat).find((reply) => reply.reply === 'card');
    expect(card?.rows.find(({ label }) => label === say.complaint.rows.where)?.value).toBe(
      'หมู่ 7 · หลังโรงเรียน',
    );
  });

  it('takes the first word of a category for it, where no other begins likewise', () => {
    const talk = new Talk();
    talk.photo();
    talk.tap(labels.complaint);
    talk.type('น้ำ');
    expect(talk.at).toBe('complaint.category');
    talk.type('ไฟ');
    expect(talk.at).toBe('complaint.where');
    const state = talk.session.state;
    expect('answers' in state && state.answers.category).toBe('lamp');
  });

  it('takes no emoji for a place', () => {
    const talk = new Talk();
    talk.type('น้ำไม่ไหลมาสองวันแล้ว');
    talk.tap(labels.complaint);
    expect(wordsOf(talk.type('😡'))).toContain(say.engine.notUnderstood);
    expect(talk.at).toBe('complaint.where');
  });

  it('may be without a place', () => {
    const talk = new Talk();
    talk.type('น้ำไม่ไหลมาสองวันแล้ว');
    talk.tap(labels.complaint);
    talk.tap(say.engine.skip);
    expect(talk.at).toBe('complaint.more');
  });

  it('takes typed numbers, Thai and Arabic, for choices', () => {
    const talk = new Talk();
    talk.type('มีเรื่องจะบอก ขอให้มาดูหน่อย');
    talk.type('๑');
    expect(talk.at).toBe('complaint.category');
    talk.type('2');
    expect(talk.at).toBe('complaint.where');
  });

  it('mentions an open case about the same thing, and joins it when told to', () => {
    const world = newWorld();
    const first = new Talk(world, 'first');
    toReview(first);
    first.tap(say.complaint.send);
    const second = new Talk(world, 'second');
    toReview(second, 'ไฟดับทั้งซอย หมู่ 4');
    expect(second.at).toBe('complaint.same');
    expect(wordsOf(second.last?.replies ?? [])).toContain('70-0001');
    second.tap(sameLabels.join);
    second.tap(say.complaint.send);
    const [caseId] = world.cases.keys();
    expect(second.writes.find((write) => write.write === 'open case')).toMatchObject({ joins: caseId });
  });

  it('lets five a day through, keeps the sixth draft, and gives a cancelled one back', () => {
    const talk = new Talk();
    for (let n = 0; n < 5; n += 1) {
      toReview(talk, `ถนนเป็นหลุม หมู่ ${n + 1}`);
      talk.tap(say.complaint.send);
    }
    toReview(talk, 'ถนนเป็นหลุม หมู่ 9');
    expect(wordsOf(talk.last?.replies ?? [])).toContain('5 เรื่อง');
    expect(talk.at).toBe('complaint.told');
    expect(talk.world.cases.size).toBe(5);

    const other = new Talk(newWorld(), 'other');
    toReview(other);
    other.tap(say.engine.cancel);
    expect(other.world.limits.case).toBe(0);
  });

  it('keeps the draft when the menu is opened, and goes on with it', () => {
    const talk = new Talk();
    talk.type('น้ำไม่ไหลมาสองวันแล้ว');
    talk.tap(labels.complaint);
    talk.type('เมนู');
    expect(talk.at).toBe('idle');
    talk.tap(say.engine.resume);
    expect(talk.at).toBe('complaint.where');
  });

  it('says honestly that a button is stale, and shows the menu', () => {
    const talk = new Talk();
    toReview(talk);
    const old = choicesOf(talk.last?.replies ?? []).find(({ label }) => label === say.complaint.edit);
    talk.tap(say.engine.cancel);
    const replies = old?.does === 'answer' ? talk.send({ type: 'button', data: old.button }) : [];
    expect(wordsOf(replies)).toContain('ใช้ไม่ได้แล้ว');
    expect(choicesOf(replies).map(({ label }) => label)).toContain(say.engine.menuLabels.track);
  });

  it('finds the case again when a confirmation is pressed once more, however late', () => {
    const talk = new Talk();
    toReview(talk);
    const send = choicesOf(talk.last?.replies ?? []).find(({ label }) => label === say.complaint.send);
    talk.tap(say.complaint.send);
    const replies = send?.does === 'answer' ? talk.send({ type: 'button', data: send.button }) : [];
    expect(wordsOf(replies)).toContain('70-0001');
    expect(talk.world.cases.size).toBe(1);
  });

  it('takes a message out of the draft when its sender takes it back', () => {
    const talk = new Talk();
    talk.type('น้ำไม่ไหลมาสองวันแล้ว');
    talk.send({ type: 'text', text: 'เบอร์ผม 081-000-0000', message: 'taken-back' });
    talk.send({ type: 'unsend', message: 'taken-back' });
    expect(JSON.stringify(talk.session)).not.toContain('081-000');
  });

  it('masks identity numbers before anything is kept', () => {
    const talk = new Talk();
    talk.type('ลุงชื่อมี เลขบัตร 1101700230708 เบี้ยยังไม่เข้า');
    expect(JSON.stringify(talk.session)).not.toContain('1101700230708');
  });

  it('refuses a text over 5,000 units with a way out, the draft intact', () => {
    const talk = new Talk();
    talk.type('น้ำไม่ไหลมาสองวันแล้ว');
    const before = JSON.stringify(talk.session);
    expect(wordsOf(talk.type('ก'.repeat(5001)))).toContain('แบ่งส่ง');
    expect(JSON.stringify(talk.session)).toBe(before);
  });
});
