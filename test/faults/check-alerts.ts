import { openSecrets } from '../../bot/secrets/secrets.ts';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { alertedFor, categoryOf } from '../../domain/agency/routing.ts';
import { mayWorkCases, type Staff } from '../../domain/agency/staff.ts';
import type { Officer } from '../../domain/conversation/turn.ts';
import { StoredEntry } from '../../domain/outbox/entry.ts';
import { casesIn, confirmedTips } from './check-cases.ts';
import { standing } from './history.ts';
import type { Judged } from './judged.ts';
import { agency, say } from './resident.ts';

const asOfficer = ({ id, unit, roles }: Staff): Officer => ({ id, unit, isAdmin: roles.includes('admin') });
const officers = demoStaff.filter(mayWorkCases).map(asOfficer);
const executives = demoStaff.filter(({ roles }) => roles.includes('executive')).map(asOfficer);
const unitOf = new Map(demoStaff.map(({ id, unit }) => [id, unit]));

/** One entry of the outbox through its whole life. */
interface Life {
  id: string;
  last: StoredEntry;
  batches: Set<string>;
}

function livesIn({ history }: Judged): Life[] {
  const lives = new Map<string, Life>();
  for (const { path, data } of history.versions) {
    const id = path.split('/outbox/')[1];
    if (id === undefined || data === undefined) continue;
    const entry = StoredEntry.parse(data);
    const life = lives.get(id) ?? { id, last: entry, batches: new Set<string>() };
    life.last = entry;
    if (entry.batch !== undefined) life.batches.add(entry.batch);
    lives.set(id, life);
  }
  return [...lives.values()];
}

const staffOf = ({ last: { addressee } }: Life): string =>
  addressee.to === 'staff' ? addressee.staffId : addressee.to;

/** Every new case was told to its person and deputy, in a message that LINE took exactly once. */
export function alertFindings(run: Judged): string[] {
  const { platform } = run;
  const secrets = openSecrets(run.secretKey).forAgency('khoen');
  const lives = livesIn(run);
  const findings: string[] = [];

  const messagesUnder = (batch: string): string[] => [...run.pushed(secrets.retryKey(`outbox/${batch}`))];
  const inChat = (userId: string): Set<string> => new Set(platform.chats.get(userId)?.map(({ id }) => id));

  const left = standing(run.history, 'outbox');
  for (const { id, last, batches } of lives) {
    if (last.notice.notice === 'tips') continue;
    const { notice } = last;
    const isTakenBack = notice.notice === 'key' && notice.news === 'ready' && !left.has(id);
    if (isTakenBack) continue;
    if (last.status !== 'sent') findings.push(`an entry about ${last.notice.notice} ended ${last.status}`);
    if (batches.size > 1) findings.push(`entry ${id} was leased under ${batches.size} keys`);
  }
  for (const [caseId, { number, category, concerns }] of casesIn(run)) {
    const about = lives.filter(
      ({ last: { notice } }) => notice.notice === 'case' && notice.caseId === caseId,
    );
    const concerned = about.filter(
      (life) => concerns !== undefined && unitOf.get(staffOf(life)) === concerns,
    );
    if (concerned.length > 0) findings.push(`${number} was told to somebody of the unit it is about`);
    for (const staffId of alertedFor(categoryOf(agency, category), officers, concerns, executives)) {
      const told = about.filter((life) => {
        const { notice } = life.last;
        return staffOf(life) === staffId && notice.notice === 'case' && notice.news === 'new';
      });
      const [only] = told;
      if (told.length !== 1 || only === undefined) {
        findings.push(`${number} has ${told.length} entries for one of the staff`);
        continue;
      }
      const chat = inChat(staffId);
      const arrived = [...only.batches].flatMap(messagesUnder).filter((id) => chat.has(id));
      if (arrived.length === 0) findings.push(`the alert about ${number} reached nobody`);
    }
  }
  return [...findings, ...strayMessages(run, lives, messagesUnder), ...tipAlertFindings(run)];
}

/** Nothing stands in a staff chat that no entry accounts for, and nothing twice. */
function strayMessages(
  run: Judged,
  lives: readonly Life[],
  messagesUnder: (batch: string) => string[],
): string[] {
  const staff = new Set(lives.filter(({ last }) => last.addressee.to === 'staff').map(staffOf));
  return [...staff].flatMap((staffId) => {
    const batches = new Set(
      lives.filter((life) => staffOf(life) === staffId).flatMap((life) => [...life.batches]),
    );
    const accounted = new Set([...batches].flatMap(messagesUnder));
    const got = run.platform.chats.get(staffId) ?? [];
    const stray = got.filter(({ from, id }) => from === 'bot' && !accounted.has(id) && !run.answered.has(id));
    return stray.length === 0 ? [] : [`${stray.length} messages to staff that no entry accounts for`];
  });
}

/** Each integrity officer who may read one of the tips hears, after the listing time, that something waits; never of which case. */
function tipAlertFindings(run: Judged): string[] {
  const offices = confirmedTips(run).map(({ goal }) => goal.office);
  const left = [...run.history.last].filter(
    ([path, { data }]) => path.includes('/outbox/') && JSON.stringify(data).includes('"tips"'),
  );
  const untold = demoStaff.filter(
    ({ id, roles, unit }) =>
      roles.includes('integrity') &&
      offices.some((office) => office !== unit) &&
      !JSON.stringify(run.platform.chats.get(id) ?? []).includes(say.notice.tips),
  );
  return [
    ...untold.map(({ name }) => `${name} was not told of tips`),
    ...(left.length === 0 ? [] : [`${left.length} alerts about tips still wait`]),
  ];
}
