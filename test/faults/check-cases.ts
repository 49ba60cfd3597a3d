import { Case, CaseMessage, TipCase } from '../../domain/case/case.ts';
import { standing } from './history.ts';
import type { Judged } from './judged.ts';
import { expectedOf, foundNothing } from './receipts.ts';
import { type CaseGoal, MARKER, type Resident, type TipGoal } from './resident.ts';

type Sent = { resident: Resident; goal: CaseGoal };

/** The cases of the kinds officers work on, as they stand at the end, by id. */
export const casesIn = ({ history }: Pick<Judged, 'history'>): Map<string, Case> =>
  new Map(
    [...standing(history, 'cases')].flatMap(([id, data]): [string, Case][] =>
      data.kind === 'tip' ? [] : [[id, Case.parse(data)]],
    ),
  );

export const tipsIn = ({ history }: Pick<Judged, 'history'>): Map<string, TipCase> =>
  new Map(
    [...standing(history, 'cases')].flatMap(([id, data]): [string, TipCase][] =>
      data.kind === 'tip' ? [[id, TipCase.parse(data)]] : [],
    ),
  );

export const goalsOf = <Kind extends 'case' | 'tip' | 'survey'>({ residents }: Judged, kind: Kind) =>
  residents.flatMap((resident) =>
    resident.goals.flatMap((goal) => (goal.goal === kind ? [{ resident, goal }] : [])),
  );

const caseGoals = (run: Judged): Sent[] =>
  goalsOf(run, 'case').flatMap(({ resident, goal }) => (goal.goal === 'case' ? [{ resident, goal }] : []));

const times = (words: string, text: string): number =>
  text.split('\n').filter((line) => line === words).length;

function textFindings({ resident, goal }: Sent, one: Case): string[] {
  const who = `${one.number} of resident ${resident.nth}`;
  const all = `${one.text}\n${one.where.landmark ?? ''}`;
  const own = new Set([...goal.typed, ...goal.added].flatMap(({ words }) => words.match(MARKER) ?? []));
  const foreign = (all.match(MARKER) ?? []).filter((mark) => !own.has(mark) && !mark.startsWith('zqu'));
  return [
    ...foreign.map((mark) => `${who} holds somebody else's ${mark}`),
    ...(goal.mayLose ? [] : goal.held)
      .filter((words) => !all.includes(words))
      .map((words) => `${who} lost «${words}»\n${resident.phone.story()}`),
    ...goal.unsaid.filter((mark) => all.includes(mark)).map((mark) => `${who} kept ${mark}, taken back`),
    ...goal.typed
      .filter(({ words, messages }) => words !== '' && times(words, one.text) > messages.length)
      .map(({ words }) => `${who} holds «${words}» more often than it was typed`),
  ];
}

function threadFindings(run: Judged, { resident, goal }: Sent, id: string, one: Case): string[] {
  const thread = [...standing(run.history, `cases/${id}/messages`).values()].map(
    (data) => CaseMessage.parse(data).text,
  );
  const added = Map.groupBy(goal.added, ({ words }) => words);
  const findings = [...added].flatMap(([words, typed]) => {
    const there = thread.filter((text) => text === words).length;
    const most = typed.reduce((sum, { messages }) => sum + messages.length, 0);
    return there >= 1 && there <= most
      ? []
      : [`${one.number} of resident ${resident.nth} holds an added message ${there} times`];
  });
  return thread.length === one.messages ? findings : [...findings, `${one.number} counts its thread wrong`];
}

/** Every confirmed case exists once and whole, under a number of its own, and nothing else does. */
export function caseFindings(run: Judged): string[] {
  const cases = [...casesIn(run)];
  const sent = caseGoals(run).filter(({ goal }) => goal.ends === 'sent' && !goal.isErased);
  const findings: string[] = [];
  for (const one of sent) {
    const { goal, resident } = one;
    const found = cases.filter(([, { number }]) => number === goal.number);
    const [only] = found;
    if (found.length !== 1 || only === undefined) {
      findings.push(`resident ${resident.nth} was told ${goal.number}, which exists ${found.length} times`);
      continue;
    }
    const [id, record] = only;
    if (record.kind !== goal.kind) findings.push(`${record.number} is a ${record.kind}, not a ${goal.kind}`);
    findings.push(...textFindings(one, record), ...threadFindings(run, one, id, record));
    const route = run.history.last.has(`agencies/khoen/routes/${id}`);
    const isTold = goal.told === 'chat' && record.status !== 'closed';
    if (route !== isTold) findings.push(`${record.number} has a route: ${route}`);
    const attached = [...standing(run.history, `cases/${id}/attachments`).values()];
    if (attached.length !== record.attachments)
      findings.push(`${record.number} counts its attachments wrong`);
    if (attached.some(({ held, expireAt }) => held !== false || expireAt !== undefined)) {
      findings.push(`${record.number} has an attachment that staff cannot read, or that expires`);
    }
  }
  const told = new Set([...sent.map(({ goal }) => goal.number), ...(run.entered ?? [])]);
  for (const [, { number }] of cases) if (!told.has(number)) findings.push(`${number} was told to nobody`);
  const numbers = cases.map(([, { number }]) => number).sort();
  numbers.forEach((number, index) => {
    if (number !== `70-${String(index + 1).padStart(4, '0')}`) findings.push(`${number} is out of order`);
  });
  return findings;
}

/** Every receipt that was confirmed opens its own case or tip in the chat. */
export function receiptFindings({ lookedUp }: Judged): string[] {
  return lookedUp.flatMap(({ resident, goal, heard }) => {
    const { nth } = resident;
    const others = goal.sent.length > 1 && foundNothing(heard);
    if (others) return [];
    if (goal.goal === 'case' && goal.isErased) {
      return foundNothing(heard) ? [] : [`a receipt of resident ${nth} opens what was deleted`];
    }
    return heard.includes(expectedOf(goal))
      ? []
      : [`a receipt of resident ${nth} does not open the ${goal.goal}: ${resident.phone.story()}`];
  });
}

/** Tips that were confirmed, with who did. */
export const confirmedTips = (run: Judged): { resident: Resident; goal: TipGoal }[] =>
  goalsOf(run, 'tip').flatMap(({ resident, goal }) =>
    goal.goal === 'tip' && goal.isConfirmed ? [{ resident, goal }] : [],
  );

export function tipFindings(run: Judged): string[] {
  const there = tipsIn(run).size;
  const confirmed = confirmedTips(run).length;
  return there === confirmed ? [] : [`${confirmed} tips were confirmed, ${there} exist`];
}
