import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAgency } from '../../../bot/agency/loaded.ts';
import { createLog } from '../../../bot/log/log.ts';
import { noteCountedSince } from '../../../bot/publish/counted-since.ts';
import {
  beginEdit,
  countWrites,
  editCounts,
  editWrites,
  happenedBy,
} from '../../../bot/records/case-writes.ts';
import { openGround } from '../../../bot/records/open-ground.ts';
import { pathsOf } from '../../../bot/records/paths.ts';
import { storedResponse } from '../../../bot/records/stored-response.ts';
import { previewRetention } from '../../../bot/retention/preview.ts';
import { runRetention } from '../../../bot/retention/run.ts';
import { openSecrets } from '../../../bot/secrets/secrets.ts';
import { increment, type Write } from '../../../bot/store/documents.ts';
import { reconcileTallies } from '../../../bot/tallies/reconcile.ts';
import { Case } from '../../../domain/case/case.ts';
import { tipTally } from '../../../domain/case/tip-tally.ts';
import { type ChosenComment, CommentsRecord } from '../../../domain/survey/comments.ts';
import { Response } from '../../../domain/survey/survey.ts';
import { surveyTallyKey, tallyOf } from '../../../domain/survey/tally.ts';
import { openSeededStore, type SeededStore, startTestBot, type TestBot } from '../../support/bot.ts';
import { complains, somebody, tips } from '../../support/person.ts';

const paths = pathsOf('khoen');
const secrets = openSecrets(new Uint8Array(randomBytes(32)));
const day = (text: string): number => Date.parse(`${text}T10:00:00+07:00`);
let store: SeededStore;
let bot: TestBot;
let now = day('2026-11-20');
let lines: string[] = [];
beforeAll(async () => {
  store = await openSeededStore();
  bot = await startTestBot(store.documents);
  await noteCountedSince(store.documents, 'khoen', '2022-10-01');
});
afterAll(async () => {
  await bot.close();
  await store.close();
});

async function parts() {
  const loaded = await loadAgency(store.documents, 'khoen', () => undefined);
  if (loaded === undefined) throw new Error('the store is not seeded');
  const clock = () => now;
  const { documents } = store;
  const chatMode = async () => 'bot' as const;
  const ground = openGround({
    agencyId: 'khoen',
    documents,
    secrets,
    clock,
    chatMode,
    bootstrapCode: undefined,
  });
  const log = createLog({ write: (line: string) => lines.push(line) });
  return { ground, current: loaded.current, clock, log };
}

/** The night of a day; what the log said of it. */
async function night(of: string): Promise<string[]> {
  now = day(of);
  lines = [];
  await runRetention(await parts());
  return lines;
}
const preview = async (on: string) => {
  now = day(on);
  return previewRetention(await parts());
};
const all = (collection: string) =>
  store.documents.query({ collection: `agencies/khoen/${collection}`, where: [], orderBy: [], limit: 1000 });
const tallies = async () =>
  JSON.stringify(
    (await all('tallies')).filter(({ id }) => !id.endsWith('-gone')).map(({ id, data }) => [id, data]),
  );

async function complained(on: string, words: string): Promise<string> {
  bot.clock.now = () => day(on);
  const person = somebody(bot);
  const before = new Set((await all('cases')).map(({ id }) => id));
  await complains(person, words, 'แจ้งผลในแชตนี้');
  await person.taps('ยืนยันส่ง');
  const added = (await all('cases')).find(({ id, data }) => !before.has(id) && data.kind === 'complaint');
  if (added === undefined) throw new Error('no case was made');
  return added.id;
}

/** Staff accepted it, did it and closed it, on one day. */
async function closed(caseId: string, on: string): Promise<void> {
  const found = await store.documents.read(paths.case(caseId));
  if (found === undefined) throw new Error('there is no such case');
  const edit = beginEdit(caseId, found.updateTime, Case.parse(found.data));
  edit.next = { ...edit.before, status: 'closed', resolved: on };
  edit.history.push(happenedBy('system', day(on), { kind: 'change', change: 'expire' }));
  await store.documents.commit([...editWrites(paths, edit), ...countWrites(paths, editCounts(edit))]);
}

async function tipped(on: string): Promise<string> {
  bot.clock.now = () => day(on);
  const person = somebody(bot);
  const before = new Set((await all('cases')).map(({ id }) => id));
  await tips(person, 'กองคลัง', ['เรียกเงินใต้โต๊ะ']);
  await person.taps('ยืนยันส่ง');
  const id = (await all('cases')).find((one) => !before.has(one.id))?.id ?? '';
  await store.documents.commit([
    { op: 'update', path: paths.case(id), data: { status: 'closed' } },
    ...countWrites(paths, [tipTally(on, 'new', 'closed')]),
  ]);
  return id;
}

const rating = (on: string): Response => ({
  version: 1,
  survey: 'service',
  service: 'tax',
  channel: 'line',
  day: on,
  ratings: { overall: 4 },
});
const responding = (response: Response): Write[] => [
  { op: 'create', path: paths.response(randomUUID()), data: storedResponse(response) },
  {
    op: 'merge',
    path: paths.tally(surveyTallyKey(response)),
    data: Object.fromEntries(Object.entries(tallyOf(response)).map(([name, by]) => [name, increment(by)])),
  },
];

/** Every document that still says something of a case. */
async function leftOf(caseId: string): Promise<string[]> {
  const kinds = await Promise.all(
    ['messages', 'history', 'attachments'].map((part) => all(`cases/${caseId}/${part}`)),
  );
  const receipts = (await all('receipts')).filter(({ data }) => data.caseId === caseId);
  const own = await store.documents.readMany([paths.case(caseId), paths.route(caseId)]);
  return [...kinds.flat(), ...receipts, ...own].flatMap((one) => (one === undefined ? [] : [one.path]));
}

const setYears = (kind: string, years: number) =>
  store.documents.commit([{ op: 'update', path: paths.agency, data: { [`retention.${kind}`]: years } }]);

describe('what has been kept for its time', () => {
  it('is announced for a week and goes whole; what is open, newer, or counted stays', async () => {
    const { documents } = store;
    const old = await complained('2022-11-10', 'ไฟถนนดับหน้าวัด');
    const stillOpen = await complained('2022-11-11', 'ท่อระบายน้ำอุดตัน');
    const closedLate = await complained('2022-11-12', 'ถนนเป็นหลุมใหญ่');
    const tip = await tipped('2022-11-13');
    await closed(old, '2022-12-01');
    await closed(closedLate, '2025-11-01');
    const words = Array.from({ length: 350 }, (_, n): Write => {
      const data = { version: 1, from: 'staff', text: 'กำลังดำเนินการ', day: '2022-11-20' };
      return { op: 'set', path: paths.message(old, n), data };
    });
    await documents.commit(words);
    const before = await tallies();

    await night('2026-11-20');
    const { preview: announced } = await preview('2026-11-20');
    expect(announced.find(({ kind }) => kind === 'complaint')).toEqual({
      kind: 'complaint',
      until: '2024-09-30',
      from: '2026-11-27',
      count: 1,
      more: false,
      oldest: '2022-11-10',
      newest: '2022-11-10',
    });
    expect((await leftOf(old)).length).toBeGreaterThan(352);
    await night('2026-11-26');
    expect(await leftOf(old)).not.toEqual([]);

    const said = await night('2026-11-27');
    expect(await leftOf(old)).toEqual([]);
    for (const kept of [stillOpen, closedLate, tip]) expect(await leftOf(kept)).not.toEqual([]);
    expect(await tallies()).toBe(before);
    expect(JSON.parse(said[0] ?? '')).toMatchObject({ code: 'retention_done', deleted: 1 });
    const deeds = (await all('audit')).map(({ data }) => data.deed);
    expect(deeds).toEqual([{ by: 'system', action: 'retention', about: 'complaint', note: '1' }]);
  });

  it('of a tip goes by the day it came, and no number, log or audit says so', async () => {
    const [tip] = (await all('cases')).filter(({ data }) => data.kind === 'tip');
    await setYears('tip', 1);
    await night('2026-12-01');
    const { preview: announced } = await preview('2026-12-01');
    expect(announced.find(({ kind }) => kind === 'tip')).toEqual({
      kind: 'tip',
      until: '2025-09-30',
      from: '2026-12-08',
      more: false,
    });
    const before = await tallies();
    const [said] = await night('2026-12-08');
    expect(await leftOf(tip?.id ?? '')).toEqual([]);
    expect(await tallies()).toBe(before);
    expect(JSON.parse(said ?? '')).toMatchObject({ deleted: 0 });
    expect(await all('audit')).toHaveLength(1);
  });

  it('goes a bounded number a night, on where the last one stopped', async () => {
    const answers = Array.from({ length: 450 }, () => rating('2022-11-20'));
    for (let from = 0; from < answers.length; from += 50) {
      await store.documents.commit(answers.slice(from, from + 50).flatMap(responding));
    }
    await setYears('responses', 1);
    await night('2026-12-09');
    const before = await tallies();
    const left: number[] = [];
    for (const on of ['2026-12-16', '2026-12-17', '2026-12-18']) {
      await night(on);
      left.push((await all('responses')).length);
    }
    expect(left).toEqual([250, 50, 0]);
    expect(await tallies()).toBe(before);
  });

  it('goes with what staff chose of its words; words of answers that stay, stay', async () => {
    const answers = ['2024-11-20', '2024-11-21', '2025-11-20'].map((on) => ({
      ...rating(on),
      comment: `ของวันที่ ${on}`,
    }));
    await store.documents.commit(answers.flatMap(responding));
    const chosen = (await all('responses')).map(({ id, data }): ChosenComment => {
      const { comment = '', day: written } = Response.parse(data);
      return { response: id, dimension: 'overall', text: comment, written, by: 'U1', day: '2025-11-30' };
    });
    // The second of the year that goes was chosen by nobody.
    for (const year of [2568, 2569]) {
      const of = chosen.filter(
        ({ written }) => written.endsWith('-20') && written.startsWith(String(year - 544)),
      );
      await store.documents.commit([
        { op: 'set', path: paths.comments(year), data: { version: 1, chosen: of } },
      ]);
    }
    await night('2026-12-20');
    await night('2026-12-27');
    expect((await all('responses')).map(({ data }) => data.day)).toEqual(['2025-11-20']);
    const left = await store.documents.readMany([2568, 2569].map(paths.comments));
    expect(left.map((found) => CommentsRecord.parse(found?.data).chosen.length)).toEqual([0, 1]);
    expect(JSON.stringify(left)).not.toContain('ของวันที่ 2024');
  });

  it('is still counted by whoever counts afresh', async () => {
    now = day('2026-12-19');
    const mended = await reconcileTallies(await parts());
    expect(mended).toBe(0);
  });
});
