import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAgency } from '../../bot/agency/load.ts';
import { seedAgency } from '../../bot/agency/seed.ts';
import { runAgencyTask } from '../../bot/agency/tasks.ts';
import { districtPath, rebuildDistricts } from '../../bot/publish/district.ts';
import { plain } from '../../bot/publish/plain.ts';
import { rebuildPages } from '../../bot/publish/rebuild.ts';
import { IndicatorsRecord, YearResult } from '../../bot/publish/records.ts';
import { runJob } from '../../bot/publish/run-job.ts';
import { pathsOf } from '../../bot/records/paths.ts';
import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';
import { newAgency } from '../../domain/agency/new-agency.ts';
import { khoenReport2566 } from '../../domain/ita/data/khoen-2566.ts';
import { rawResultOf } from '../../domain/ita/read-report.ts';
import { openStage, type PagesStage } from './stage.ts';

const NOW = Date.parse('2026-11-26T04:00:00Z');
const OWN = { agencyId: 'khoen', publicUrl: 'https://khoen.example' };
const DISTRICT = 'อำเภอน้ำเกลี้ยง';
const SALT = 'c2FsdHNhbHRzYWx0c2FsdA==';

let stage: PagesStage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const neighbour = (id: string, name: string, district = DISTRICT) =>
  newAgency(
    {
      ...{ id, name, district, shortName: name, province: 'จังหวัดศรีสะเกษ', phone: '045-111-111' },
      ...{ villages: 1, publicUrl: `https://${id}.example` },
    },
    SALT,
  );

const add = (id: string, name: string, district = DISTRICT) =>
  seedAgency(stage.documents, { agency: neighbour(id, name, district), survey: khoenSurvey, demo: [] });

/** Publishes the report of 2566 for an agency. */
async function publishes(agencyId: string, publicUrl: string): Promise<void> {
  const { documents } = stage;
  const current = await readAgency(documents, agencyId);
  if (current === undefined) throw new Error('no such agency');
  const ground = { documents, current, publicUrl, now: NOW };
  const report = khoenReport2566;
  const result = YearResult.parse(
    plain({ raw: rawResultOf(report), judgements: report.judgements, report, importedOn: '2026-11-26' }),
  );
  await runJob(ground, { do: 'import', result });
  await runJob(ground, { do: 'approve result', fiscalYear: 2566, by: 'นางสาวสมมติ ทดสอบ ปลัด' });
}

/** The rows of the page as they read, without tags. */
async function rows(): Promise<string[]> {
  stage.later(31_000);
  const html = await (await fetch(`${stage.url}/district`)).text();
  const [, body = ''] = /<tbody>(.*)<\/tbody>/.exec(html) ?? [];
  return body.split('</tr>').flatMap((row) => {
    const words = row
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
    return words === '' ? [] : [words];
  });
}

describe('/district', () => {
  it('says kindly that an agency is the only one', async () => {
    for (const _ of ['before anything was written', 'when its own row was']) {
      const response = await fetch(`${stage.url}/district`);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('แห่งเดียวที่ใช้ระบบนี้');
      await rebuildDistricts(stage.documents, OWN);
      stage.later(31_000);
    }
    expect(await rows()).toHaveLength(1);
  });

  it('lists the agencies of its own อำเภอ by name, with what each has published', async () => {
    await add('nongkhok', 'องค์การบริหารส่วนตำบลหนองคอก');
    await add('elsewhere', 'องค์การบริหารส่วนตำบลที่อื่น', 'อำเภอเมือง');
    await add('kaeng', 'เทศบาลตำบลแก้ง');
    await rebuildDistricts(stage.documents, OWN);
    const nothing = 'ยังไม่ได้เผยแพร่ผล';
    expect(await rows()).toEqual([
      `เทศบาลตำบลแก้ง ${nothing}`,
      `องค์การบริหารส่วนตำบลเขิน เจ้าของหน้านี้ ${nothing}`,
      `องค์การบริหารส่วนตำบลหนองคอก ${nothing}`,
    ]);

    await publishes('kaeng', 'https://kaeng.example');
    const [first, ...others] = await rows();
    expect(first).toBe('เทศบาลตำบลแก้ง ยังไม่ถึงระดับ “ผ่านดี” เพราะด้านข้อมูลที่เปิดเผย (OIT) 87.33 ปี 2566 ผ่าน');
    expect(others.every((row) => row.endsWith(nothing))).toBe(true);
    const html = await (await fetch(`${stage.url}/district`)).text();
    expect(html).toContain('<a href="https://kaeng.example">');
    expect(html).toContain('<a href="https://nongkhok.example">');
    expect(html).not.toContain('elsewhere');
  });

  it('lists an agency as soon as it is added, and its result no longer once that is taken down', async () => {
    const agency = neighbour('nongkhok', 'องค์การบริหารส่วนตำบลหนองคอก');
    const outcome = await runAgencyTask(stage.documents, {
      do: 'add',
      agency,
      survey: khoenSurvey,
      sealed: Buffer.from('sealed').toString('base64'),
      invited: {
        codeMark: 'mark',
        until: NOW,
        invitation: { version: 1, for: 'person', name: 'ผู้ดูแลระบบ', roles: ['admin'] },
      },
    });
    expect(outcome.ok).toBe(true);
    expect(await rows()).toContain('องค์การบริหารส่วนตำบลหนองคอก ยังไม่ได้เผยแพร่ผล');

    await publishes('nongkhok', 'https://nongkhok.example');
    expect((await rows()).join()).toContain('87.33');
    const listed = await runAgencyTask(stage.documents, { do: 'list' });
    expect(listed.lines.find((line) => line.startsWith('nongkhok'))).toContain('ITA 2566 87.33 ผ่าน');
    expect(listed.lines.find((line) => line.startsWith('khoen'))).toContain('ยังไม่ได้เผยแพร่ผล');

    const path = pathsOf('nongkhok').indicators(2566);
    const record = IndicatorsRecord.parse((await stage.documents.read(path))?.data);
    const { approved: _, ...rest } = record;
    await stage.documents.commit([{ op: 'set', path, data: plain(rest) }]);
    const current = await readAgency(stage.documents, 'nongkhok');
    if (current === undefined) throw new Error('no such agency');
    await rebuildPages({
      documents: stage.documents,
      current,
      publicUrl: 'https://nongkhok.example',
      now: NOW,
    });
    expect((await rows()).join()).not.toContain('87.33');
  });

  it('keeps the address of an agency that has none in its profile, whoever publishes', async () => {
    await rebuildDistricts(stage.documents, OWN);
    await add('nongkhok', 'องค์การบริหารส่วนตำบลหนองคอก');
    await publishes('nongkhok', 'https://nongkhok.example');
    const found = await stage.documents.read(districtPath({ district: DISTRICT, province: 'จังหวัดศรีสะเกษ' }));
    expect(JSON.stringify(found?.data)).toContain('"address":"https://khoen.example"');
  });

  it('reads one document, however many agencies there are', async () => {
    for (let nth = 0; nth < 60; nth += 1) await add(`agency-${nth}`, `องค์การบริหารส่วนตำบลที่ ${nth}`);
    await rebuildDistricts(stage.documents, OWN);
    stage.later(31_000);
    const before = { ...stage.counts };
    expect(await rows()).toHaveLength(61);
    expect(stage.counts.reads - before.reads).toBe(1);
    expect(stage.counts.queries).toBe(before.queries);
  });

  it('is unavailable where its document cannot be read', async () => {
    stage.cutStore(true);
    expect((await fetch(`${stage.url}/district`)).status).toBe(503);
  });
});
