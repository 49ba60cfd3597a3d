import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffRoute } from '../../bot/staff/route.ts';
import { staffRoutes } from '../../bot/staff/routes.ts';
import { demoSecondIntegrityOfficerId as arunee, demoOfficerId } from '../../domain/agency/khoen-staff.ts';
import type { Staff } from '../../domain/agency/staff.ts';
import { audienceOf } from '../../domain/case/audience.ts';
import { AnnouncementAnswer } from '../../domain/staff/announcements.ts';
import { addCase } from '../staff/cases/world.ts';
import { openStaffStage, type StaffStage } from '../staff/stage.ts';
import { HALF_DAY, sendTip } from '../staff/tips/desk.ts';
import { startTestBot } from '../support/bot.ts';
import { complains, somebody } from '../support/person.ts';

let stage: StaffStage;
let works: Staff;
let tip: string;
let hidden: string;
beforeAll(async () => {
  stage = await openStaffStage();
  works = await stage.addStaff('ช่าง', ['officer', 'admin', 'executive'], { unit: 'works' });
  tip = (await sendTip(stage, { office: 'education', texts: ['ครูเวรเรียกเงิน'] })).id;
  const about = stage.parts.current().agency.categories.find((one) => one.aboutStaff);
  hidden = await addCase(stage, 'aboutworks00000000000000', {
    category: about?.id ?? '',
    unit: 'palad-office',
    audience: audienceOf(true, 'works'),
    concerns: 'works',
    received: '2026-10-01',
    due: '2026-10-10',
  });
  stage.later(HALF_DAY);
});
afterAll(() => stage.close());

const unknownLike = (id: string): string => 'z'.repeat(id.length);
const CHANGING = new Set(['date', 'content-length', 'etag', 'connection', 'keep-alive']);
/** Bodies that a route of a case or a tip takes, so that it is the id that decides. */
const bodies = [
  undefined,
  { edition: 0 },
  { edition: 0, text: 'ตอบ' },
  { change: 'accept', status: 'new' },
  { edition: 0, reason: 'นอกเขต', next: 'แจ้งอำเภอ' },
  { edition: 0, to: 'อำเภอ', contact: '045-111-111' },
  { n: 9, sealed: Buffer.from('age-encryption.org/v1\n-> X25519 ').toString('base64'), edition: 'x' },
];

/** All that an answer tells: status, words, headers, and how many documents were read for it. */
async function told(who: string, { method, octets }: StaffRoute, path: string, body: unknown) {
  const { reads, queries, commits } = stage.counts;
  const sent = octets === undefined ? body : new Uint8Array(randomBytes(64));
  const reply = await stage.call(who, method.toUpperCase(), path, method === 'get' ? undefined : sent);
  const headers = [...reply.headers].filter(([name]) => !CHANGING.has(name));
  const { counts } = stage;
  const work = [counts.reads - reads, counts.queries - queries, counts.commits - commits];
  return JSON.stringify({ status: reply.status, body: reply.json, headers, work });
}

const withId = (path: string, id: string): string =>
  path
    .replaceAll(/:(caseId|id)/g, id)
    .replaceAll(':n', '0')
    .replaceAll(':handle', unknownLike(id));

async function expectAlike(who: string, routes: readonly StaffRoute[], id: string): Promise<void> {
  await stage.call(who, 'GET', '/me');
  for (const route of routes) {
    for (const body of route.method === 'get' ? [undefined] : bodies) {
      const one = await told(who, route, withId(route.path, id), body);
      const other = await told(who, route, withId(route.path, unknownLike(id)), body);
      expect(one.replaceAll(id, '*'), `${route.method} ${route.path}`).toBe(
        other.replaceAll(unknownLike(id), '*'),
      );
      expect(JSON.parse(one).status, `${route.method} ${route.path}`).toBeGreaterThanOrEqual(400);
    }
  }
}

describe('an id that leads somebody nowhere is an id that is nothing, on every route that takes one', () => {
  it('of a tip, to the officer whose office it is about', async () => {
    const routes = staffRoutes.filter(({ path }) => /^\/(tips|resealing)\/.*:(id)/.test(path));
    expect(routes.length).toBeGreaterThanOrEqual(6);
    await expectAlike(arunee, routes, tip);
  });

  it('of a tip, to an officer of cases, as a case', async () => {
    const routes = staffRoutes.filter(({ path }) => path.startsWith('/cases/:caseId'));
    expect(routes.length).toBeGreaterThan(15);
    await expectAlike(demoOfficerId, routes, tip);
  });

  it('of a complaint about staff, to those of the unit that it is about, whatever their roles', async () => {
    const routes = staffRoutes.filter(({ path }) => path.startsWith('/cases/:caseId'));
    await expectAlike(works.id, routes, hidden);
  });
});

describe('numbers and ids that can be counted up', () => {
  it('open nothing in the chat: a case’s number of one’s neighbour is a word like another', async () => {
    const bot = await startTestBot(stage.documents);
    const neighbour = somebody(bot);
    await complains(neighbour, 'ไฟถนนดับ', 'แจ้งผลในแชตนี้');
    await neighbour.taps('ยืนยันส่ง');
    const number = /\d\d-\d{4}/.exec(neighbour.shown())?.[0] ?? '';
    const other = `${number.slice(0, 3)}9998`;
    expect(number).toMatch(/^\d\d-\d{4}$/);
    const shown = await Promise.all(
      [number, other].map(async (one) => (await somebody(bot).says(one)).replaceAll(one, '*')),
    );
    expect(shown[0]).toBe(shown[1]);
    expect(await neighbour.says('เรื่องของฉัน')).toContain(number);
    const found = await stage.documents.query({ group: 'routes', where: [], orderBy: [], limit: 5 });
    for (const { id } of found) {
      for (const act of ['more', 'close', 'again', 'see']) {
        expect(await somebody(bot).presses(`v1|-|follow|${act}.${id}`)).not.toContain(number);
      }
    }
    await bot.close();
  });

  it('a draft of an announcement that was never approved is nothing to the public side of the store', async () => {
    const id = randomBytes(12).toString('hex');
    const announcement = {
      title: 'ยังไม่อนุมัติ',
      text: 'x',
      from: '2026-11-24',
      until: '2026-12-01',
      places: [],
    };
    const sent = await stage.call(demoOfficerId, 'PUT', `/announcements/${id}/draft`, { announcement });
    expect(AnnouncementAnswer.parse(sent.json).state).toBe('waiting');
    const published = await stage.documents.query({ group: 'published', where: [], orderBy: [], limit: 100 });
    expect(JSON.stringify(published.map(({ data }) => data))).not.toContain('ยังไม่อนุมัติ');
  });

  it('ids of cases and tips are drawn, not counted: no two begin alike, and none holds a time', async () => {
    const found = await stage.documents.query({
      collection: stage.ground.paths.cases,
      where: [],
      orderBy: [],
      limit: 50,
    });
    const sent: string[] = [];
    for (let n = 0; n < 2; n += 1) sent.push((await sendTip(stage, { office: 'works' })).id);
    const ids = [...found.map(({ id }) => id).filter((id) => id !== hidden), ...sent];
    expect(new Set(ids.map((id) => id.slice(0, 6))).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]{20,}$/);
  });
});
