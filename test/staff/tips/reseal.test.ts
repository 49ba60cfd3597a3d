import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  demoSecondIntegrityOfficerId as arunee,
  demoIntegrityOfficerId as vichai,
} from '../../../domain/agency/khoen-staff.ts';
import type { ResealWith } from '../../../liff/staff/vault/protocol.ts';
import type { Doings } from '../../../liff/staff/vault/vault.ts';
import { ResealList, ResealTip } from '../../../sealing/tips-contract.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';
import {
  DAY,
  HALF_DAY,
  newDoings,
  type OfficerDesk,
  officerDesk,
  renewKey,
  sendTip,
  tipsIn,
} from './desk.ts';

let stage: StaffStage;
let first: OfficerDesk;
beforeAll(async () => {
  stage = await openStaffStage();
  first = await officerDesk(stage, vichai);
}, 60_000);
afterAll(() => stage.close());

const handleOf = (staffId: string) => stage.ground.secrets.staffHandle(staffId);

async function idsFor(by: string, handle: string): Promise<string[]> {
  const { json } = await stage.call(by, 'GET', `/resealing/${handle}`);
  return ResealList.parse(json).ids;
}

/** Seals one tip to the new key of whose handle it is, as the page does. */
async function reseal(by: string, vault: Doings, handle: string, id: string, key: ResealWith = 'own') {
  const opened = await stage.call(by, 'GET', `/resealing/${handle}/${id}`);
  if (opened.status !== 200) return opened.code;
  const tip = ResealTip.parse(opened.json);
  const done = await vault.reseal({ agency: 'khoen', draft: id, tip, key });
  if (done === 'unreadable') return done;
  const kept = await stage.call(by, 'PUT', `/resealing/${handle}/${id}`, done);
  return kept.code ?? done.done;
}

describe('a lost passphrase', { timeout: 120_000 }, () => {
  it('is made good by a colleague: every tip that person could read, and no other', async () => {
    const photo = new Uint8Array(150_000).map((_, at) => at % 253);
    const theirs = await sendTip(stage, { office: 'finance', texts: ['หนึ่ง'], photos: [photo] });
    const more = await sendTip(stage, { office: 'works', texts: ['สอง'] });
    const aboutThem = await sendTip(stage, { office: 'education', texts: ['ครูเวรเรียกเงิน'] });
    stage.later(HALF_DAY);
    await first.answer(theirs.id, 'รับแล้ว');
    const sealedBefore = (await first.fetched(theirs.id)).parts.map(({ sealed }) =>
      Buffer.from(sealed).toString('hex'),
    );

    const { vault } = await renewKey(stage, arunee, vichai);
    const second = { ...(await officerDesk(stage, arunee, undefined)), vault };
    expect((await second.list()).map(({ id }) => id)).toEqual([]);
    expect((await second.call('GET', `/tips/${theirs.id}`)).code).toBe('not_found');

    const wanted = await idsFor(vichai, handleOf(arunee));
    expect(wanted.sort()).toEqual([theirs.id, more.id].sort());
    expect(await idsFor(vichai, handleOf(arunee))).not.toContain(aboutThem.id);
    expect(await reseal(vichai, first.vault, handleOf(arunee), aboutThem.id)).toBe('not_found');
    expect(await reseal(vichai, first.vault, handleOf(arunee), theirs.id)).toBe('sealed');
    expect(await idsFor(vichai, handleOf(arunee))).toEqual([more.id]);
    expect(await reseal(vichai, first.vault, handleOf(arunee), more.id)).toBe('sealed');
    expect(await idsFor(vichai, handleOf(arunee))).toEqual([]);

    const again = await officerDesk(stage, arunee, undefined);
    const fetched = await again.fetched(theirs.id);
    const tip = await vault.open({ agency: 'khoen', draft: theirs.id, parts: fetched.parts });
    expect(tip.lines.map(({ text }) => text)).toEqual(['หนึ่ง', 'รับแล้ว']);
    expect(tip.photos[0]?.octets).toEqual(photo);
    expect([tip.faults, tip.unopened]).toEqual([[], []]);
    expect(fetched.parts.map(({ sealed }) => Buffer.from(sealed).toString('hex'))).toEqual(sealedBefore);
    expect((await first.open(theirs.id)).tip.faults).toEqual([]);
    const followed = await theirs.guest.follower.follow(theirs.receipt);
    expect(followed.found === 'tip' && followed.lines.map(({ text }) => text)).toEqual(['หนึ่ง', 'รับแล้ว']);
    const marks = (await tipsIn(stage)).map(({ tip: { readers } }) => readers.length % 8);
    expect(new Set(marks)).toEqual(new Set([0]));
  });

  it('whose tips were not all sealed anew goes on where it stopped, and a forged header is refused', async () => {
    const tip = await sendTip(stage, { office: 'works', texts: ['สาม'] });
    stage.later(HALF_DAY);
    const { vault } = await renewKey(stage, arunee, vichai);
    const handle = handleOf(arunee);
    const all = await idsFor(vichai, handle);
    expect(all).toContain(tip.id);
    const asked = ResealTip.parse((await stage.call(vichai, 'GET', `/resealing/${handle}/${tip.id}`)).json);
    const done = await first.vault.reseal({ agency: 'khoen', draft: tip.id, tip: asked, key: 'own' });
    if (done === 'unreadable' || done.done !== 'sealed') throw new Error('a colleague can seal it');
    const put = (body: unknown) => stage.call(vichai, 'PUT', `/resealing/${handle}/${tip.id}`, body);
    const [, ...fewer] = done.headers;
    expect((await put({ ...done, headers: fewer })).code).toBe('bad_shape');
    const junk = Buffer.from('no header').toString('base64');
    expect((await put({ ...done, headers: done.headers.map(({ n }) => ({ n, header: junk })) })).code).toBe(
      'bad_shape',
    );
    expect((await put({ ...done, edition: 'another' })).code).toBe('changed');
    expect((await put({ ...done, count: done.count + 1 })).code).toBe('changed');
    expect((await put(done)).status).toBe(200);
    for (const id of await idsFor(vichai, handle))
      expect(await reseal(vichai, first.vault, handle, id)).toBe('sealed');
    const second = await officerDesk(stage, arunee, undefined);
    expect((await second.list()).map(({ id }) => id).sort()).toEqual(all.sort());
    const fetched = await second.fetched(tip.id);
    const opened = await vault.open({ agency: 'khoen', draft: tip.id, parts: fetched.parts });
    expect(opened.lines.map(({ text }) => text)).toEqual(['สาม']);
  });

  it('is left out of a tip about the office that its owner sits in by now', async () => {
    const tip = await sendTip(stage, { office: 'finance', texts: ['เรื่องกองคลัง'] });
    stage.later(HALF_DAY);
    const path = stage.ground.paths.staff(arunee);
    await stage.documents.commit([{ op: 'update', path, data: { unit: 'finance' } }]);
    const { vault } = await renewKey(stage, arunee, vichai);
    const handle = handleOf(arunee);
    expect(await idsFor(vichai, handle)).toContain(tip.id);
    expect(await reseal(vichai, first.vault, handle, tip.id)).toBe('left_out');
    expect(await idsFor(vichai, handle)).not.toContain(tip.id);
    const second = await officerDesk(stage, arunee, undefined);
    expect((await second.call('GET', `/tips/${tip.id}`)).code).toBe('not_found');
    const { parts } = await first.fetched(tip.id);
    const opened = await vault.open({ agency: 'khoen', draft: tip.id, parts });
    expect(opened.lines).toEqual([]);
    await stage.documents.commit([{ op: 'update', path, data: { unit: 'education' } }]);
    await renewKey(stage, arunee, vichai);
  });

  it('is nobody else’s to make good: not one’s own, not for one who lost nothing', async () => {
    expect((await stage.call(arunee, 'GET', `/resealing/${handleOf(arunee)}`)).code).toBe('not_found');
    expect(await idsFor(arunee, handleOf(vichai))).toEqual([]);
    expect((await stage.call(vichai, 'GET', '/resealing/somebody')).code).toBe('not_found');
  });
});

describe('the recovery key', { timeout: 120_000 }, () => {
  it('opens tips that no officer is left to open, once that was announced, and no others', async () => {
    const paper = await newDoings().makeRecovery({});
    const admin = await stage.addStaff('นายผู้ดูแล', ['admin']);
    const custodian = { name: 'นายอำเภอ', office: 'outside' };
    await stage.call(admin.id, 'POST', '/keys/recovery', { recipient: paper.recipient, custodian });
    await stage.call(vichai, 'POST', '/keys/recovery/confirm', { recipient: paper.recipient });
    stage.later(DAY + 1000);
    await stage.call(admin.id, 'POST', '/keys/recovery/begin', { recipient: paper.recipient });

    const aboutArunee = await sendTip(stage, { office: 'education', texts: ['มีแต่วิชัยอ่านได้'] });
    const both = await sendTip(stage, { office: 'works', texts: ['อ่านได้ทั้งสองคน'] });
    stage.later(HALF_DAY);
    const { vault } = await renewKey(stage, vichai, arunee);
    expect((await stage.call(vichai, 'GET', '/resealing/recovery')).code).toBe('not_found');
    expect((await stage.call(admin.id, 'POST', '/resealing/recovery/open')).code).toBe('role_too_low');
    expect((await stage.call(vichai, 'POST', '/resealing/recovery/open')).status).toBe(200);
    const ids = await idsFor(vichai, 'recovery');
    expect(ids).toContain(aboutArunee.id);
    expect(ids).not.toContain(both.id);
    expect((await stage.call(arunee, 'GET', '/resealing/recovery')).code).toBe('not_found');
    const other = await newDoings().makeRecovery({});
    const wrong = await reseal(vichai, vault, 'recovery', aboutArunee.id, { recovery: other.identity });
    expect(wrong).toBe('unreadable');
    expect(await reseal(vichai, vault, 'recovery', both.id, { recovery: paper.identity })).toBe('not_found');
    expect(await reseal(vichai, vault, 'recovery', aboutArunee.id, { recovery: paper.identity })).toBe(
      'sealed',
    );
    const desk = await officerDesk(stage, vichai, undefined);
    const { parts } = await desk.fetched(aboutArunee.id);
    const opened = await vault.open({ agency: 'khoen', draft: aboutArunee.id, parts });
    expect(opened.lines.map(({ text }) => text)).toEqual(['มีแต่วิชัยอ่านได้']);
    const told = await stage.documents.query({
      collection: `${stage.ground.paths.agency}/outbox`,
      where: [],
      orderBy: [],
      limit: 500,
    });
    const opening = told.filter(({ data }) => JSON.stringify(data).includes('"opened"'));
    expect(opening.some(({ data }) => JSON.stringify(data).includes(admin.id))).toBe(true);
    expect(opening.some(({ data }) => JSON.stringify(data).includes(arunee))).toBe(true);
    stage.later(3 * 3_600_000);
    expect((await stage.call(vichai, 'GET', '/resealing/recovery')).code).toBe('not_found');
  });
});
