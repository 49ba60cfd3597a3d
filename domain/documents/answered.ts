import { addDays } from '../calendar/day.ts';
import { thaiDate } from '../calendar/thai-date.ts';
import { documentsWords } from '../catalogue/documents.ts';
import { evidenceWords } from '../catalogue/evidence.ts';
import type { Block, Cell, Content, Table } from '../evidence/content.ts';
import { officialSignatures } from '../evidence/signatures.ts';
import type { RegisterRow } from '../staff/documents.ts';
import { type ListAbout, resultOf } from './register.ts';

const say = documentsWords.answered;
const { columns } = documentsWords;

/** Whether a case was first answered within so many days; `open` where there is still time. */
export function standing(
  { received, answered }: Pick<RegisterRow, 'received' | 'answered'>,
  days: number,
  today: string,
): 'within' | 'later' | 'never' | 'open' {
  if (answered !== undefined) return answered.days <= days ? 'within' : 'later';
  return addDays(received, days) < today ? 'never' : 'open';
}

/** How cases of a list were answered. `percentage` is of those that were answered or whose time is over. */
export interface AnsweredSums {
  all: number;
  within: number;
  withinWorking: number;
  later: number;
  never: number;
  open: number;
  judged: number;
  percentage: number | undefined;
}

/** Sums of a list; what was closed as ก่อกวน does not count. */
export function answeredSums(rows: readonly RegisterRow[], days: number, today: string): AnsweredSums {
  const counted = rows.filter(({ mischief }) => !mischief);
  const of = (wanted: ReturnType<typeof standing>): number =>
    counted.filter((row) => standing(row, days, today) === wanted).length;
  const [within, later, never, open] = [of('within'), of('later'), of('never'), of('open')];
  const judged = within + later + never;
  return {
    all: counted.length,
    within,
    withinWorking: counted.filter(({ answered }) => answered !== undefined && answered.workingDays <= days)
      .length,
    later,
    never,
    open,
    judged,
    percentage: judged === 0 ? undefined : (within / judged) * 100,
  };
}

function summary(sums: AnsweredSums, days: number): Table {
  const share = (count: number): Cell => (sums.judged === 0 ? null : (count / sums.judged) * 100);
  return {
    kind: 'table',
    id: 'summary',
    caption: say.summary,
    columns: [{ label: say.item }, { label: say.count, decimals: 0 }, { label: say.percentage, decimals: 2 }],
    rows: [
      { cells: [say.within(days), sums.within, share(sums.within)] },
      { cells: [say.later(days), sums.later, share(sums.later)] },
      { cells: [say.never(days), sums.never, share(sums.never)] },
      { cells: [say.judged(days), sums.judged, share(sums.judged)], sum: true },
      { cells: [say.notYet(days), sums.open, null] },
      { cells: [say.all, sums.all, null], sum: true },
      { cells: [say.withinWorking(days), sums.withinWorking, share(sums.withinWorking)] },
    ],
  };
}

/** หลักฐานการแจ้งผลภายใน 15 วัน: when each case of a period was first answered, and how many in time. */
export function answered(
  rows: readonly RegisterRow[],
  { period, firstAnswerDays: days, digits, today }: ListAbout,
): Content {
  const words = { within: say.yes, later: say.no, never: say.no, open: say.open };
  const list: Table = {
    kind: 'table',
    id: 'cases',
    caption: say.list,
    columns: [
      { label: columns.running },
      { label: columns.number },
      { label: columns.kind },
      { label: columns.received },
      { label: columns.answered },
      { label: columns.days, decimals: 0 },
      { label: columns.workingDays, decimals: 0 },
      { label: columns.isWithin(days) },
      { label: columns.result },
    ],
    rows: rows
      .filter(({ mischief }) => !mischief)
      .map((row, at) => ({
        cells: [
          at + 1,
          row.number,
          evidenceWords.kinds[row.kind],
          thaiDate(row.received, 'medium'),
          row.answered === undefined ? null : thaiDate(row.answered.day, 'medium'),
          row.answered?.days ?? null,
          row.answered?.workingDays ?? null,
          words[standing(row, days, today)],
          resultOf(row),
        ],
      })),
  };
  const blocks: Block[] =
    list.rows.length === 0
      ? [{ kind: 'text', text: documentsWords.register.none }]
      : [summary(answeredSums(rows, days, today), days), list];
  return { period, digits, method: say.method(days), blocks: [...blocks, officialSignatures] };
}
