import { khoen } from '../../domain/agency/khoen.ts';
import { catalogue } from '../../domain/catalogue/catalogue.ts';
import { noTag, writeButton } from '../../domain/conversation/button.ts';
import { type Phone, type Question, Stuck, type Tap } from './phone.ts';

export const agency = khoen(Buffer.alloc(16, 7).toString('base64'));
export const say = catalogue(agency.voice);

/** What a marked thing is: complaint, question, suggestion, tip, survey, name, dropped, unsent, message added. */
export type MarkerKind = 'c' | 'q' | 's' | 't' | 'v' | 'n' | 'x' | 'u' | 'm';

/** Letters that stand in one thing's words and nowhere else; too many of them to come about by chance. */
export const MARKER = /zq[cqstvnxum]z[a-j]{4,6}qz/g;
export const marker = (kind: MarkerKind, number: number): string => {
  const letters = String(number)
    .padStart(4, '0')
    .replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
  return `zq${kind}z${letters}qz`;
};

/** Words that somebody typed once or, for want of an answer, again. */
export interface Typed {
  words: string;
  messages: string[];
}

/** A case to be reported, and what became of it as far as its reporter saw. */
export interface CaseGoal {
  goal: 'case';
  kind: 'complaint' | 'question' | 'suggestion';
  marker: string;
  told: 'chat' | 'nobody';
  typed: Typed[];
  /** Words that LINE had taken to the bot when "send" was first tapped. */
  held: string[];
  /** Words taken back that stood on the review card no more. */
  unsaid: string[];
  /** Receipts of the cards on which "send" was tapped. */
  sent: string[];
  number: string | undefined;
  /** Further words, added with the receipt. */
  added: Typed[];
  ends: 'sent' | 'dropped';
  /** Its draft may have run out meanwhile. */
  mayLose?: true;
  /** Its reporter had it deleted, and it went. */
  isErased?: true;
}

export interface TipGoal {
  goal: 'tip';
  marker: string;
  office: string;
  typed: Typed[];
  held: string[];
  photos: Uint8Array[];
  sent: string[];
  isConfirmed: boolean;
  /** Something of it was deliberately left out again. */
  isTrimmed: boolean;
  ends: 'sent' | 'dropped';
}

export interface SurveyGoal {
  goal: 'survey';
  service: string;
  /** By question, in the order in which they are asked; the extra ones after the others, 0 for one skipped. */
  ratings: number[];
  extra: number[] | undefined;
  comment: string | undefined;
  isDone: boolean;
}

export type Goal = CaseGoal | TipGoal | SurveyGoal;

/** One of the residents: invented, with a name that is like no word. */
export interface Resident {
  nth: number;
  name: string;
  phone: Phone;
  goals: Goal[];
  roll: () => number;
}

const MOST_STEPS = 120;
const STALE_TAPS = 0.04;
/** Old buttons that change nothing which is checked later, if the bot deals with them as it should. */
const HARMLESS = /^(is|in|rate|why|age|on|ready|enough|edit|apart|read|add|menu)\b/;

/** One of several, as the dice fall. */
export function pick<T>({ roll }: Pick<Resident, 'roll'>, among: readonly T[]): T {
  const picked = among[Math.floor(roll() * among.length)];
  if (picked === undefined) throw new RangeError('nothing to pick from');
  return picked;
}

/** An area of the menu under the chat. */
export const menuTap = (choice: string): Pick<Tap, 'data'> => ({
  data: writeButton({ tag: noTag, at: 'menu', choice }),
});

export const tapOf = (question: Question, choice: string): Tap | undefined =>
  question.taps.find((tap) => tap.choice === choice);

/** Taps a choice of the question; what is not offered leads on by being cancelled. */
export async function choose({ phone }: Resident, question: Question, choice: string): Promise<void> {
  const found = tapOf(question, choice);
  if (found === undefined) throw new Stuck(`no choice ${choice} at ${question.at}: ${question.words}`);
  await phone.taps(found);
}

/** Taps any of the choices that begin so. */
export async function chooseAny(resident: Resident, question: Question, prefix: string): Promise<Tap> {
  const among = question.taps.filter(({ choice }) => choice.startsWith(prefix));
  if (among.length === 0) throw new Stuck(`no choice ${prefix} at ${question.at}: ${question.words}`);
  const picked = pick(resident, among);
  await resident.phone.taps(picked);
  return picked;
}

export async function type(resident: Resident, typed: Typed[], words: string): Promise<void> {
  const entry: Typed = { words, messages: [] };
  typed.push(entry);
  entry.messages = await resident.phone.says(words);
}

/** Words that LINE says have arrived; of those typed again, one is enough. */
export const arrived = ({ phone }: Resident, typed: readonly Typed[]): string[] =>
  typed.filter(({ messages }) => messages.some(phone.wasDelivered)).map(({ words }) => words);

/** The receipt on a card, 16 digits. */
export const receiptOn = (words: string): string | undefined =>
  /\b(\d{4}) (\d{4}) (\d{4}) (\d{4})\b/.exec(words)?.slice(1).join('');

/** Somebody who taps something far up in the chat by mistake. */
async function tapSomethingOld({ phone, roll }: Resident): Promise<void> {
  if (roll() >= STALE_TAPS) return;
  const asked = new Set(phone.question()?.taps.map(({ data }) => data));
  const old = phone.everTapped().filter(({ choice, data }) => HARMLESS.test(choice) && !asked.has(data));
  const picked = old[Math.floor(roll() * old.length)];
  if (picked !== undefined) await phone.taps(picked);
}

/** Answers what is asked until `answer` says that the goal is reached. @throws Stuck */
export async function converse(
  resident: Resident,
  isReached: () => boolean,
  answer: (question: Question | undefined) => Promise<void>,
): Promise<void> {
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    if (isReached()) return;
    resident.phone.takesCare(steps);
    await answer(resident.phone.question());
    if (!isReached()) await tapSomethingOld(resident);
  }
  throw new Stuck(`${MOST_STEPS} steps led nowhere`);
}

/** From the menu, or from nowhere: goes on with what was set aside, or begins. */
export async function beginOrResume({ phone }: Resident, begin: () => Promise<void>): Promise<void> {
  await phone.says('เมนู');
  const last = phone.shown().findLast(({ taps }) => taps.length > 0);
  const resume = last?.taps.find(({ at, choice }) => at === 'menu' && choice === 'resume');
  if (resume === undefined) await begin();
  else await phone.taps(resume);
}
