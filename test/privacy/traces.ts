import { cleanMedia } from '../../bot/media/clean.ts';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { goalsOf } from '../faults/check-cases.ts';
import type { Version } from '../faults/history.ts';
import type { Judged } from '../faults/judged.ts';
import { MARKER } from '../faults/resident.ts';

/** All that can be read in a value: its words, and those of its octets as they are. */
function readable(value: unknown, into: string[]): void {
  if (typeof value === 'string') into.push(value);
  else if (typeof value === 'number') into.push(String(value));
  else if (value instanceof Uint8Array) into.push(Buffer.from(value).toString('latin1'));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      if (!Array.isArray(value)) into.push(key);
      readable(one, into);
    }
  }
}

export const textOf = ({ path, data }: Version): string => {
  const into = [path];
  readable(data, into);
  return into.join('\n');
};

const USER = /U[0-9a-f]{32}/gi;
const ULID = /\b[0-9A-HJKMNP-TV-Z]{26}\b/g;
const DIGITS = /\d[\d \-\u00a0]{14,}\d/g;
const HEX = /\b[0-9a-f]{32}\b/g;

/** What must never be found in clear. */
interface Secrets {
  residents: ReadonlySet<string>;
  digits: ReadonlySet<string>;
  eventIds: ReadonlySet<string>;
  replyTokens: ReadonlySet<string>;
}

function secretsOf(run: Judged): Secrets {
  const receipts = run.residents.flatMap(({ phone }) =>
    [...phone.heard(0).matchAll(/\b(\d{4}) (\d{4}) (\d{4}) (\d{4})\b/g)].map((found) =>
      found.slice(1).join(''),
    ),
  );
  return {
    residents: new Set(run.residents.map(({ phone }) => phone.userId.toLowerCase())),
    digits: new Set([...receipts, ...run.platform.messages.keys()]),
    eventIds: run.passed.eventIds,
    replyTokens: run.passed.replyTokens,
  };
}

/** Which of LINE's ids, and which receipts, stand in a text. */
function idsIn(text: string, secrets: Secrets): string[] {
  const found: string[] = [];
  for (const [id] of text.matchAll(USER)) {
    if (secrets.residents.has(id.toLowerCase())) found.push("a resident's LINE user id");
  }
  for (const [id] of text.matchAll(ULID)) if (secrets.eventIds.has(id)) found.push('a webhookEventId');
  for (const [id] of text.matchAll(HEX)) if (secrets.replyTokens.has(id)) found.push('a reply token');
  for (const [run] of text.matchAll(DIGITS)) {
    const digits = run.replace(/\D/g, '');
    for (const length of [16, 18]) {
      for (let at = 0; at + length <= digits.length; at += 1) {
        if (secrets.digits.has(digits.slice(at, at + length))) found.push('a receipt or message id');
      }
    }
  }
  return found;
}

const shape = (path: string): string =>
  path
    .split('/')
    .map((part, index) => (index % 2 === 0 ? part : '…'))
    .join('/');

const CASE = /^agencies\/khoen\/cases\/[^/]+$/;
const THREAD = /^agencies\/khoen\/cases\/[^/]+\/messages\/[^/]+$/;
const RESPONSE = /^agencies\/khoen\/responses\/[^/]+$/;

/** Where the words of each kind may stand in clear; those of a case also in its thread, where they came late. */
const HOMES: Record<string, RegExp[]> = {
  c: [CASE, THREAD],
  q: [CASE, THREAD],
  s: [CASE, THREAD],
  u: [CASE],
  m: [THREAD],
  v: [RESPONSE],
  t: [],
  n: [],
  x: [],
};

const misplaced = (text: string, path: string): string[] =>
  [...text.matchAll(MARKER)].flatMap(([mark]) => {
    const homes = HOMES[mark.charAt(2)] ?? [];
    return homes.some((home) => home.test(path)) ? [] : [`words marked ${mark.charAt(2)}`];
  });

/** Every document version ever committed: no id, name or receipt in clear; words only where they belong. */
export function documentTraces(run: Judged): string[] {
  const secrets = secretsOf(run);
  const found = run.history.versions.flatMap((version) => {
    const text = textOf(version);
    return [...idsIn(text, secrets), ...misplaced(text, version.path)].map(
      (what) => `${what} in ${shape(version.path)}`,
    );
  });
  return [...new Set(found)];
}

/** Every line of the log: a code, and nothing of anybody's. */
export function logTraces(run: Judged): string[] {
  const secrets = secretsOf(run);
  const staff = demoStaff.flatMap(({ id, name }) => [id, name]);
  const found = run.log.flatMap((line) => [
    ...(/^\{"level":"(info|warn|error)","time":"[^"]+","code":"[a-z_]+"[^\u0e00-\u0e7f]*\}$/.test(line)
      ? []
      : [`a line that is no code: ${line.slice(0, 200)}`]),
    ...idsIn(line, secrets),
    ...misplaced(line, 'log'),
    ...staff.filter((one) => line.includes(one)).map(() => 'one of the staff in the log'),
  ]);
  return [...new Set(found)];
}

/** Photos of tips are found nowhere as they are. */
export async function photoTraces(run: Judged): Promise<string[]> {
  const photos: Buffer[] = [];
  for (const { goal } of goalsOf(run, 'tip')) {
    if (goal.goal !== 'tip') continue;
    for (const bytes of goal.photos) {
      const cleaned = await cleanMedia({ as: 'photo', bytes });
      if (cleaned.ok) photos.push(Buffer.from(cleaned.bytes));
    }
  }
  const inClear = run.history.versions.filter(({ data }) => {
    const bytes = data?.bytes;
    return bytes instanceof Uint8Array && photos.some((photo) => photo.equals(bytes));
  });
  return inClear.map(({ path }) => `a photo of a tip in ${shape(path)}`);
}
