import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { Entered } from '../../../domain/staff/cases.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';
import { complains, somebody, tips } from '../../support/person.ts';
import { all, does } from '../cases/world.ts';
import type { StaffStage } from '../stage.ts';
import { type Deed, dayAfter, type Entry, tipDays, year } from './script.ts';

const words: Readonly<Record<Deed['does'], object>> = {
  answer: { text: 'กำลังดำเนินการให้' },
  resolve: { text: 'ดำเนินการแล้ว' },
  refer: { to: 'การไฟฟ้าส่วนภูมิภาค', contact: 'โทร 1129' },
  decline: { reason: 'อยู่นอกเขต', next: 'แจ้งแขวงทางหลวง' },
};

/** Something of the script, on its day. */
export interface Happening {
  day: string;
  happens(): Promise<void>;
}

/** Moves the clock to ten in the morning, Bangkok, of a day that is not over. */
export function goTo(stage: StaffStage, day: string): void {
  const wanted = Date.parse(`${day}T03:00:00Z`);
  const now = stage.parts.clock();
  if (wanted > now) stage.later(wanted - now);
}

async function newIn(stage: StaffStage, act: () => Promise<unknown>): Promise<string> {
  const before = new Set((await all(stage, 'cases')).map(({ id }) => id));
  await act();
  const made = (await all(stage, 'cases')).find(({ id }) => !before.has(id));
  if (made === undefined) throw new Error('no case was made');
  return made.id;
}

/** Comes in: by the chat as a resident sends it, by another way as an officer enters it. */
async function receive(stage: StaffStage, bot: TestBot, entry: Entry): Promise<string> {
  const { kind, channel, received, category, place } = entry;
  if (channel === 'line') {
    const resident = somebody(bot);
    return newIn(stage, async () => {
      await complains(resident, `ไฟถนนดับ ${received}`, 'ไม่เก็บว่าใครแจ้ง');
      await resident.taps('ยืนยันส่ง');
    });
  }
  const body = {
    once: randomBytes(24).toString('base64url'),
    ...{ kind, channel, received, place },
    ...(category === undefined ? {} : { category }),
    text: 'ข้อความของผู้แจ้ง นายลับ อย่าเผย',
  };
  const reply = await stage.call(demoOfficerId, 'POST', '/cases', body);
  expect(reply.status, JSON.stringify(reply.json)).toBe(200);
  return Entered.parse(reply.json).id;
}

/**
 * Plays the script up to and including a day, through the webhook and the staff's API, with the clock moved. `more`
 * are further happenings of the year, some of them at the bot.
 */
export async function openYear(stage: StaffStage, more: (bot: TestBot) => readonly Happening[] = () => []) {
  const bot = await startTestBot(stage.documents);
  bot.clock.now = () => stage.parts.clock();
  const ids = new Map<Entry, string>();
  const happenings: Happening[] = [
    ...year.map((entry) => ({
      day: entry.received,
      happens: async () => void ids.set(entry, await receive(stage, bot, entry)),
    })),
    ...tipDays.map((day) => ({
      day,
      happens: async () => {
        const whistleBlower = somebody(bot);
        await tips(whistleBlower, 'กองช่าง', ['เรียกรับเงินตอนยื่นแบบ']);
        await whistleBlower.taps('ยืนยันส่ง');
      },
    })),
    ...year.flatMap((entry) =>
      entry.deeds.map(({ after, does: deed }) => ({
        day: dayAfter(entry.received, after),
        happens: async () => {
          await does(stage, demoOfficerId, ids.get(entry) ?? '', deed, words[deed]);
        },
      })),
    ),
    ...more(bot),
  ].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  let next = 0;
  return {
    async playTo(day: string): Promise<void> {
      for (let one = happenings[next]; one !== undefined && one.day <= day; one = happenings[next]) {
        goTo(stage, one.day);
        await one.happens();
        next += 1;
      }
      goTo(stage, day);
    },
    close: () => bot.close(),
  };
}
