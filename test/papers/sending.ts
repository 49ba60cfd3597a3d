import { createHash, randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import type { Staff } from '../../domain/agency/staff.ts';
import { PART_OCTETS, PaperFile } from '../../domain/papers/paper.ts';
import { FileAnswer, PaperAnswer } from '../../domain/staff/papers.ts';
import type { StaffReply, StaffStage } from '../staff/stage.ts';

export const markOf = (octets: Uint8Array): string => createHash('sha256').update(octets).digest('hex');
export const newPaperId = (): string => randomBytes(12).toString('hex');

/** Sends a file as the console does: what is missing of it, part by part, and asks for it to be checked. */
export async function sendFile(stage: StaffStage, who: Staff, octets: Uint8Array): Promise<StaffReply> {
  const sha256 = markOf(octets);
  const begun = await stage.call(who.id, 'POST', '/paper-files', { sha256, octets: octets.length });
  const answer = FileAnswer.parse(begun.json);
  for (const n of answer.kept ? [] : answer.missing) {
    const part = octets.slice(n * PART_OCTETS, (n + 1) * PART_OCTETS);
    const sent = await stage.call(who.id, 'PUT', `/paper-files/${sha256}/${n}`, part);
    expect(sent.status).toBe(200);
  }
  return stage.call(who.id, 'POST', `/paper-files/${sha256}/check`, { octets: octets.length });
}

/** What is said of a paper beside its file. */
export const said = (more: object = {}) => ({
  title: 'คู่มือขออนุญาตก่อสร้างอาคาร',
  kind: 'manual',
  item: 'service_manual',
  fiscalYear: 2570,
  day: '2026-10-01',
  source: { type: 'link', url: 'https://example.org/manual' },
  ...more,
});

/** Proposes a paper, and approves it as somebody else. */
export async function publishPaper(
  stage: StaffStage,
  { officer, palad, printed }: { officer: Staff; palad: Staff; printed: string },
  paper: object,
  id: string = newPaperId(),
): Promise<PaperAnswer> {
  const { json, status } = await stage.call(officer.id, 'PUT', `/papers/${id}/draft`, { paper });
  expect(status, JSON.stringify(json)).toBe(200);
  const { edition } = PaperAnswer.parse(json);
  const done = await stage.call(palad.id, 'POST', `/papers/${id}/approval`, { edition, printed });
  expect(done.status, JSON.stringify(done.json)).toBe(200);
  return PaperAnswer.parse(done.json);
}

export const fileOf = (reply: StaffReply): PaperFile => {
  expect(reply.status, JSON.stringify(reply.json)).toBe(200);
  return PaperFile.parse(reply.json);
};
