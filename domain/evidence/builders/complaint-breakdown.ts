import { fiscalYearOf } from '../../calendar/fiscal-year.ts';
import { OpenKind } from '../../case/case.ts';
import { type CaseCounts, casesIn, categoryCount, channelCount } from '../../case/case-tally.ts';
import { evidenceWords as shared } from '../../catalogue/evidence.ts';
import { complaintStatisticsWords as say } from '../../catalogue/evidence-complaints.ts';
import type { Block, Cell, Table } from '../content.ts';
import type { Counts, EvidenceInputs } from '../inputs.ts';
import { channelLabels } from '../labels.ts';

interface Share {
  label: string;
  count: number;
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** A table of parts of a whole with their percentages, and its picture; empty where there is nothing. */
function shares(id: 'channels' | 'categories', label: string, caption: string, parts: Share[]): Block[] {
  const all = total(parts.map(({ count }) => count));
  if (all === 0) return [];
  const percent = (count: number): number => (count / all) * 100;
  const table: Table = {
    kind: 'table',
    id,
    caption,
    columns: [
      { label },
      { label: shared.count, decimals: 0 },
      { label: say.breakdown.percentage, decimals: 2 },
    ],
    rows: [
      ...parts.map((part) => ({ cells: [part.label, part.count, percent(part.count)] })),
      { cells: [shared.sum, all, 100], sum: true },
    ],
  };
  return [{ kind: 'chart', table: id, shape: 'bars', caption, series: [1] }, table];
}

function kindsTable(countsOf: (month: string) => Counts, months: readonly string[]): Table {
  const rows = OpenKind.options.map((kind) => {
    const counted = months.map((month) => casesIn(countsOf(month), month, kind));
    const of = (what: keyof CaseCounts): number => total(counted.map((counts) => counts[what]));
    return { kind, figures: [of('all'), of('done'), of('underway')] };
  });
  const sums: Cell[] = [0, 1, 2].map((at) => total(rows.map(({ figures }) => figures[at] ?? 0)));
  const { all, done, underway } = say.columns;
  return {
    kind: 'table',
    id: 'kinds',
    caption: say.breakdown.kinds,
    columns: [
      { label: say.breakdown.kind },
      ...[all, done, underway].map((label) => ({ label, decimals: 0 })),
    ],
    rows: [
      ...rows.map(({ kind, figures }) => ({ cells: [shared.kinds[kind], ...figures] })),
      { cells: [shared.sum, ...sums], sum: true },
    ],
  };
}

/**
 * What the system counted in some months, by kind, and complaints by channel and category. What was carried over from
 * before has none of these.
 */
export function breakdown(inputs: EvidenceInputs, months: readonly string[]): Block[] {
  const { agency, cases } = inputs;
  const countsOf = (month: string): Counts => cases[fiscalYearOf(`${month}-01`)] ?? {};
  const kinds = kindsTable(countsOf, months);
  if (kinds.rows.at(-1)?.cells[1] === 0) return [];
  const channels = channelLabels.map(({ id, label }) => ({
    label,
    count: total(months.map((month) => channelCount(countsOf(month), month, 'complaint', id))),
  }));
  const categories = [...agency.categories, ...agency.retired.categories]
    .map(({ id, label }) => ({
      label,
      count: total(months.map((month) => categoryCount(countsOf(month), month, id))),
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  const { carried } = inputs;
  const isBrought = months.some((month) => carried[month] !== undefined);
  return [
    { kind: 'heading', text: say.breakdown.heading },
    ...(isBrought ? [{ kind: 'text', text: say.breakdown.withoutCarried } satisfies Block] : []),
    kinds,
    ...shares('channels', say.breakdown.channel, say.breakdown.channels, channels),
    ...shares('categories', say.breakdown.category, say.breakdown.categories, categories),
  ];
}
