import { alertedFor, categoryOf } from '../agency/routing.ts';
import { freshMark } from '../conversation/fresh.ts';
import type { Turn } from '../conversation/turn.ts';
import type { Write } from '../conversation/write.ts';
import type { Addressee, Notice } from './entry.ts';

type CaseNews = Extract<Notice, { notice: 'case' }>['news'];
type ReporterNews = Extract<Notice, { notice: 'reporter' }>['news'];

const entry = (turn: Turn, nth: number, addressee: Addressee, notice: Notice): Write => ({
  write: 'outbox',
  entry: { id: `${freshMark(turn)}-${nth}`, addressee, notice, dueAt: turn.now },
});

/** Alerts the category's person and deputy; groups hear of new cases alone. */
export function alertStaff(
  turn: Turn,
  caseId: string,
  category: string | undefined,
  news: CaseNews,
): Write[] {
  const notice: Notice = { notice: 'case', news, caseId };
  const staff = alertedFor(categoryOf(turn.agency, category), turn.officers).map(
    (staffId): Addressee => ({ to: 'staff', staffId }),
  );
  const groups =
    news === 'new' ? turn.targets.map((targetId): Addressee => ({ to: 'target', targetId })) : [];
  return [...staff, ...groups].map((addressee, nth) => entry(turn, nth, addressee, notice));
}

/** Tells a reporter who asked to be told; where nobody asked there is no route and nothing is sent. */
export const tellReporter = (turn: Turn, nth: number, caseId: string, news: ReporterNews): Write =>
  entry(turn, nth, { to: 'route', caseId }, { notice: 'reporter', news, caseId });
