import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAlerted } from '../../../bot/records/tip-alerts.ts';
import {
  demoSecondIntegrityOfficerId as arunee,
  demoOfficerId as somying,
  demoIntegrityOfficerId as vichai,
} from '../../../domain/agency/khoen-staff.ts';
import type { Staff } from '../../../domain/agency/staff.ts';
import { HiddenDeed } from '../../../domain/audit/entry.ts';
import { halfYearOf } from '../../../domain/calendar/fiscal-year.ts';
import { tipTallyKey } from '../../../domain/case/tip-tally.ts';
import { StoredEntry } from '../../../domain/outbox/entry.ts';
import { fetchKeys } from '../../../liff/worker/api.ts';
import { visitor } from '../../forms/visitor.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';
import { HALF_DAY, newDoings, type OfficerDesk, officerDesk, sendTip, tipsIn } from './desk.ts';

let stage: StaffStage;
let first: OfficerDesk;
let second: OfficerDesk;
let admin: Staff;
beforeAll(async () => {
  stage = await openStaffStage();
  [first, second] = await Promise.all([officerDesk(stage, vichai), officerDesk(stage, arunee)]);
  admin = await stage.addStaff('นายผู้ดูแล', ['admin', 'officer', 'executive']);
}, 60_000);
afterAll(() => stage.close());

const listed = async (more: Parameters<typeof sendTip>[1] = {}) => {
  const sent = await sendTip(stage, more);
  stage.later(HALF_DAY);
  return sent;
};
const tally = async (day: string) => {
  const key = tipTallyKey(halfYearOf(day));
  return (await stage.documents.read(stage.ground.paths.tally(key)))?.data ?? {};
};
const deeds = async () => {
  const found = await stage.documents.query({
    collection: stage.ground.paths.auditEntries,
    where: [],
    orderBy: [],
    limit: 2000,
  });
  return found.flatMap(({ id, data }) => {
    if (!(data.hidden instanceof Uint8Array)) return [];
    const plain = stage.ground.secrets.openDeed(Number(id), data.hidden);
    return plain === undefined ? [] : [HiddenDeed.parse(JSON.parse(Buffer.from(plain).toString()))];
  });
};

describe('a tip', { timeout: 120_000 }, () => {
  it('is listed from its time on, opened whole, and its opening is in the audit', async () => {
    const photo = new Uint8Array(120_000).map((_, at) => at % 251);
    const sent = await sendTip(stage, { office: 'finance', texts: ['เบิกเงินเท็จ'], photos: [photo] });
    expect((await first.list()).some(({ id }) => id === sent.id)).toBe(false);
    expect((await first.call('GET', `/tips/${sent.id}`)).code).toBe('not_found');
    stage.later(HALF_DAY);
    expect((await first.list()).some(({ id }) => id === sent.id)).toBe(true);
    const { tip, answer } = await first.open(sent.id);
    expect(tip.lines.map(({ text }) => text)).toEqual(['เบิกเงินเท็จ']);
    expect(tip.photos.map(({ octets }) => createHash('sha256').update(octets).digest('hex'))).toEqual([
      createHash('sha256').update(photo).digest('hex'),
    ]);
    expect(tip).toMatchObject({ office: 'finance', kind: 'bribe', faults: [], unopened: [] });
    expect(answer.status).toBe('new');
    expect(Object.values(answer.names).sort()).toEqual(['วิชัย ซื่อตรง (ทดลอง)', 'อรุณี เที่ยงธรรม (ทดลอง)']);
    const opened = (await deeds()).filter(
      ({ caseId, action }) => caseId === sent.id && action === 'tip-open',
    );
    expect(opened).toHaveLength(1);
    expect(opened[0]?.by).toBe(vichai);
  });

  it('is answered, and the answer is read by its reporter and by the other readers', async () => {
    const sent = await listed({ office: 'works' });
    expect((await first.answer(sent.id, 'รับเรื่องแล้ว ขอสอบถามวันที่')).status).toBe(200);
    const followed = await sent.guest.follower.follow(sent.receipt);
    expect(followed.found === 'tip' && followed.lines.at(-1)).toMatchObject({
      from: 'staff',
      text: 'รับเรื่องแล้ว ขอสอบถามวันที่',
    });
    await sent.guest.follower.add('วันจันทร์');
    const { tip } = await second.open(sent.id);
    expect(tip.lines.slice(-2).map(({ text }) => text)).toEqual(['รับเรื่องแล้ว ขอสอบถามวันที่', 'วันจันทร์']);
    expect(tip.faults).toEqual([]);
  });

  it('moves on, with words where they are needed, and is counted in its half-year', async () => {
    const sent = await listed({ office: 'works' });
    const before = await tally('2026-11-24');
    const status = (change: string, from: string, words?: object) =>
      first.call('POST', `/tips/${sent.id}/status`, { change, status: from, ...(words ? { words } : {}) });
    expect((await status('accept', 'new')).json).toMatchObject({ status: 'accepted' });
    expect((await status('accept', 'new')).code).toBe('changed');
    expect((await status('decline', 'accepted')).code).toBe('bad_shape');
    const words = await first.sealed(sent.id, 'ส่งให้ ป.ป.ช. แล้ว');
    expect((await status('refer', 'accepted', words)).json).toMatchObject({ status: 'referred' });
    expect((await status('start', 'referred')).code).toBe('not_now');
    const followed = await sent.guest.follower.follow(sent.receipt);
    expect(followed).toMatchObject({ found: 'tip', status: 'referred' });
    const after = await tally('2026-11-24');
    expect(Number(after.done ?? 0) - Number(before.done ?? 0)).toBe(1);
    expect(after.all).toBe(before.all);
  });

  it('tells the second of two officers what stands there now, and overwrites nothing', async () => {
    const sent = await listed({ office: 'works' });
    const late = await second.sealed(sent.id, 'คำตอบที่สอง');
    expect((await first.answer(sent.id, 'คำตอบแรก')).status).toBe(200);
    const refused = await second.call('POST', `/tips/${sent.id}/words`, late);
    expect([refused.code, refused.now]).toEqual(['changed', expect.objectContaining({ next: late.n + 1 })]);
    expect((await second.answer(sent.id, 'คำตอบที่สอง')).status).toBe(200);
    const again = await first.sealed(sent.id, 'คำตอบที่สาม');
    expect((await first.call('POST', `/tips/${sent.id}/words`, again)).status).toBe(200);
    expect((await first.call('POST', `/tips/${sent.id}/words`, again)).status).toBe(200);
    const { tip } = await first.open(sent.id);
    expect(tip.lines.slice(-3).map(({ text }) => text)).toEqual(['คำตอบแรก', 'คำตอบที่สอง', 'คำตอบที่สาม']);
  });

  it('whose parts were altered, lost or added says so', async () => {
    const sent = await listed({ office: 'works', texts: ['หนึ่ง', 'สอง'] });
    const { parts } = await first.fetched(sent.id);
    const at = { agency: 'khoen', draft: sent.id };
    const without = parts.filter(({ n }) => n !== 1);
    expect((await first.vault.open({ ...at, parts: without })).faults).toEqual([{ fault: 'missing', n: 1 }]);
    const swapped = parts.map((part) =>
      part.n === 1 ? { ...part, sealed: parts.find(({ n }) => n === 2)?.sealed ?? part.sealed } : part,
    );
    const { faults, unopened } = await first.vault.open({ ...at, parts: swapped });
    expect([faults, unopened]).toEqual([[{ fault: 'moved', n: 1, was: 2 }], [1]]);
    const listless = parts.filter(({ n }) => n !== 4);
    expect((await first.vault.open({ ...at, parts: listless })).faults).toBe('none');
  });
});

describe('whoever a tip keeps out', { timeout: 120_000 }, () => {
  it('gets everywhere exactly the answer of an id that is nothing, for as many reads', async () => {
    const sent = await listed({ office: 'education' });
    expect((await first.list()).some(({ id }) => id === sent.id)).toBe(true);
    expect((await second.list()).some(({ id }) => id === sent.id)).toBe(false);
    const words = await first.sealed(sent.id, 'ลับ');
    const unknown = 'zzzzzzzzzzzzzzzzzzzzzzzz';
    const target = stage.ground.secrets.staffHandle(vichai);
    const recipient = (await second.vault.makeRecovery({})).recipient;
    const calls = [
      (id: string) => ['GET', `/tips/${id}`],
      (id: string) => ['GET', `/tips/${id}/parts/1`],
      (id: string) => ['POST', `/tips/${id}/words`, words],
      (id: string) => ['POST', `/tips/${id}/status`, { change: 'accept', status: 'new' }],
      (id: string) => ['GET', `/resealing/${target}/${id}`],
      (id: string) => ['PUT', `/resealing/${target}/${id}`, { done: 'left_out', recipient }],
    ] as const;
    for (const callOf of calls) {
      const asked = async (id: string) => {
        const before = { ...stage.counts };
        const [method = '', path = '', body] = callOf(id);
        const { status, json } = await second.call(String(method), String(path), body);
        return {
          status,
          json,
          reads: stage.counts.reads - before.reads,
          commits: stage.counts.commits - before.commits,
        };
      };
      expect(await asked(sent.id)).toEqual(await asked(unknown));
    }
    for (const other of [admin.id, somying]) {
      expect((await stage.call(other, 'GET', `/tips/${sent.id}`)).code).toBe('role_too_low');
      expect((await stage.call(other, 'GET', '/tips')).code).toBe('role_too_low');
    }
    const seen = await stage.call(admin.id, 'GET', `/cases/${sent.id}`);
    expect(seen.code === 'not_found' || seen.code === 'bad_shape').toBe(true);
  });

  it('is alerted of nothing, though an entry waits for them as for everybody', async () => {
    const sent = await sendTip(stage, { office: 'education' });
    const { tip } = (await tipsIn(stage)).find(({ id }) => id === sent.id) ?? {};
    const entries = await stage.documents.query({
      collection: `${stage.ground.paths.agency}/outbox`,
      where: [],
      orderBy: [],
      limit: 500,
    });
    const slot = entries.filter(({ data }) => JSON.stringify(data.notice).includes(tip?.listedFrom ?? '-'));
    const told = slot.map(({ data }) => StoredEntry.parse(data));
    expect(told.map(({ addressee }) => addressee.to === 'staff' && addressee.staffId).sort()).toEqual([
      vichai,
      arunee,
    ]);
    const alerted = told.flatMap(({ addressee, notice }) =>
      addressee.to === 'staff' &&
      notice.notice === 'tips' &&
      isAlerted(stage.ground, addressee.staffId, notice)
        ? [addressee.staffId]
        : [],
    );
    expect(alerted).toEqual([vichai]);
    expect(new Set(slot.map(({ data }) => JSON.stringify(data.notice).length)).size).toBe(1);
  });
});

describe('a tip that came another way', { timeout: 120_000 }, () => {
  it('is sealed by an integrity officer, counted on its true day, and its receipt follows it', async () => {
    const guest = visitor(stage.url);
    const keys = await fetchKeys(guest.door.fetching);
    const receipt = '1234567890123456';
    const vault = newDoings();
    const tip = {
      office: 'finance',
      kind: 'bribe',
      texts: ['โทรมาเล่าว่าเรียกเงิน'],
      photos: [],
      channel: 'phone',
    };
    const { draft, lookup, readers, recovery, parts } = await vault.seal({ keys, receipt, tip });
    for (const [index, part] of parts.entries()) {
      expect((await first.call('PUT', `/tip-drafts/${draft}/${index + 1}`, part)).status).toBe(200);
    }
    const before = await tally('2026-10-05');
    const entered = {
      draft,
      lookup,
      edition: keys.edition,
      parts: parts.length,
      readers,
      recovery,
      received: '2026-10-05',
    };
    expect((await first.call('POST', '/tips', { ...entered, received: '2027-10-05' })).code).toBe(
      'bad_shape',
    );
    expect((await first.call('POST', '/tips', { ...entered, edition: 'other' })).code).toBe('changed');
    expect((await stage.call(admin.id, 'POST', '/tips', entered)).code).toBe('role_too_low');
    expect((await first.call('POST', '/tips', entered)).status).toBe(200);
    expect((await first.call('POST', '/tips', entered)).status).toBe(200);
    expect(Number((await tally('2026-10-05')).all) - Number(before.all ?? 0)).toBe(1);
    stage.later(HALF_DAY);
    const opened = await second.open(draft);
    expect(opened.answer.received).toBe('2026-10-05');
    expect(opened.tip).toMatchObject({ channel: 'phone', office: 'finance', faults: [] });
    expect(await guest.follower.follow(receipt)).toMatchObject({ found: 'tip', status: 'new' });
  });
});
