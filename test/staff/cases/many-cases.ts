/** Many cases, for what must not cost more the more there are. */
import { countWrites } from '../../../bot/records/case-writes.ts';
import type { Paths } from '../../../bot/records/paths.ts';
import type { Documents, Write } from '../../../bot/store/documents.ts';
import { demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { addDays } from '../../../domain/calendar/day.ts';
import type { TallyChange } from '../../../domain/case/case-tally.ts';
import { newCase } from '../../../domain/case/new-case.ts';
import { tallyChanges } from '../../../domain/case/tally-changes.ts';

const TOGETHER = 400;
const SIDE_BY_SIDE = 4;

const pick = <const One>(nth: number, among: readonly [One, ...One[]]): One =>
  among[nth % among.length] ?? among[0];

/** A case of many: all statuses, kinds, places and units among them, in an order that repeats. */
function caseOf(nth: number) {
  const received = addDays('2026-10-01', nth % 50);
  const status = pick(nth, ['new', 'accepted', 'in_progress', 'resolved', 'closed', 'referred', 'declined']);
  return newCase({
    version: 1,
    kind: pick(nth >> 3, ['complaint', 'complaint', 'question', 'suggestion']),
    number: `70-${String(nth).padStart(6, '0')}`,
    status,
    category: pick(nth, ['lamp', 'road', 'water']),
    where: { place: `moo-${(nth % 10) + 1}` },
    text: 'ไฟดับ',
    attachments: 0,
    unit: pick(nth, ['works', 'finance']),
    channel: 'line',
    received,
    due: addDays(received, 15),
    messages: 0,
    ...(status === 'in_progress' && nth % 2 === 0
      ? { waiting: { why: 'plan' as const, note: '', until: '2027-06-01' } }
      : {}),
    ...(status === 'accepted' ? { assignee: demoOfficerId } : {}),
    ...(status === 'resolved' ? { resolved: '2026-11-20' } : {}),
    ...(status === 'declined' ? { review: 'asked' as const } : {}),
    escalated: 'palad',
  });
}

/** Its id. */
export const manyId = (nth: number): string => `s${String(nth).padStart(19, '0')}`;

/** Makes the cases from the `from`th up to the one before the `to`th, and counts them. */
export async function fillCases(documents: Documents, paths: Paths, from: number, to: number): Promise<void> {
  const sums = new Map<string, Map<string, number>>();
  const add = ({ key, counts }: TallyChange): void => {
    const names = sums.get(key) ?? new Map<string, number>();
    for (const [name, by] of Object.entries(counts)) names.set(name, (names.get(name) ?? 0) + by);
    sums.set(key, names);
  };
  const starts = Array.from(
    { length: Math.ceil((to - from) / TOGETHER) },
    (_, n) => from + n * TOGETHER,
  ).values();
  const worker = async (): Promise<void> => {
    for (const start of starts) {
      const writes: Write[] = [];
      for (let nth = start; nth < Math.min(to, start + TOGETHER); nth += 1) {
        const record = caseOf(nth);
        writes.push({ op: 'create', path: paths.case(manyId(nth)), data: { ...record } });
        for (const change of tallyChanges(undefined, record)) add(change);
      }
      await documents.commit(writes);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  const changes = [...sums].map(([key, names]) => ({ key, counts: Object.fromEntries(names) }));
  await documents.commit(countWrites(paths, changes));
}
