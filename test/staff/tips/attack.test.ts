import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockDemoKeys } from '../../../bot/agency/demo-keys.ts';
import { readerMark } from '../../../bot/records/tip-marks.ts';
import { KeyRecord } from '../../../bot/staff/keys/record.ts';
import {
  demoSecondIntegrityOfficerId as arunee,
  demoStaff,
  demoIntegrityOfficerId as vichai,
} from '../../../domain/agency/khoen-staff.ts';
import { TipCase } from '../../../domain/case/case.ts';
import { StoredEntry } from '../../../domain/outbox/entry.ts';
import { headerOf } from '../../../sealing/header.ts';
import { identityOf } from '../../../sealing/keys.ts';
import { openPart } from '../../../sealing/part.ts';
import { openIdentity, workFactorOf } from '../../../sealing/passphrase.ts';
import { Readers } from '../../../sealing/readers.ts';
import { readHeader } from '../../sealing/header.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';
import { HALF_DAY, type OfficerDesk, officerDesk, renewKey, sendTip } from './desk.ts';

interface Stolen {
  path: string;
  data: Record<string, unknown>;
}

let stage: StaffStage;
let first: OfficerDesk;
let stolen: Stolen[];
let parts: { path: string; sealed: Uint8Array }[];
const ids: Record<string, string> = {};

/** Every document that the store has, as a copy of it would. */
async function dump(): Promise<Stolen[]> {
  const groups = [
    'agencies',
    'cases',
    'messages',
    'attachments',
    'receipts',
    'outbox',
    'staff',
    'keys',
    'readers',
  ];
  const more = ['audit', 'settings', 'limits', 'sessions', 'staffSessions', 'tallies'];
  const all: Stolen[] = [];
  for (const group of [...groups, ...more]) {
    const found = await stage.documents.query({ group, where: [], orderBy: [], limit: 2000 });
    all.push(...found.map(({ path, data }) => ({ path, data })));
  }
  return all;
}

beforeAll(async () => {
  stage = await openStaffStage();
  const { documents, ground } = stage;
  await lockDemoKeys(
    { documents, secrets: ground.secrets, agencyId: 'khoen' },
    { [vichai]: stage.keys[vichai] ?? '' },
    stage.parts.clock(),
  );
  first = await officerDesk(stage, vichai);
  await renewKey(stage, arunee, vichai);
  for (const office of ['education', 'works', 'unsure']) {
    ids[office] = (await sendTip(stage, { office, texts: [`เรื่องของ ${office}`] })).id;
  }
  stage.later(HALF_DAY);
  await first.answer(ids.works ?? '', 'รับแล้ว');
  ids.late = (await sendTip(stage, { office: 'education', texts: ['ยังไม่ถึงเวลา'] })).id;
  stolen = await dump();
  parts = stolen.flatMap(({ path, data }) =>
    path.includes('/messages/') && data.sealed instanceof Uint8Array
      ? [{ path, sealed: new Uint8Array(data.sealed) }]
      : [],
  );
}, 240_000);
afterAll(() => stage.close());

const addressOf = (path: string) => {
  const [, , , draft = '', , n = ''] = path.split('/');
  return { agency: 'khoen', draft, n: Number(n) };
};

/** How many of the stolen parts a key opens. */
async function opens(identity: string): Promise<number> {
  const opened = await Promise.all(
    parts.map(({ path, sealed }) => openPart(identity, sealed, addressOf(path))),
  );
  return opened.filter(({ open }) => open).length;
}

/** Every run of 32 octets that stands in the dump or the log, or that the server's key makes of a name in it. */
function candidates(): Uint8Array[] {
  const found = new Map<string, Uint8Array>();
  const add = (octets: Uint8Array): void => {
    if (octets.length === 32) found.set(Buffer.from(octets).toString('hex'), new Uint8Array(octets));
  };
  const strings = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') strings.add(value);
    else if (value instanceof Uint8Array) {
      if (value.length < 200) add(value.slice(-32));
      add(new Uint8Array(createHash('sha256').update(value).digest()));
    } else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) walk(one);
  };
  for (const { path, data } of stolen) {
    strings.add(path);
    walk(data);
  }
  for (const line of stage.lines) strings.add(line);
  const { secrets } = stage.ground;
  for (const text of strings) {
    add(new Uint8Array(Buffer.from(text, 'base64url')));
    add(new Uint8Array(Buffer.from(text, 'base64')));
    if (text.length > 200) continue;
    add(new Uint8Array(createHash('sha256').update(text).digest()));
    for (const mark of [
      secrets.pseudonym,
      secrets.readerHandle,
      secrets.codeMark,
      secrets.bearerMark,
      secrets.staffHandle,
    ]) {
      add(new Uint8Array(Buffer.from(mark(text), 'base64url')));
    }
  }
  return [...found.values()];
}

describe('a copy of the store, SECRET_KEY and the log', { timeout: 240_000 }, () => {
  it('is what the attack has: tips in it, an officer’s wrapped key, and their own key does open them', async () => {
    expect(parts.length).toBeGreaterThan(10);
    expect(await opens(stage.keys[vichai] ?? '')).toBe(parts.length);
    expect(stolen.some(({ path }) => path.endsWith(`/keys/${vichai}`))).toBe(true);
  });

  it('opens no tip with any key that can be found in it or derived from it', async () => {
    const keys = candidates();
    expect(keys.length).toBeGreaterThan(300);
    const sealed = parts.find(({ path }) => path.includes(ids.works ?? '-'));
    if (sealed === undefined) throw new Error('no part was stolen');
    for (const key of keys) {
      const opened = await openPart(identityOf(key), sealed.sealed, addressOf(sealed.path));
      expect(opened.open).toBe(false);
    }
  });

  it('shows no word of a tip, nor which office or kind it is about', () => {
    const words = stolen.filter(({ path }) => Object.values(ids).some((id) => path.includes(id)));
    const clear = JSON.stringify([words, stage.lines]);
    for (const word of ['เรื่องของ', 'รับแล้ว', 'ยังไม่ถึงเวลา', 'education', 'bribe'])
      expect(clear).not.toContain(word);
  });

  it('unwraps an officer’s key to what only the passphrase opens: common ones and a sample of all six digits do not', async () => {
    const stored = stolen.find(({ path }) => path.endsWith(`/keys/${arunee}`));
    const { current } = KeyRecord.parse(stored?.data);
    const sealed = current && stage.ground.secrets.unwrapIdentity(arunee, current.wrapped);
    if (sealed === undefined) throw new Error('the server’s key unwraps it');
    expect(workFactorOf(sealed)).toBe(16);
    const sixDigits = Array.from({ length: 12 }, (_, nth) =>
      String((nth * 83_333 + 17) % 1_000_000).padStart(6, '0'),
    );
    const common = ['', '123456', 'password', 'khoen', '0'.repeat(20), '1234567890'.repeat(2), '45000000'];
    const began = performance.now();
    for (const guess of [...common, ...sixDigits]) expect(await openIdentity(sealed, guess)).toBeUndefined();
    const secondsAGuess = (performance.now() - began) / 1000 / (common.length + sixDigits.length);
    const processorYears = (1e20 / 2) * (secondsAGuess / (365.25 * 86_400));
    process.stderr.write(
      `a guess at a passphrase took ${secondsAGuess.toFixed(2)} s of one processor; half of 10^20 take ${processorYears.toExponential(1)} processor-years\n`,
    );
  });
});

describe('a copy of the store without SECRET_KEY', () => {
  const tipOf = (office: string): TipCase =>
    TipCase.parse(stolen.find(({ path }) => path.endsWith(`/cases/${ids[office]}`))?.data);

  it('does not tell how many can read a tip: marks and headers are as many and as long for each', () => {
    const tips = ['education', 'works', 'unsure'].map(tipOf);
    expect(new Set(tips.map(({ readers }) => readers.length))).toEqual(new Set([8]));
    for (const { readers } of tips) for (const mark of readers) expect(mark).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const marks = tips.flatMap(({ readers }) => readers);
    expect(new Set(marks).size).toBe(marks.length);
    const headers = parts.map(({ sealed }) => headerOf(sealed)?.length);
    expect(new Set(headers).size).toBe(1);
    for (const { sealed } of parts) expect(readHeader(sealed)).toHaveLength(8);
  });

  it('does not tell by the alerts that wait whom a tip passes over', () => {
    const { listedFrom } = tipOf('late');
    const waiting = stolen.flatMap(({ path, data }) => {
      const entry = path.includes('/outbox/') ? StoredEntry.safeParse(data) : undefined;
      return entry?.success && JSON.stringify(entry.data.notice).includes(listedFrom) ? [entry.data] : [];
    });
    const told = waiting.map(({ addressee }) => addressee.to === 'staff' && addressee.staffId).sort();
    expect(told).toEqual([vichai, arunee]);
    expect(new Set(waiting.map(({ notice }) => JSON.stringify(notice).length)).size).toBe(1);
  });
});

it('with SECRET_KEY and the staff’s ids it does tell who cannot read a tip: docs/threat-model.md says so', () => {
  const readers = Readers.parse(stolen.find(({ path }) => path.endsWith('/readers/current'))?.data);
  const tip = stolen.find(({ path }) => path.endsWith(`/cases/${ids.education}`));
  const { readers: marks } = TipCase.parse(tip?.data);
  const reading = readers.officers.filter((officer) =>
    marks.includes(readerMark(stage.ground, ids.education ?? '', officer)),
  );
  expect(reading.map(({ staffId }) => staffId)).toEqual([vichai]);
  expect(demoStaff.some(({ id }) => id === arunee)).toBe(true);
});
