import { demoAdminId, demoDeputyId } from '../../../domain/agency/khoen-staff.ts';
import { KeptProof, type MeasureRow, MeasuresAnswer } from '../../../domain/staff/measures.ts';
import { ServiceCounts } from '../../../domain/staff/service-counts.ts';
import { Stuck } from '../../faults/phone.ts';
import { photoOf } from '../../faults/residents.ts';
import { deskOf, insist, page, press } from '../desk.ts';
import { minute, type Scene } from '../stage.ts';

const YEAR = 2570;
const MONTH = '2026-10';
const issueTitle = 'การปรับปรุงระบบการทำงาน (ทดลองความผิดพลาด)';
const step = 'ประชุมชี้แจงขั้นตอนงานช่าง';
const value = {
  issue: 6,
  issueTitle,
  lines: ['ประกาศขั้นตอนและเวลาของงานช่าง'],
  responsible: 'กองช่าง',
  unit: 'works',
  period: 'ไตรมาสที่ 1',
  from: '2026-10-01',
  to: '2026-12-31',
  steps: [{ text: step, due: '2026-12-15' }],
};

const measureIn = ({ measures }: MeasuresAnswer): MeasureRow | undefined =>
  measures.find((one) => one.issueTitle === issueTitle);

export const counting: readonly Scene[] = [
  {
    name: 'a measure added to the plan, and its step ticked off with a photo',
    async play(stage) {
      const admin = await deskOf(stage.world, demoAdminId);
      const officer = await deskOf(stage.world, demoDeputyId);
      const body = { once: '00000005ce', fiscalYear: YEAR, value };
      const added = await insist(stage.world, 'a measure', () => admin.ask('POST', '/measures', body));
      if (added.status !== 200) throw new Stuck(`a measure: ${added.status} ${added.body}`);
      const look = () => page(officer, `/measures?year=${YEAR}`, MeasuresAnswer);
      const measure = measureIn(await look());
      if (measure === undefined) throw new Stuck('a measure that is not there');
      const octets = await photoOf(804);
      const kept = await insist(stage.world, 'a proof', () =>
        officer.ask('POST', `/measures/${measure.id}/photos`, octets),
      );
      const { sha256 } = KeptProof.parse(JSON.parse(kept.body));
      const [first] = measure.steps;
      if (first === undefined) throw new Stuck('a measure without a step');
      await press(officer, 'a step', look, {
        isDone: (seen) => measureIn(seen)?.steps[0]?.state === 'done',
        send: (seen) =>
          officer.ask('POST', `/measures/${measure.id}/steps/${first.id}`, {
            edition: measureIn(seen)?.steps[0]?.edition,
            state: 'done',
            day: '2026-11-20',
            photos: [sha256],
            links: [],
          }),
      });
      stage.claims.push({ claim: 'step', issueTitle, step });
      const deed = { claim: 'deed', about: measure.id, times: 1 } as const;
      stage.claims.push({ ...deed, by: demoAdminId, action: 'measure-add' });
      stage.claims.push({ ...deed, by: demoDeputyId, action: 'measure-tick' });
      await minute(stage);
    },
  },
  {
    name: 'a month of services counted, and one of the counts corrected',
    async play(stage) {
      const desk = await deskOf(stage.world, demoDeputyId);
      const path = `/service-counts/${MONTH}`;
      const counts = [
        { service: 'street-lights', walkIn: 12, online: 3 },
        { service: 'building-permit', walkIn: 5, online: 0 },
      ];
      const enters = (rows: typeof counts) =>
        press(desk, 'counts', () => page(desk, path, ServiceCounts), {
          isDone: ({ services }) =>
            rows.every(({ service, walkIn, online }) => {
              const is = services.find(({ id }) => id === service)?.entered;
              return is?.walkIn === walkIn && is.online === online;
            }),
          send: ({ services }) =>
            desk.ask('PUT', path, {
              rows: rows.map((row) => {
                const was = services.find(({ id }) => id === row.service)?.entered;
                return {
                  ...row,
                  was: was === undefined ? null : { walkIn: was.walkIn, online: was.online },
                };
              }),
            }),
        });
      await enters(counts);
      const corrected = { service: 'street-lights', walkIn: 13, online: 3 };
      await enters([corrected]);
      stage.claims.push({ claim: 'count', month: MONTH, ...corrected, former: 1 });
      stage.claims.push({
        claim: 'count',
        month: MONTH,
        service: 'building-permit',
        walkIn: 5,
        online: 0,
        former: 0,
      });
      stage.claims.push({
        claim: 'deed',
        by: demoDeputyId,
        action: 'services-counted',
        about: MONTH,
        times: 2,
      });
      await minute(stage);
    },
  },
];
