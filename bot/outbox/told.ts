import { z } from 'zod';
import type { Staff } from '../../domain/agency/staff.ts';
import { isApprover, waitingFor } from '../../domain/approval/waiting.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { audiencesFor, EVERYBODY, maySee } from '../../domain/case/audience.ts';
import { openKey } from '../../domain/case/open-counts.ts';
import type { CaseView } from '../../domain/conversation/facts.ts';
import { ENTROPY_OCTETS, type Turn } from '../../domain/conversation/turn.ts';
import { isOpen } from '../../domain/measures/measure.ts';
import { type DueStep, lateStepsFor } from '../../domain/measures/reminders.ts';
import type { Told } from '../../domain/outbox/compose.ts';
import { type CaseNews, NAMED_MOST } from '../../domain/outbox/compose-case.ts';
import { type MorningCounts, morningCounts, unitsOf } from '../../domain/outbox/compose-morning.ts';
import type { Addressee, Notice } from '../../domain/outbox/entry.ts';
import { ServiceMonth } from '../../domain/service/counts.ts';
import { monthToCount, uncountedFor } from '../../domain/service/reminder.ts';
import { readMeasure, readMeasures } from '../measures/store.ts';
import { emptyBasis } from '../records/basis.ts';
import { viewCase, viewCases } from '../records/case-view.ts';
import type { Ground } from '../records/ground.ts';
import { readStaff } from '../records/invitation.ts';
import { isAlerted } from '../records/tip-alerts.ts';
import { readWaiting } from './approvals.ts';
import type { OutboxParts } from './parts.ts';

type Of<Kind extends Notice['notice']> = Extract<Notice, { notice: Kind }>;

const only = <Kind extends Notice['notice']>(notices: readonly Notice[], kind: Kind): Of<Kind>[] =>
  notices.filter((notice): notice is Of<Kind> => notice.notice === kind);

/** The agency as a step sees it, for words that conversation and alerts share; nothing random is chosen here. */
export function turnOf({ current, clock, publicUrl }: OutboxParts): Turn {
  return { ...current(), now: clock(), entropy: new Uint8Array(ENTROPY_OCTETS), facts: {}, publicUrl };
}

/** The latest news of each case that may be told, and the cases that are named as they stand now. */
async function casesOf(ground: Ground, notices: readonly Of<'case'>[], mayTell: (view: CaseView) => boolean) {
  const latest = new Map(notices.map(({ caseId, news }) => [caseId, news]));
  const named = [...latest.keys()].slice(0, NAMED_MOST);
  const views = await viewCases(ground, emptyBasis(), named);
  const cases = views.flatMap((view): CaseNews[] => {
    const news = latest.get(view.id);
    return news === undefined || !mayTell(view) ? [] : [{ news, view }];
  });
  const gone = named.length - cases.length;
  return { cases, count: latest.size - gone };
}

/** `tallies/open` and `tallies/open-{unit}`: counts by name, of which only numbers are read. */
const Tally = z
  .record(z.string(), z.unknown())
  .transform((fields) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, count]) => (typeof count === 'number' ? [[name, count]] : [])),
    ),
  );

/**
 * Open cases that concern one of the staff, as they stand on an ISO day.
 * @throws StoreUnavailable
 */
export async function countsFor(
  { ground, current }: OutboxParts,
  staff: Staff,
  day: string,
): Promise<MorningCounts> {
  const { documents, paths } = ground;
  const { agency, officers } = current();
  const units = unitsOf(staff, agency, officers);
  const keys = units === 'all' ? [openKey()] : units.map(openKey);
  const found = await documents.readMany(keys.map(paths.tally));
  const tallies = found.map((tally) => Tally.safeParse(tally?.data).data ?? {});
  return morningCounts(tallies, audiencesFor(staff, agency), day);
}

/** The fiscal years whose measures people are reminded of on an ISO day: the running one and the one before. */
export const remindedYears = (day: string): number[] => [fiscalYearOf(day), fiscalYearOf(day) - 1];

/** The steps that are told of, as they stand now: those that were taken meanwhile are not among them. */
async function stepsOf(ground: Ground, notices: readonly Of<'step'>[]): Promise<DueStep[]> {
  const ids = [...new Set(notices.map(({ measureId }) => measureId))];
  const read = await Promise.all(ids.map((id) => readMeasure(ground, id)));
  const measures = read.flatMap((one) => (one === undefined ? [] : [one.measure]));
  const told = new Set(notices.map(({ measureId, stepId }) => `${measureId} ${stepId}`));
  return measures
    .filter(({ removed }) => removed === undefined)
    .flatMap((measure) =>
      measure.steps.flatMap((step) =>
        isOpen(step) && told.has(`${measure.id} ${step.id}`) ? [{ measure, step }] : [],
      ),
    );
}

/** How many services of somebody's unit are still to be counted, early in a month. @throws StoreUnavailable */
export async function uncountedBy(
  { ground: { documents, paths }, current }: OutboxParts,
  staff: Staff,
  day: string,
): Promise<{ month: string; services: number } | undefined> {
  const month = monthToCount(day);
  if (month === undefined) return undefined;
  const record = ServiceMonth.safeParse((await documents.read(paths.serviceMonth(month)))?.data).data;
  return { month, services: uncountedFor(staff, current().agency, record) };
}

async function morningOf(parts: OutboxParts, staff: Staff | null, notices: readonly Of<'morning'>[]) {
  const day = notices
    .map((notice) => notice.day)
    .sort()
    .at(-1);
  if (day === undefined || staff === null) return undefined;
  const [counts, uncounted, measures, waiting] = await Promise.all([
    countsFor(parts, staff, day),
    uncountedBy(parts, staff, day),
    readMeasures(parts.ground, remindedYears(day)),
    isApprover(staff) ? readWaiting(parts.ground, parts.clock()) : [],
  ]);
  const approvals = waitingFor(staff, waiting);
  return {
    day,
    counts,
    lateSteps: lateStepsFor(staff, measures, parts.current(), day).length,
    ...(uncounted === undefined ? {} : { uncounted }),
    ...(approvals === undefined ? {} : { approvals }),
  };
}

/**
 * What an addressee is to be told, from the store as it stands now; undefined where nothing is left of it.
 * @throws StoreUnavailable
 */
export async function whatIsTold(
  parts: OutboxParts,
  addressee: Addressee,
  notices: readonly Notice[],
): Promise<Told | undefined> {
  const { ground } = parts;
  switch (addressee.to) {
    case 'staff':
    case 'mail': {
      const { agency } = parts.current();
      const staff = await readStaff(ground, addressee.staffId);
      const mayTell = (view: CaseView): boolean => staff !== null && maySee(staff, view.case, agency);
      return {
        to: 'staff',
        ...(await casesOf(ground, only(notices, 'case'), mayTell)),
        tips: only(notices, 'tips').some((notice) => isAlerted(ground, addressee.staffId, notice)),
        keys: only(notices, 'key'),
        steps: await stepsOf(ground, only(notices, 'step')),
        morning: await morningOf(parts, staff, only(notices, 'morning')),
      };
    }
    case 'target':
      return {
        to: 'target',
        ...(await casesOf(ground, only(notices, 'case'), ({ case: { audience } }) => audience === EVERYBODY)),
      };
    case 'route': {
      const found = await ground.documents.read(ground.paths.case(addressee.caseId));
      const view = await viewCase(ground, emptyBasis(), found);
      if (view === null) return undefined;
      return { to: 'route', news: only(notices, 'reporter').map(({ news }) => news), view };
    }
  }
}
