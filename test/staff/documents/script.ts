/** A year of an office as it is written down: what came, when, how, and what was done about it. No code of the program. */

/** `after` so many days. */
export interface Deed {
  after: number;
  does: 'answer' | 'resolve' | 'refer' | 'decline';
}

export interface Entry {
  kind: 'complaint' | 'question' | 'suggestion';
  channel: 'line' | 'phone' | 'paper' | 'facebook' | 'damrongdhama';
  received: string;
  /** Of complaints alone. */
  category?: 'lamp' | 'road' | 'water' | 'waste';
  place: string;
  deeds: Deed[];
}

const answer = (after: number): Deed => ({ after, does: 'answer' });
const resolve = (after: number): Deed => ({ after, does: 'resolve' });

/** Fiscal year 2569: 1 October 2568 (2025) to 30 September 2569 (2026), with months in which nothing came. */
export const year: readonly Entry[] = [
  {
    kind: 'complaint',
    channel: 'line',
    received: '2025-10-03',
    category: 'lamp',
    place: 'moo-3',
    deeds: [answer(2), resolve(9)],
  },
  {
    kind: 'complaint',
    channel: 'phone',
    received: '2025-10-14',
    category: 'road',
    place: 'moo-2',
    deeds: [answer(15), resolve(40)],
  },
  {
    kind: 'complaint',
    channel: 'damrongdhama',
    received: '2025-10-20',
    category: 'water',
    place: 'moo-1',
    deeds: [answer(16)],
  },
  { kind: 'suggestion', channel: 'paper', received: '2025-10-22', place: 'moo-5', deeds: [resolve(12)] },
  { kind: 'question', channel: 'phone', received: '2025-11-04', place: 'moo-4', deeds: [resolve(0)] },
  {
    kind: 'complaint',
    channel: 'line',
    received: '2025-11-10',
    category: 'lamp',
    place: 'moo-3',
    deeds: [resolve(4)],
  },
  {
    kind: 'complaint',
    channel: 'paper',
    received: '2025-11-17',
    category: 'waste',
    place: 'moo-6',
    deeds: [{ after: 7, does: 'refer' }],
  },
  {
    kind: 'complaint',
    channel: 'facebook',
    received: '2025-12-08',
    category: 'road',
    place: 'moo-2',
    deeds: [{ after: 20, does: 'decline' }],
  },
  { kind: 'suggestion', channel: 'phone', received: '2025-12-15', place: 'moo-2', deeds: [] },
  {
    kind: 'complaint',
    channel: 'line',
    received: '2026-01-06',
    category: 'lamp',
    place: 'moo-3',
    deeds: [answer(1)],
  },
  {
    kind: 'complaint',
    channel: 'damrongdhama',
    received: '2026-01-19',
    category: 'road',
    place: 'moo-7',
    deeds: [answer(3), resolve(30)],
  },
  { kind: 'question', channel: 'paper', received: '2026-02-02', place: 'moo-8', deeds: [answer(10)] },
  {
    kind: 'complaint',
    channel: 'phone',
    received: '2026-03-30',
    category: 'water',
    place: 'moo-1',
    deeds: [answer(5), resolve(6)],
  },
  {
    kind: 'suggestion',
    channel: 'facebook',
    received: '2026-04-20',
    place: 'moo-4',
    deeds: [{ after: 5, does: 'refer' }],
  },
  {
    kind: 'complaint',
    channel: 'phone',
    received: '2026-05-11',
    category: 'waste',
    place: 'moo-5',
    deeds: [],
  },
  {
    kind: 'complaint',
    channel: 'paper',
    received: '2026-07-01',
    category: 'road',
    place: 'moo-2',
    deeds: [answer(9), resolve(60)],
  },
  {
    kind: 'complaint',
    channel: 'phone',
    received: '2026-07-15',
    category: 'water',
    place: 'moo-1',
    deeds: [resolve(2)],
  },
  {
    kind: 'complaint',
    channel: 'phone',
    received: '2026-09-28',
    category: 'lamp',
    place: 'moo-3',
    deeds: [answer(4)],
  },
];

/** Days on which somebody reported corruption in the chat: two in the first half-year, one in the second. */
export const tipDays: readonly string[] = ['2025-11-20', '2026-03-31', '2026-04-01'];

/** What came in some months (`YYYY-MM`), of a kind. */
export const cameIn = (months: readonly string[], kind: Entry['kind'], before = '9999'): Entry[] =>
  year.filter(
    (entry) => entry.kind === kind && months.includes(entry.received.slice(0, 7)) && entry.received < before,
  );

/** An ISO day so many days later, without the program's own reckoning. */
export const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

/** Whether it was done with, as far as somebody had come on a day. */
export const isDone = ({ received, deeds }: Entry, on: string): boolean =>
  deeds.some(({ after, does }) => does !== 'answer' && dayAfter(received, after) <= on);

export const endedBy = ({ received, deeds }: Entry, how: Deed['does'], on: string): boolean =>
  deeds.some(({ after, does }) => does === how && dayAfter(received, after) <= on);

/** After how many days it was first answered, as far as somebody had come on a day. */
export const firstAnswer = ({ received, deeds }: Entry, on: string): number | undefined =>
  deeds.filter(({ after }) => dayAfter(received, after) <= on).map(({ after }) => after)[0];

/** ทั้งหมด, แล้วเสร็จ, อยู่ระหว่าง, ส่งต่อ, ไม่อาจดำเนินการ, as far as somebody had come on a day. */
export function five(entries: readonly Entry[], on: string): number[] {
  const done = entries.filter((entry) => isDone(entry, on)).length;
  const ended = (how: 'refer' | 'decline') => entries.filter((entry) => endedBy(entry, how, on)).length;
  return [entries.length, done, entries.length - done, ended('refer'), ended('decline')];
}
