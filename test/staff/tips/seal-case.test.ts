import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  demoSecondIntegrityOfficerId as arunee,
  demoOfficerId as somying,
  demoIntegrityOfficerId as vichai,
} from '../../../domain/agency/khoen-staff.ts';
import { CaseDetail, Entered } from '../../../domain/staff/cases.ts';
import { fetchKeys } from '../../../liff/worker/api.ts';
import { visitor } from '../../forms/visitor.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';
import { HALF_DAY, newDoings, type OfficerDesk, officerDesk, tipsIn } from './desk.ts';

const WORDS = 'ครูเวรเรียกเงินค่านมโรงเรียน';

let stage: StaffStage;
let reader: OfficerDesk;
let kept: OfficerDesk;
beforeAll(async () => {
  stage = await openStaffStage();
  [reader, kept] = [await officerDesk(stage, vichai), await officerDesk(stage, arunee)];
}, 120_000);
afterAll(() => stage.close());

async function someCase() {
  const body = {
    once: Math.random().toString(36).slice(2, 14).padEnd(24, 'a'),
    kind: 'complaint',
    category: stage.parts.current().agency.categories[0]?.id,
    channel: 'phone',
    received: '2026-11-20',
    text: WORDS,
  };
  const entered = await stage.call(somying, 'POST', '/cases', body);
  return Entered.parse(entered.json);
}

async function sealed(detail: CaseDetail) {
  const keys = await fetchKeys(visitor(stage.url).door.fetching);
  const tip = {
    office: 'education',
    kind: 'bribe',
    texts: [detail.text],
    photos: [],
    channel: detail.channel,
  };
  const { draft, lookup, readers, recovery, parts } = await newDoings().seal({
    keys,
    receipt: undefined,
    tip,
  });
  expect(lookup).toBeUndefined();
  for (const [index, part] of parts.entries()) {
    expect((await stage.call(somying, 'PUT', `/tip-drafts/${draft}/${index + 1}`, part)).status).toBe(200);
  }
  const { edition } = keys;
  return {
    draft,
    edition,
    parts: parts.length,
    readers,
    recovery,
    caseId: detail.id,
    caseEdition: detail.edition,
  };
}

it('a case that is sealed is a tip under the same receipt, and nothing of its clear copy is left', async () => {
  const entered = await someCase();
  const detail = CaseDetail.parse((await stage.call(somying, 'GET', `/cases/${entered.id}`)).json);
  const body = await sealed(detail);
  const post = (more = {}) => stage.call(somying, 'POST', '/sealed-cases', { ...body, ...more });
  expect((await post({ caseEdition: detail.edition + 1 })).code).toBe('changed');
  expect((await post({ edition: 'another' })).code).toBe('changed');
  expect((await post({ caseId: 'zzzzzzzzzzzzzzzzzzzz' })).code).toBe('not_found');
  expect((await stage.call(vichai, 'POST', '/sealed-cases', body)).code).toBe('role_too_low');
  expect((await post()).status).toBe(200);

  expect((await stage.call(somying, 'GET', `/cases/${entered.id}`)).code).toBe('not_found');
  const left = await Promise.all(
    ['cases', 'messages', 'history', 'attachments', 'routes'].map((group) =>
      stage.documents.query({ group, where: [], orderBy: [], limit: 500 }),
    ),
  );
  const clear = left.flat();
  expect(clear.filter(({ path }) => path.includes(entered.id))).toEqual([]);
  expect(JSON.stringify(clear.map(({ data }) => data))).not.toContain(WORDS);

  const made = (await tipsIn(stage)).find(({ id }) => id === body.draft);
  expect(made?.tip).toMatchObject({ status: 'new', received: '2026-11-20' });
  stage.later(HALF_DAY);
  const opened = await reader.open(body.draft);
  expect(opened.tip).toMatchObject({
    office: 'education',
    channel: 'phone',
    reporter: undefined,
    faults: [],
  });
  expect(opened.tip.lines.map(({ text }) => text)).toEqual([WORDS]);
  expect((await kept.call('GET', `/tips/${body.draft}`)).code).toBe('not_found');

  await stage.call(vichai, 'POST', `/tips/${body.draft}/status`, { change: 'accept', status: 'new' });
  const followed = await visitor(stage.url).follower.follow(entered.receipt);
  expect(followed).toMatchObject({ found: 'tip', status: 'accepted', lines: [], canAdd: false });
}, 120_000);
