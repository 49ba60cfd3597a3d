import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherInputs } from '../../../bot/publish/gather.ts';
import { increment } from '../../../bot/store/documents.ts';
import { demoAdminId, demoExecutiveId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { buildContent } from '../../../domain/evidence/build.ts';
import {
  ServiceCounts,
  type ServiceCountsBody,
  ServiceMonths,
} from '../../../domain/staff/service-counts.ts';
import { Response } from '../../../domain/survey/survey.ts';
import { surveyTallyKey, tallyOf } from '../../../domain/survey/tally.ts';
import { tableIn } from '../../evidence/inputs.ts';
import { addCase, all } from '../cases/world.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';

let stage: StaffStage;
beforeAll(async () => {
  stage = await openStaffStage();
});
afterAll(() => stage.close());

const enters = (month: string, rows: ServiceCountsBody['rows'], staffId = demoOfficerId) =>
  stage.call(staffId, 'PUT', `/service-counts/${month}`, { rows });
const seen = async (month: string) =>
  ServiceCounts.parse((await stage.call(demoExecutiveId, 'GET', `/service-counts/${month}`)).json);
const rowOf = async (month: string, service: string) =>
  (await seen(month)).services.find(({ id }) => id === service);

describe('the monthly count of services', () => {
  it('is entered by name and day, and corrected with what was there before', async () => {
    const row = { service: 'land-tax', walkIn: 31, online: 4 };
    expect((await enters('2026-10', [{ ...row, was: null }])).status).toBe(200);
    const was = { walkIn: 31, online: 4 };
    expect((await enters('2026-10', [{ ...row, walkIn: 13, was }], demoAdminId)).status).toBe(200);
    expect(await rowOf('2026-10', 'land-tax')).toMatchObject({
      entered: { walkIn: 13, online: 4, by: { name: expect.stringContaining('จันทร์เพ็ญ') }, day: '2026-11-24' },
      former: [{ walkIn: 31, online: 4, by: { name: expect.stringContaining('สมหญิง') } }],
    });
    const deeds = (await all(stage, 'audit')).filter(({ data }) =>
      JSON.stringify(data).includes('services-counted'),
    );
    expect(deeds.map(({ data }) => /land-tax \d+\/\d+/.exec(JSON.stringify(data))?.[0]).toSorted()).toEqual([
      'land-tax 13/4',
      'land-tax 31/4',
    ]);
  });

  it('of two who enter at once the second is told, and nothing of theirs is kept', async () => {
    await enters('2026-09', [{ service: 'land-tax', walkIn: 1, online: 0, was: null }]);
    const reply = await enters('2026-09', [
      { service: 'water-supply', walkIn: 9, online: 9, was: null },
      { service: 'land-tax', walkIn: 2, online: 0, was: null },
    ]);
    expect(reply.code).toBe('changed');
    const { services } = ServiceCounts.parse(reply.now);
    expect(services.find(({ id }) => id === 'land-tax')?.entered).toMatchObject({ walkIn: 1 });
    expect(services.find(({ id }) => id === 'water-supply')?.entered).toBeUndefined();
  });

  it('is refused of a month that is not over, of a service that is not offered, and of no number', async () => {
    const row = { service: 'land-tax', walkIn: 1, online: 1, was: null };
    expect((await enters('2026-11', [row])).code).toBe('too_soon');
    expect((await enters('2026-08', [{ ...row, service: 'elsewhere' }])).code).toBe('bad_shape');
    expect((await enters('2026-08', [{ ...row, walkIn: -1 }])).code).toBe('bad_shape');
    expect((await enters('2026-08', [{ ...row, walkIn: 1.5 }])).code).toBe('bad_shape');
    expect((await enters('2026-08', [])).code).toBe('bad_shape');
    expect((await stage.call(demoOfficerId, 'GET', '/service-counts/1990-01')).code).toBe('bad_shape');
    expect((await seen('2026-08')).services.every(({ entered }) => entered === undefined)).toBe(true);
  });

  it('begins from the cases of the category that goes with the service, else from the survey', async () => {
    await addCase(stage, 'lamp-1', { category: 'lamp', received: '2026-10-07', channel: 'line' });
    await addCase(stage, 'lamp-2', { category: 'lamp', received: '2026-10-08', channel: 'phone' });
    await addCase(stage, 'lamp-3', { category: 'lamp', received: '2026-10-09', channel: 'web' });
    const { documents, ground } = stage;
    const ratings = { overall: 4, process: 4, channel: 4, staff: 4, facilities: 4 };
    for (const channel of ['line', 'paper', 'tablet', 'web'] as const) {
      const response = Response.parse({
        version: 1,
        survey: 'satisfaction',
        service: 'child-centre',
        channel,
        day: '2026-10-31',
        ratings,
      });
      const sums = Object.entries(tallyOf(response)).map(([name, by]) => [name, increment(by)]);
      await documents.commit([
        { op: 'merge', path: ground.paths.tally(surveyTallyKey(response)), data: Object.fromEntries(sums) },
      ]);
    }
    expect((await rowOf('2026-10', 'street-lights'))?.suggested).toEqual({
      walkIn: 1,
      online: 2,
      from: 'cases',
    });
    expect((await rowOf('2026-10', 'child-centre'))?.suggested).toEqual({
      walkIn: 3,
      online: 1,
      from: 'survey',
    });
    expect((await rowOf('2026-10', 'building-permit'))?.suggested).toBeUndefined();
    expect((await rowOf('2026-09', 'street-lights'))?.suggested).toBeUndefined();
  });

  it('says of each month that is over how much of it was entered', async () => {
    const reply = await stage.call(demoOfficerId, 'GET', '/service-counts?year=2570');
    expect(ServiceMonths.parse(reply.json)).toEqual({
      year: 2570,
      months: [{ month: '2026-10', entered: 1, of: 8 }],
    });
  });

  it('is what the document is built from', async () => {
    const { documents, parts } = stage;
    const wanted = {
      fiscalYear: 2570,
      presets: ['whole-year'] as const,
      today: '2026-11-24',
      publicUrl: 'http://localhost',
    };
    const built = buildContent('service_statistics', await gatherInputs(documents, parts.current(), wanted));
    const [landTax] = tableIn(built, 'services').rows;
    expect(landTax?.cells).toEqual(['ภาษีที่ดิน/ภาษีป้าย', 13, 4, 17, '1\u00a0จาก\u00a01']);
  });
});
