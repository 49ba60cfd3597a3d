import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPapersOf } from '../../../bot/papers/papers-of.ts';
import { readRegister } from '../../../bot/papers/shelf.ts';
import { sweep } from '../../../bot/records/sweep.ts';
import type { Staff } from '../../../domain/agency/staff.ts';
import { FILE_MOST, PART_OCTETS, partsOf } from '../../../domain/papers/paper.ts';
import { PaperAnswer, PapersAnswer } from '../../../domain/staff/papers.ts';
import { makePdf } from '../../papers/pdf.ts';
import { fileOf, markOf, newPaperId, publishPaper, said, sendFile } from '../../papers/sending.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';

let stage: StaffStage;
let officer: Staff;
let palad: Staff;
let admin: Staff;
const printed = 'สมพร ตรวจดี ปลัด อบต.เขิน';
beforeAll(async () => {
  stage = await openStaffStage();
  officer = await stage.addStaff('สมชาย เสนอ', ['officer'], { unit: 'works' });
  palad = await stage.addStaff('สมพร ตรวจดี', ['executive'], { position: 'ปลัด อบต.เขิน' });
  admin = await stage.addStaff('วิชัย ดูแล', ['admin']);
});
afterAll(() => stage.close());

const people = () => ({ officer, palad, printed });
const propose = (id: string, paper: object, edition?: string, who = officer) =>
  stage.call(who.id, 'PUT', `/papers/${id}/draft`, { paper, ...(edition === undefined ? {} : { edition }) });
const read = async (id: string, who = officer) =>
  PaperAnswer.parse((await stage.call(who.id, 'GET', `/papers/${id}`)).json);
const act = (id: string, what: string, body: object, who = palad) =>
  stage.call(who.id, 'POST', `/papers/${id}/${what}`, body);
const publicIds = async () => (await readRegister(stage.ground)).papers.map(({ id }) => id);
const stored = async (sha256: string) => {
  const { documents, paths } = stage.ground;
  const [file] = await documents.readMany([paths.paperFile(sha256)]);
  const parts = await documents.readMany(
    Array.from({ length: partsOf(FILE_MOST) }, (_, n) => paths.paperPart(sha256, n)),
  );
  return { file, parts: parts.filter((part) => part !== undefined) };
};

describe('a paper', () => {
  test('is proposed by one, approved by another, replaced by a newer version, and taken down with a note', async () => {
    const id = newPaperId();
    const first = PaperAnswer.parse((await propose(id, said())).json);
    expect(first).toMatchObject({ state: 'waiting', draft: { isMine: true, by: officer.name }, issues: [] });
    expect(await publicIds()).not.toContain(id);
    const waiting = PapersAnswer.parse((await stage.call(palad.id, 'GET', '/papers?state=waiting')).json);
    expect(waiting.papers.map((row) => row.id)).toEqual([id]);

    const done = await act(id, 'approval', { edition: first.edition, printed });
    expect(PaperAnswer.parse(done.json)).toMatchObject({
      state: 'public',
      issues: [{ n: 1, approvedBy: printed, approvedOn: '2026-11-24' }],
    });
    expect(await publicIds()).toContain(id);
    expect(await readPapersOf(stage.ground, 'service_manual', 2570)).toMatchObject([
      { path: `/papers/${id}`, entry: { id, n: 1, title: said().title } },
    ]);
    expect(await readPapersOf(stage.ground, 'service_manual', 2569)).toEqual([]);

    const seen = await read(id);
    const next = PaperAnswer.parse((await propose(id, said({ title: 'คู่มือฉบับปรับปรุง' }), seen.edition)).json);
    expect(next).toMatchObject({ state: 'waiting', issues: [{ n: 1 }] });
    expect((await readRegister(stage.ground)).papers).toMatchObject([{ id, n: 1, title: said().title }]);
    const again = await act(id, 'approval', { edition: next.edition, printed });
    const { issues } = PaperAnswer.parse(again.json);
    expect(issues.map(({ n, title }) => [n, title])).toEqual([
      [1, said().title],
      [2, 'คู่มือฉบับปรับปรุง'],
    ]);
    expect((await readRegister(stage.ground)).papers).toMatchObject([{ id, n: 2 }]);

    const { edition } = await read(id, palad);
    const taken = await act(id, 'withdrawal', { edition, because: 'มีฉบับใหม่ของกรม' });
    expect(PaperAnswer.parse(taken.json)).toMatchObject({
      state: 'withdrawn',
      withdrawn: { day: '2026-11-24', by: printed, because: 'มีฉบับใหม่ของกรม' },
    });
    expect(await publicIds()).toEqual([]);
  });

  test('whoever proposed it does not approve it; nobody approves without a position, or as somebody else', async () => {
    const id = newPaperId();
    const own = PaperAnswer.parse((await propose(id, said(), undefined, palad)).json);
    expect((await act(id, 'approval', { edition: own.edition, printed })).code).toBe('second_person');
    expect((await act(id, 'approval', { edition: own.edition, printed: 'วิชัย ดูแล' }, admin)).code).toBe(
      'not_now',
    );
    expect((await act(id, 'approval', { edition: own.edition, printed }, admin)).code).toBe('not_now');
    expect((await act(id, 'approval', { edition: own.edition, printed }, officer)).status).toBe(403);
    expect((await act(id, 'draft/cancel', { edition: own.edition }, officer)).code).toBe('second_person');
    expect((await act(id, 'approval', { edition: 'x', printed })).code).toBe('changed');
    expect((await propose(id, said())).code).toBe('exists');
    expect(await publicIds()).not.toContain(id);
  });

  test('is given back with words, mended, and approved; what was done last can be taken back once', async () => {
    const id = newPaperId();
    const first = PaperAnswer.parse((await propose(id, said())).json);
    const back = await act(id, 'draft/return', { edition: first.edition, words: 'ใส่เลขที่ประกาศด้วย' });
    const returned = PaperAnswer.parse(back.json);
    expect(returned).toMatchObject({ state: 'returned', draft: { returned: { words: 'ใส่เลขที่ประกาศด้วย' } } });
    expect((await act(id, 'approval', { edition: returned.edition, printed })).code).toBe('not_now');
    const mended = PaperAnswer.parse((await propose(id, said(), returned.edition)).json);
    const shown = PaperAnswer.parse((await act(id, 'approval', { edition: mended.edition, printed })).json);
    expect(shown.undo).toBe('approve');
    expect((await read(id)).undo).toBeUndefined();

    expect((await act(id, 'undo', { edition: shown.edition }, officer)).code).toBe('not_now');
    const undone = PaperAnswer.parse((await act(id, 'undo', { edition: shown.edition })).json);
    expect(undone).toMatchObject({ state: 'waiting', issues: [], draft: { by: officer.name } });
    expect(undone.undo).toBeUndefined();
    expect(await publicIds()).not.toContain(id);

    const shownAgain = PaperAnswer.parse(
      (await act(id, 'approval', { edition: undone.edition, printed })).json,
    );
    const down = await act(id, 'withdrawal', { edition: shownAgain.edition, because: 'ผิดฉบับ' });
    const up = await act(id, 'undo', { edition: PaperAnswer.parse(down.json).edition });
    expect(PaperAnswer.parse(up.json)).toMatchObject({ state: 'public' });
    expect(await publicIds()).toContain(id);
    const late = PaperAnswer.parse(
      (await act(id, 'withdrawal', { edition: (await read(id)).edition, because: 'ผิดฉบับ' })).json,
    );
    stage.later(2 * 3_600_000);
    expect((await act(id, 'undo', { edition: late.edition })).code).toBe('not_now');
  });

  test('is one line of the audit for each thing that was done to it', async () => {
    const found = await stage.documents.query({
      collection: stage.ground.paths.auditEntries,
      where: [],
      orderBy: [['n', 'asc']],
      limit: 500,
    });
    const actions = found.map(({ data }) => JSON.stringify(data)).join('\n');
    for (const what of ['propose', 'return', 'approve', 'withdraw', 'undo']) {
      expect(actions).toContain(`paper-${what}`);
    }
  });

  test.each([
    ['a title of 300 letters', { title: 'ก'.repeat(300) }, 'title', 'too_long'],
    ['no title', { title: '  ' }, 'title', 'empty'],
    ['a link that runs', { source: { type: 'link', url: 'javascript:alert(1)' } }, 'source.url', 'bad_url'],
    ['a link to a file', { source: { type: 'link', url: 'file:///etc/passwd' } }, 'source.url', 'bad_url'],
    ['no day', { day: '' }, 'day', 'bad_day'],
    ['a year that is none', { fiscalYear: 69 }, 'fiscalYear', 'bad_number'],
    ['a unit that is none', { unit: 'nowhere' }, 'unit', 'unknown_unit'],
    ['a file that never came', { source: { type: 'file', sha256: '0'.repeat(64) } }, 'source', 'file_gone'],
    ['no file', { source: { type: 'file', sha256: '' } }, 'source.sha256', 'empty'],
  ])('with %s is refused, and the field is named', async (_, more, at, fault) => {
    const refused = await propose(newPaperId(), said(more));
    expect([refused.status, refused.now]).toEqual([422, { faults: [{ at, fault }] }]);
  });
});

describe('a file', () => {
  test('of 5 MiB is stored in parts, each under the limit of a document, and read back equal', async () => {
    const octets = makePdf({ lines: ['ข้อบัญญัติเรื่องการจัดการขยะ'], octets: FILE_MOST });
    expect(octets.length).toBe(FILE_MOST);
    const file = fileOf(await sendFile(stage, officer, octets));
    expect(file).toMatchObject({ octets: FILE_MOST, pages: 1, text: 'read', scripts: false });
    const { parts } = await stored(file.sha256);
    expect(parts).toHaveLength(10);
    const id = newPaperId();
    const paper = said({ source: { type: 'file', sha256: file.sha256 } });
    expect((await propose(id, paper)).status).toBe(200);
    const back = await stage.call(palad.id, 'GET', `/papers/${id}/draft/file`);
    expect(markOf(back.octets)).toBe(markOf(octets));
    expect(back.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  test('that is sent in two goes is taken up where it was left; sent again it is not sent at all', async () => {
    const octets = makePdf({ octets: 2 * PART_OCTETS + 77 });
    const sha256 = markOf(octets);
    const begin = () => stage.call(officer.id, 'POST', '/paper-files', { sha256, octets: octets.length });
    const part = (n: number) => octets.slice(n * PART_OCTETS, (n + 1) * PART_OCTETS);
    expect((await begin()).json).toEqual({ kept: false, missing: [0, 1, 2] });
    await stage.call(officer.id, 'PUT', `/paper-files/${sha256}/0`, part(0));
    await stage.call(officer.id, 'PUT', `/paper-files/${sha256}/2`, part(2));
    expect((await begin()).json).toEqual({ kept: false, missing: [1] });
    const early = await stage.call(officer.id, 'POST', `/paper-files/${sha256}/check`, {
      octets: octets.length,
    });
    expect(early.now).toEqual({ faults: [{ at: 'source', fault: 'file_gone' }] });
    await stage.call(officer.id, 'PUT', `/paper-files/${sha256}/1`, part(0));
    expect((await sendFile(stage, officer, octets)).now).toEqual({
      faults: [{ at: 'source', fault: 'file_gone' }],
    });
    await stage.call(officer.id, 'PUT', `/paper-files/${sha256}/1`, part(1));
    const file = fileOf(await sendFile(stage, officer, octets));
    expect((await begin()).json).toEqual({ kept: true, file });
    expect((await stage.call(officer.id, 'PUT', `/paper-files/${sha256}/1`, part(0))).code).toBe('exists');
  });

  test('stands once for two papers, goes a day after the last lets go of it, and comes back when that is undone', async () => {
    const octets = makePdf({ lines: ['แผนพัฒนาท้องถิ่นห้าปีของตำบล'] });
    const { sha256 } = fileOf(await sendFile(stage, officer, octets));
    const paper = said({ source: { type: 'file', sha256 } });
    const [one, two] = [newPaperId(), newPaperId()];
    const first = PaperAnswer.parse((await propose(one, paper)).json);
    const second = PaperAnswer.parse((await propose(two, paper)).json);
    expect((await stored(sha256)).file?.data).toMatchObject({ uses: 2 });
    await act(one, 'draft/cancel', { edition: first.edition }, officer);
    expect((await stored(sha256)).file?.data.expireAt).toBeUndefined();
    const gone = PaperAnswer.parse(
      (await act(two, 'draft/cancel', { edition: second.edition }, officer)).json,
    );
    expect(gone.state).toBe('gone');
    expect((await stored(sha256)).file?.data.expireAt).toBeDefined();
    const back = PaperAnswer.parse((await act(two, 'undo', { edition: gone.edition }, officer)).json);
    expect(back.state).toBe('waiting');
    const kept = await stored(sha256);
    expect([kept.file, ...kept.parts].map((found) => found?.data.expireAt)).toEqual([undefined, undefined]);
    await act(two, 'draft/cancel', { edition: back.edition }, officer);
    stage.later(2 * 86_400_000);
    await sweep(stage.documents, stage.parts.clock());
    expect(await stored(sha256)).toMatchObject({ file: undefined, parts: [] });
    expect((await stage.call(officer.id, 'GET', `/papers/${two}`)).status).toBe(404);
  });

  test.each([
    ['no PDF', new TextEncoder().encode('<html>hello</html>'), 'not_pdf'],
    ['a broken PDF', makePdf({ lines: ['ข้อความ'] }).slice(0, 400), 'broken_pdf'],
    ['a PDF that asks for a password', makePdf({ lines: ['ลับ'], locked: true }), 'locked_pdf'],
  ])('that is %s is refused', async (_, octets, fault) => {
    const refused = await sendFile(stage, officer, octets);
    expect([refused.status, refused.now]).toEqual([422, { faults: [{ at: 'source', fault }] }]);
  });

  test('that is too large is refused before anything of it is sent; a part that is too large as well', async () => {
    const sha256 = 'a'.repeat(64);
    const large = await stage.call(officer.id, 'POST', '/paper-files', { sha256, octets: FILE_MOST + 1 });
    expect(large.status).toBe(400);
    const part = new Uint8Array(PART_OCTETS + 1);
    expect((await stage.call(officer.id, 'PUT', `/paper-files/${sha256}/0`, part)).status).toBe(413);
    expect((await stage.call(officer.id, 'PUT', `/paper-files/${sha256}/10`, part.slice(1))).status).toBe(
      400,
    );
  });

  test('with scripts is kept and marked; one without words is found by its title alone', async () => {
    const scripted = makePdf({ lines: ['แบบคำขอรับเบี้ยยังชีพผู้สูงอายุ'], script: 'app.alert(1)' });
    expect(fileOf(await sendFile(stage, officer, scripted))).toMatchObject({ scripts: true, text: 'read' });
    expect(fileOf(await sendFile(stage, officer, makePdf()))).toMatchObject({ text: 'none', pages: 1 });
  });
});

describe('searching', () => {
  test('finds by words of the title and of the file, and nothing that is withdrawn', async () => {
    const words = ['หมวดสอง ผู้ใดทิ้งสิ่งปฏิกูลและมูลฝอยในที่สาธารณะ ต้องระวางโทษปรับ'];
    const { sha256 } = fileOf(await sendFile(stage, officer, makePdf({ lines: words })));
    const waste = await publishPaper(stage, people(), {
      ...said({ title: 'ข้อบัญญัติ อบต.เขิน ฉบับที่ 3', kind: 'regulation', item: 'laws' }),
      source: { type: 'file', sha256 },
    });
    const build = await publishPaper(stage, people(), said());
    stage.later(60_000);
    const found = async (text: string) => (await stage.ground.papers.search(text)).map(({ id }) => id);
    expect((await found('ขอดูข้อบัญญัติขยะ'))[0]).toBe(waste.id);
    expect((await found('ขอคู่มือขออนุญาตก่อสร้าง'))[0]).toBe(build.id);
    expect(await found('มูลฝอยในที่สาธารณะ')).toContain(waste.id);
    expect(await found('วัคซีนพิษสุนัขบ้า')).toEqual([]);
    const { edition } = await read(waste.id, palad);
    await act(waste.id, 'withdrawal', { edition, because: 'ยกเลิกแล้ว' });
    stage.later(60_000);
    expect(await found('ขอดูข้อบัญญัติขยะ')).not.toContain(waste.id);
  });
});
