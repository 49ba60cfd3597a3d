import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { createDice } from '../../simulator/dice.ts';
import { type Phones, phoneOf, Stuck, type Watch } from './phone.ts';
import { survey } from './rating.ts';
import { followUp, report, type Things } from './reporting.ts';
import {
  agency,
  type CaseGoal,
  type Goal,
  marker,
  pick,
  type Resident,
  type SurveyGoal,
  type TipGoal,
} from './resident.ts';
import { tip } from './tipping.ts';

export const VOICE = new Uint8Array(readFileSync(new URL('../fixtures/media/voice.m4a', import.meta.url)));
const NAMES = ['บุญมี', 'ทองใบ', 'สมหมาย', 'จันทร์เพ็ญ', 'คำปุ่น', 'ประยูร', 'หนูเล็ก', 'อุไร', 'สำราญ', 'วันดี'];

/** How somebody waits for answers. */
export interface Habits {
  /** How long they wait before doing it again, in milliseconds; each time anew. */
  patience(roll: () => number): number;
  /** How often they do it at most. */
  mostRepeats?: number;
}

const HASTY: Habits = { patience: (roll) => 700 + roll() * 2800 };

/** A photo that is like no other resident's. */
export function photoOf(nth: number): Promise<Uint8Array> {
  const background = { r: (nth * 7) % 256, g: (nth * 31) % 256, b: nth % 256 };
  const size = { width: 40 + Math.floor(nth / 50), height: 30 + (nth % 50) };
  return sharp({ create: { ...size, channels: 3, background } })
    .jpeg()
    .withExif({ IFD0: { Artist: marker('n', nth) } })
    .toBuffer()
    .then((octets) => new Uint8Array(octets));
}

/** A case to be reported by the `nth` resident. */
export const caseGoal = (nth: number, kind: CaseGoal['kind'], told: CaseGoal['told']): CaseGoal => ({
  goal: 'case',
  kind,
  marker: marker(kind === 'complaint' ? 'c' : kind === 'question' ? 'q' : 's', nth),
  told,
  typed: [],
  held: [],
  unsaid: [],
  sent: [],
  number: undefined,
  added: [],
  ends: 'sent',
});

export const tipGoal = (resident: Resident): TipGoal => ({
  goal: 'tip',
  marker: marker('t', resident.nth),
  office: pick(resident, agency.tipOffices).id,
  typed: [],
  held: [],
  photos: [],
  sent: [],
  isConfirmed: false,
  isTrimmed: false,
  ends: 'sent',
});

export function surveyGoal(resident: Resident): SurveyGoal {
  const rating = (): number => 1 + Math.floor(resident.roll() * 5);
  return {
    goal: 'survey',
    service: pick(resident, agency.services).id,
    ratings: Array.from({ length: 5 }, rating),
    extra: resident.roll() < 0.3 ? Array.from({ length: 3 }, () => rating() - 1) : undefined,
    comment: resident.roll() < 0.7 ? `บริการวันนี้ ${marker('v', resident.nth)}` : undefined,
    isDone: false,
  };
}

/** What somebody came for: of twenty, seven report, three tell of corruption, four ask or suggest, five rate, one gives up. */
function goalOf(resident: Resident): Goal {
  const { nth } = resident;
  const told = pick(resident, ['chat', 'nobody'] as const);
  const turn = nth % 20;
  if (turn < 7) return caseGoal(nth, 'complaint', told);
  if (turn < 10) return { ...tipGoal(resident), ends: resident.roll() < 0.12 ? 'dropped' : 'sent' };
  if (turn < 14) return caseGoal(nth, turn < 12 ? 'question' : 'suggestion', told);
  if (turn < 19) return surveyGoal(resident);
  return { ...caseGoal(nth, 'complaint', told), marker: marker('x', nth), ends: 'dropped' };
}

/** A resident who is new to the account. */
export async function newResident(
  phones: Phones,
  watch: Watch,
  nth: number,
  seed: number,
  { patience, mostRepeats }: Habits = HASTY,
): Promise<Resident> {
  const roll = createDice(seed * 7919 + nth);
  const name = `${NAMES[nth % NAMES.length]} ${marker('n', nth)}`;
  const { userId } = await phones.client.addPerson(name);
  const phone = phoneOf(phones, watch, userId, () => patience(roll), mostRepeats);
  return { nth, name, phone, goals: [], roll };
}

/** Does what the resident came for. @throws Stuck */
export async function pursue(resident: Resident): Promise<void> {
  const { nth, roll } = resident;
  const goal = goalOf(resident);
  resident.goals.push(goal);
  await resident.phone.isWelcomed();
  try {
    switch (goal.goal) {
      case 'case': {
        const things: Things = {
          photo: roll() < 0.25 ? await photoOf(nth) : undefined,
          voice: roll() < 0.08 ? VOICE : undefined,
          hasPlace: roll() < 0.1,
          takesBack: roll() < 0.15,
        };
        await report(resident, goal, things);
        if (goal.ends === 'sent' && roll() < 0.4) await followUp(resident, goal);
        return;
      }
      case 'tip':
        await tip(resident, goal, roll() < 0.35 ? await photoOf(nth) : undefined);
        return;
      case 'survey':
        await survey(resident, goal);
    }
  } catch (error) {
    if (!(error instanceof Stuck)) throw error;
    const { message } = error;
    throw new Stuck(`resident ${nth} (${goal.goal}): ${message}\n${resident.phone.story()}`, {
      cause: error,
    });
  }
}
