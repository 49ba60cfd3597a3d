import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoDeputyId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { addDays } from '../../../domain/calendar/day.ts';
import { REGISTER_PAGE, RegisterAnswer } from '../../../domain/staff/documents.ts';
import { addCase } from '../cases/world.ts';
import { openStaffStage, type StaffStage } from '../stage.ts';

const PATIENCE_MILLISECONDS = 120_000;
/** A page and a bit more, several a day, so that pages end in the middle of a day. */
const MANY = REGISTER_PAGE + 23;

let stage: StaffStage;
beforeAll(async () => {
  stage = await openStaffStage();
  for (let n = 0; n < MANY; n += 1) {
    await addCase(stage, `n${n}x`, {
      number: `70-${String(5000 + n)}`,
      received: addDays('2026-10-01', Math.floor(n / 7)),
    });
  }
  await addCase(stage, 'before', { number: '69-0001', received: '2026-09-30' });
  await addCase(stage, 'about', {
    number: '70-7000',
    received: '2026-10-02',
    category: 'service',
    audience: 'about.works',
    concerns: 'works',
  });
}, PATIENCE_MILLISECONDS);
afterAll(() => stage.close());

async function page(staffId: string, cursor?: string): Promise<RegisterAnswer> {
  const more = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
  const reply = await stage.call(staffId, 'GET', `/register?year=2570&preset=whole-year${more}`);
  expect(reply.status, JSON.stringify(reply.json)).toBe(200);
  return RegisterAnswer.parse(reply.json);
}

describe('a long register', () => {
  it('goes on page by page, each case once, in order, for one query a page', async () => {
    const before = { ...stage.counts };
    const first = await page(demoDeputyId);
    const reads = stage.counts.queries - before.queries;
    expect(first.rows).toHaveLength(REGISTER_PAGE);
    const second = await page(demoDeputyId, first.next);
    expect(stage.counts.queries - before.queries).toBe(reads * 2);
    expect(second.next).toBeUndefined();
    const numbers = [...first.rows, ...second.rows].map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: MANY }, (_, n) => `70-${5000 + n}`));
  });

  it('as a file is whole', async () => {
    const path = '/register/file?year=2570&preset=whole-year&digits=arabic&format=csv&what=register';
    const reply = await stage.call(demoDeputyId, 'GET', path);
    expect(reply.headers.get('content-disposition')).toContain('register-2570-whole-year-register.csv');
    expect(Buffer.from(reply.octets).toString().trim().split('\r\n')).toHaveLength(MANY + 1);
  });

  it('leaves out a complaint about somebody’s own unit, for them and nobody else', async () => {
    const of = async (staffId: string): Promise<string[]> => {
      const first = await page(staffId);
      const second = await page(staffId, first.next);
      return [...first.rows, ...second.rows].map(({ number }) => number);
    };
    expect(await of(demoDeputyId)).not.toContain('70-7000');
    expect(await of(demoOfficerId)).toContain('70-7000');
    expect(await of(demoOfficerId)).not.toContain('69-0001');
  });
});
