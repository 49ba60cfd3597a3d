import type { z } from 'zod';
import type { Staff } from '../../../domain/agency/staff.ts';
import { dayOf } from '../../../domain/calendar/day.ts';
import { listPaper } from '../../../domain/documents/lists.ts';
import { buildContent } from '../../../domain/evidence/build.ts';
import { officialItem } from '../../../domain/evidence/item.ts';
import type { EvidenceKey } from '../../../domain/evidence/keys.ts';
import {
  type DocumentAnswer,
  DocumentFileQuery,
  DocumentParams,
  DocumentQuery,
  ListFileQuery,
  RegisterQuery,
} from '../../../domain/staff/documents.ts';
import { gatherInputs, isEvidenceYear } from '../../publish/gather.ts';
import type { StaffParts } from '../parts.ts';
import { type StaffAnswer, staffRoute } from '../route.ts';
import { fileOf } from './file.ts';
import { readRegister, readWholeRegister } from './register.ts';

const seers = ['officer', 'admin', 'executive'] as const;

/** A document as it stands now; undefined for a year that has none. @throws StoreUnavailable */
async function documentOf(
  { ground, current, publicUrl, clock }: StaffParts,
  key: EvidenceKey,
  { year: fiscalYear, preset, digits }: z.infer<typeof DocumentQuery>,
): Promise<DocumentAnswer | undefined> {
  const today = dayOf(clock());
  if (!isEvidenceYear(fiscalYear, today)) return undefined;
  const wanted = { fiscalYear, presets: [preset] as const, today, publicUrl, digits };
  const content = buildContent(key, await gatherInputs(ground.documents, current(), wanted));
  const { title, label } = officialItem(key, fiscalYear);
  return { title, ...(label === undefined ? {} : { label }), content };
}

const agencyName = ({ current }: StaffParts): string => current().agency.name;

async function listFile(
  parts: StaffParts,
  staff: Staff,
  query: z.infer<typeof ListFileQuery>,
): Promise<StaffAnswer> {
  const today = dayOf(parts.clock());
  if (!isEvidenceYear(query.year, today)) return { refuse: 'not_now' };
  const { rows, period, firstAnswerDays } = await readWholeRegister(parts, staff, query);
  const { digits, what } = query;
  const paper = listPaper(what, rows, { period, firstAnswerDays, digits, today });
  return fileOf({ name: what, agency: agencyName(parts), ...paper, today }, query);
}

/** `/documents` and `/register`: what the office prints for itself, for any period. Nothing here is published. */
export const documentRoutes = [
  staffRoute({
    method: 'get',
    path: '/documents/:key',
    roles: seers,
    params: DocumentParams,
    query: DocumentQuery,
    handle: async (parts, { params: { key }, query }) => {
      const answer = await documentOf(parts, key, query);
      return answer === undefined ? { refuse: 'not_now' } : { json: answer };
    },
  }),
  staffRoute({
    method: 'get',
    path: '/documents/:key/file',
    roles: seers,
    params: DocumentParams,
    query: DocumentFileQuery,
    handle: async (parts, { params: { key }, query }) => {
      const answer = await documentOf(parts, key, query);
      if (answer === undefined) return { refuse: 'not_now' };
      const paper = { name: key, agency: agencyName(parts), today: dayOf(parts.clock()) };
      return fileOf({ ...paper, ...answer }, query);
    },
  }),
  staffRoute({
    method: 'get',
    path: '/register',
    roles: seers,
    query: RegisterQuery,
    handle: async (parts, { query, staff }) => {
      if (!isEvidenceYear(query.year, dayOf(parts.clock()))) return { refuse: 'not_now' };
      const answer = await readRegister(parts, staff, query);
      return answer === undefined ? { refuse: 'bad_shape' } : { json: answer };
    },
  }),
  staffRoute({
    method: 'get',
    path: '/register/file',
    roles: seers,
    query: ListFileQuery,
    handle: (parts, { query, staff }) => listFile(parts, staff, query),
  }),
];
