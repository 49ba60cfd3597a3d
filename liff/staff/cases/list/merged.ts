import type { CaseList, CaseRow } from '../../../../domain/staff/cases.ts';

/** A list as it is shown: one page or several, and whether there is another. */
export interface ShownList {
  rows: readonly CaseRow[];
  next: string | undefined;
}

/**
 * How many cases of a first page that was just fetched are new to somebody who looks at `shown`. A case that only
 * moved up because others went stands behind all that they know, and is not counted.
 */
export function freshIn(shown: ShownList, first: CaseList): number {
  const known = new Set(shown.rows.map(({ id }) => id));
  const last = first.cases.findLastIndex(({ id }) => known.has(id));
  return first.cases.filter(({ id }, index) => !known.has(id) && (index < last || shown.next === undefined))
    .length;
}

/**
 * The shown list after its first page was fetched again. Nobody's place is lost: where something new came, or more
 * than one page is shown, cases only change where they stand; otherwise the fetched page takes the list's place.
 */
export function merged(shown: ShownList, first: CaseList, page: number): ShownList {
  if (freshIn(shown, first) === 0 && shown.rows.length <= page)
    return { rows: first.cases, next: first.next };
  const latest = new Map(first.cases.map((row) => [row.id, row]));
  return { rows: shown.rows.map((row) => latest.get(row.id) ?? row), next: shown.next };
}

/** The shown list with another page behind it; no case stands in it twice. */
export function extended(shown: ShownList, page: CaseList): ShownList {
  const known = new Set(shown.rows.map(({ id }) => id));
  return { rows: [...shown.rows, ...page.cases.filter(({ id }) => !known.has(id))], next: page.next };
}
