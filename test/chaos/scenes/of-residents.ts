/** What residents come for, and what officers answer them in the chat. */
import { demoDeputyId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { survey } from '../../faults/rating.ts';
import { followUp } from '../../faults/reporting.ts';
import { marker, say } from '../../faults/resident.ts';
import { caseGoal, photoOf, surveyGoal, VOICE } from '../../faults/residents.ts';
import { worksOnConsole } from '../console.ts';
import { answerCase, offered, tapUntil } from '../officer.ts';
import { alerted, LISTING, minute, NIGHT, reports, type Scene, someone, tells, until } from '../stage.ts';

export const ofResidents: readonly Scene[] = [
  {
    name: 'a complaint with a photo, to be told in the chat; answered and resolved in the chat, and found well',
    async play(stage) {
      const goal = caseGoal(0, 'complaint', 'chat');
      const resident = await reports(stage, 0, goal, { photo: await photoOf(0) });
      const officer = await alerted(stage, demoOfficerId, 'answer');
      const [answer] = offered(officer, 'answer');
      if (answer !== undefined)
        await answerCase(officer, answer, 700).finally(() => stage.deeds.push(...officer.deeds));
      const [resolve] = offered(officer, 'resolve');
      if (resolve !== undefined) await tapUntil(officer.phone, resolve, say.follow.status.resolved);
      await minute(stage);
      const confirm = resident.phone
        .everTapped()
        .findLast(({ at, choice }) => at === 'mine' && choice.startsWith('confirm.'));
      if (confirm !== undefined) await resident.phone.taps(confirm);
    },
  },
  {
    name: 'a complaint that keeps nobody, with a place and a voice note, taken up again by its receipt',
    async play(stage) {
      const goal = caseGoal(1, 'complaint', 'nobody');
      const resident = await reports(stage, 1, goal, { hasPlace: true, voice: VOICE, takesBack: true });
      await followUp(resident, goal);
      await minute(stage);
    },
  },
  {
    name: 'a question, accepted and answered on the console',
    async play(stage) {
      const goal = caseGoal(10, 'question', 'chat');
      await reports(stage, 10, goal);
      const officer = await alerted(stage, demoDeputyId, 'answer');
      const caseId = offered(officer, 'answer')[0]?.choice.split('.')[1];
      if (caseId !== undefined) stage.deeds.push(await worksOnConsole(stage.world, caseId, demoOfficerId));
      await minute(stage);
    },
  },
  {
    name: 'a suggestion',
    async play(stage) {
      await reports(stage, 12, caseGoal(12, 'suggestion', 'nobody'));
      await minute(stage);
    },
  },
  {
    name: 'a tip with a photo, and its alert at the listing time',
    async play(stage) {
      await tells(stage, 7, 'sent', await photoOf(7));
      await until(stage.world, LISTING);
      await minute(stage);
    },
  },
  {
    name: 'a rating of a service',
    async play(stage) {
      const resident = await someone(stage, 14);
      const goal = surveyGoal(resident);
      resident.goals.push(goal);
      await survey(resident, goal);
    },
  },
  {
    name: 'giving up: a complaint and a tip',
    async play(stage) {
      await reports(stage, 19, {
        ...caseGoal(19, 'complaint', 'chat'),
        marker: marker('x', 19),
        ends: 'dropped',
      });
      await tells(stage, 8, 'dropped');
    },
  },
  {
    name: 'a night after a complaint: what time makes of it, the tallies held against their cases, pages anew',
    isApart: true,
    async play(stage) {
      await reports(stage, 2, caseGoal(2, 'complaint', 'nobody'));
      await minute(stage);
      await until(stage.world, NIGHT);
      await (await stage.world.someInstance()).night();
      await minute(stage);
    },
  },
];
