import { z } from 'zod';
import { submissionWords } from '../../../domain/catalogue/console-submission.ts';
import { spoken } from '../../../domain/catalogue/voice.ts';
import { ItemCode } from '../../../domain/ita/framework.ts';
import { LinksChange, SubmissionChange } from '../../../domain/staff/submission.ts';
import { submissionTable } from '../../../domain/submission/table.ts';
import { csvOf, tableXlsx } from '../../publish/spreadsheet.ts';
import type { StaffParts } from '../parts.ts';
import { type StaffAnswer, staffRoute } from '../route.ts';
import { submissionAnswer } from './answer.ts';
import { changePlan, withLinks } from './change.ts';
import { readPlan, readSet } from './read.ts';

const everybody = ['officer', 'admin', 'executive'] as const;
const year = z
  .string()
  .regex(/^2[5-6]\d\d$/)
  .transform(Number);
const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

async function file(parts: StaffParts, fiscalYear: number, as: 'csv' | 'xlsx'): Promise<StaffAnswer> {
  const plan = await readPlan(parts, fiscalYear);
  const { rows } = await readSet(parts, fiscalYear, plan);
  const { units, voice } = parts.current().agency;
  const say = submissionWords(spoken(voice));
  const unitOf = (id: string) => units.find((unit) => unit.id === id)?.label ?? id;
  const table = submissionTable(rows, plan, unitOf, say);
  const octets = as === 'csv' ? Buffer.from(csvOf(table)) : await tableXlsx(table, say.file.sheet);
  return { octets, type: types[as], name: `ita-${fiscalYear}.${as}` };
}

/** `/submission/:year`: ชุดส่ง ITA, what each item of a fiscal year needs and has. */
export const submissionRoutes = [
  staffRoute({
    method: 'get',
    path: '/submission/:year',
    roles: everybody,
    params: z.object({ year }),
    handle: async (parts, { params }) => ({ json: await submissionAnswer(parts, params.year) }),
  }),
  staffRoute({
    method: 'get',
    path: '/submission/:year/file',
    roles: everybody,
    params: z.object({ year }),
    query: z.object({ as: z.enum(['csv', 'xlsx']) }),
    handle: (parts, { params, query }) => file(parts, params.year, query.as),
  }),
  staffRoute({
    method: 'put',
    path: '/submission/:year',
    roles: ['admin'],
    params: z.object({ year }),
    body: SubmissionChange,
    handle: (parts, { params, body, staff }) =>
      changePlan(parts, params.year, body.edition, staff.id, ({ version, links }) => ({
        ...body.list,
        version,
        links,
      })),
  }),
  staffRoute({
    method: 'put',
    path: '/submission/:year/:code',
    roles: ['officer', 'admin'],
    params: z.object({ year, code: ItemCode }),
    body: LinksChange,
    handle: (parts, { params, body, staff, now }) =>
      changePlan(parts, params.year, body.edition, staff.id, (plan) =>
        withLinks(plan, params.code, body.links, now),
      ),
  }),
];
