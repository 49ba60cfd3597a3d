import type { CaseRow } from '../../../domain/staff/cases.ts';

/** How urgent a case is; `days` are counted from today. */
export type Urgency =
  | { is: 'late' | 'soon' | 'ahead'; days: number }
  | { is: 'today' | 'tomorrow' }
  | { is: 'waiting'; until: string }
  | { is: 'nothing' };

/** So many days before it is due a case is marked. */
const SOON_DAYS = 3;

/** How urgent a case is, from what the server says of it. */
export function urgencyOf({ dueIn, waiting }: Pick<CaseRow, 'dueIn' | 'waiting'>): Urgency {
  if (waiting !== undefined) return { is: 'waiting', until: waiting.until };
  if (dueIn === undefined) return { is: 'nothing' };
  if (dueIn < 0) return { is: 'late', days: -dueIn };
  if (dueIn === 0) return { is: 'today' };
  if (dueIn === 1) return { is: 'tomorrow' };
  return { is: dueIn <= SOON_DAYS ? 'soon' : 'ahead', days: dueIn };
}
