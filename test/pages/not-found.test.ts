import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plain } from '../../bot/publish/plain.ts';
import { pathsOf } from '../../bot/records/paths.ts';
import { pageAgency } from '../../domain/published/frame.ts';
import { oitIndex } from '../../domain/published/oit.ts';
import { openStage, type PagesStage, wholeInputs, wholePage } from './stage.ts';

let stage: PagesStage;
beforeAll(async () => {
  stage = await openStage();
  await stage.publish(wholePage);
  const index = plain(oitIndex(pageAgency(wholeInputs.agency), []));
  await stage.documents.commit([{ op: 'set', path: pathsOf('khoen').published('oit-index'), data: index }]);
});
afterAll(() => stage.close());

describe('an address where nothing stands', () => {
  it.each([
    ['an unknown agency', '/agencies/nowhere'],
    ['another agency', '/mueang'],
    ['an unknown key', '/oit/2570/no_such_key'],
    ['a key in other letters', '/oit/2570/Complaint_Channel'],
    ['a key without a page', '/oit/2570/complaint_channel'],
    ['a key with no year at all', '/oit/complaint_channel'],
    ['a year that is none', '/oit/25700/complaint_channel'],
    ['a year long past', '/oit/2501/complaint_channel'],
    ['a Christian year', '/oit/2023/complaint_channel'],
    ['a version that is none', '/oit/2570/complaint_channel/0'],
    ['a file of no page', '/oit/2570/complaint_channel.csv'],
    ['a file of another kind', '/oit/2570/complaint_channel.exe'],
    ['a name that climbs', '/oit/2570/..%2f..%2fsecrets'],
    ['a name that cannot be read', '/oit/2570/%E0%A4%A'],
    ['words', `/${encodeURIComponent('หน้าที่ไม่มี')}`],
  ])('%s says so in Thai, and has the way home and the telephone', async (_, path) => {
    const response = await fetch(`${stage.url}${path}`, { redirect: 'manual' });
    const html = await response.text();
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(html).toContain('<h1>ไม่พบหน้านี้ค่ะ</h1>');
    expect(html).toContain('<a href="/">กลับหน้าแรก</a>');
    expect(html).toContain('href="tel:045000000"');
    expect(html).toContain('name="robots" content="noindex"');
    expect(html).not.toContain('canonical');
  });

  it('is answered to programs in their own way', async () => {
    const response = await fetch(`${stage.url}/api/nowhere`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: { code: 'not_found', message: expect.any(String) } });
    const webhook = await fetch(`${stage.url}/webhook/nowhere`, { method: 'POST', body: '{}' });
    expect(webhook.status).toBe(404);
    expect(await webhook.json()).toMatchObject({ error: { code: 'unknown_agency' } });
  });

  it('is no fault of ours: nothing of it is logged', () => {
    expect(stage.lines.join('\n')).not.toMatch(/page_failed|page_unavailable/);
  });
});
