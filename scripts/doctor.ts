// `npm run doctor`: whether everything stands as it should, and what to do where not. Ends with 0 where nothing is to
// be done, 1 where something is, 2 where it could not look.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../bot/config/config.ts';
import { loadSecretKey } from '../bot/config/secret-key.ts';
import { askStored } from '../bot/doctor/ask-stored.ts';
import { type DoctorParts, examine, NoSuchAgency } from '../bot/doctor/examine.ts';
import { GOOGLE } from '../bot/doctor/google.ts';
import { googleToken } from '../bot/doctor/google-token.ts';
import { DoctorTask } from '../bot/doctor/stored.ts';
import { dayOf } from '../domain/calendar/day.ts';
import { doctorSays as say } from '../domain/catalogue/doctor.ts';
import { IndexFile } from '../domain/doctor/indexes.ts';
import { printed } from './doctor-page.ts';

const EXIT = { nothing: 0, something: 1, blind: 2 } as const;

function refuse(...lines: readonly string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = EXIT.blind;
}

const beside = (name: string): Promise<string> => readFile(new URL(`../${name}`, import.meta.url), 'utf8');

async function parts(): Promise<DoctorParts> {
  const [rules, indexes] = await Promise.all([beside('firestore.rules'), beside('firestore.indexes.json')]);
  return {
    settings: readConfig(process.env),
    keptSecretKey: ({ dataDir }) => loadSecretKey(dataDir),
    stored: askStored,
    google: { addresses: GOOGLE, token: googleToken },
    wanted: { rules, indexes: IndexFile.parse(JSON.parse(indexes)) },
    clock: Date.now,
  };
}

async function acknowledge(what: string, agencyId: string | undefined): Promise<void> {
  const settings = readConfig(process.env);
  if (!settings.ok) return refuse(...settings.problems);
  const { config } = settings;
  const task = DoctorTask.safeParse({
    do: 'acknowledge',
    what,
    agencyId: agencyId ?? config.agencyId,
    day: dayOf(Date.now()),
  });
  if (!task.success) return refuse(...say.usage);
  const answer = await askStored(config, task.data);
  if (typeof answer === 'string') refuse(say.noStore);
  else if (!answer.ok)
    refuse(answer.why === 'no_agency' ? say.noAgency(agencyId ?? config.agencyId) : say.unreadable);
  else console.log(say.noted(what));
}

async function look(agencyId: string | undefined, isJson: boolean): Promise<void> {
  if (!isJson && process.stderr.isTTY) process.stderr.write(`${say.looking}\r`);
  const report = await examine(await parts(), agencyId);
  process.exitCode = report.counts.do > 0 ? EXIT.something : EXIT.nothing;
  if (isJson) console.log(JSON.stringify(report, null, 2));
  else {
    const { isTTY, columns } = process.stdout;
    const colour = isTTY && process.stdout.hasColors();
    for (const line of printed(report, { columns, colour })) console.log(line);
  }
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        agency: { type: 'string' },
        json: { type: 'boolean', default: false },
        acknowledge: { type: 'string' },
      },
    }).values;
  } catch {
    return undefined;
  }
}

const given = readArguments();
if (given === undefined) refuse(...say.usage);
else if (given.agency !== undefined && !/^[a-z0-9][a-z0-9-]{0,39}$/.test(given.agency)) {
  refuse(say.noAgency(JSON.stringify(given.agency)));
} else if (given.acknowledge !== undefined) await acknowledge(given.acknowledge, given.agency);
else {
  try {
    await look(given.agency, given.json);
  } catch (error) {
    if (!(error instanceof NoSuchAgency)) throw error;
    refuse(say.noAgency(given.agency ?? ''));
  }
}
