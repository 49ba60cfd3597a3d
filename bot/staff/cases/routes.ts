import { z } from 'zod';
import { dayOf } from '../../../domain/calendar/day.ts';
import { fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts';
import {
  AnswerBody,
  AssignBody,
  CaseListQuery,
  CaseParams,
  DeclineBody,
  EntryBody,
  ErasureBody,
  FileParams,
  JoinBody,
  MischiefBody,
  NoteBody,
  OnceParams,
  PHOTO_OCTETS,
  PlainBody,
  ReferBody,
  ResolveBody,
  ReviewBody,
  SortBody,
  WaitBody,
} from '../../../domain/staff/cases.ts';
import { CarriedBody, MonthParams, MonthsQuery } from '../../../domain/staff/months.ts';
import { NumbersQuery } from '../../../domain/staff/numbers.ts';
import { isEvidenceYear } from '../../publish/gather.ts';
import type { StaffParts } from '../parts.ts';
import { type StaffAnswer, type StaffRoute, staffRoute } from '../route.ts';
import { choicesFor } from './choices.ts';
import { readDetail } from './detail.ts';
import { enterCase, keepPaper } from './enter.ts';
import { answerErasure } from './erasure.ts';
import { readFile } from './files.ts';
import { join, unjoin } from './join.ts';
import { listCases } from './list.ts';
import { mischief } from './mischief.ts';
import { carryOver, checkChannels, readMonths } from './months.ts';
import { readNumbers } from './numbers.ts';
import { freshNumber, keepPhoto } from './photos.ts';
import { assign, sort } from './sort.ts';
import { readVisible } from './visible.ts';
import {
  accept,
  answer,
  ask,
  begin,
  type Call,
  decline,
  note,
  refer,
  resolve,
  review,
  wait,
} from './work.ts';

const seers = ['officer', 'admin', 'executive'] as const;
const workers = ['officer', 'admin'] as const;

/** `POST /cases/:caseId/{name}`: an action at an edition. */
function action<Body extends z.ZodType>(
  name: string,
  body: Body,
  handle: (parts: StaffParts, call: Call<Body>) => Promise<StaffAnswer>,
  roles: StaffRoute['roles'] = workers,
): StaffRoute {
  const route = staffRoute({
    method: 'post',
    path: `/cases/:caseId/${name}`,
    roles,
    params: CaseParams,
    body: z.unknown(),
    handle: async (parts, call) => {
      const read = body.safeParse(call.body);
      return read.success ? handle(parts, { ...call, body: read.data }) : { refuse: 'bad_shape' };
    },
  });
  return { ...route, shapes: { ...route.shapes, body } };
}

const octets = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
/** Longest body of an entry: its text may have three octets a letter. */
const ENTRY_OCTETS = 128 * 1024;

/** `/cases` and what belongs to them. */
export const caseRoutes: readonly StaffRoute[] = [
  staffRoute({
    method: 'get',
    path: '/cases',
    roles: seers,
    query: CaseListQuery,
    handle: async (parts, { staff, query, now }) => {
      const list = await listCases(parts, staff, query, now);
      return list === undefined ? { refuse: 'bad_shape' } : { json: list };
    },
  }),
  staffRoute({
    method: 'get',
    path: '/case-choices',
    roles: seers,
    handle: async (parts, { staff, now }) => ({ json: choicesFor(parts, staff, now) }),
  }),
  staffRoute({
    method: 'get',
    path: '/cases/:caseId',
    roles: seers,
    params: CaseParams,
    handle: async (parts, { staff, params }) => {
      const detail = await readDetail(parts, staff, params.caseId);
      return detail === undefined ? { refuse: 'not_found' } : { json: detail };
    },
  }),
  staffRoute({
    method: 'get',
    path: '/cases/:caseId/files/:n',
    roles: seers,
    params: FileParams,
    handle: (parts, { staff, params }) => readFile(parts, staff, params),
  }),
  action('accept', PlainBody, accept),
  action('start', PlainBody, (parts, call) => begin(parts, call, 'start')),
  action('resume', PlainBody, (parts, call) => begin(parts, call, 'resume')),
  action('wait', WaitBody, wait),
  action('assign', AssignBody, assign),
  action('sort', SortBody, sort),
  action('ask', AnswerBody, ask),
  action('answer', AnswerBody, answer),
  action('note', NoteBody, note),
  action('refer', ReferBody, refer),
  action('decline', DeclineBody, decline),
  action('review', ReviewBody, review, ['executive']),
  action('erasure', ErasureBody, answerErasure),
  action('join', JoinBody, join),
  action('unjoin', PlainBody, unjoin),
  action('resolve', ResolveBody, resolve),
  action('mischief', MischiefBody, mischief),
  staffRoute({
    method: 'post',
    path: '/cases/:caseId/photos',
    roles: workers,
    params: CaseParams,
    body: octets,
    octets: PHOTO_OCTETS,
    handle: async (parts, { staff, params, body }) => {
      if ((await readVisible(parts, staff, params.caseId)) === undefined) return { refuse: 'not_found' };
      const kept = await keepPhoto(parts, params.caseId, freshNumber(parts.ground), body);
      return typeof kept === 'string' ? { refuse: kept } : { json: kept };
    },
  }),
  staffRoute({
    method: 'put',
    path: '/entries/:once/photo',
    roles: workers,
    params: OnceParams,
    body: octets,
    octets: PHOTO_OCTETS,
    handle: async (parts, call) => {
      const kept = await keepPaper(parts, call);
      return typeof kept === 'string' ? { refuse: kept } : { json: kept };
    },
  }),
  staffRoute({
    method: 'post',
    path: '/cases',
    roles: workers,
    body: EntryBody,
    most: ENTRY_OCTETS,
    handle: enterCase,
  }),
];

/** Numbers by month, and what is said of whole months. */
export const numberRoutes: readonly StaffRoute[] = [
  staffRoute({
    method: 'get',
    path: '/numbers',
    roles: ['executive', 'admin'],
    query: NumbersQuery,
    handle: async (parts, { query }) => ({ json: await readNumbers(parts, query) }),
  }),
  staffRoute({
    method: 'get',
    path: '/months',
    roles: seers,
    query: MonthsQuery,
    handle: async (parts, { query: { year }, now }) => {
      if (!isEvidenceYear(year, dayOf(now)) || year > fiscalYearOf(dayOf(now)))
        return { refuse: 'bad_shape' };
      return { json: await readMonths(parts, year, now) };
    },
  }),
  staffRoute({
    method: 'put',
    path: '/carried-over/:month',
    roles: workers,
    params: MonthParams,
    body: CarriedBody,
    handle: carryOver,
  }),
  staffRoute({
    method: 'post',
    path: '/channels-checked/:month',
    roles: workers,
    params: MonthParams,
    handle: checkChannels,
  }),
];
