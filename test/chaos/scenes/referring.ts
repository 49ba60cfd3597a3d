import { demoAdminId } from '../../../domain/agency/khoen-staff.ts';
import { CaseDetail, type Entered } from '../../../domain/staff/cases.ts';
import { Stuck } from '../../faults/phone.ts';
import { caseGoal } from '../../faults/residents.ts';
import { type Desk, deskOf, page, press } from '../desk.ts';
import { minute, reports, type Scene, type Stage } from '../stage.ts';
import { enters, entryOf } from './entering.ts';

type Step = [name: string, body: object, isDone: (seen: CaseDetail) => boolean];

/** Does one thing after another to a case, each as the page shows it. @throws Stuck */
async function works(desk: Desk, caseId: string, steps: readonly Step[]): Promise<void> {
  for (const [name, body, isDone] of steps) {
    await press(desk, name, () => page(desk, `/cases/${caseId}`, CaseDetail), {
      isDone,
      send: ({ edition }) => desk.ask('POST', `/cases/${caseId}/${name}`, { edition, ...body }),
    });
  }
}

const wait: Step = [
  'wait',
  { why: 'budget', note: 'รองบประมาณเดือนหน้า', until: '2026-12-20' },
  ({ waiting }) => waiting !== undefined,
];
const refer: Step = [
  'refer',
  { to: 'แขวงทางหลวงชนบท', contact: 'โทร. 045-612-000' },
  ({ status }) => status === 'referred',
];

/** A case's id, by the number that its reporter was told. */
export async function idOf({ world }: Stage, number: string | undefined): Promise<string> {
  await world.someInstance();
  const found = await world.store().query({
    collection: 'agencies/khoen/cases',
    where: [['number', '==', number]],
    orderBy: [],
    limit: 1,
  });
  const [one] = found;
  if (one === undefined) throw new Stuck('a case that is not there');
  return one.id;
}

/** A case that a resident reported, and two that were entered. */
const reported = new WeakMap<Stage, string>();
const entered = new WeakMap<Stage, [head: Entered, joins: Entered]>();

export const referring: readonly Scene[] = [
  {
    name: 'a complaint taken on, given to another unit, extended, and referred to another body',
    async before(stage) {
      const goal = caseGoal(3, 'complaint', 'chat');
      await reports(stage, 3, goal);
      await minute(stage);
      reported.set(stage, goal.number ?? '');
    },
    async play(stage) {
      const number = reported.get(stage) ?? '';
      const desk = await deskOf(stage.world, demoAdminId);
      await works(desk, await idOf(stage, number), [
        ['accept', {}, ({ status }) => status !== 'new'],
        ['sort', { unit: 'finance' }, ({ unit }) => unit === 'finance'],
        wait,
        refer,
      ]);
      const history = ['change accept', 'sort', 'change wait', 'change refer'];
      stage.claims.push({ claim: 'work', number, history, told: ['waiting', 'referred'] });
      const deed = { claim: 'deed', by: demoAdminId, about: number, times: 1 } as const;
      stage.claims.push({ ...deed, action: 'case-change', note: 'accept' });
      stage.claims.push({ ...deed, action: 'case-sort' });
      stage.claims.push({ ...deed, action: 'case-change', note: 'wait budget 2026-12-20' });
      stage.claims.push({ ...deed, action: 'case-change', note: 'refer' });
      await minute(stage);
    },
  },
  {
    name: 'two cases about the same thing joined, answered together, and one of them taken apart again',
    async before(stage) {
      const desk = await deskOf(stage.world, demoAdminId);
      const head = await enters(stage, desk, entryOf(802));
      const joins = await enters(stage, desk, entryOf(803));
      await minute(stage);
      entered.set(stage, [head, joins]);
    },
    async play(stage) {
      const [head, joins] = entered.get(stage) ?? [];
      if (head === undefined || joins === undefined) throw new Stuck('nothing was entered');
      const desk = await deskOf(stage.world, demoAdminId);
      const text = 'จะนำหินคลุกลงสัปดาห์หน้า';
      await works(desk, joins.id, [
        ['join', { number: head.number }, ({ joins: isJoined }) => isJoined],
        ['answer', { text }, ({ thread }) => thread.some((one) => one.text === text)],
        ['unjoin', {}, ({ joins: isJoined }) => !isJoined],
      ]);
      const history = ['entered', 'join', 'answer', 'change accept', 'unjoin'];
      for (const { number } of [head, joins]) {
        stage.claims.push({ claim: 'work', number, history, told: ['answered'] });
      }
      const deed = { claim: 'deed', by: demoAdminId, about: joins.number, times: 1 } as const;
      stage.claims.push({ ...deed, action: 'case-message' });
      stage.claims.push({ ...deed, action: 'case-join', note: 'unjoin' });
      await minute(stage);
    },
  },
];
