import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plain } from '../../bot/publish/plain.ts';
import { pathsOf } from '../../bot/records/paths.ts';
import { openStage, type PagesStage, wholePage } from './stage.ts';

/** Longer than a page is shown before its document is read again. */
const A_MINUTE = 60_000;
const paths = pathsOf('khoen');

let stage: PagesStage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

/** A whole answer; `reasons` are what the log has said of pages since the last. */
async function answerOf(path: string) {
  const from = stage.lines.length;
  const response = await fetch(`${stage.url}${path}`);
  const text = await response.text();
  const reasons = stage.lines
    .slice(from)
    .flatMap((line) => /"page":"([a-z_]+)","reason":"([a-z]+)"/.exec(line)?.slice(1).join(' ') ?? []);
  return { status: response.status, text, reasons, caching: response.headers.get('cache-control') };
}

/** What a resident is told when the page itself cannot be shown. */
function expectWhatIsKnown({ status, text }: { status: number; text: string }): void {
  expect(status).toBe(503);
  expect(text).toContain('หน้านี้ยังเปิดไม่ได้ค่ะ');
  const read = text.replace(/<[^>]+>/g, '');
  expect(read).toContain('องค์การบริหารส่วนตำบลเขิน อำเภอน้ำเกลี้ยง จังหวัดศรีสะเกษ');
  for (const phone of ['045-000-000', '1205', '1567', '1669']) expect(text).toContain(`โทร ${phone}</a>`);
  expect(text).toContain('href="/tip"');
}

describe('the public page', () => {
  it('says what is known where nothing was ever published, and the log says why', async () => {
    const answer = await answerOf('/');
    expectWhatIsKnown(answer);
    expect(answer.reasons).toEqual(['home missing']);
    const json = await answerOf('/api/public');
    expect(json).toMatchObject({ status: 503, caching: 'no-store' });
    expect(JSON.parse(json.text)).toMatchObject({ error: { code: 'unavailable' } });
  });

  it.each([
    ['of another version', { ...plain(wholePage), version: 2 }],
    ['without its cases', { ...plain(wholePage), cases: null }],
    ['of another page', { page: 'privacy' }],
    ['empty', {}],
  ])('says what is known where the document is %s', async (_, data) => {
    await stage.documents.commit([{ op: 'set', path: paths.published('home'), data }]);
    const answer = await answerOf('/');
    expectWhatIsKnown(answer);
    expect(answer.reasons).toEqual(['home unreadable']);
    expect(await answerOf('/')).toMatchObject({ status: 503, reasons: [] });
    await stage.publish(wholePage);
    stage.later(A_MINUTE);
    expect((await answerOf('/')).status).toBe(200);
  });

  it('says what is known while the store does not answer, and shows on what it had', async () => {
    await stage.publish(wholePage);
    stage.cutStore(true);
    const cut = await answerOf('/');
    expectWhatIsKnown(cut);
    expect(cut.reasons).toEqual(['home store']);
    stage.cutStore(false);
    stage.later(A_MINUTE);
    const whole = await answerOf('/');
    expect(whole.status).toBe(200);
    stage.cutStore(true);
    stage.later(A_MINUTE);
    expect(await answerOf('/')).toMatchObject({ status: 200, text: whole.text, reasons: ['home store'] });
  });
});

describe('a page of evidence', () => {
  it('says what is known where its document or the index cannot be read', async () => {
    await stage.documents.commit([
      { op: 'set', path: paths.published('oit-2570-contact'), data: { page: 'oit' } },
      { op: 'set', path: paths.published('oit-index'), data: { page: 'oit_index' } },
    ]);
    const page = await answerOf('/oit/2570/contact');
    expectWhatIsKnown(page);
    expect(page.reasons).toEqual(['oit unreadable']);
    for (const path of ['/oit', '/oit/contact']) expectWhatIsKnown(await answerOf(path));
  });

  it('says what is known while the store does not answer', async () => {
    stage.cutStore(true);
    const page = await answerOf('/oit/2570/contact');
    expectWhatIsKnown(page);
    expect(page.reasons).toEqual(['oit store']);
  });
});

it('needs no store for what does not come out of it', async () => {
  stage.cutStore(true);
  expect((await answerOf('/privacy')).status).toBe(200);
  expect((await answerOf('/nowhere')).status).toBe(404);
});
