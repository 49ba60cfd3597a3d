// `npm run invite -- --name "สมหญิง ใจดี" --role officer --unit works`, or `-- --group "กลุ่มกองช่าง"`:
// prints a one-time code that makes whoever sends it to the bot a member of the staff, or a group a place for alerts.
import { access } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { INVITATION_MILLISECONDS, keepInvitation, newCode, spoolInvitation } from '../bot/agency/invite.ts';
import { type Config, readConfig } from '../bot/config/config.ts';
import { loadSecretKey } from '../bot/config/secret-key.ts';
import { openSecrets } from '../bot/secrets/secrets.ts';
import { openStore } from '../bot/store/open.ts';
import { storeConfigOf } from '../bot/store-config.ts';
import { Invitation, readCode } from '../domain/agency/staff.ts';

const USAGE = [
  'npm run invite -- --name "ชื่อ" --role officer [--role integrity|executive|admin] [--unit works]',
  'npm run invite -- --group "ชื่อกลุ่ม"',
];
const PATIENCE_MILLISECONDS = 5000;

function refuse(...lines: string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = 1;
}

function invitationIn(argv: string[]): Invitation | undefined {
  const { values } = parseArgs({
    args: argv,
    options: {
      name: { type: 'string' },
      role: { type: 'string', multiple: true },
      unit: { type: 'string' },
      group: { type: 'string' },
    },
  });
  const { name, role, unit, group } = values;
  const wanted =
    group === undefined
      ? { version: 1, for: 'person', name, roles: role, ...(unit === undefined ? {} : { unit }) }
      : { version: 1, for: 'group', label: group };
  return Invitation.safeParse(wanted).data;
}

async function isGone(file: string): Promise<boolean> {
  try {
    await access(file);
    return false;
  } catch {
    return true;
  }
}

async function isTakenIn(file: string): Promise<boolean> {
  const until = Date.now() + PATIENCE_MILLISECONDS;
  while (Date.now() < until) {
    if (await isGone(file)) return true;
    await pause(100);
  }
  return false;
}

async function invite(config: Config, invitation: Invitation): Promise<void> {
  const { agencyId, dataDir } = config;
  const secretKey = config.secretKey ?? (await loadSecretKey(dataDir));
  const shown = newCode();
  const code = readCode(shown);
  if (code === undefined) throw new Error('a new code reads as one');
  const codeMark = openSecrets(secretKey).forAgency(agencyId).codeMark(code);
  const spooled = { agencyId, codeMark, until: Date.now() + INVITATION_MILLISECONDS, invitation };
  if (config.store.kind === 'embedded') {
    const file = await spoolInvitation(dataDir, spooled);
    if (!(await isTakenIn(file))) {
      console.log('The code works once the program is started. / รหัสใช้ได้เมื่อเปิดโปรแกรมแล้ว');
    }
  } else {
    const store = await openStore(storeConfigOf(config));
    await keepInvitation(store.documents, spooled);
    await store.close();
  }
  console.log(`${shown}`);
  console.log('Send it to the bot once, within 7 days. / ส่งรหัสนี้ให้บอตครั้งเดียว ภายใน 7 วัน');
}

function readArguments(): Invitation | undefined {
  try {
    return invitationIn(process.argv.slice(2));
  } catch {
    return undefined;
  }
}

const outcome = readConfig(process.env);
const invitation = readArguments();
if (!outcome.ok) refuse('The settings are not complete: / การตั้งค่ายังไม่ครบ:', ...outcome.problems);
else if (invitation === undefined) refuse('Usage: / วิธีใช้:', ...USAGE);
else await invite(outcome.config, invitation);
