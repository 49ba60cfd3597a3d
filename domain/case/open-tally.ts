import type { Write } from '../conversation/write.ts';
import { type CaseStatus, isOpen } from './status.ts';

/** What the counts of open cases need to know of one; without a status it is only just coming in. */
interface Counted {
  due: string;
  unit: string;
  status?: CaseStatus;
}

/**
 * How the counts of open cases change when a case goes to status `to`: in all, not yet accepted, and by due
 * day, for the whole agency and for its unit, so that "late" is read from one document.
 */
export function openTally({ due, unit, status }: Counted, to: CaseStatus): Write[] {
  const all = Number(isOpen(to)) - Number(status !== undefined && isOpen(status));
  const fresh = Number(to === 'new') - Number(status === 'new');
  const counts = {
    ...(all === 0 ? {} : { all, [`due.${due}`]: all }),
    ...(fresh === 0 ? {} : { new: fresh }),
  };
  if (Object.keys(counts).length === 0) return [];
  return ['open', `open-${unit}`].map((key): Write => ({ write: 'tally', key, counts }));
}
