import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plain } from '../../../bot/publish/plain.ts';
import { YearResult } from '../../../bot/publish/records.ts';
import { saveDraft } from '../../../bot/publish/results.ts';
import type { Staff } from '../../../domain/agency/staff.ts';
import { khoenReport2566 } from '../../../domain/ita/data/khoen-2566.ts';
import { rawResultOf } from '../../../domain/ita/read-report.ts';
import { ProposalRow } from '../../../domain/staff/publish.ts';
import { SubmissionAnswer } from '../../../domain/staff/submission.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';

let stage: StaffStage;
let officer: Staff;
let admin: Staff;
let palad: Staff;
beforeAll(async () => {
  stage = await openStaffStage();
  officer = await stage.addStaff('สมชาย เสนอ', ['officer'], { unit: 'works' });
  admin = await stage.addStaff('สายใจ ดูแล', ['admin']);
  palad = await stage.addStaff('สมพร ตรวจดี', ['executive'], { position: 'ปลัด อบต.เขิน' });
  const report = khoenReport2566;
  const draft = { raw: rawResultOf(report), judgements: report.judgements, report, importedOn: '2026-11-20' };
  await saveDraft(stage.documents, 'khoen', YearResult.parse(plain(draft)));
});
afterAll(() => stage.close());

const read = async (year: number, who = officer) => {
  const found = await stage.call(who.id, 'GET', `/submission/${year}`);
  expect(found.status, JSON.stringify(found.json)).toBe(200);
  return SubmissionAnswer.parse(found.json);
};
const rowOf = ({ rows }: SubmissionAnswer, code: string) => rows.find((row) => row.code === code);

test('the set of 2566 shows its six zero items and where mending them leads', async () => {
  const { rows, way, from } = await read(2566);
  expect(from).toEqual({ by: 'framework', fiscalYear: 2566 });
  const zero = rows.filter(({ stake }) => stake?.score === 0);
  expect(zero.map(({ code }) => code)).toEqual(['o26', 'o35', 'o37', 'o38', 'o42', 'o43']);
  expect(way).toMatchObject({ overall: 87.33, level: 'ผ่าน' });
  expect(way?.steps).toHaveLength(6);
  expect(way?.steps.at(-1)).toMatchObject({ overall: 96.08, level: 'ผ่านดี' });
});

test('an approved page stands for its item by its own address, and a withdrawn one no longer', async () => {
  const body = { kind: 'evidence', fiscalYear: 2570, key: 'complaint_channel', preset: 'previous-year' };
  const code = (await read(2570)).rows.find(({ key }) => key === 'complaint_channel')?.code ?? '';
  expect(rowOf(await read(2570), code)?.lack).toBe('no_page');
  const row = ProposalRow.parse((await stage.call(officer.id, 'POST', '/proposals', body)).json);
  expect(rowOf(await read(2570), code)?.lack).toBe('waits');
  const printed = 'สมพร ตรวจดี ปลัด อบต.เขิน';
  await stage.call(palad.id, 'POST', `/proposals/${row.id}/approval`, { edition: row.edition, printed });
  const url = `${stage.parts.publicUrl}/oit/2570/complaint_channel`;
  const shown = await read(2570);
  expect(rowOf(shown, code)?.proofs).toMatchObject([{ kind: 'page', url, on: '2026-11-24' }]);
  expect(shown.snippet).toContain(`<a href="${url}">`);
  const because = 'เบอร์โทรผิด';
  const taken = { kind: 'evidence', fiscalYear: 2570, key: 'complaint_channel', because };
  await stage.call(palad.id, 'POST', '/publish/withdrawals', taken);
  expect(rowOf(await read(2570), code)).toMatchObject({ lack: 'withdrawn', proofs: [] });
});

test('an officer attaches a link; of two at once the second is told; what is no address is refused', async () => {
  const { edition } = await read(2566);
  const links = [{ label: 'โครงสร้าง อบต.', url: 'https://khoen.example/structure' }];
  const put = (body: object, who = officer) => stage.call(who.id, 'PUT', '/submission/2566/o1', body);
  const sent = SubmissionAnswer.parse((await put({ edition, links })).json);
  expect(rowOf(sent, 'o1')).toMatchObject({
    proofs: [{ kind: 'link', label: 'โครงสร้าง อบต.', on: '2026-11-24' }],
  });
  const late = await put({ edition, links: [] });
  expect(late.code).toBe('changed');
  expect(rowOf(SubmissionAnswer.parse(late.now), 'o1')?.links).toHaveLength(1);
  const bad = { edition: sent.edition, links: [{ label: 'x', url: 'javascript:alert(1)' }] };
  expect((await put(bad)).code).toBe('bad_shape');
  expect((await put({ edition: sent.edition, links }, palad)).code).toBe('role_too_low');
  const gone = SubmissionAnswer.parse((await put({ edition: sent.edition, links: [] })).json);
  expect(rowOf(gone, 'o1')?.proofs).toEqual([]);
});

test('an admin writes the list, the last day and who does what; links stay', async () => {
  const before = await read(2571);
  const links = [{ label: 'แผน', url: 'https://khoen.example/plan' }];
  const linked = await stage.call(officer.id, 'PUT', '/submission/2571/o5', {
    edition: before.edition,
    links,
  });
  const { edition } = SubmissionAnswer.parse(linked.json);
  const list = {
    items: [{ code: 'o5', title: 'แผนพัฒนาท้องถิ่น', key: 'development_plan' }],
    closesOn: '2026-12-01',
    duties: { o5: { unit: 'works', dueOn: '2026-11-30' } },
  };
  expect((await stage.call(officer.id, 'PUT', '/submission/2571', { edition, list })).status).toBe(403);
  const sent = await stage.call(admin.id, 'PUT', '/submission/2571', { edition, list });
  const answer = SubmissionAnswer.parse(sent.json);
  expect(answer).toMatchObject({ from: { by: 'admin' }, daysLeft: 7 });
  expect(answer.rows).toMatchObject([{ code: 'o5', daysLeft: 6, proofs: [{ label: 'แผน' }] }]);
  const twice = { ...list, items: [...list.items, ...list.items] };
  const refused = { edition: answer.edition, list: twice };
  expect((await stage.call(admin.id, 'PUT', '/submission/2571', refused)).code).toBe('bad_shape');
});

test('the set as files: numbers stay numbers, and words are no formulas', async () => {
  const { edition } = await read(2566);
  const links = [{ label: 'ประกาศ', url: 'https://khoen.example/=1+1' }];
  await stage.call(officer.id, 'PUT', '/submission/2566/o2', { edition, links });
  const xlsx = await stage.call(officer.id, 'GET', '/submission/2566/file?as=xlsx');
  const [sheet] = await readXlsxFile(Buffer.from(xlsx.octets));
  const rows = sheet?.data ?? [];
  expect(rows).toHaveLength(44);
  expect(rows[0]?.slice(0, 3)).toEqual(['ข้อ', 'ชื่อข้อ', 'สถานะ']);
  const zero = rows.find(([code]) => code === 'o26');
  expect(zero?.slice(-2)).toEqual([0, 1]);
  const csv = await stage.call(officer.id, 'GET', '/submission/2566/file?as=csv');
  const text = Buffer.from(csv.octets).toString();
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(text).toContain('https://khoen.example/=1+1');
});

test('the cost of the set is the same however many cases there are: a bounded number of documents', async () => {
  const { counts } = stage;
  const before = { ...counts };
  await read(2566);
  expect(counts.reads - before.reads).toBeLessThanOrEqual(20);
  expect(counts.queries - before.queries).toBeLessThanOrEqual(3);
});
