import { Case, OpenKind, TipCase } from '../../domain/case/case.ts';
import type { TallyChange } from '../../domain/case/case-tally.ts';
import { receivedCounts } from '../../domain/case/case-tally.ts';
import { openCounts } from '../../domain/case/open-counts.ts';
import { tipTally } from '../../domain/case/tip-tally.ts';
import { Response } from '../../domain/survey/survey.ts';
import { surveyTallyKey, tallyOf } from '../../domain/survey/tally.ts';
import type { Ground } from '../records/ground.ts';
import type { Found, Query } from '../store/documents.ts';
import type { Portion } from './portions.ts';

const PAGE = 200;

type Counts = Map<string, Record<string, number>>;

/** What counting a portion came to. */
export interface Recounted {
  counts: Counts;
  documents: number;
}

interface Shape {
  collection: string;
  where: Query['where'];
  /** The field that `where` asks a range of. */
  by?: string;
  countsOf(data: Found['data']): TallyChange[];
}

const ofCase =
  (counts: (record: Case) => TallyChange[]) =>
  (data: Found['data']): TallyChange[] =>
    counts(Case.parse(data));

function ofTip(data: Found['data']): TallyChange[] {
  const { received, status } = TipCase.parse(data);
  return [tipTally(received, undefined, status)];
}

function ofResponse(data: Found['data']): TallyChange[] {
  const response = Response.parse(data);
  return [{ key: surveyTallyKey(response), counts: tallyOf(response) }];
}

function shapesOf({ counts }: Portion, { paths }: Pick<Ground, 'paths'>): Shape[] {
  if (counts.what === 'open') {
    const where = (field: string, value: unknown): Shape => ({
      collection: paths.cases,
      where: [[field, '==', value]],
      countsOf: ofCase(openCounts),
    });
    const asked = where('review', 'asked');
    return [
      ...['new', 'working', 'waiting'].map((stage) => where('stage', stage)),
      // One that is done counts as well while its reporter has asked for a review.
      { ...asked, countsOf: (data) => (data.stage === 'done' ? asked.countsOf(data) : []) },
    ];
  }
  const { from, to } = counts.period;
  const within = (field: string): Query['where'] => [
    [field, '>=', from],
    [field, '<=', to],
  ];
  switch (counts.what) {
    case 'cases':
      return [
        {
          collection: paths.cases,
          where: [['kind', 'in', [...OpenKind.options]], ...within('received')],
          by: 'received',
          countsOf: ofCase((record) => [receivedCounts(record)]),
        },
      ];
    case 'tips':
      return [
        {
          collection: paths.cases,
          where: [['kind', '==', 'tip'], ...within('received')],
          by: 'received',
          countsOf: ofTip,
        },
      ];
    case 'responses':
      return [{ collection: paths.responses, where: within('day'), by: 'day', countsOf: ofResponse }];
  }
}

function add(counts: Counts, changes: readonly TallyChange[]): void {
  for (const { key, counts: added } of changes) {
    const sums = counts.get(key) ?? {};
    for (const [name, by] of Object.entries(added)) sums[name] = (sums[name] ?? 0) + by;
    counts.set(key, sums);
  }
}

/** Counts the documents of a portion, a page at a time. @throws StoreUnavailable */
export async function recount(
  { documents, paths }: Pick<Ground, 'documents' | 'paths'>,
  portion: Portion,
): Promise<Recounted> {
  const counts: Counts = new Map();
  let total = 0;
  for (const { collection, where, by, countsOf } of shapesOf(portion, { paths })) {
    const orderBy: Query['orderBy'] = [...(by === undefined ? [] : [by]), '__name__'].map((field) => [
      field,
      'asc',
    ]);
    for (let last: unknown[] | undefined; ; ) {
      const page: Found[] = await documents.query({
        collection,
        where,
        orderBy,
        limit: PAGE,
        ...(last === undefined ? {} : { startAfter: last }),
      });
      for (const { data } of page) add(counts, countsOf(data));
      total += page.length;
      const end = page.at(-1);
      if (end === undefined || page.length < PAGE) break;
      last = by === undefined ? [end.id] : [end.data[by], end.id];
    }
  }
  return { counts, documents: total };
}
