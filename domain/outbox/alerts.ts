import { alertedFor, categoryOf } from '../agency/routing.ts';
import { isAboutStaff } from '../case/audience.ts';
import { freshMark } from '../conversation/fresh.ts';
import type { Turn } from '../conversation/turn.ts';
import type { Write } from '../conversation/write.ts';
import type { Addressee, Notice } from './entry.ts';

type CaseNews = Extract<Notice, { notice: 'case' }>['news'];
type ReporterNews = Extract<Notice, { notice: 'reporter' }>['news'];

/** What alerting needs to know of a case. */
export interface Alerted {
  caseId: string;
  category?: string | undefined;
  concerns?: string | undefined;
  assignee?: string | undefined;
}

/** What is known when somebody is to be alerted. */
export type AlertTurn = Pick<Turn, 'agency' | 'officers' | 'executives' | 'targets'>;

/**
 * Who hears of a case: the category's person and deputy and whoever works on it, never anybody of the unit that it
 * complains about; groups of new cases alone, and never of complaints about staff.
 */
export function alertAddressees(turn: AlertTurn, about: Alerted, news: CaseNews): Addressee[] {
  const { agency, officers, executives, targets } = turn;
  const { category, concerns, assignee } = about;
  const hidden = isAboutStaff(agency, category);
  const alerted = alertedFor(categoryOf(agency, category), officers, concerns, executives);
  const worker = officers.find(({ id }) => id === assignee);
  const mayWorker = worker !== undefined && (concerns === undefined || worker.unit !== concerns);
  const staff = new Set([...alerted, ...(mayWorker ? [worker.id] : [])]);
  return [
    ...[...staff].map((staffId): Addressee => ({ to: 'staff', staffId })),
    ...(news === 'new' && !hidden ? targets : []).map((targetId): Addressee => ({ to: 'target', targetId })),
  ];
}

const entry = (turn: Turn, nth: number, addressee: Addressee, notice: Notice): Write => ({
  write: 'outbox',
  entry: { id: `${freshMark(turn)}-${nth}`, addressee, notice, dueAt: turn.now },
});

/** Tells those whom a case concerns of news. */
export const alertStaff = (turn: Turn, about: Alerted, news: CaseNews): Write[] =>
  alertAddressees(turn, about, news).map((addressee, nth) =>
    entry(turn, nth, addressee, { notice: 'case', news, caseId: about.caseId }),
  );

/** Executives are numbered from here, apart from others who are told. */
const EXECUTIVES_FROM = 200;

/** Tells executives of a case, but those of the unit that it complains about. */
export const alertExecutives = (turn: Turn, { caseId, concerns }: Alerted, news: CaseNews): Write[] =>
  turn.executives
    .filter(({ unit }) => concerns === undefined || unit !== concerns)
    .map(({ id: staffId }, nth) =>
      entry(turn, EXECUTIVES_FROM + nth, { to: 'staff', staffId }, { notice: 'case', news, caseId }),
    );

/** Tells a reporter who asked to be told; where nobody asked there is no route and nothing is sent. */
export const tellReporter = (turn: Turn, nth: number, caseId: string, news: ReporterNews): Write =>
  entry(turn, nth, { to: 'route', caseId }, { notice: 'reporter', news, caseId });
