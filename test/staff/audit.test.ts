import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Deed } from '../../bot/audit/append.ts';
import { commitAudited } from '../../bot/audit/commit-audited.ts';
import { verifyAudit } from '../../bot/audit/verify.ts';
import { readerMark } from '../../bot/records/tip-marks.ts';
import {
  demoAdminId,
  demoIntegrityOfficerId,
  demoOfficerId,
  demoSecondIntegrityOfficerId,
} from '../../domain/agency/khoen-staff.ts';
import { AuditHeadAnswer, AuditPage } from '../../domain/staff/audit.ts';
import { Readers } from '../../sealing/readers.ts';
import { openStaffStage, type StaffStage } from './stage.ts';

let stage: StaffStage;
beforeEach(async () => {
  stage = await openStaffStage();
  return () => stage.close();
});
afterEach(() => expect(stage.lines.filter((line) => line.includes('failed'))).toEqual([]));

const does = (...deeds: Deed[]) =>
  commitAudited(stage.ground, stage.parts.clock, async () => ({ writes: [], deeds }));

async function pagesOf(staffId: string): Promise<AuditPage[]> {
  const pages: AuditPage[] = [];
  let after = '';
  do {
    const reply = await stage.call(staffId, 'GET', `/audit${after}`);
    expect(reply.status).toBe(200);
    const page = AuditPage.parse(reply.json);
    pages.push(page);
    after = page.next === undefined ? '' : `?after=${page.next}`;
  } while (after !== '');
  return pages;
}

const seenBy = async (staffId: string) =>
  (await pagesOf(staffId)).flatMap(({ rows }) => rows.map(({ action, about }) => `${action} ${about ?? ''}`));

/** What was done with a tip that the first integrity officer reads, and the second must not know of. */
async function secretDeed(about: string): Promise<Deed> {
  const { documents, paths } = stage.ground;
  const readers = Readers.parse((await documents.read(paths.readers))?.data);
  const mine = readers.officers.filter(({ staffId }) => staffId === demoIntegrityOfficerId);
  return {
    by: demoIntegrityOfficerId,
    action: 'tip-open',
    about,
    caseId: 'a-tip',
    readers: mine.map((officer) => readerMark(stage.ground, 'a-tip', officer)),
  };
}

describe('the audit, page by page', () => {
  it('is shown to an admin newest first, 25 at a time, each once', async () => {
    for (let n = 1; n <= 60; n += 1)
      await does({ by: demoOfficerId, action: 'case-change', about: `70-${n}` });
    const pages = await pagesOf(demoAdminId);
    expect(pages.map(({ rows }) => rows.length)).toEqual([25, 25, 10]);
    const numbers = pages.flatMap(({ rows }) => rows.map(({ about }) => about));
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, n) => `70-${60 - n}`));
    expect(pages[0]?.rows[0]).toMatchObject({ name: 'สมหญิง ใจดี (ทดลอง)', isHidden: false });
    expect(JSON.stringify(pages)).not.toMatch(/U[0-9a-f]{20,}|"n"/);
  });

  it('shows what was done with a tip to its readers alone, and to nobody else that there is something', async () => {
    await does({ by: demoAdminId, action: 'settings-change', about: 'places' });
    const asAdmin = async () =>
      Promise.all(['/audit', '/audit/head'].map((path) => stage.call(demoAdminId, 'GET', path)));
    const before = await asAdmin();
    await does(await secretDeed('กาสีเขียว'));
    expect(await seenBy(demoIntegrityOfficerId)).toEqual(['tip-open กาสีเขียว']);
    expect(await seenBy(demoSecondIntegrityOfficerId)).toEqual([]);
    const after = await asAdmin();
    expect(after[0]?.json).toEqual(before[0]?.json);
    const codes = [before, after].map(([, head]) => AuditHeadAnswer.parse(head?.json).code);
    expect(codes[0]).toBe(codes[1]);
    expect((await verifyAudit(stage.ground, [codes[0] ?? ''])).faults).toEqual([]);
  });

  it('has as long a page, and as long a cursor, whether or not there were tips between', async () => {
    for (let n = 0; n < 30; n += 1) await does({ by: demoAdminId, action: 'settings-change' });
    const [plain] = await pagesOf(demoAdminId);
    for (let n = 0; n < 90; n += 1) await does(await secretDeed('กาสีเขียว'));
    for (let n = 0; n < 20; n += 1) await does({ by: demoAdminId, action: 'settings-change' });
    const [mixed] = await pagesOf(demoAdminId);
    expect(mixed?.rows.length).toBe(25);
    expect(mixed?.next?.length).toBe(plain?.next?.length);
  });

  it('is refused to other roles, and what they tried stands in it', async () => {
    expect((await stage.call(demoOfficerId, 'GET', '/audit')).code).toBe('role_too_low');
    expect(await seenBy(demoAdminId)).toEqual(['refused get /audit']);
  });

  it('goes on at no place that somebody else made up', async () => {
    for (const after of ['x', 'A'.repeat(60), stage.ground.secrets.sealCursor('cases 7')]) {
      expect((await stage.call(demoAdminId, 'GET', `/audit?after=${after}`)).code).toBe('bad_shape');
    }
  });

  it('says when it was written to from outside', async () => {
    for (let n = 0; n < 3; n += 1)
      await does({ by: demoAdminId, action: 'settings-change', about: 'places' });
    const isBroken = async () => (await pagesOf(demoAdminId)).some((page) => page.isBroken);
    expect(await isBroken()).toBe(false);
    const path = stage.ground.paths.audit(2);
    await stage.documents.commit([{ op: 'update', path, data: { 'deed.about': 'targets' } }]);
    expect(await isBroken()).toBe(true);
  });

  it('costs as many documents whether it is long or short', async () => {
    const cost = async () => {
      const { documentsRead, queries } = stage.counts;
      await stage.call(demoAdminId, 'GET', '/audit');
      return [stage.counts.documentsRead - documentsRead, stage.counts.queries - queries];
    };
    const many = (times: number) =>
      does(...Array.from({ length: times }, (): Deed => ({ by: demoAdminId, action: 'settings-change' })));
    await many(200);
    await cost();
    const short = await cost();
    for (let n = 0; n < 5; n += 1) await many(200);
    expect(await cost()).toEqual(short);
  });
});

it('goes on whole where many act at once', async () => {
  const done = await Promise.all(
    Array.from({ length: 6 }, (_, n) => does({ by: demoOfficerId, action: 'case-note', about: `70-${n}` })),
  );
  expect(done.every((one) => one.done)).toBe(true);
  expect((await seenBy(demoAdminId)).sort()).toEqual(
    Array.from({ length: 6 }, (_, n) => `case-note 70-${n}`),
  );
});
