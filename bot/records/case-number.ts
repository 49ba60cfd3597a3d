import { dayOf } from '../../domain/calendar/day.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import type { Write } from '../store/documents.ts';
import type { Basis } from './basis.ts';
import type { Asker, Ground } from './ground.ts';
import { CaseNumbers } from './records.ts';

/** The next case number of the fiscal year, `70-0012`; the commit takes it only if nobody was faster. */
export async function nextNumber(ground: Ground, { now }: Asker, basis: Basis): Promise<string> {
  const year = fiscalYearOf(dayOf(now));
  const path = ground.paths.tally(`case-numbers-${year}`);
  const found = await ground.documents.read(path);
  const last = found === undefined ? 0 : CaseNumbers.parse(found.data).last;
  basis.numbers = { path, last, at: found?.updateTime };
  return `${String(year % 100).padStart(2, '0')}-${String(last + 1).padStart(4, '0')}`;
}

/** Takes the number that {@link nextNumber} gave. */
export function takeNumber({ numbers }: Basis): Write {
  if (numbers === undefined) throw new Error('a case is opened only with a number that was asked for');
  const { path, last, at } = numbers;
  return at === undefined
    ? { op: 'create', path, data: { version: 1, last: last + 1 } satisfies CaseNumbers }
    : { op: 'update', path, data: { last: last + 1 }, ifUpdatedAt: at };
}
