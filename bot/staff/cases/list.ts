import { z } from 'zod';
import type { Staff } from '../../../domain/agency/staff.ts';
import { dayOf } from '../../../domain/calendar/day.ts';
import { audiencesFor, UNKNOWN_UNIT } from '../../../domain/case/audience.ts';
import { mineIn, openKey, openSums } from '../../../domain/case/open-counts.ts';
import { RANKS } from '../../../domain/case/standing.ts';
import {
  CASES_PAGE,
  type CaseCounts,
  type CaseList,
  type CaseListQuery,
} from '../../../domain/staff/cases.ts';
import { arabicDigits } from '../../../domain/words/digits.ts';
import { Counters } from '../../publish/records.ts';
import type { Found, Query } from '../../store/documents.ts';
import type { StaffParts } from '../parts.ts';
import { rowOf } from './row.ts';
import { visibleIn } from './visible.ts';

/** Where a page ended. */
const Cursor = z.tuple([z.string(), z.string()]);

type Filter = Query['where'][number];

function viewFilters(view: CaseListQuery['view'], staff: Staff, today: string): Filter[] {
  switch (view) {
    case 'new':
      return [['stage', '==', 'new']];
    case 'late':
      return [
        ['rank', '>=', RANKS.owed],
        ['rank', '<', `${RANKS.owed}${today}`],
      ];
    case 'mine':
      return [
        ['assignee', '==', staff.id],
        ['rank', '<', RANKS.done],
      ];
    case 'waiting':
      return [['stage', '==', 'waiting']];
    case 'review':
      return [['review', '==', 'asked']];
    case 'erasure':
      return [['erasure.asked', '==', true]];
    case 'all':
      return [];
  }
}

/** Who works on a complaint about staff sees it while its unit is not known. */
function audienceFilter(parts: StaffParts, staff: Staff, view: CaseListQuery['view']): Filter {
  const audiences = audiencesFor(staff, parts.current().agency);
  const own = view === 'mine' ? [...new Set([...audiences, UNKNOWN_UNIT])] : audiences;
  return ['audience', 'in', own];
}

function filtersOf({ kind, category, unit, status, place }: CaseListQuery): Filter[] {
  const wanted = { kind, category, unit, status, 'where.place': place };
  return Object.entries(wanted).flatMap(([field, value]): Filter[] =>
    value === undefined ? [] : [[field, '==', value]],
  );
}

function cursorOf({ ground }: StaffParts, sealed: string | undefined): [string, string] | undefined | 'none' {
  if (sealed === undefined) return 'none';
  const opened = ground.secrets.openCursor(sealed);
  if (opened === undefined) return undefined;
  return Cursor.safeParse(JSON.parse(opened)).data;
}

/** How many open cases somebody may see: one document. @throws StoreUnavailable */
export async function countsFor(parts: StaffParts, staff: Staff, now: number): Promise<CaseCounts> {
  const { documents, paths } = parts.ground;
  const tally = Counters.parse((await documents.read(paths.tally(openKey())))?.data ?? {});
  const sums = openSums(tally, audiencesFor(staff, parts.current().agency), dayOf(now));
  return {
    new: sums.fresh,
    late: sums.late,
    mine: mineIn(tally, staff.id),
    waiting: sums.waiting,
    review: sums.review,
    erasure: sums.erasure,
    open: sums.all,
  };
}

/** `70-12`, `๗๐-๐๐๑๒` and `700012` as a case number is written; undefined for what is none. */
export function readNumber(typed: string): string | undefined {
  const [, year, running] = /^\s*(\d{2})\s*[-–/ ]?\s*(\d{1,6})\s*$/.exec(arabicDigits(typed)) ?? [];
  return year === undefined || running === undefined ? undefined : `${year}-${running.padStart(4, '0')}`;
}

/** The case of a number that somebody may see. @throws StoreUnavailable */
export async function byNumber(parts: StaffParts, staff: Staff, typed: string) {
  const number = readNumber(typed);
  if (number === undefined) return undefined;
  const { documents, paths } = parts.ground;
  const where: Filter[] = [['number', '==', number]];
  const [found] = await documents.query({ collection: paths.cases, where, orderBy: [], limit: 1 });
  return visibleIn(parts, staff, found);
}

async function pageOf(
  parts: StaffParts,
  staff: Staff,
  query: CaseListQuery,
  after: [string, string] | 'none',
  today: string,
) {
  const { documents, paths } = parts.ground;
  const found = await documents.query({
    collection: paths.cases,
    where: [
      audienceFilter(parts, staff, query.view),
      ...filtersOf(query),
      ...viewFilters(query.view, staff, today),
    ],
    orderBy: [
      ['rank', 'asc'],
      ['__name__', 'asc'],
    ],
    limit: CASES_PAGE + 1,
    ...(after === 'none' ? {} : { startAfter: after }),
  });
  return { page: found.slice(0, CASES_PAGE), isLast: found.length <= CASES_PAGE };
}

const nextOf = ({ ground }: StaffParts, last: Found | undefined): { next?: string } => {
  const rank = z.string().safeParse(last?.data.rank).data;
  if (last === undefined || rank === undefined) return {};
  return { next: ground.secrets.sealCursor(JSON.stringify([rank, last.id])) };
};

/**
 * A page of cases that somebody may see, by rank, with the counts of all: a query and one document, however many
 * cases there are. Undefined where the cursor is none of ours.
 * @throws StoreUnavailable
 */
export async function listCases(
  parts: StaffParts,
  staff: Staff,
  query: CaseListQuery,
  now: number,
): Promise<CaseList | undefined> {
  const today = dayOf(now);
  const after = cursorOf(parts, query.cursor);
  if (after === undefined) return undefined;
  if (query.number !== undefined) {
    const [counts, one] = await Promise.all([
      countsFor(parts, staff, now),
      byNumber(parts, staff, query.number),
    ]);
    return { cases: one === undefined ? [] : [rowOf(parts, one.found.id, one.record, today)], counts };
  }
  const [counts, { page, isLast }] = await Promise.all([
    countsFor(parts, staff, now),
    pageOf(parts, staff, query, after, today),
  ]);
  const cases = page.flatMap((found) => {
    const seen = visibleIn(parts, staff, found);
    return seen === undefined ? [] : [rowOf(parts, found.id, seen.record, today)];
  });
  return { cases, counts, ...(isLast ? {} : nextOf(parts, page.at(-1))) };
}
