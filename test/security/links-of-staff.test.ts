import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Agency } from '../../domain/agency/agency.ts';
import { khoen } from '../../domain/agency/khoen.ts';
import { demoOfficerId } from '../../domain/agency/khoen-staff.ts';
import { EvidenceProfile, emptyProfile } from '../../domain/evidence/profile.ts';
import { PaperSource } from '../../domain/papers/paper.ts';
import { PageAgency, pageAgency } from '../../domain/published/frame.ts';
import { openStaffStage, type StaffStage } from '../staff/stage.ts';

/** Addresses that a browser runs, reads from the disk or hands to another program. */
const HOSTILE = [
  `javascript:window.ran=1`,
  `JavaScript://khoen.example/%0awindow.ran=1`,
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<script>window.ran=1</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://khoen.example/1',
  'intent://scan/#Intent;scheme=zxing;end',
];

let stage: StaffStage;
beforeAll(async () => {
  stage = await openStaffStage();
});
afterAll(() => stage.close());

it.each(HOSTILE)('%s is taken for no link that staff write', async (url) => {
  const id = randomBytes(12).toString('hex');
  const paper = {
    title: 'คู่มือ',
    kind: 'manual',
    fiscalYear: 2570,
    day: '2026-10-01',
    source: { type: 'link', url },
  };
  const calls: [by: string, method: string, path: string, body: object][] = [
    [demoOfficerId, 'PUT', `/papers/${id}/draft`, { paper }],
    [demoOfficerId, 'PUT', '/submission/2566/o2', { edition: 'none', links: [{ label: 'แผน', url }] }],
  ];
  for (const [by, method, path, body] of calls) {
    const reply = await stage.call(by, method, path, body);
    expect([path, [400, 422].includes(reply.status)]).toEqual([path, true]);
  }
  const kept = await stage.documents.query({ group: 'papers', where: [], orderBy: [], limit: 10 });
  expect(JSON.stringify(kept.map(({ data }) => data))).not.toContain(url);
});

it.each(HOSTILE)('%s is read out of no record that a page is made from', (url) => {
  const agency = khoen('c2FsdHNhbHRzYWx0c2FsdA==');
  expect(Agency.safeParse(agency).success).toBe(true);
  expect(PaperSource.safeParse({ type: 'link', url }).success).toBe(false);
  for (const field of ['website', 'mapUrl', 'socialUrl', 'lineUrl']) {
    const profile = { ...emptyProfile, [field]: url };
    expect([field, EvidenceProfile.safeParse(profile).success]).toEqual([field, false]);
  }
  const frame = pageAgency(agency, 'https://line.me/R/ti/p/@khoen');
  expect(PageAgency.safeParse(frame).success).toBe(true);
  expect(PageAgency.safeParse({ ...frame, lineUrl: url }).success).toBe(false);
  const outside = agency.outside.map((channel) => ({ ...channel, url }));
  expect(Agency.safeParse({ ...agency, outside }).success).toBe(false);
  expect(Agency.safeParse({ ...agency, eit: { url, from: '2026-11-01', to: '2026-12-01' } }).success).toBe(
    false,
  );
});
