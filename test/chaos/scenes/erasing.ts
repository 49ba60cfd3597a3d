import { demoAdminId } from '../../../domain/agency/khoen-staff.ts';
import { CaseDetail } from '../../../domain/staff/cases.ts';
import { tipFollower } from '../../../liff/worker/follow-tip.ts';
import { Stuck } from '../../faults/phone.ts';
import { caseGoal } from '../../faults/residents.ts';
import { deskOf, page, press } from '../desk.ts';
import { minute, reports, type Scene, until } from '../stage.ts';
import { again, doorTo } from '../visitor.ts';
import { idOf } from './referring.ts';

/** The night after the days of grace of what was asked on 24 November; what fails in it is done in the next. */
const NIGHTS = [1, 2, 3].map((nth) => Date.parse('2026-11-30T20:00:00Z') + nth * 86_400_000);

export const erasing: Scene = {
  name: 'a complaint that its reporter wants deleted, on the page, and the night in which it goes',
  isApart: true,
  isCostly: true,
  async before(stage) {
    const goal = caseGoal(4, 'complaint', 'nobody');
    await reports(stage, 4, goal);
    await minute(stage);
    const desk = await deskOf(stage.world, demoAdminId);
    const path = `/cases/${await idOf(stage, goal.number)}`;
    const body = { reason: 'อยู่นอกเขต', next: 'แจ้ง อบต.ข้างเคียง' };
    await press(desk, 'decline', () => page(desk, path, CaseDetail), {
      isDone: ({ status }) => status === 'declined',
      send: ({ edition }) => desk.ask('POST', `${path}/decline`, { edition, ...body }),
    });
    await minute(stage);
  },
  async play(stage) {
    const { world } = stage;
    const goal = stage.residents.at(-1)?.goals[0];
    const receipt = goal?.goal === 'case' ? goal.sent[0] : undefined;
    if (goal?.goal !== 'case' || receipt === undefined) throw new Stuck('nothing was reported');
    const caseId = await idOf(stage, goal.number);
    const follower = tipFollower(doorTo(world));
    await again(world, 'following a case', () => follower.follow(receipt));
    await again(world, 'asking for deletion', () => follower.erase('erase'));
    for (const night of NIGHTS) {
      await until(world, night);
      await (await world.someInstance()).night();
      await world.someInstance();
      if ((await world.store().read(`agencies/khoen/cases/${caseId}`)) === undefined) break;
    }
    goal.isErased = true;
    stage.claims.push({ claim: 'erased', caseId });
    const about = goal.number ?? '';
    stage.claims.push({ claim: 'deed', by: 'system', action: 'erased', about, times: 1 });
    await minute(stage);
  },
};
