import { demoAdminId, demoDeputyId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { CaseDetail } from '../../../domain/staff/cases.ts';
import { PeopleAnswer } from '../../../domain/staff/people.ts';
import { deskOf, page, press } from '../desk.ts';
import { minute, type Scene } from '../stage.ts';
import { enters, entryOf } from './entering.ts';

export const leaving: Scene = {
  name: 'somebody leaves the staff, and what they have open goes to a colleague',
  isApart: true,
  async before(stage) {
    const admin = await deskOf(stage.world, demoAdminId);
    const officer = await deskOf(stage.world, demoOfficerId);
    for (const nth of [805, 806]) {
      const { id, number } = await enters(stage, admin, entryOf(nth));
      const path = `/cases/${id}`;
      await press(officer, 'accept', () => page(officer, path, CaseDetail), {
        isDone: ({ status }) => status !== 'new',
        send: ({ edition }) => officer.ask('POST', `${path}/accept`, { edition }),
      });
      stage.claims.push({ claim: 'given', number, to: demoDeputyId });
      const history = ['entered', 'change accept', 'assign'];
      stage.claims.push({ claim: 'work', number, history, told: [] });
      stage.claims.push({ claim: 'deed', by: demoAdminId, action: 'case-assign', about: number, times: 1 });
    }
    await minute(stage);
  },
  async play(stage) {
    const { world } = stage;
    const admin = await deskOf(world, demoAdminId);
    const { secrets } = (await world.someInstance()).ground;
    const handle = secrets.staffHandle(demoOfficerId);
    const successor = secrets.staffHandle(demoDeputyId);
    const rowIn = ({ people }: PeopleAnswer) => people.find((one) => one.handle === handle);
    await press(admin, 'a removal', () => page(admin, '/people', PeopleAnswer), {
      isDone: (seen) => rowIn(seen) === undefined,
      send: (seen) =>
        admin.ask('POST', `/people/${handle}/removal`, { edition: rowIn(seen)?.edition, successor }),
    });
    stage.claims.push({ claim: 'left', staffId: demoOfficerId });
    stage.claims.push({ claim: 'deed', by: demoAdminId, action: 'staff-remove', about: '', times: 1 });
    await minute(stage);
  },
};
