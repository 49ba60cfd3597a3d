import {
  judgeClock,
  judgeEnvironment,
  judgeMail,
  judgeSecretKey,
  judgeStore,
} from '../../domain/doctor/deployment.ts';
import { type Acknowledged, type Finding, unchecked } from '../../domain/doctor/finding.ts';
import {
  judgeBackups,
  judgePitr,
  judgeRequestLogs,
  judgeRules,
  nobodyAtGoogle,
  notGoogle,
  ownRequestLogs,
} from '../../domain/doctor/google.ts';
import { type IndexFile, judgeIndexes } from '../../domain/doctor/indexes.ts';
import { type Report, reportOf } from '../../domain/doctor/report.ts';
import type { Config, ConfigOutcome } from '../config/config.ts';
import { createMailer } from '../mail/mailer.ts';
import { openSecrets } from '../secrets/secrets.ts';
import { examineAgency } from './agency.ts';
import { askBackups, askIndexes, askPitr, askRules, askSinks, type GoogleAddresses } from './google.ts';
import type { DoctorAnswer, DoctorTask, StoredAgency } from './stored.ts';

/** What the doctor looks with. */
export interface DoctorParts {
  settings: ConfigOutcome;
  /** The key of the data directory, where the settings have none. */
  keptSecretKey(config: Config): Promise<Uint8Array>;
  /** What is in the store, whoever has it open. */
  stored(config: Config, task: DoctorTask): Promise<DoctorAnswer | 'unreachable' | 'busy'>;
  google: { addresses: GoogleAddresses; token(): Promise<string | undefined> };
  /** `firestore.rules` and `firestore.indexes.json` of this version. */
  wanted: { rules: string; indexes: IndexFile };
  /** Milliseconds since the epoch. */
  clock(): number;
}

/** An agency was asked for that is not there. */
export class NoSuchAgency extends Error {
  override readonly name = 'NoSuchAgency';
}

const AT_A_TIME = 4;

async function examineGoogle(
  { google, wanted }: DoctorParts,
  { store }: Config,
  known: Acknowledged,
): Promise<Finding[]> {
  const lines = ['rules', 'indexes', 'pitr', 'backups'] as const;
  const { kind } = store;
  if (kind !== 'project') return [...lines.map((line) => notGoogle(line, kind)), ownRequestLogs(known)];
  const token = await google.token();
  if (token === undefined) return [...lines, 'requestLogs' as const].map(nobodyAtGoogle);
  const project = { addresses: google.addresses, project: store.project, token };
  const [rules, indexes, pitr, backups, sinks] = await Promise.all([
    askRules(project),
    askIndexes(project),
    askPitr(project),
    askBackups(project),
    askSinks(project),
  ]);
  return [
    judgeRules(rules, wanted.rules),
    judgeIndexes(indexes, wanted.indexes),
    judgePitr(pitr, known),
    judgeBackups(backups, known),
    judgeRequestLogs(sinks, known),
  ];
}

async function examineAgencies(parts: DoctorParts, config: Config, found: readonly StoredAgency[]) {
  const secretKey = config.secretKey ?? (await parts.keptSecretKey(config));
  const secrets = openSecrets(secretKey);
  const one = { config, secrets, clock: parts.clock };
  const examined = [];
  for (let from = 0; from < found.length; from += AT_A_TIME) {
    const some = found.slice(from, from + AT_A_TIME);
    examined.push(
      ...(await Promise.all(some.map(async (agency) => ({ agency, ...(await examineAgency(one, agency)) })))),
    );
  }
  return examined;
}

/**
 * Looks at everything, or at everything but the other agencies.
 * @throws NoSuchAgency where `agencyId` is none
 */
export async function examine(parts: DoctorParts, agencyId?: string): Promise<Report> {
  const { settings, clock } = parts;
  const at = new Date(clock()).toISOString();
  if (!settings.ok) {
    const deployment = [
      judgeEnvironment(settings),
      unchecked('secretKey', 'noSettings'),
      unchecked('store', 'noSettings'),
      unchecked('mail', 'noSettings'),
    ];
    return reportOf(at, deployment, []);
  }
  const { config } = settings;
  const answer = await parts.stored(config, {
    do: 'look',
    deployment: config.agencyId,
    ...(agencyId === undefined ? {} : { agencyId }),
  });
  if (typeof answer === 'object' && !answer.ok && agencyId !== undefined) {
    throw new NoSuchAgency(`there is no agency ${agencyId}`);
  }
  const isRead = typeof answer === 'object' && answer.ok;
  const agencies = isRead ? answer.agencies : [];
  const [mail, google, examined] = await Promise.all([
    config.email === undefined ? ('none' as const) : createMailer(config.email).check(),
    examineGoogle(parts, config, isRead ? answer.acknowledged : {}),
    examineAgencies(parts, config, agencies),
  ]);
  const hasDefault = agencyId !== undefined || agencies.some(({ id }) => id === config.agencyId);
  const reads = hasDefault ? ('reads' as const) : { noAgency: config.agencyId };
  const deployment = [
    judgeEnvironment(config),
    judgeSecretKey(config.secretKey),
    judgeStore(config.store.kind, typeof answer === 'string' ? answer : reads),
    judgeMail(mail),
    ...google,
    judgeClock(examined.find(({ aheadMs }) => aheadMs !== undefined)?.aheadMs),
  ];
  return reportOf(
    at,
    deployment,
    examined.map(({ agency, findings }) => ({ id: agency.id, name: agency.name, findings })),
  );
}
