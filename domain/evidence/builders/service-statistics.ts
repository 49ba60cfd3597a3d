import { fiscalYearOf } from '../../calendar/fiscal-year.ts';
import { OpenKind } from '../../case/case.ts';
import { casesIn, categoryCount, channelCount } from '../../case/case-tally.ts';
import { evidenceWords as shared } from '../../catalogue/evidence.ts';
import { serviceStatisticsWords as say } from '../../catalogue/evidence-services.ts';
import type { Content, Table } from '../content.ts';
import { countedSinceNote } from '../counting.ts';
import type { Counts, EvidenceInputs } from '../inputs.ts';
import { channelLabels } from '../labels.ts';
import { coveredPeriod, monthLabel, monthsOf, presetPeriod } from '../periods.ts';
import { readServices } from '../services/read.ts';
import { serviceBlocks } from '../services/tables.ts';
import { officialSignatures } from '../signatures.ts';

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

const countsOf = ({ cases }: EvidenceInputs, month: string): Counts =>
  cases[fiscalYearOf(`${month}-01`)] ?? {};

/** How many cases of all kinds came in a month by the online channels, or by the others. */
const byWay = (inputs: EvidenceInputs, month: string, online: boolean): number =>
  total(
    channelLabels
      .filter((channel) => channel.online === online)
      .flatMap(({ id }) =>
        OpenKind.options.map((kind) => channelCount(countsOf(inputs, month), month, kind, id)),
      ),
  );

/** Received cases by month: each kind, and how they came. */
export function monthlyTable(inputs: EvidenceInputs, months: readonly string[]): Table {
  const numbers = months.map((month) => [
    ...OpenKind.options.map((kind) => casesIn(countsOf(inputs, month), month, kind).all),
    byWay(inputs, month, true),
    byWay(inputs, month, false),
  ]);
  const sums = Array.from({ length: OpenKind.options.length + 2 }, (_, at) =>
    total(numbers.map((row) => row[at] ?? 0)),
  );
  return {
    kind: 'table',
    id: 'months',
    caption: say.months,
    columns: [
      { label: shared.month },
      ...OpenKind.options.map((kind) => ({ label: shared.kinds[kind], decimals: 0 })),
      { label: say.online, decimals: 0 },
      { label: say.offline, decimals: 0 },
    ],
    rows: [
      ...months.map((month, at) => ({ cells: [monthLabel(month), ...(numbers[at] ?? [])] })),
      { cells: [shared.sum, ...sums], sum: true },
    ],
  };
}

/** ข้อมูลเชิงสถิติการให้บริการ: services as officers counted them, then cases by month, kind, way and category. */
export function serviceStatistics(inputs: EvidenceInputs): Content {
  const { agency, preset, fiscalYear, today } = inputs;
  const months = monthsOf(presetPeriod(preset, fiscalYear), today);
  const categories: Table = {
    kind: 'table',
    id: 'categories',
    caption: say.categories,
    columns: [{ label: say.category }, { label: shared.count, decimals: 0 }],
    rows: [...agency.categories, ...agency.retired.categories].flatMap(({ id, label }, nth) => {
      const count = total(months.map((month) => categoryCount(countsOf(inputs, month), month, id)));
      return count > 0 || nth < agency.categories.length ? [{ cells: [label, count] }] : [];
    }),
  };
  return {
    period: coveredPeriod(preset, fiscalYear, today),
    method: say.method,
    blocks: [
      ...serviceBlocks(readServices(inputs)),
      { kind: 'heading', text: say.headings.cases },
      ...countedSinceNote(inputs),
      ...(months.length === 0
        ? ([{ kind: 'text', text: shared.notBegun }] as const)
        : [monthlyTable(inputs, months), categories]),
      officialSignatures,
    ],
  };
}
