// `npm run bench:scale`: what flows ask of the store, as it is billed, and what a year of all local governments of
// the country would cost by that. `docs/scale.md` quotes it.
import { readAgency } from '../../../bot/agency/load.ts';
import { atCardTimes, atNight, choresOfAll } from '../../../bot/jobs/daily.ts';
import { sendDue, sweepAll } from '../../../bot/jobs/minute.ts';
import { demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { CaseDetail, CaseList } from '../../../domain/staff/cases.ts';
import { someTip } from '../../forms/visitor.ts';
import { assumed, dayOfAll } from './country.ts';
import type { Operations } from './operations.ts';
import { openTown, type Town } from './town.ts';

const HOUR = 3_600_000;
const rows: { what: string; cost: Operations }[] = [];

async function measure(town: Town, what: string, work: () => Promise<unknown>): Promise<Operations> {
  const cost = await town.costOf(work);
  rows.push({ what, cost });
  return cost;
}

async function complains({ says, someUser }: Town): Promise<void> {
  const userId = someUser();
  await says(userId, 'ไฟถนนดับหน้าวัด หมู่ 3');
  let shown = await says(userId, 'แจ้งปัญหา/แจ้งซ่อม');
  for (let steps = 0; steps < 6 && !shown.includes('ยืนยันส่ง'); steps += 1) {
    shown = await says(userId, shown.includes('พอแล้ว ไปต่อ') ? 'พอแล้ว ไปต่อ' : '1');
  }
  const sent = await says(userId, 'ยืนยันส่ง');
  if (!sent.includes('เลขเรื่อง')) throw new Error(`the complaint was not taken: ${sent}`);
}

async function rates({ at }: Town): Promise<void> {
  const page = await (await at('/rate/land-tax')).text();
  const once = /name="once" value="([0-9a-f]{30})"/.exec(page)?.[1] ?? '';
  const answers = ['overall', 'process', 'channel', 'staff', 'facilities'].map((id) => [`q.${id}`, '4']);
  const { status } = await at('/rate/land-tax', {
    method: 'POST',
    body: new URLSearchParams([...answers, ['once', once]]),
  });
  if (status !== 303) throw new Error(`the answer was not kept: ${status}`);
}

async function answers(town: Town): Promise<void> {
  const headers = { authorization: `Bearer ${await town.bearer(demoOfficerId)}` };
  const list = CaseList.parse(await (await town.at('/api/staff/cases', { headers })).json());
  const id = list.cases[0]?.id ?? 'none';
  const detail = CaseDetail.parse(await (await town.at(`/api/staff/cases/${id}`, { headers })).json());
  await town.at(`/api/staff/cases/${id}/answer`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ edition: detail.edition, text: 'ช่างจะไปพรุ่งนี้' }),
  });
}

async function views({ at, later }: Town): Promise<void> {
  later(HOUR);
  await at('/');
}

const town = await openTown();
await atCardTimes(town.jobs);
const load = await measure(town, 'an agency read into memory', () =>
  readAgency(town.jobs.documents, 'khoen'),
);
const cold = await measure(town, 'a page view that no cache answers, the page read again', () => views(town));
await town.says(town.someUser(), 'สวัสดี');
const complaint = await measure(town, 'complaint in the chat, five messages', () => complains(town));
const alert = await measure(town, 'its alerts, sent', () => sendDue(town.jobs));
const tip = await measure(town, 'tip by the private form, two texts', () =>
  town.visitor.send(someTip(), 1, () => undefined),
);
const survey = await measure(town, 'survey at the counter', () => rates(town));
const answer = await measure(town, 'officer lists, opens and answers a case', () => answers(town));
const answered = await measure(town, 'the answer, pushed to its reporter', () => sendDue(town.jobs));
const minute = await measure(town, 'a minute in which nothing is due, whole deployment', async () => {
  await sweepAll(town.jobs);
  await sendDue(town.jobs);
});
const chores = await measure(town, 'a look for chores, whole deployment', () => choresOfAll(town.jobs));
town.later(HOUR);
const cards = await measure(town, 'card time (twice a day), an agency', () => atCardTimes(town.jobs));
town.later(20 * HOUR);
const night = await measure(town, 'a night, an agency', () => atNight(town.jobs));
await town.close();

console.log('\n| what | reads | writes | deletes |\n| --- | --- | --- | --- |');
for (const { what, cost } of rows) {
  console.log(`| ${what} | ${cost.reads} | ${cost.writes} | ${cost.deletes} |`);
}
const perDay = dayOfAll({
  complaint,
  alert,
  tip,
  survey,
  answer,
  answered,
  cold,
  load,
  minute,
  chores,
  cards,
  night,
});
console.log(`\n${assumed}\n\n${perDay}\n`);
