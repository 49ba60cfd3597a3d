import { EVERYBODY } from './audience.ts';
import type { Case } from './case.ts';
import type { TallyChange } from './case-tally.ts';
import { erasureDue } from './erasure.ts';
import { stageOf } from './standing.ts';

/** What the counts of open cases need to know of one. */
export type OpenCounted = Pick<
  Case,
  'status' | 'waiting' | 'due' | 'unit' | 'assignee' | 'audience' | 'review' | 'erasure'
>;

/** The document that counts what is open, in all or of one unit. */
export const openKey = (unit?: string): string => (unit === undefined ? 'open' : `open-${unit}`);

const prefixOf = (audience: string): string => (audience === EVERYBODY ? '' : `${audience}.`);
const DUE = 'due.';
const MINE = 'mine.';
const ERASE = 'erase.';

/**
 * What a case counts for while it is open: `all`, `new`, `waiting`, and by the day it is due unless it waits. Cases
 * that not everybody may see are counted apart, under their audience. In all, also by assignee, and the reviews that
 * are asked for. Requests for deletion count by the day they came on until they are answered.
 */
export function openCounts(one: OpenCounted): TallyChange[] {
  const { due, unit, assignee, audience, review, erasure } = one;
  const stage = stageOf(one);
  const prefix = prefixOf(audience);
  const asked: TallyChange[] =
    review === 'asked' ? [{ key: openKey(), counts: { [`${prefix}review`]: 1 } }] : [];
  if (erasure !== undefined) {
    const counts = { [`${prefix}${ERASE}${erasure.day}`]: 1 };
    asked.push({ key: openKey(), counts }, { key: openKey(unit), counts });
  }
  if (stage === 'done') return asked;
  const counts = {
    [`${prefix}all`]: 1,
    ...(stage === 'new' ? { [`${prefix}new`]: 1 } : {}),
    ...(stage === 'waiting' ? { [`${prefix}waiting`]: 1 } : { [`${prefix}${DUE}${due}`]: 1 }),
  };
  const mine = assignee === undefined ? {} : { [`${MINE}${assignee}`]: 1 };
  return [{ key: openKey(), counts: { ...counts, ...mine } }, { key: openKey(unit), counts }, ...asked];
}

type Tally = Readonly<Record<string, number>>;

/** What is open, as somebody may see it on an ISO day. `due`: due on this very day. */
export interface OpenSums {
  all: number;
  fresh: number;
  waiting: number;
  due: number;
  late: number;
  review: number;
  /** Requests for deletion that nobody answered, and those of them whose day is over. */
  erasure: number;
  erasureLate: number;
}

/** Sums counts of open cases over the audiences that somebody belongs to. */
export function openSums(tally: Tally, audiences: readonly string[], day: string): OpenSums {
  const prefixes = audiences.map(prefixOf);
  const of = (name: string): number =>
    prefixes.reduce((sum, prefix) => sum + Math.max(0, tally[`${prefix}${name}`] ?? 0), 0);
  let late = 0;
  let erasure = 0;
  let erasureLate = 0;
  for (const [name, count] of Object.entries(tally)) {
    const prefix = prefixes.find((one) => name.startsWith(`${one}${DUE}`));
    if (prefix !== undefined && name.slice(prefix.length + DUE.length) < day) late += Math.max(0, count);
    const asked = prefixes.find((one) => name.startsWith(`${one}${ERASE}`));
    if (asked === undefined) continue;
    erasure += Math.max(0, count);
    if (erasureDue(name.slice(asked.length + ERASE.length)) < day) erasureLate += Math.max(0, count);
  }
  return {
    all: of('all'),
    fresh: of('new'),
    waiting: of('waiting'),
    due: of(`${DUE}${day}`),
    late,
    review: of('review'),
    erasure,
    erasureLate,
  };
}

/** How many open cases somebody works on. */
export const mineIn = (tally: Tally, staffId: string): number => Math.max(0, tally[`${MINE}${staffId}`] ?? 0);
