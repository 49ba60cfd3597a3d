import { type CaseCounts, type CaseDetail, CaseRow } from '../../../../domain/staff/cases.ts';

/** A list as somebody left it: what was shown, how far down, and which case they went to. */
export interface Shelved {
  rows: readonly CaseRow[];
  next: string | undefined;
  counts: CaseCounts;
  scroll: number;
  opened: string | undefined;
}

/** Lists by their query, in this page's memory: going back to one finds it as it was. */
const shelf = new Map<string, Shelved>();

export const shelved = (key: string): Shelved | undefined => shelf.get(key);
export const shelve = (key: string, list: Shelved): void => void shelf.set(key, list);

/** A case was changed here: every list that shows it says so, without being asked for again. */
export function updateShelf(detail: CaseDetail): void {
  for (const [key, list] of shelf) {
    if (!list.rows.some(({ id }) => id === detail.id)) continue;
    const rows = list.rows.map((row) => (row.id === detail.id ? CaseRow.parse(detail) : row));
    shelf.set(key, { ...list, rows });
  }
}

const INBOX = '/inbox';
let latest = INBOX;

/** The list that somebody looked at last: where `back` leads. */
export const listPlace = (): string => latest;
export const rememberList = (place: string): void => {
  latest = place;
};
