/** A script that walks all flows, scene by scene, each short enough to be played again for every call in it. */
import { demoDeputyId, demoOfficerId } from '../../domain/agency/khoen-staff.ts';
import { survey } from '../faults/rating.ts';
import { followUp, report, type Things } from '../faults/reporting.ts';
import { type CaseGoal, marker, type Resident, say, type TipGoal } from '../faults/resident.ts';
import { caseGoal, newResident, photoOf, surveyGoal, tipGoal, VOICE } from '../faults/residents.ts';
import { tip } from '../faults/tipping.ts';
import { worksOnConsole } from './console.ts';
import { answerCase, type Deed, offered, officerOf, tapUntil } from './officer.ts';
import type { World } from './world.ts';

const HABITS = { patience: () => 3000, mostRepeats: 25 };
/** Tips are listed, and told to their readers, at 16:30. */
const LISTING = Date.parse('2026-11-24T09:30:05Z');
const NIGHT = Date.parse('2026-11-24T20:00:00Z');
const MOST_MINUTES = 20;

/** The people of a scene, and what they did. */
export interface Stage {
  world: World;
  residents: Resident[];
  deeds: Deed[];
}

export interface Scene {
  name: string;
  /** @throws Stuck */
  play(stage: Stage): Promise<void>;
}

const noThings: Things = { photo: undefined, voice: undefined, hasPlace: false, takesBack: false };

async function someone({ world, residents }: Stage, nth: number): Promise<Resident> {
  const resident = await newResident(world.line, world.watch, nth, 11, HABITS);
  residents.push(resident);
  await resident.phone.isWelcomed();
  return resident;
}

async function reports(stage: Stage, nth: number, goal: CaseGoal, things: Partial<Things> = {}) {
  const resident = await someone(stage, nth);
  resident.goals.push(goal);
  await report(resident, goal, { ...noThings, ...things });
  return resident;
}

async function tells(stage: Stage, nth: number, ends: TipGoal['ends'], photo?: Uint8Array): Promise<void> {
  const resident = await someone(stage, nth);
  const goal: TipGoal = { ...tipGoal(resident), ends };
  resident.goals.push(goal);
  await tip(resident, goal, photo);
}

/** A minute passes, and what it brings is done. */
async function minute({ world }: Stage): Promise<void> {
  await world.time.sleep(60_000);
  await (await world.someInstance()).minute();
}

async function until(world: World, time: number): Promise<void> {
  await world.time.sleep(Math.max(0, time - world.time.now()));
}

/** An officer at the phone, once something with this button has come. */
async function alerted(stage: Stage, staffId: string, action: string) {
  const officer = officerOf(stage.world, staffId, HABITS);
  for (let minutes = 0; minutes < MOST_MINUTES && offered(officer, action).length === 0; minutes += 1) {
    await minute(stage);
  }
  return officer;
}

export const scenes: readonly Scene[] = [
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
    async play(stage) {
      await reports(stage, 2, caseGoal(2, 'complaint', 'nobody'));
      await minute(stage);
      await until(stage.world, NIGHT);
      await (await stage.world.someInstance()).night();
      await minute(stage);
    },
  },
];
