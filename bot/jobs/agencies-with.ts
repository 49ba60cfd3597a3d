import type { Documents, Query } from '../store/documents.ts';

const PAGE = 200;
/** Pages of one look; what stands behind them waits until those before it are done. */
const MOST_PAGES = 50;

/** A query over all agencies, in one order. */
export type GroupQuery = Pick<Query, 'where' | 'orderBy'> & { group: string };

/**
 * The agencies that hold something a query finds, in its order, each once: one query where nothing is found. What
 * nobody takes away, such as that of an agency that cannot be served, is passed over. @throws StoreUnavailable
 */
export async function* agenciesWith(
  documents: Documents,
  { group, where, orderBy }: GroupQuery,
): AsyncGenerator<string> {
  const seen = new Set<string>();
  const fields = orderBy.map(([field]) => field);
  let after: unknown[] | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await documents.query({
      group,
      where,
      orderBy: [...orderBy, ['__name__', 'asc']],
      limit: PAGE,
      ...(after === undefined ? {} : { startAfter: after }),
    });
    for (const { path } of found) {
      const agencyId = path.split('/')[1] ?? '';
      if (seen.has(agencyId)) continue;
      seen.add(agencyId);
      yield agencyId;
    }
    const last = found.at(-1);
    if (last === undefined || found.length < PAGE) return;
    after = [...fields.map((field) => valueIn(last.data, field)), last.path];
  }
}

/** The value of a field path such as `waiting.until`. */
function valueIn(data: unknown, path: string): unknown {
  let value = data;
  for (const name of path.split('.')) {
    value =
      typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
  }
  return value;
}
