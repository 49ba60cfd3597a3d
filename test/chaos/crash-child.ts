/** A process of its own, to be killed: a crowd in virtual time. It prints where its files are, then each case number as somebody is told it. */
import { writeSync } from 'node:fs';
import { say } from '../faults/resident.ts';
import { sendCrowd } from './crowd.ts';
import { installTime } from './virtual-time.ts';
import { blow } from './weather.ts';
import { openWorld } from './world.ts';

const HOUR = 3_600_000;
const RESIDENTS = 200;
const STDOUT = 1;

const [seeded = '', seed = '1'] = process.argv.slice(2);
const [before = ''] = say.complaint.sent('§', '').split('§');
const time = installTime(Date.parse('2026-11-24T03:00:00Z'));

void time.run(async () => {
  const world = await openWorld({ seed: Number(seed), time, seeded, instances: 1 });
  writeSync(STDOUT, `${world.dataDir}\n`);
  const told = new Set<string>();
  const { platform } = world.line;
  platform.changes.subscribe(({ chatId = '' }) => {
    const message = platform.chats.get(chatId)?.at(-1);
    const words = message?.from === 'bot' ? JSON.stringify(message.message) : '';
    const at = words.indexOf(JSON.stringify(before).slice(1, -1));
    const number = at < 0 ? undefined : /\d{2}-\d{4,}/.exec(words.slice(at))?.[0];
    if (number === undefined || told.has(number)) return;
    told.add(number);
    writeSync(STDOUT, `${number}\n`);
  });
  blow(world, 4 * HOUR);
  await sendCrowd(world, {
    residents: RESIDENTS,
    during: HOUR / 2,
    habits: { patience: (roll) => 2500 + roll() * 9000, mostRepeats: 60 },
    onEnded: () => undefined,
  });
});
