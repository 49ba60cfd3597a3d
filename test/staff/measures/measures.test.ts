import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plain } from '../../../bot/publish/plain.ts';
import { YearResult } from '../../../bot/publish/records.ts';
import { approveResult, saveDraft } from '../../../bot/publish/results.ts';
import { runJob } from '../../../bot/publish/run-job.ts';
import { demoAdminId, demoExecutiveId } from '../../../domain/agency/khoen-staff.ts';
import type { Staff } from '../../../domain/agency/staff.ts';
import { khoenReport2566 } from '../../../domain/ita/data/khoen-2566.ts';
import { measuresOf, rawResultOf } from '../../../domain/ita/read-report.ts';
import { AuditPage } from '../../../domain/staff/audit.ts';
import { KeptProof, MeasureRow, MeasuresAnswer } from '../../../domain/staff/measures.ts';
import { Faults } from '../../../domain/staff/settings.ts';
import { openStaffStage, type StaffReply, type StaffStage } from '../stage.ts';

let stage: StaffStage;
let finance: Staff;
let works: Staff;
beforeAll(async () => {
  stage = await openStaffStage();
  finance = await stage.addStaff('อรทัย การเงิน', ['officer'], { unit: 'finance' });
  works = await stage.addStaff('สมชาย โยธา', ['officer'], { unit: 'works' });
  const report = khoenReport2566;
  const draft = YearResult.parse(
    plain({ raw: rawResultOf(report), judgements: report.judgements, report, importedOn: '2026-11-20' }),
  );
  await saveDraft(stage.documents, 'khoen', draft);
});
afterAll(() => stage.close());

/** A picture as a camera makes it, with the place in it. */
const cameraPhoto = async (): Promise<Uint8Array> => {
  const made = sharp({ create: { width: 40, height: 30, channels: 3, background: '#287' } });
  const withPlace = made.withExif({ IFD3: { GPSLatitude: '15/1 0/1 0/1' } });
  return new Uint8Array(await withPlace.jpeg().toBuffer());
};
const list = async (who = demoAdminId, year?: number): Promise<MeasuresAnswer> =>
  MeasuresAnswer.parse(
    (await stage.call(who, 'GET', `/measures${year === undefined ? '' : `?year=${year}`}`)).json,
  );
const rowIn = ({ status, json, code }: StaffReply): MeasureRow => {
  expect([status, code]).toEqual([200, undefined]);
  return MeasureRow.parse(json);
};
const measure = async (id: string): Promise<MeasureRow> => {
  const found = (await list(demoAdminId, Number(id.slice(0, 4)))).measures.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no measure ${id}`);
  return found;
};
const stepOf = (row: MeasureRow, id: string) => {
  const found = row.steps.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no step ${id}`);
  return found;
};
const say = async (who: string, id: string, step: string, body: object): Promise<StaffReply> => {
  const { edition } = stepOf(await measure(id), step);
  return stage.call(who, 'POST', `/measures/${id}/steps/${step}`, { edition, ...body });
};
const DONE = { state: 'done', day: '2026-11-20', photos: [], links: [] };
const written = ({
  issue,
  issueTitle,
  lines,
  responsible,
  unit,
  period,
  from,
  to,
  followUp,
  steps,
}: MeasureRow) => ({
  ...{ issue, issueTitle, lines, responsible, period, from, to, unit, followUp },
  steps: steps.map(({ id, text, due }) => ({ id, text, due })),
});

describe('the plan of a report', () => {
  test('is offered once the report is approved, and taken over word for word, once', async () => {
    expect((await list()).plan).toBeUndefined();
    const plan = { fiscalYear: 2567 };
    expect((await stage.call(demoAdminId, 'POST', '/measures/plan', plan)).code).toBe('not_now');
    await approveResult(stage.documents, 'khoen', 2566, { approvedOn: '2026-11-20', approvedBy: 'ปลัด อบต.' });
    expect((await list()).plan).toEqual({ fiscalYear: 2567, count: 11 });
    const both = await Promise.all([1, 2].map(() => stage.call(demoAdminId, 'POST', '/measures/plan', plan)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);

    const answer = await list();
    expect([answer.fiscalYear, answer.years, answer.plan]).toEqual([2567, [2567], undefined]);
    const planned = measuresOf(khoenReport2566);
    expect(
      answer.measures.map(
        ({ id, issue, issueTitle, lines, responsible, period, from, to, steps, order }) => ({
          ...{ id, issue, issueTitle, responsible, period, from, to, order, measures: lines },
          steps: steps.map(({ text }) => text),
          lines: planned.find((one) => one.id === id)?.lines,
        }),
      ),
    ).toEqual(planned.map((one, nth) => ({ ...one, order: nth + 1 })));
    for (const { steps, to, followUp } of answer.measures) {
      expect(followUp).toBeUndefined();
      expect(steps.every(({ state, due }) => state === 'open' && due === to)).toBe(true);
    }
    expect(answer.measures.map(({ unit }) => unit ?? '-')).toEqual(
      planned.map(({ responsible }) => (responsible.includes('กองคลัง') ? 'finance' : '-')),
    );
  });
});

describe('npm run publish -- plan', () => {
  test('says that a year has its plan, or that no approved report has one', async () => {
    const { documents, parts } = stage;
    const at = { documents, current: parts.current(), publicUrl: 'http://localhost', now: parts.clock() };
    const before = await list();
    const again = await runJob(at, { do: 'import plan', fiscalYear: 2567 });
    expect([again.ok, again.lines.join()]).toEqual([
      false,
      expect.stringContaining('มีแผนมาตรการปี 2567 อยู่แล้ว'),
    ]);
    const none = await runJob(at, { do: 'import plan', fiscalYear: 2570 });
    expect([none.ok, none.lines.join()]).toEqual([false, expect.stringContaining('ยังไม่มีรายงานที่อนุมัติ')]);
    expect(await list()).toEqual(before);
  });
});

describe('a step', () => {
  test('is ticked off with day, note and link; taken back; and said to be late with its reason', async () => {
    const body = {
      ...DONE,
      note: 'ประชุม 12 คน',
      links: ['https://khoen.example/a', 'https://khoen.example/a'],
    };
    const done = rowIn(await say(works.id, '2567-1', 's1', body));
    expect(stepOf(done, 's1')).toMatchObject({
      state: 'done',
      day: '2026-11-20',
      note: 'ประชุม 12 คน',
      by: works.name,
      proofs: [{ proof: 'link', url: 'https://khoen.example/a' }],
    });
    const back = rowIn(await say(works.id, '2567-1', 's1', { state: 'open' }));
    expect(stepOf(back, 's1')).toEqual({ ...stepOf(back, 's1'), state: 'open' });
    expect(stepOf(back, 's1')).not.toHaveProperty('proofs');
    const why = rowIn(await say(works.id, '2567-1', 's1', { state: 'open', because: 'รองบประมาณ' }));
    expect(stepOf(why, 's1')).toMatchObject({ because: 'รองบประมาณ' });
    const audit = AuditPage.parse((await stage.call(demoAdminId, 'GET', '/audit')).json);
    expect(audit.rows.slice(0, 3).map(({ action, about }) => [action, about])).toEqual([
      ['measure-untick', '2567-1 s1'],
      ['measure-untick', '2567-1 s1'],
      ['measure-tick', '2567-1 s1'],
    ]);
  });

  test('is proved by a photo that is cleaned, kept with it, and swept where no step took it', async () => {
    const octets = await cameraPhoto();
    expect(Buffer.from(octets).includes('Exif')).toBe(true);
    const kept = await stage.call(works.id, 'POST', '/measures/2567-2/photos', octets);
    const { sha256 } = KeptProof.parse(kept.json);
    const path = stage.ground.paths.measurePhoto('2567-2', sha256);
    expect((await stage.documents.read(path))?.data.expireAt).toBeDefined();
    rowIn(await say(works.id, '2567-2', 's2', { ...DONE, photos: [sha256] }));
    expect((await stage.documents.read(path))?.data.expireAt).toBeUndefined();
    // The same picture once more: it stays as it is kept.
    await stage.call(works.id, 'POST', '/measures/2567-2/photos', octets);
    expect((await stage.documents.read(path))?.data.expireAt).toBeUndefined();
    const shown = await stage.call(demoExecutiveId, 'GET', `/measures/2567-2/photos/${sha256}`);
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(shown.octets).includes('Exif')).toBe(false);
    const other = await say(works.id, '2567-3', 's1', { ...DONE, photos: [sha256] });
    expect(other.code).toBe('not_now');
    const words = await stage.call(works.id, 'POST', '/measures/2567-2/photos', Buffer.from('no picture'));
    expect(words.code).toBe('unreadable_picture');
  });

  test('is ticked by its unit’s officers and admins alone; seen by executives; hidden from integrity officers', async () => {
    const ofFinance = (await list()).measures.find(({ unit }) => unit === 'finance');
    const id = ofFinance?.id ?? '';
    expect((await say(works.id, id, 's1', DONE)).status).toBe(403);
    expect((await stage.call(works.id, 'POST', `/measures/${id}/photos`, await cameraPhoto())).status).toBe(
      403,
    );
    expect((await list(works.id)).measures.find((one) => one.id === id)?.mayTick).toBe(false);
    expect((await list(finance.id)).measures.find((one) => one.id === id)?.mayTick).toBe(true);
    rowIn(await say(finance.id, id, 's1', DONE));
    rowIn(await say(demoAdminId, id, 's2', DONE));
    expect((await list(demoExecutiveId)).measures.some(({ mayTick }) => mayTick)).toBe(false);
    expect((await say(demoExecutiveId, id, 's3', DONE)).status).toBe(403);
  });

  test('has faults told: a day that is not yet, too much proof, a link that is none', async () => {
    const future = await say(works.id, '2567-3', 's1', { ...DONE, day: '2026-11-25' });
    expect(Faults.parse(future.now).faults).toEqual([{ at: 'day', fault: 'bad_day' }]);
    const links = Array.from({ length: 7 }, (_, n) => `https://khoen.example/${n}`);
    expect((await say(works.id, '2567-3', 's1', { ...DONE, links })).status).toBe(400);
    for (const link of ['javascript:alert(1)', 'khoen', '']) {
      expect((await say(works.id, '2567-3', 's1', { ...DONE, links: [link] })).status).toBe(400);
    }
    expect(
      (await stage.call(works.id, 'POST', '/measures/2567-99/steps/s1', { edition: 'x', ...DONE })).status,
    ).toBe(404);
  });
});

describe('two people at once', () => {
  test('tick different steps of one measure without standing in each other’s way', async () => {
    const row = await measure('2567-4');
    const ticked = await Promise.all(
      row.steps.map(({ id, edition }) =>
        stage.call(works.id, 'POST', `/measures/2567-4/steps/${id}`, { edition, ...DONE, note: id }),
      ),
    );
    expect(new Set(ticked.map(({ status }) => status))).toEqual(new Set([200]));
    const now = await measure('2567-4');
    expect(now.steps.map((step) => step.state === 'done' && step.note)).toEqual(
      row.steps.map(({ id }) => id),
    );
  });

  test('say two things of one step: one is kept, the other sees it, and nothing is overwritten', async () => {
    const { edition } = stepOf(await measure('2567-5'), 's1');
    const said = await Promise.all(
      ['หนึ่ง', 'สอง'].map((note) =>
        stage.call(demoAdminId, 'POST', '/measures/2567-5/steps/s1', { edition, ...DONE, note }),
      ),
    );
    expect(said.map(({ status }) => status).sort()).toEqual([200, 409]);
    const kept = said.flatMap(({ status, json }) => (status === 200 ? [MeasureRow.parse(json)] : []));
    const told = said.flatMap(({ status, now }) => (status === 409 ? [MeasureRow.parse(now)] : []));
    const [winner] = kept;
    if (winner === undefined) throw new Error('one of them is kept');
    expect(told).toEqual([winner]);
    expect(stepOf(await measure('2567-5'), 's1')).toEqual(stepOf(winner, 's1'));
  });

  test('a plan rewritten while a step is ticked keeps the tick; two who rewrite it are told apart', async () => {
    const before = await measure('2567-6');
    rowIn(await say(works.id, '2567-6', 's2', { ...DONE, note: 'ทำแล้ว' }));
    const value = { ...written(before), followUp: 'รายงานทุกไตรมาส', unit: 'works' };
    const changed = rowIn(
      await stage.call(demoAdminId, 'PUT', '/measures/2567-6', { edition: before.edition, value }),
    );
    expect(changed).toMatchObject({ followUp: 'รายงานทุกไตรมาส', unit: 'works' });
    expect(stepOf(changed, 's2')).toMatchObject({ state: 'done', note: 'ทำแล้ว' });
    const late = await stage.call(demoAdminId, 'PUT', '/measures/2567-6', { edition: before.edition, value });
    expect(late.code).toBe('changed');
    expect(MeasureRow.parse(late.now)).toEqual(changed);
  });
});

describe('the plan, kept by an admin', () => {
  test('takes a new measure, a new step, other days; a step that was taken does not go', async () => {
    const value = {
      ...{ issue: 2, issueTitle: 'การให้บริการ', lines: ['ตั้งจุดบริการ'], responsible: 'กองช่าง', unit: 'works' },
      ...{ period: 'ทั้งปี', from: '2025-10-01', to: '2026-09-30' },
      steps: [{ text: 'ประกาศ', due: '2026-01-31' }],
    };
    const body = { once: '0123456789', fiscalYear: 2569, value };
    const added = await stage.call(demoAdminId, 'POST', '/measures', body);
    const again = await stage.call(demoAdminId, 'POST', '/measures', body);
    expect(MeasuresAnswer.parse(again.json)).toEqual(MeasuresAnswer.parse(added.json));
    const other = { ...body, value: { ...value, responsible: 'กองคลัง' } };
    expect((await stage.call(demoAdminId, 'POST', '/measures', other)).code).toBe('exists');
    const [row, ...others] = MeasuresAnswer.parse(added.json).measures;
    expect(others).toEqual([]);
    if (row === undefined) throw new Error('it was added');
    expect((await list()).years).toEqual([2569, 2567]);
    const ticked = rowIn(
      await stage.call(works.id, 'POST', `/measures/${row.id}/steps/${row.steps[0]?.id}`, {
        edition: row.steps[0]?.edition,
        ...DONE,
      }),
    );
    const steps = [...written(ticked).steps, { text: 'ประเมินผล', due: '2026-06-30' }];
    const more = rowIn(
      await stage.call(demoAdminId, 'PUT', `/measures/${row.id}`, {
        edition: ticked.edition,
        value: { ...value, steps },
      }),
    );
    expect(more.steps.map(({ state, text }) => [state, text])).toEqual([
      ['done', 'ประกาศ'],
      ['open', 'ประเมินผล'],
    ]);
    const without = {
      edition: more.edition,
      value: { ...value, steps: steps.slice(1).map((s) => ({ ...s, id: more.steps[1]?.id })) },
    };
    expect((await stage.call(demoAdminId, 'PUT', `/measures/${row.id}`, without)).code).toBe('not_now');
    const faulty = await stage.call(demoAdminId, 'PUT', `/measures/${row.id}`, {
      edition: more.edition,
      value: { ...value, lines: [], unit: 'nowhere', steps: [{ text: ' ', due: '2026-02-31' }] },
    });
    expect(Faults.parse(faulty.now).faults.map(({ at, fault }) => [at, fault])).toEqual([
      ['lines', 'too_few'],
      ['steps.0.text', 'empty'],
      ['steps.0.due', 'bad_day'],
    ]);
    expect(
      (await stage.call(works.id, 'PUT', `/measures/${row.id}`, { edition: more.edition, value })).status,
    ).toBe(403);
  });

  test('gives a measure up and takes it back with all that was done of it', async () => {
    const before = await measure('2567-1');
    const gone = rowIn(
      await stage.call(demoAdminId, 'POST', '/measures/2567-1/removal', { edition: before.edition }),
    );
    const answer = await list(demoAdminId, 2567);
    expect(answer.measures.map(({ id }) => id)).not.toContain('2567-1');
    expect(answer.removed).toMatchObject([{ id: '2567-1', removed: { day: '2026-11-24' } }]);
    const edition = stepOf(gone, 's1').edition;
    const tick = await stage.call(works.id, 'POST', '/measures/2567-1/steps/s1', { edition, ...DONE });
    expect(tick.status).toBe(404);
    const again = await stage.call(demoAdminId, 'POST', '/measures/plan', { fiscalYear: 2567 });
    expect(again.code).toBe('exists');
    const back = rowIn(
      await stage.call(demoAdminId, 'POST', '/measures/2567-1/return', { edition: gone.edition }),
    );
    expect(back).toEqual(before);
  });
});
