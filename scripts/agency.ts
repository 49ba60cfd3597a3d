// `npm run agency -- add | list | show ID`: the agencies that one deployment serves.
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { checkAccount } from '../bot/agency/check-account.ts';
import { INVITATION_MILLISECONDS, newCode } from '../bot/agency/invite.ts';
import type { LineAccount } from '../bot/agency/line-account.ts';
import { type AgencyTask, agencyTasks, runAgencyTask, type TaskOutcome } from '../bot/agency/tasks.ts';
import { type Config, readConfig } from '../bot/config/config.ts';
import { loadSecretKey } from '../bot/config/secret-key.ts';
import { openSecrets } from '../bot/secrets/secrets.ts';
import { askRunning } from '../bot/spool.ts';
import { openStore, type Store } from '../bot/store/open.ts';
import { storeConfigOf } from '../bot/store-config.ts';
import { type NewAgency, newAgency } from '../domain/agency/new-agency.ts';
import { readCode } from '../domain/agency/staff.ts';
import { agencyCommand as say } from '../domain/catalogue/agency-command.ts';
import { standardSurvey } from '../domain/survey/standard-survey.ts';
import { askForAgency, type GivenSecrets, readGiven } from './agency-questions.ts';

const SALT_OCTETS = 16;

function refuse(...lines: string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = 1;
}

const isLocked = (error: unknown): boolean => error instanceof Error && error.name === 'StoreLocked';

/** Does it in the store, or has the program do it that has the embedded store open. */
async function send(config: Config, task: AgencyTask): Promise<TaskOutcome> {
  let store: Store;
  try {
    store = await openStore(storeConfigOf(config));
  } catch (error) {
    if (!isLocked(error)) throw error;
    return (await askRunning(config.dataDir, agencyTasks, task)) ?? { ok: false, lines: [say.noAnswer] };
  }
  try {
    return await runAgencyTask(store.documents, task);
  } finally {
    await store.close();
  }
}

async function add(config: Config, said: NewAgency, given: GivenSecrets): Promise<void> {
  const apiBaseUrl = given.apiBaseUrl ?? config.lineAddresses.apiBaseUrl;
  const checked = await checkAccount(apiBaseUrl, given.channelAccessToken);
  if (checked === 'refused') return refuse(say.lineRefused);
  if (checked === 'silent') return refuse(say.lineSilent);
  const { destination, chatMode } = checked;
  const { channelSecret, channelAccessToken, liffId, loginChannelId, loginChannelSecret } = given;
  const account: LineAccount = {
    version: 1,
    channelSecret,
    channelAccessToken,
    destination,
    ...(liffId === undefined || loginChannelId === undefined
      ? {}
      : {
          login: {
            liffId,
            channelId: loginChannelId,
            ...(loginChannelSecret === undefined ? {} : { channelSecret: loginChannelSecret }),
          },
        }),
    ...(given.apiBaseUrl === undefined ? {} : { apiBaseUrl }),
  };
  const secretKey = config.secretKey ?? (await loadSecretKey(config.dataDir));
  const secrets = openSecrets(secretKey).forAgency(said.id);
  const shown = newCode();
  const code = readCode(shown);
  if (code === undefined) throw new Error('a new code reads as one');
  const outcome = await send(config, {
    do: 'add',
    agency: newAgency(said, randomBytes(SALT_OCTETS).toString('base64')),
    survey: standardSurvey('satisfaction', `แบบสำรวจความพึงพอใจ ${said.shortName}`),
    sealed: Buffer.from(secrets.sealAccount(JSON.stringify(account))).toString('base64'),
    invited: {
      codeMark: secrets.codeMark(code),
      until: Date.now() + INVITATION_MILLISECONDS,
      invitation: { version: 1, for: 'person', name: 'ผู้ดูแลระบบ', roles: ['admin', 'officer'] },
    },
  });
  if (!outcome.ok) return refuse(...outcome.lines);
  for (const line of [...outcome.lines, say.firstAdmin(shown)]) console.log(line);
  if (chatMode === 'chat') console.log(say.chatOn);
}

async function tell(config: Config, task: AgencyTask): Promise<void> {
  const { ok, lines } = await send(config, task);
  if (ok) for (const line of lines) console.log(line);
  else refuse(...lines);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        id: { type: 'string' },
        name: { type: 'string' },
        short: { type: 'string' },
        district: { type: 'string' },
        province: { type: 'string' },
        phone: { type: 'string' },
        villages: { type: 'string' },
        'public-url': { type: 'string' },
        secrets: { type: 'string' },
      },
    });
  } catch {
    return undefined;
  }
}

async function run(config: Config): Promise<void> {
  const read = readArguments();
  const [what, id, ...more] = read?.positionals ?? [];
  if (read === undefined || more.length > 0) return refuse(...say.usage);
  if (what === 'list' && id === undefined) return tell(config, { do: 'list' });
  if (what === 'show' && id !== undefined) {
    return /^[a-z0-9][a-z0-9-]{0,39}$/.test(id) ? tell(config, { do: 'show', id }) : refuse(say.wrong.id);
  }
  if (what !== 'add' || id !== undefined) return refuse(...say.usage);
  const isAsked = Object.keys(read.values).length === 0;
  const given = isAsked ? await askForAgency() : await readGiven(read.values);
  if (given.ok) await add(config, given.said, given.secrets);
  else refuse(...given.wrong);
}

const outcome = readConfig(process.env);
if (outcome.ok) await run(outcome.config);
else refuse(say.wrong.settings, ...outcome.problems);
