// Officers at their phones: what they do to the cases that they were told of.
import { pathsOf } from '../../bot/records/paths.ts';
import { Case } from '../../domain/case/case.ts';
import { cleanText } from '../../domain/words/clean.ts';
import { createDice } from '../../simulator/dice.ts';
import { type Phone, phoneOf, Stuck, type Tap } from '../faults/phone.ts';
import { marker, say } from '../faults/resident.ts';
import type { Habits } from '../faults/residents.ts';
import type { World } from './world.ts';

/** An answer that an officer sent, and whether the chat said that it went out. */
export interface Deed {
  caseId: string;
  words: string;
  isSent: boolean;
}

export interface Officer {
  phone: Phone;
  staffId: string;
  deeds: Deed[];
  /** How many cases were accepted, begun or resolved by tapping. */
  taps: number;
  roll: () => number;
  /** The number of a case, as it stands on its card. */
  numberOf(caseId: string): Promise<string>;
}

const MOST_STEPS = 40;
const ANSWERS = ['ช่างจะออกไปดูพรุ่งนี้', 'ซ่อมแล้วเมื่อเช้า ขอบคุณที่แจ้ง', 'จะนำเข้าแผนปีหน้า', 'ประสานการไฟฟ้าแล้ว'];

export function officerOf(world: World, staffId: string, habits: Habits): Officer {
  const roll = createDice(world.roll() * 2 ** 31);
  const phone = phoneOf(world.line, world.watch, staffId, () => habits.patience(roll), habits.mostRepeats);
  const numberOf = async (caseId: string): Promise<string> =>
    Case.parse((await world.store().read(pathsOf('khoen').case(caseId)))?.data).number;
  return { phone, staffId, deeds: [], taps: 0, roll, numberOf };
}

/** What can be tapped about cases, each once, as it stands now in the chat. */
export function offered({ phone }: Officer, wanted: string): Tap[] {
  const found = new Map<string, Tap>();
  for (const tap of phone.everTapped()) {
    if (tap.at === 'case' && tap.choice.startsWith(`${wanted}.`)) found.set(tap.choice, tap);
  }
  return [...found.values()];
}

const caseIn = ({ choice }: Tap): string => choice.slice(choice.indexOf('.') + 1);

/** Answers a case from the button under its alert. `nth` is like no other. @throws Stuck */
export async function answerCase(officer: Officer, begin: Tap, nth: number): Promise<void> {
  const { phone, roll, deeds } = officer;
  const said = ANSWERS[Math.floor(roll() * ANSWERS.length)] ?? '';
  const deed: Deed = {
    caseId: caseIn(begin),
    words: cleanText(`${said} ${marker('m', nth)}`),
    isSent: false,
  };
  deeds.push(deed);
  const number = await officer.numberOf(deed.caseId);
  const from = phone.mark();
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    if (phone.heard(from).includes(say.staff.sent(number))) {
      deed.isSent = true;
      return;
    }
    const question = phone.shown(from).length === 0 ? undefined : phone.question();
    const send = question?.taps.find(({ choice }) => choice === 'send');
    const isOurs = question?.words.includes(number) === true;
    if (isOurs && send !== undefined) await phone.taps(send);
    else if (isOurs && question.at === 'staff.answer') await phone.says(deed.words);
    else await phone.taps(begin);
  }
  throw new Stuck(`an answer of one of the staff led nowhere\n${phone.story()}`);
}

/** Taps a button until the chat says so, or for some time. @throws Stuck where no answer comes at all */
export async function tapUntil(phone: Phone, tap: Tap, words: string): Promise<void> {
  const from = phone.mark();
  for (let steps = 0; steps < MOST_STEPS && !phone.heard(from).includes(words); steps += 1)
    await phone.taps(tap);
}

/** One look at the chat: something of what can be done is done. `nth` is like no other. @throws Stuck */
export async function lookAtChat(officer: Officer, nth: number): Promise<void> {
  const { roll, phone, deeds } = officer;
  const kind = roll();
  if (kind < 0.5) {
    const open = offered(officer, 'answer').filter(
      (tap) => !deeds.some(({ caseId }) => caseId === caseIn(tap)),
    );
    const picked = open[Math.floor(roll() * open.length)];
    if (picked !== undefined) return answerCase(officer, picked, nth);
  }
  const among = offered(officer, kind < 0.7 ? 'accept' : kind < 0.9 ? 'start' : 'resolve');
  const picked = among[Math.floor(roll() * among.length)];
  if (picked === undefined) return;
  officer.taps += 1;
  await phone.taps(picked);
}
