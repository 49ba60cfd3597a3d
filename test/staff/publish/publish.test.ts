import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readVersion } from '../../../bot/publish/evidence-plan.ts';
import { plain } from '../../../bot/publish/plain.ts';
import { YearResult } from '../../../bot/publish/records.ts';
import { saveDraft } from '../../../bot/publish/results.ts';
import { demoAdminId } from '../../../domain/agency/khoen-staff.ts';
import type { Staff } from '../../../domain/agency/staff.ts';
import { khoenReport2566 } from '../../../domain/ita/data/khoen-2566.ts';
import { rawResultOf } from '../../../domain/ita/read-report.ts';
import { HomePage } from '../../../domain/published/home.ts';
import { OitPage } from '../../../domain/published/oit.ts';
import { MeasuresAnswer } from '../../../domain/staff/measures.ts';
import { ProposalRow, ProposalsAnswer, PublishAnswer } from '../../../domain/staff/publish.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';

let stage: StaffStage;
let officer: Staff;
let palad: Staff;
let nayok: Staff;
const PRINTED = 'สมพร ตรวจดี ปลัด อบต.เขิน';
beforeAll(async () => {
  stage = await openStaffStage();
  officer = await stage.addStaff('สมชาย เสนอ', ['officer'], { unit: 'works' });
  palad = await stage.addStaff('สมพร ตรวจดี', ['executive'], { position: 'ปลัด อบต.เขิน' });
  nayok = await stage.addStaff('บุญส่ง นำพา', ['executive']);
  const report = khoenReport2566;
  const draft = YearResult.parse(
    plain({ raw: rawResultOf(report), judgements: report.judgements, report, importedOn: '2026-11-20' }),
  );
  await saveDraft(stage.documents, 'khoen', draft);
});
afterAll(() => stage.close());

const evidence = (key: string, fiscalYear = 2570) => ({
  kind: 'evidence',
  fiscalYear,
  key,
  preset: 'previous-year',
});
const propose = async (body: object, who = officer): Promise<ProposalRow> => {
  const sent = await stage.call(who.id, 'POST', '/proposals', body);
  expect(sent.status, JSON.stringify(sent.json)).toBe(200);
  return ProposalRow.parse(sent.json);
};
const approve = (row: ProposalRow, who = palad, printed = PRINTED) =>
  stage.call(who.id, 'POST', `/proposals/${row.id}/approval`, { edition: row.edition, printed });
const overview = async (who = officer) =>
  PublishAnswer.parse((await stage.call(who.id, 'GET', '/publish')).json);
const home = async () =>
  HomePage.parse((await stage.documents.read(stage.ground.paths.published('home')))?.data);
const oit = async (name: string) =>
  OitPage.parse((await stage.documents.read(stage.ground.paths.published(`oit-${name}`)))?.data);
const htmlOf = async (row: ProposalRow, who = palad) => {
  const shown = await stage.call(who.id, 'GET', `/proposals/${row.id}/preview`);
  expect(shown.headers.get('content-type')).toBe('text/html; charset=utf-8');
  return Buffer.from(shown.octets).toString();
};

describe('publishing', () => {
  test('evidence: seen as the public will see it, approved by another, shown, and taken down with a note', async () => {
    const row = await propose(evidence('contact'));
    expect((await overview()).waiting.map(({ id }) => id)).toEqual([row.id]);
    const seen = await htmlOf(row);
    expect(seen).toContain('045-000-000');
    expect(seen).toContain(PRINTED);
    expect(await htmlOf(row, officer)).toContain('รอผู้อนุมัติ');
    expect(await stage.documents.read(stage.ground.paths.published('oit-2570-contact'))).toBeUndefined();

    expect((await overview(palad)).printed).toBe(PRINTED);
    const done = await approve(row);
    expect(ProposalRow.parse(done.json)).toMatchObject({ state: 'approved', decided: { by: palad.name } });
    const page = await oit('2570-contact');
    expect(page.shown).toMatchObject({ n: 1, approvedBy: PRINTED, approvedOn: '2026-11-24' });
    const { html } = await stage.parts.render(page);
    expect(html).toBe(seen);

    const taken = await stage.call(palad.id, 'POST', '/publish/withdrawals', {
      kind: 'evidence',
      fiscalYear: 2570,
      key: 'contact',
      because: 'เบอร์โทรผิด',
    });
    expect(taken.status).toBe(200);
    expect((await oit('2570-contact')).withdrawn).toMatchObject({ because: 'เบอร์โทรผิด', by: PRINTED });
    expect((await overview()).evidence).toMatchObject([{ key: 'contact', withdrawn: { day: '2026-11-24' } }]);
    const version = await readVersion(
      stage.documents,
      stage.parts.current(),
      { fiscalYear: 2570, key: 'contact' },
      1,
    );
    expect(version).toEqual(page.shown);
  });

  test('what was seen is what is published, whatever was changed since', async () => {
    const row = await propose(evidence('e_service'));
    const seen = await htmlOf(row);
    await stage.documents.commit([
      {
        op: 'set',
        path: stage.ground.paths.evidenceProfile,
        data: plain({
          version: 1,
          questions: [],
          participation: [],
          services: [{ label: 'บริการใหม่', url: 'https://example.org/' }],
        }),
      },
    ]);
    expect((await approve(row)).status).toBe(200);
    const { html } = await stage.parts.render(await oit('2570-e_service'));
    expect(html).toBe(seen);
    expect(html).not.toContain('บริการใหม่');
  });

  test('whoever proposed does not approve; nobody approves without a position, or as somebody else', async () => {
    const own = await propose(evidence('q_and_a'), palad);
    expect((await approve(own)).code).toBe('second_person');
    const row = await propose(evidence('participation'));
    expect((await approve(row, nayok, 'บุญส่ง นำพา')).code).toBe('not_now');
    expect((await approve(row, palad, 'ใครก็ได้ นายก')).code).toBe('not_now');
    expect((await approve(row, officer)).status).toBe(403);
    expect((await stage.call(officer.id, 'DELETE', `/proposals/${own.id}`)).code).toBe('second_person');
    expect((await stage.call(palad.id, 'DELETE', `/proposals/${own.id}`)).status).toBe(200);
  });

  test('is given back with words; what was decided is not decided again', async () => {
    const [row] = (await overview()).waiting;
    if (row === undefined) throw new Error('nothing waits');
    const back = await stage.call(palad.id, 'POST', `/proposals/${row.id}/return`, {
      edition: row.edition,
      words: 'เพิ่มสถานที่ด้วย',
    });
    expect(ProposalRow.parse(back.json)).toMatchObject({
      state: 'returned',
      decided: { words: 'เพิ่มสถานที่ด้วย' },
    });
    const late = await approve(row);
    expect(late.code).toBe('changed');
    expect(ProposalRow.parse(late.now).state).toBe('returned');
  });

  test('two at once: one is decided on what was public, the other is told', async () => {
    const first = await propose({ kind: 'questions', questions: [{ question: 'ก', answer: 'ข' }] });
    const second = await propose({ kind: 'questions', questions: [{ question: 'ค', answer: 'ง' }] });
    expect(await htmlOf(second)).toContain('ค');
    const done = await Promise.all([approve(first), approve(second)]);
    expect(done.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await home()).questions).toHaveLength(1);
  });

  test('a year’s result: its draft is shown, approved, and taken down with a note on the page', async () => {
    expect((await overview()).results).toMatchObject([{ fiscalYear: 2566, importedOn: '2026-11-20' }]);
    const row = await propose({ kind: 'result', fiscalYear: 2566 });
    expect(await htmlOf(row)).toContain('85.');
    expect((await home()).result).toBeUndefined();
    expect((await approve(row)).status).toBe(200);
    expect((await home()).result).toMatchObject({ fiscalYear: 2566, approvedBy: PRINTED });

    const plan = { kind: 'measures', fiscalYear: 2567 };
    expect((await stage.call(officer.id, 'POST', '/proposals', plan)).code).toBe('not_now');
    const imported = await stage.call(demoAdminId, 'POST', '/measures/plan', { fiscalYear: 2567 });
    const [measure] = MeasuresAnswer.parse(imported.json).measures;
    const [step] = measure?.steps ?? [];
    if (measure === undefined || step === undefined) throw new Error('the report plans measures');
    const taken = { edition: step.edition, state: 'done', day: '2026-11-23', photos: [], links: [] };
    await stage.call(demoAdminId, 'POST', `/measures/${measure.id}/steps/${step.id}`, taken);
    const progress = await propose(plan);
    expect(await htmlOf(progress)).toContain('1/4');
    expect((await home()).measures?.list[0]?.progress).toBeUndefined();
    expect((await approve(progress)).status).toBe(200);
    expect((await home()).measures?.list[0]?.progress).toEqual({
      state: 'in_progress',
      done: 1,
      of: 4,
      late: 3,
      day: '2026-11-24',
    });

    const body = { kind: 'result', fiscalYear: 2566, because: 'พิมพ์คะแนนผิด' };
    expect((await stage.call(palad.id, 'POST', '/publish/withdrawals', body)).status).toBe(200);
    const now = await home();
    expect(now.result).toBeUndefined();
    expect(now.withdrawn).toMatchObject([{ fiscalYear: 2566, because: 'พิมพ์คะแนนผิด' }]);
    expect((await stage.parts.render(now)).html).toContain('ถอนผล ITA ปี 2566');
    expect((await stage.call(palad.id, 'POST', '/publish/withdrawals', body)).status).toBe(404);
  });

  test('words and scripts stay words; what there is nothing of cannot be proposed', async () => {
    const row = await propose({
      kind: 'questions',
      questions: [{ question: '<script>alert(1)</script>', answer: 'ตอบ\u202e' }],
    });
    expect(await htmlOf(row)).not.toContain('<script>alert');
    const faults = await stage.call(officer.id, 'POST', '/proposals', {
      kind: 'questions',
      questions: [{ question: ' ', answer: 'x' }],
    });
    expect([faults.status, faults.code]).toEqual([422, 'bad_fields']);
    for (const body of [
      { kind: 'result', fiscalYear: 2560 },
      evidence('contact', 2600),
      { kind: 'measures', fiscalYear: 2569 },
    ]) {
      expect((await stage.call(officer.id, 'POST', '/proposals', body)).code).toBe('not_now');
    }
  });

  test('integrity officers take no part; lists go on page by page', async () => {
    const one = await stage.addStaff('ลับ', ['integrity']);
    for (const path of ['/publish', '/proposals']) {
      expect((await stage.call(one.id, 'GET', path)).status).toBe(403);
    }
    for (let n = 0; n < 26; n += 1) await propose(evidence('contact'));
    const first = ProposalsAnswer.parse((await stage.call(officer.id, 'GET', '/proposals')).json);
    expect(first.proposals).toHaveLength(25);
    const rest = await stage.call(
      officer.id,
      'GET',
      `/proposals?cursor=${encodeURIComponent(first.next ?? '')}`,
    );
    const ids = [...first.proposals, ...ProposalsAnswer.parse(rest.json).proposals].map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(33);
    expect(new Set(ids).size).toBe(ids.length);
    const elsewhere = stage.ground.secrets.sealCursor(JSON.stringify(['a', 'b', 1]));
    for (const cursor of ['nonsense', elsewhere]) {
      for (const list of ['/proposals', '/papers?state=all']) {
        const path = `${list}${list.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
        expect((await stage.call(officer.id, 'GET', path)).status, path).toBe(400);
      }
    }
  });
});
