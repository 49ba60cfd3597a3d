import type { CaseGoal, Resident, TipGoal } from './resident.ts';
import { say } from './resident.ts';

const AT_ONCE = 24;

/** What a receipt led to in the chat, once all was calm. */
export interface LookedUp {
  resident: Resident;
  goal: CaseGoal | TipGoal;
  receipt: string;
  heard: string;
}

const PATIENT_MILLISECONDS = 3000;
/** Somebody who typed the receipt twice has two cards in the chat, of which only the later one answers. */
const MOST_TRIES = 6;

/** What stands in the chat once a receipt has opened what it should. */
export const expectedOf = (goal: CaseGoal | TipGoal): string =>
  goal.goal === 'tip' ? goal.marker : say.follow.title(goal.number ?? '?');

async function lookUp(resident: Resident, goal: CaseGoal | TipGoal, receipt: string): Promise<LookedUp> {
  const { phone } = resident;
  const from = phone.mark();
  await phone.says(receipt);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (foundNothing(phone.heard(from))) break;
    const read = phone.question()?.taps.find(({ at, choice }) => at === 'follow.tip' && choice === 'read');
    if (read !== undefined) await phone.taps(read);
    if (await phone.hears(from, expectedOf(goal), PATIENT_MILLISECONDS)) break;
  }
  const heard = phone.heard(from);
  const close = phone.question()?.taps.find(({ choice }) => choice === 'close');
  if (close !== undefined) await phone.taps(close);
  return { resident, goal, receipt, heard };
}

/** Every receipt on whose card "send" was tapped is typed into the chat it was shown in. */
export async function lookUpAll(residents: readonly Resident[]): Promise<LookedUp[]> {
  const todo = residents.flatMap((resident) =>
    resident.goals.flatMap((goal) =>
      goal.goal === 'survey' ? [] : goal.sent.map((receipt) => ({ resident, goal, receipt })),
    ),
  );
  const found: LookedUp[] = [];
  const left = todo.values();
  const worker = async (): Promise<void> => {
    for (const { resident, goal, receipt } of left) found.push(await lookUp(resident, goal, receipt));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return found;
}

/** Whether the chat said that there is nothing behind a receipt. */
export const foundNothing = (heard: string): boolean => heard.includes(say.follow.notFound);
