import { Case, CaseMessage, TipCase } from '../../domain/case/case.ts';
import { Erasure } from '../../domain/case/erasure.ts';
import type { CaseView } from '../../domain/conversation/facts.ts';
import type { Found } from '../store/documents.ts';
import type { Basis } from './basis.ts';
import type { Ground } from './ground.ts';

/** How many of the latest messages of a thread are shown. */
const THREAD = 10;
/** How many cases may be joined to one and still be told with it. */
const JOINED = 20;

/** A case with its id. */
export interface ReadCase {
  id: string;
  case: Case;
}

/** A case of a kind that officers work on; undefined where there is none, and for a tip. */
export function readCase(found: Found | undefined, basis: Basis): ReadCase | undefined {
  if (found === undefined) return undefined;
  const read = Case.safeParse(found.data);
  if (!read.success) return undefined;
  basis.cases.set(found.id, { record: read.data, at: found.updateTime });
  return { id: found.id, case: read.data };
}

/** A tip's case; undefined where there is none, and for the other kinds. */
export function readTip(found: Found | undefined, basis: Basis): TipCase | undefined {
  if (found === undefined) return undefined;
  const read = TipCase.safeParse(found.data);
  if (!read.success) return undefined;
  basis.tips.set(found.id, { record: read.data, at: found.updateTime });
  return read.data;
}

const threadPaths = (ground: Ground, id: string, { messages }: Case, most: number): string[] => {
  const first = Math.max(0, messages - most);
  return Array.from({ length: messages - first }, (_, nth) => ground.paths.message(id, first + nth));
};

const threadIn = (found: (Found | undefined)[]): CaseMessage[] =>
  found.flatMap((message) => {
    const read = CaseMessage.safeParse(message?.data);
    return read.success ? [read.data] : [];
  });

const Joined = Case.pick({ status: true });

async function joinedTo(ground: Ground, id: string): Promise<CaseView['joined']> {
  const found = await ground.documents.query({
    collection: ground.paths.cases,
    where: [['joins', '==', id]],
    orderBy: [],
    limit: JOINED,
  });
  return found.map((one) => ({ id: one.id, ...Joined.parse(one.data) }));
}

/** When a case or a tip goes at its reporter's word, from `erasures/{caseId}`. */
export function erasingIn(found: Found | undefined): { erasing?: string } {
  const from = Erasure.safeParse(found?.data).data?.from;
  return from === undefined ? {} : { erasing: from };
}

/** The whole view of one case, for whoever may see it. */
export async function viewCase(
  ground: Ground,
  basis: Basis,
  found: Found | undefined,
): Promise<CaseView | null> {
  const read = readCase(found, basis);
  if (read === undefined) return null;
  const paths = threadPaths(ground, read.id, read.case, THREAD);
  const [[route, erasure, ...thread], joined] = await Promise.all([
    ground.documents.readMany([ground.paths.route(read.id), ground.paths.erasure(read.id), ...paths]),
    joinedTo(ground, read.id),
  ]);
  return {
    ...read,
    isRecorded: route !== undefined,
    thread: threadIn(thread),
    joined,
    ...erasingIn(erasure),
  };
}

/** Several cases at once, with only the latest word of each and without what is joined to them. */
export async function viewCases(ground: Ground, basis: Basis, caseIds: string[]): Promise<CaseView[]> {
  const [found, routes] = await Promise.all([
    ground.documents.readMany(caseIds.map((id) => ground.paths.case(id))),
    ground.documents.readMany(caseIds.map((id) => ground.paths.route(id))),
  ]);
  const recorded = new Set(routes.map((route) => route?.id));
  const cases = found.flatMap((one) => readCase(one, basis) ?? []);
  const latest = await ground.documents.readMany(
    cases.flatMap(({ id, case: record }) => threadPaths(ground, id, record, 1)),
  );
  const byCase = Map.groupBy(latest, (message) => message?.path.split('/').at(-3));
  return cases.map((one) => ({
    ...one,
    isRecorded: recorded.has(one.id),
    thread: threadIn(byCase.get(one.id) ?? []),
    joined: [],
  }));
}
