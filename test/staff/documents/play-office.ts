import { expect } from 'vitest';
import { demoAdminId, demoExecutiveId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import type { EvidenceKey } from '../../../domain/evidence/keys.ts';
import type { Preset } from '../../../domain/evidence/periods.ts';
import { ProposalAnswer, ProposalRow } from '../../../domain/staff/publish.ts';
import { SettingsAnswer } from '../../../domain/staff/settings.ts';
import { settingsValues } from '../../../domain/staff/settings-values.ts';
import { CommentsAnswer } from '../../../domain/staff/survey-comments.ts';
import type { TestBot } from '../../support/bot.ts';
import { somebody } from '../../support/person.ts';
import type { StaffStage } from '../stage.ts';
import {
  type Answered,
  activities,
  answers,
  type Counted,
  common,
  counts,
  FURTHER,
  MAIN,
  POPULATION,
} from './office-script.ts';
import type { Happening } from './play.ts';

/** Fills the survey's form in, as the browser of whoever stands at the counter sends it. */
async function fills(url: string, { service, channel, ratings, more, age, reasons, comment }: Answered) {
  const address = `${url}/rate/${service}?channel=${channel}`;
  const shown = await (await fetch(address)).text();
  const once = /name="once" value="([0-9a-f]{30})"/.exec(shown)?.[1] ?? '';
  const body = new URLSearchParams([
    ['once', once],
    ...MAIN.map((id, at) => [`q.${id}`, String(ratings[at])]),
    ...more.map((rating, at) => [`q.${FURTHER[at]?.id}`, String(rating)]),
    ...(age === undefined ? [] : [['age', age]]),
    ...reasons.map((reason) => ['reason', reason]),
    ...(comment === undefined ? [] : [['comment', comment]]),
  ]);
  const sent = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  expect([service, sent.status]).toEqual([service, 303]);
}

/** Answers the five questions in the chat, every one with the same, and no more. */
async function taps(bot: TestBot, { service, ratings: [rating] }: Answered) {
  const person = somebody(bot);
  await person.says(`ประเมินบริการ #${service}`);
  for (let steps = 0; steps < 12 && !person.shown().includes('ขอบคุณ'); steps += 1) {
    const shown = person.shown();
    if (shown.includes('จาก 5')) await person.taps(`${rating} `);
    else if (shown.includes('ตอบเพิ่ม')) await person.taps('พอแล้ว');
    else await person.taps('ข้าม');
  }
}

const nextMonth = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};

const call = async (stage: StaffStage, staffId: string, method: string, path: string, body?: unknown) => {
  const reply = await stage.call(staffId, method, path, body);
  expect([path, reply.status, reply.code]).toEqual([path, 200, undefined]);
  return reply.json;
};

/** Enters a month's counts; what was entered wrongly is corrected after it. */
async function enters(stage: StaffStage, month: string, ofMonth: readonly Counted[]) {
  const path = `/service-counts/${month}`;
  const first = ofMonth.map(({ service, walkIn, online, wrongly }) => ({
    service,
    ...(wrongly ?? { walkIn, online }),
    was: null,
  }));
  await call(stage, demoOfficerId, 'PUT', path, { rows: first });
  const wrong = ofMonth.filter(({ wrongly }) => wrongly !== undefined);
  if (wrong.length === 0) return;
  const rows = wrong.map(({ service, walkIn, online, wrongly }) => ({
    service,
    walkIn,
    online,
    was: wrongly,
  }));
  await call(stage, demoAdminId, 'PUT', path, { rows });
}

/** The survey and the monthly counts, on their days. */
export const officeHappenings =
  (stage: StaffStage, url: string) =>
  (bot: TestBot): Happening[] => [
    ...answers.map((one) => ({
      day: one.day,
      happens: () => (one.channel === 'line' ? taps(bot, one) : fills(url, one)),
    })),
    ...[...Map.groupBy(counts, ({ month }) => month)].map(([month, ofMonth]) => ({
      day: `${nextMonth(month)}-03`,
      happens: () => enters(stage, month, ofMonth),
    })),
  ];

/** What an admin enters after the year, which comments are shown, what is asked often. */
export async function settlesYear(stage: StaffStage, fiscalYear: number): Promise<void> {
  const now = SettingsAnswer.parse(await call(stage, demoAdminId, 'GET', '/settings/evidence'));
  const value = settingsValues.evidence.parse(now.value);
  const participation = activities.map((one) => ({ ...one }));
  const changed = { ...value, population: POPULATION, participation };
  await call(stage, demoAdminId, 'PUT', '/settings/evidence', { edition: now.edition, value: changed });
  const { comments } = CommentsAnswer.parse(
    await call(stage, demoOfficerId, 'GET', `/survey-comments?year=${fiscalYear}`),
  );
  for (const { id } of comments.slice(0, 2)) {
    await call(stage, demoOfficerId, 'PUT', `/survey-comments/${id}`, { dimension: 'staff' });
  }
  await approves(stage, { kind: 'questions', questions: common });
}

/** An officer proposes, an executive looks and approves; it is public then. */
export async function approves(stage: StaffStage, proposed: object): Promise<void> {
  const { id } = ProposalRow.parse(await call(stage, demoOfficerId, 'POST', '/proposals', proposed));
  const seen = ProposalAnswer.parse(await call(stage, demoExecutiveId, 'GET', `/proposals/${id}`));
  const approval = { edition: seen.row.edition, printed: seen.printed };
  await call(stage, demoExecutiveId, 'POST', `/proposals/${id}/approval`, approval);
}

export const approvesPaper = (
  stage: StaffStage,
  key: EvidenceKey,
  fiscalYear: number,
  preset: Preset,
  digits: 'thai' | 'arabic' = 'thai',
): Promise<void> => approves(stage, { kind: 'evidence', fiscalYear, key, preset, digits });
