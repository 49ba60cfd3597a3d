import { OpenKind } from '../../../../domain/case/case.ts';
import { CaseStatus } from '../../../../domain/case/status.ts';
import { type CaseListQuery, CaseView } from '../../../../domain/staff/cases.ts';

/** What a list shows: a view, and what it is narrowed to. */
export type ListQuery = Pick<CaseListQuery, 'view' | 'kind' | 'category' | 'unit' | 'status' | 'place'>;

export const FILTERS = ['kind', 'category', 'unit', 'status', 'place'] as const;
export type Filter = (typeof FILTERS)[number];

/** The list that an address names; what is of no known kind in it is left out. */
export function queryOf(address: URLSearchParams, usual: CaseView): ListQuery {
  const text = (name: string): string | undefined => address.get(name) || undefined;
  const found = {
    view: CaseView.safeParse(text('view')).data ?? usual,
    kind: OpenKind.safeParse(text('kind')).data,
    status: CaseStatus.safeParse(text('status')).data,
    category: text('category'),
    unit: text('unit'),
    place: text('place'),
  };
  return found;
}

/** The list narrowed by one filter, or by it no longer. */
export function withFilter(query: ListQuery, filter: Filter, value: string): ListQuery {
  return queryOf(new URLSearchParams({ ...asText(query), [filter]: value }), query.view);
}

const asText = (query: ListQuery): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** The place of a list in the console; two lists have the same place only if they show the same. */
export const placeOfList = (query: ListQuery): string => `/inbox?${new URLSearchParams(asText(query))}`;

export const filtersOn = (query: ListQuery): number =>
  FILTERS.filter((filter) => query[filter] !== undefined).length;
