import { describe, expect, it } from 'vitest';
import type { Officer } from '../../../domain/conversation/turn.ts';
import type { Write } from '../../../domain/conversation/write.ts';
import { agency, newWorld, say, Talk, wordsOf } from './talk.ts';

const category = agency.categories.find(({ aboutStaff }) => aboutStaff);
const { person = '', deputy = '' } = category ?? {};
const officers: Officer[] = [
  { id: person, unit: 'palad-office' },
  { id: deputy, unit: 'works' },
  { id: 'admin', unit: 'finance', isAdmin: true },
  { id: 'helper', unit: 'works' },
];
const executives: Officer[] = [{ id: 'palad', unit: undefined }];

const resident = (world = newWorld()): Talk => {
  const talk = new Talk(world, 'resident');
  talk.officers = officers;
  talk.executives = executives;
  return talk;
};

/** Brings a complaint about staff to the question which unit it is about. */
function toConcerns(talk: Talk): void {
  talk.type('อยากแจ้งเรื่องหนึ่ง เมื่อวานไปติดต่อที่ทำการมา');
  talk.tap(say.complaint.labels.complaint);
  talk.tap(category?.label ?? '');
}

/** Says the rest, and sends. */
function send(talk: Talk, concerns: string): void {
  talk.tap(concerns);
  talk.tap(say.engine.skip);
  talk.tap(say.complaint.enough);
  talk.tap(say.complaint.toldLabels.nobody);
  talk.tap(say.complaint.send);
}

const alertedBy = (talk: Talk): string[] =>
  talk.writes.flatMap((write: Write) =>
    write.write === 'outbox' && write.entry.addressee.to === 'staff' ? [write.entry.addressee.staffId] : [],
  );

describe('a complaint about staff in the chat', () => {
  it('asks which unit it is about, shows it before sending, and alerts nobody of that unit', () => {
    const talk = resident();
    toConcerns(talk);
    expect(talk.at).toBe('complaint.concerns');
    talk.tap('กองช่าง');
    talk.tap(say.engine.skip);
    talk.tap(say.complaint.enough);
    const shown = wordsOf(talk.tap(say.complaint.toldLabels.nobody));
    expect(shown).toContain('เจ้าหน้าที่ของ กองช่าง');
    talk.tap(say.complaint.send);
    expect(talk.writes.find(({ write }) => write === 'open case')).toMatchObject({ concerns: 'works' });
    expect(alertedBy(talk)).toEqual([person]);
  });

  it('where those who answer for it all belong there, goes to admins and executives of other units', () => {
    const talk = resident();
    talk.officers = officers.map((one) => ({ ...one, unit: one.id === 'admin' ? 'finance' : 'works' }));
    toConcerns(talk);
    send(talk, 'กองช่าง');
    expect(alertedBy(talk).sort()).toEqual(['admin', 'palad']);
  });

  it('of whom nobody is sure goes to those who answer for it', () => {
    const talk = resident();
    toConcerns(talk);
    send(talk, say.complaint.notSure);
    const opened = talk.writes.find((write) => write.write === 'open case');
    expect(opened?.write === 'open case' && opened.concerns).toBe(undefined);
    expect(alertedBy(talk).sort()).toEqual([person, deputy].sort());
  });

  it('can be typed, taken back, and is asked anew where the category is changed', () => {
    const talk = resident();
    toConcerns(talk);
    talk.type('ไม่แน่ใจ');
    expect(talk.at).toBe('complaint.where');
    talk.tap(say.engine.back);
    expect(talk.at).toBe('complaint.concerns');
    talk.tap(say.engine.back);
    expect(talk.at).toBe('complaint.category');
    talk.tap('น้ำประปา');
    expect(talk.at).toBe('complaint.where');
  });

  it('is joined with no other, even where one of the same kind is open', () => {
    const world = newWorld();
    const first = resident(world);
    first.type('อยากแจ้งเรื่องหนึ่ง เมื่อวานไปติดต่อที่ทำการมา หมู่ 4');
    first.tap(say.complaint.labels.complaint);
    first.tap(category?.label ?? '');
    first.tap('กองช่าง');
    first.tap(say.complaint.enough);
    first.tap(say.complaint.toldLabels.nobody);
    expect(first.at).toBe('complaint.review');
    first.tap(say.complaint.send);
    const second = resident(world);
    second.type('เรื่องเดิมอีกแล้ว ไปติดต่อที่ทำการ หมู่ 4');
    second.tap(say.complaint.labels.complaint);
    second.tap(category?.label ?? '');
    second.tap('กองช่าง');
    second.tap(say.complaint.enough);
    second.tap(say.complaint.toldLabels.nobody);
    expect(second.at).toBe('complaint.review');
  });

  it('does not exist for whoever of the unit presses a button of it; others work it', () => {
    const world = newWorld();
    const talk = resident(world);
    toConcerns(talk);
    send(talk, 'กองช่าง');
    const [caseId] = world.cases.keys();
    const press = (unit: string, action: string) => {
      world.staff.set(unit, { version: 1, id: unit, name: 'ก ข', roles: ['officer', 'admin'], unit });
      return wordsOf(new Talk(world, unit).send({ type: 'button', data: `v1|-|case|${action}.${caseId}` }));
    };
    for (const action of ['accept', 'start', 'resolve', 'answer']) {
      expect(press('works', action)).toBe(say.staff.noCase);
    }
    expect(world.cases.get(caseId ?? '')?.view.case.status).toBe('new');
    expect(press('finance', 'accept')).toContain('70-0001');
    expect(world.cases.get(caseId ?? '')?.view.case.status).toBe('accepted');
  });

  it('an answer begun before its writer moved to that unit is not sent', () => {
    const world = newWorld();
    const talk = resident(world);
    toConcerns(talk);
    send(talk, 'กองช่าง');
    const [caseId] = world.cases.keys();
    const staff = { version: 1, id: 'mover', name: 'ก ข', roles: ['admin'] } as const;
    world.staff.set('mover', { ...staff, roles: ['admin'], unit: 'finance' });
    const mover = new Talk(world, 'mover');
    mover.send({ type: 'button', data: `v1|-|case|answer.${caseId}` });
    mover.type('รับทราบ');
    world.staff.set('mover', { ...staff, roles: ['admin'], unit: 'works' });
    expect(wordsOf(mover.tap(say.staff.previewLabels.send))).toContain(say.staff.noCase);
    expect(world.cases.get(caseId ?? '')?.view.thread).toEqual([]);
  });
});
