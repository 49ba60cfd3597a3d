import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherInputs } from '../../../bot/publish/gather.ts';
import { storedResponse } from '../../../bot/records/stored-response.ts';
import { increment } from '../../../bot/store/documents.ts';
import { demoExecutiveId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../../domain/agency/khoen-survey.ts';
import { buildContent } from '../../../domain/evidence/build.ts';
import { CommentRow, CommentsAnswer } from '../../../domain/staff/survey-comments.ts';
import { Response } from '../../../domain/survey/survey.ts';
import { surveyTallyKey, tallyOf } from '../../../domain/survey/tally.ts';
import { wordsIn } from '../../evidence/inputs.ts';
import { all } from '../cases/world.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';

let stage: StaffStage;
const idOf = (n: number): string => n.toString(16).padStart(30, '0');

/** Seventy answers of October and one of the year before; every answer but the first ten has words. */
beforeAll(async () => {
  stage = await openStaffStage();
  const { documents, ground } = stage;
  for (let n = 0; n < 71; n += 1) {
    const response = Response.parse({
      version: 1,
      survey: khoenSurvey.id,
      service: 'child-centre',
      channel: 'web',
      day: n === 70 ? '2026-09-30' : `2026-10-${String((n % 28) + 1).padStart(2, '0')}`,
      ratings: Object.fromEntries(khoenSurvey.questions.map(({ id }) => [id, 4])),
      ...(n < 10 ? {} : { comment: n === 12 ? 'ครูใจดี โทร 081-234-5678' : `ความเห็นที่ ${n}` }),
    });
    const sums = Object.entries(tallyOf(response)).map(([name, by]) => [name, increment(by)]);
    await documents.commit([
      { op: 'create', path: ground.paths.response(idOf(n)), data: storedResponse(response) },
      { op: 'merge', path: ground.paths.tally(surveyTallyKey(response)), data: Object.fromEntries(sums) },
    ]);
  }
});
afterAll(() => stage.close());

const page = async (cursor?: string) =>
  CommentsAnswer.parse(
    (
      await stage.call(
        demoExecutiveId,
        'GET',
        `/survey-comments?year=2570${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      )
    ).json,
  );
const chooses = (n: number, dimension: string | null, staffId = demoOfficerId) =>
  stage.call(staffId, 'PUT', `/survey-comments/${idOf(n)}`, { dimension });
const report = async () => {
  const { documents, parts } = stage;
  const wanted = {
    fiscalYear: 2570,
    presets: ['whole-year'] as const,
    today: '2026-11-24',
    publicUrl: 'http://localhost',
  };
  return wordsIn(buildContent('satisfaction_survey', await gatherInputs(documents, parts.current(), wanted)));
};

describe('what residents wrote in the survey', () => {
  it('is listed a page at a time, each once, with its month and no day, numbers blotted out', async () => {
    const rows: CommentRow[] = [];
    let answer = await page();
    rows.push(...answer.comments);
    for (; answer.next !== undefined; rows.push(...answer.comments)) answer = await page(answer.next);
    expect(rows.map(({ id }) => id).toSorted()).toEqual(
      Array.from({ length: 60 }, (_, n) => idOf(n + 10)).toSorted(),
    );
    expect(rows.find(({ id }) => id === idOf(12))).toEqual({
      id: idOf(12),
      service: 'child-centre',
      month: '2026-10',
      text: 'ครูใจดี โทร xxx-xxx-xxxx',
    });
    const odd = await stage.call(demoOfficerId, 'GET', '/survey-comments?year=2570&cursor=odd');
    expect(odd.code).toBe('bad_shape');
  });

  it('is in no report until somebody chooses it, then under what it is about, and out again', async () => {
    expect(await report()).toContain('มีผู้เขียนความเห็น 60 ข้อ เจ้าหน้าที่เลือกมาแสดง 0 ข้อ');
    expect(await report()).not.toContain('ครูใจดี');
    expect(CommentRow.parse((await chooses(12, 'staff')).json).chosen).toBe('staff');
    expect(CommentRow.parse((await chooses(12, 'process')).json).chosen).toBe('process');
    expect((await page()).chosen).toBe(1);
    expect(await report()).toMatch(/เจ้าหน้าที่เลือกมาแสดง 1 ข้อ.*ครูใจดี โทร xxx-xxx-xxxx/s);
    expect(CommentRow.parse((await chooses(12, null)).json).chosen).toBeUndefined();
    expect(await report()).not.toContain('ครูใจดี');
    const deeds = JSON.stringify((await all(stage, 'audit')).map(({ data }) => data));
    expect(deeds.match(/comment-chosen/g)).toHaveLength(3);
    expect(deeds).not.toContain('ครูใจดี');
  });

  it('is chosen by no executive, and not where there are no words', async () => {
    expect((await chooses(12, 'staff', demoExecutiveId)).code).toBe('role_too_low');
    expect((await chooses(3, 'staff')).code).toBe('not_found');
    expect((await chooses(999, 'staff')).code).toBe('not_found');
    expect((await chooses(12, 'weather')).code).toBe('bad_shape');
  });
});
