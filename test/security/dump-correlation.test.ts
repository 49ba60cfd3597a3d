import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedAgency } from '../../bot/agency/seed.ts';
import { sweep } from '../../bot/records/sweep.ts';
import type { Found } from '../../bot/store/documents.ts';
import { openStore, type Store } from '../../bot/store/open.ts';
import { khoen } from '../../domain/agency/khoen.ts';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';
import { startTestBot, type TestBot, testSecrets } from '../support/bot.ts';
import { complains, type Person, somebody, tips } from '../support/person.ts';

/** Everything that an attacker can take away: the store, its files, the log, the key, and a list of who could it be. */
const WORDS = ['หัวหน้ากองช่างเรียกเงินสามพันบาท', 'ก'.repeat(300)];
const COLLECTIONS = [
  ...['agencies', 'cases', 'messages', 'attachments', 'history', 'receipts', 'routes', 'sessions', 'limits'],
  ...[
    'outbox',
    'staff',
    'readers',
    'keys',
    'tallies',
    'audit',
    'settings',
    'responses',
    'answered',
    'published',
  ],
];

let dataDir: string;
let store: Store;
let bot: TestBot;
let sender: Person;
let suspects: Person[];
let receipt: string;
const numbers: string[] = [];

const all = async (): Promise<Found[]> =>
  (
    await Promise.all(
      COLLECTIONS.map((group) => store.documents.query({ group, where: [], orderBy: [], limit: 1000 })),
    )
  ).flat();
const textOf = ({ path, data }: Found): string =>
  `${path} ${JSON.stringify(data, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  )}`;
/** The octets of every file of the store, as one text. */
async function files(): Promise<string> {
  const names = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const read = names
    .filter((name) => name.isFile())
    .map((name) => readFile(join(name.parentPath, name.name)));
  return Buffer.concat(await Promise.all(read)).toString('latin1');
}
const latin1 = (text: string): string => Buffer.from(text).toString('latin1');
const tipParts = (found: readonly Found[], id: string): Found[] =>
  found.filter(({ path }) => path.includes(`/cases/${id}`));
const tipIds = (found: readonly Found[]): string[] =>
  found.flatMap(({ id, path, data }) => (/\/cases\/[^/]+$/.test(path) && data.kind === 'tip' ? [id] : []));

async function complaintOf(person: Person): Promise<void> {
  await complains(person, 'ไฟถนนดับ', 'แจ้งผลในแชตนี้');
  numbers.push(/เลขเรื่อง \d\d-(\d{4})/.exec(await person.taps('ยืนยันส่ง'))?.[1] ?? 'none');
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'prongsai-dump-'));
  store = await openStore({ dataDir, deadlineMs: undefined });
  const agency = khoen(randomBytes(16).toString('base64'));
  await seedAgency(store.documents, { agency, survey: khoenSurvey, demo: demoStaff });
  bot = await startTestBot(store.documents);
  suspects = Array.from({ length: 6 }, () => somebody(bot));
  const [first, second, third, ...others] = suspects;
  if (first === undefined || second === undefined || third === undefined) throw new Error('there are six');
  sender = second;
  await complaintOf(first);
  receipt = await tips(sender, 'กองช่าง', WORDS);
  for (const other of others) await other.says('สวัสดีค่ะ');
  await sender.taps('ยืนยันส่ง');
  await tips(third, 'กองคลัง', ['สั้น']);
  await third.taps('ยืนยันส่ง');
  await complaintOf(first);
});
afterAll(async () => {
  await bot.close();
  await store.close();
  await rm(dataDir, { recursive: true });
});

describe('a full dump, the log and the key, and a list of everybody who could have sent the tip', () => {
  it('hold no name of a person beside a tip: neither ids nor any mark that the key makes of them', async () => {
    const found = await all();
    const [id = 'none'] = tipIds(found);
    const beside = [
      ...tipParts(found, id),
      ...found.filter(({ path }) => /\/(receipts|outbox|tallies|audit)\//.test(path)),
    ];
    expect(beside.length).toBeGreaterThan(8);
    const text = beside.map(textOf).join('\n') + bot.lines.join('\n');
    for (const { userId } of suspects) {
      const marks = [
        testSecrets.pseudonym,
        testSecrets.routeMark,
        testSecrets.staffHandle,
        testSecrets.readerHandle,
      ];
      for (const name of [userId, ...marks.map((mark) => mark(userId))]) expect(text).not.toContain(name);
    }
    for (const word of [...WORDS, receipt]) expect(text).not.toContain(word);
  });

  it('show no document named after a person that was written in the commit of a tip', async () => {
    const found = await all();
    const persons = found.filter(({ path }) => /\/(sessions|limits|routes|answered)\/[^/]+$/.test(path));
    expect(persons.length).toBeGreaterThan(4);
    const times = new Set(persons.map(({ updateTime }) => updateTime.valueOf()));
    for (const id of tipIds(found)) {
      for (const { path, updateTime } of tipParts(found, id))
        expect(times.has(updateTime.valueOf()), path).toBe(false);
    }
  });

  it('tell two tips apart by no length: parts, headers and marks are as long for few words as for many', async () => {
    const found = await all();
    const shapes = tipIds(found).map((id) => {
      const sealed = tipParts(found, id).flatMap(({ data }) =>
        data.sealed instanceof Uint8Array ? [data.sealed] : [],
      );
      return new Set(sealed.map(({ length }) => length));
    });
    expect(shapes.length).toBe(2);
    const [one = new Set<number>(), other = new Set<number>()] = shapes;
    expect([...new Set([...one, ...other])].length).toBe(Math.max(one.size, other.size));
  });

  it('count nothing up for a tip: case numbers have no gap where one was sent, and nobody’s deed is written', async () => {
    expect(Number(numbers[1]) - Number(numbers[0])).toBe(1);
    const found = await all();
    const audited = found.filter(({ path }) => /\/audit\//.test(path));
    expect(audited).toEqual([]);
  });

  it('keep the names of its sender in the files until they are compacted, and not after that and a day', async () => {
    const pseudonym = testSecrets.pseudonym(sender.userId);
    expect(await files()).toContain(pseudonym);
    await sweep(store.documents, Date.now() + 25 * 3_600_000);
    await store.close();
    store = await openStore({ dataDir, deadlineMs: undefined });
    const day = (await all()).filter(({ path }) => /\/(sessions|limits)\//.test(path));
    expect(day.map(({ path }) => path)).toEqual([]);
    const names = { pseudonym, userId: sender.userId, receipt, words: WORDS.map(latin1).join() };
    const left = async () => {
      const text = await files();
      return Object.entries(names).flatMap(([what, name]) => (text.includes(name) ? [what] : []));
    };
    await expect.poll(left, { timeout: 45_000 }).toEqual([]);
    expect((await files()).length).toBeGreaterThan(1000);
  });
});
