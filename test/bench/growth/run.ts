// `npm run bench:growth`: what every page, list and number that a resident or an officer sees asks of the store with
// 1,000, 10,000 and 100,000 cases. Fails where a look costs another number of reads, queries or documents than before.
import { atCardTimes } from '../../../bot/jobs/daily.ts';
import { sendDue, sweepAll } from '../../../bot/jobs/minute.ts';
import { pathsOf } from '../../../bot/records/paths.ts';
import type { Counts } from '../../../bot/store/counted-documents.ts';
import { demoIntegrityOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { fillCases } from '../../staff/cases/many-cases.ts';
import { machine } from '../machine.ts';
import { table } from '../report.ts';
import { openTown, type Town } from '../scale/town.ts';
import { residentsRooms, staffRooms } from './rooms.ts';

const SIZES = [1_000, 10_000, 100_000];
/** Longer than any page is answered from memory. */
const A_WHILE = 5 * 60_000;
/** More entries than one look at the audit takes in. */
const AUDITED = 220;
const MOST_TRIES = 3;

type Cost = Pick<Counts, 'reads' | 'queries' | 'documentsRead'>;
type Look = (what: string, work: () => Promise<unknown>) => Promise<void>;

/** Words of the chat until the review card, and the receipt on it. */
async function toReview({ says }: Town, userId: string, look: Look, told: string): Promise<string> {
  let shown = '';
  const say = async (words: string) => {
    shown = await says(userId, words);
  };
  await say('สวัสดี');
  await look('chat: a text that begins a complaint', () => say('ไฟถนนดับหน้าวัด หมู่ 3'));
  await say('แจ้งปัญหา/แจ้งซ่อม');
  await look('chat: a text in the middle of a complaint', () => say('เสาต้นที่สามนับจากศาลาค่ะ'));
  await say('พอแล้ว ไปต่อ');
  await look('chat: is there one like it already?', () => say(told));
  if (!shown.includes('คนละเรื่อง')) throw new Error(`no case was found that is like it: ${shown}`);
  await say('เป็นคนละเรื่อง');
  const receipt = /send\.(\d{16})/.exec(shown)?.[1];
  if (receipt === undefined) throw new Error(`no review card: ${shown}`);
  return receipt;
}

async function inChat(town: Town, look: Look): Promise<void> {
  const [one, other] = [town.someUser(), town.someUser()];
  const receipt = await toReview(town, one, look, 'แจ้งผลในแชตนี้');
  await sendDue(town.jobs);
  await look('chat: the complaint is sent', () => town.says(one, 'ยืนยันส่ง'));
  await sendDue(town.jobs);
  await look('chat: เรื่องของฉัน', () => town.says(one, 'เรื่องของฉัน'));
  await town.says(other, 'สวัสดี');
  await look('chat: a receipt is looked up', () => town.says(other, receipt));
}

async function allLooks(town: Town): Promise<Map<string, Cost>> {
  const costs = new Map<string, Cost>();
  const look: Look = async (what, work) => {
    await town.idle();
    const before = { ...town.counts };
    await work();
    await town.idle();
    const { reads, queries, documentsRead } = town.counts;
    costs.set(what, {
      reads: reads - before.reads,
      queries: queries - before.queries,
      documentsRead: documentsRead - before.documentsRead,
    });
  };
  await atCardTimes(town.jobs);
  for (const room of residentsRooms) {
    town.later(A_WHILE);
    await town.at('/healthz');
    await look(room, () => town.at(room));
  }
  for (const [who, room] of staffRooms) {
    const headers = { authorization: `Bearer ${await town.bearer(who)}` };
    await look(`staff ${room}`, () => town.at(`/api/staff${room}`, { headers }));
  }
  await inChat(town, look);
  await sweepAll(town.jobs);
  await look('a minute in which nothing is due', async () => {
    await sweepAll(town.jobs);
    await sendDue(town.jobs);
  });
  await look('card time', () => atCardTimes(town.jobs));
  return costs;
}

const isSame = (one: Cost | undefined, other: Cost | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * All looks, and all of them again where one cost otherwise than `first`: an agency in memory is read again after half
 * a minute, by whichever look comes then.
 */
async function looksBeside(town: Town, first: Map<string, Cost>): Promise<Map<string, Cost>> {
  let costs = await allLooks(town);
  for (let tries = 1; tries < MOST_TRIES; tries += 1) {
    const differing = [...first].filter(([what, cost]) => !isSame(cost, costs.get(what)));
    if (differing.length === 0) break;
    const again = await allLooks(town);
    costs = new Map(
      [...costs].map(([what, cost]) => [
        what,
        isSame(cost, first.get(what)) ? cost : (again.get(what) ?? cost),
      ]),
    );
  }
  return costs;
}

console.log(await machine());
const town = await openTown();
const integrity = { headers: { authorization: `Bearer ${await town.bearer(demoIntegrityOfficerId)}` } };
for (let entry = 0; entry < AUDITED; entry += 1) await town.at('/api/staff/tips', integrity);
const found: Map<string, Cost>[] = [];
let filled = 0;
for (const size of SIZES) {
  await fillCases(town.documents, pathsOf('khoen'), filled, size);
  const first = found[0] ?? (await allLooks(town));
  filled = size;
  found.push(await looksBeside(town, first));
}
await town.close();

const shown = (cost: Cost | undefined): string =>
  cost === undefined ? '' : `${cost.reads} / ${cost.queries} / ${cost.documentsRead}`;
const rows = [...(found[0]?.keys() ?? [])].map((what) => [
  what,
  ...found.map((costs) => shown(costs.get(what))),
]);
const head = ['reads / queries / documents', ...SIZES.map((size) => `${size.toLocaleString('en')} cases`)];
console.log(`\n${table(head, rows)}\n`);
const grown = rows.filter(([, first, ...others]) => others.some((other) => other !== first));
for (const [what] of grown) console.error(`not the same at every size: ${what}`);
process.exitCode = grown.length === 0 ? 0 : 1;
