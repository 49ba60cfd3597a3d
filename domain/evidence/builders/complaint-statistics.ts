import { addDays } from '../../calendar/day.ts';
import { fiscalYearOf } from '../../calendar/fiscal-year.ts';
import { thaiDate } from '../../calendar/thai-date.ts';
import { type CaseCounts, casesIn } from '../../case/case-tally.ts';
import { tipTallyKey } from '../../case/tip-tally.ts';
import { evidenceWords as shared } from '../../catalogue/evidence.ts';
import { complaintStatisticsWords as say } from '../../catalogue/evidence-complaints.ts';
import type { Block, Cell, Content, Table } from '../content.ts';
import { areChecked, countedSinceNote, isCountedWhole } from '../counting.ts';
import type { EvidenceInputs } from '../inputs.ts';
import {
  coveredPeriod,
  halfLabel,
  halvesOf,
  isClosed,
  monthLabel,
  monthsOf,
  periodWords,
  presetPeriod,
} from '../periods.ts';
import { officialSignatures } from '../signatures.ts';
import { breakdown } from './complaint-breakdown.ts';

const three = [
  { label: say.columns.all, decimals: 0 },
  { label: say.columns.done, decimals: 0 },
  { label: say.columns.underway, decimals: 0 },
];

/** Corruption: one row a half-year, and only once that has closed; nothing finer, so that nobody can be guessed. */
function corruption(inputs: EvidenceInputs): Block[] {
  const { preset, fiscalYear, today, tips } = inputs;
  const halves = halvesOf(preset, fiscalYear);
  const closed = halves.filter((half) => isClosed(half, today));
  const open = halves.filter((half) => !isClosed(half, today));
  const rows = closed.map((half) => {
    const { all = 0, done = 0 } = tips[tipTallyKey(half).replace('tips-', '')] ?? {};
    const isKnown = all > 0 || areChecked(monthsOf(half, half.to), inputs);
    return { half, all, done, isKnown };
  });
  const nothing = rows
    .filter(({ all }) => all === 0)
    .map(({ half, isKnown }): Block => {
      const label = halfLabel(half);
      if (!isKnown) return { kind: 'text', text: say.corruption.notConfirmed(label, shared.notConfirmed) };
      const { none, noneCounted } = say.corruption;
      return { kind: 'text', text: isCountedWhole(inputs) ? none(label) : noneCounted(label) };
    });
  const table: Table = {
    kind: 'table',
    id: 'corruption',
    caption: say.corruption.caption,
    columns: [{ label: say.columns.period }, ...three],
    rows: rows.map(({ half, all, done, isKnown }) => ({
      cells: [
        say.corruption.half(halfLabel(half), periodWords(half)),
        ...(isKnown ? [all, done, all - done] : [null, null, null]),
      ],
    })),
  };
  return [
    { kind: 'heading', text: say.corruption.heading },
    ...(rows.length === 0 ? [] : [table]),
    ...nothing,
    ...(halves.length === 0 ? ([{ kind: 'text', text: say.corruption.halfYearsOnly }] as const) : []),
    ...open.map(
      (half): Block => ({
        kind: 'text',
        text: say.corruption.open(halfLabel(half), thaiDate(addDays(half.to, 1), 'long')),
      }),
    ),
    {
      kind: 'text',
      text: say.corruption.nothingFiner,
    },
  ];
}

interface GeneralRow {
  label: string;
  counts: CaseCounts;
  /** Zero is no claim where nobody confirmed that every channel was checked. */
  isKnown: boolean;
}

/** A month's general complaints: what the system counted, and what was carried over into it. */
function monthRow(month: string, inputs: EvidenceInputs): GeneralRow {
  const { cases, carried } = inputs;
  const own = casesIn(cases[fiscalYearOf(`${month}-01`)] ?? {}, month, 'complaint');
  const more = carried[month] ?? { received: 0, done: 0, referred: 0, declined: 0 };
  const counts = {
    all: own.all + more.received,
    done: own.done + more.done,
    underway: own.underway + more.received - more.done,
    referred: own.referred + more.referred,
    declined: own.declined + more.declined,
  };
  return { label: monthLabel(month), counts, isKnown: counts.all > 0 || areChecked([month], inputs) };
}

function sumRow(rows: readonly GeneralRow[]): GeneralRow {
  const sum = (of: keyof CaseCounts): number => rows.reduce((total, { counts }) => total + counts[of], 0);
  return {
    label: shared.sum,
    counts: {
      all: sum('all'),
      done: sum('done'),
      underway: sum('underway'),
      referred: sum('referred'),
      declined: sum('declined'),
    },
    isKnown: sum('all') > 0 || rows.every(({ isKnown }) => isKnown),
  };
}

const cellsOf = ({ label, counts, isKnown }: GeneralRow): Cell[] => {
  const { all, done, underway, referred, declined } = counts;
  const figures = [all, done, underway, referred, declined];
  return [label, ...(isKnown ? figures : figures.map(() => null))];
};

function general(inputs: EvidenceInputs): Block[] {
  const { preset, fiscalYear, today, carried } = inputs;
  const months = monthsOf(presetPeriod(preset, fiscalYear), today);
  const heading: Block = { kind: 'heading', text: say.general.heading };
  if (months.length === 0) return [heading, { kind: 'text', text: shared.notBegun }];
  const rows = months.map((month) => monthRow(month, inputs));
  const sum = sumRow(rows);
  const table: Table = {
    kind: 'table',
    id: 'general',
    caption: say.general.caption,
    columns: [
      { label: shared.month },
      ...three,
      { label: say.general.referred, decimals: 0 },
      { label: say.general.declined, decimals: 0 },
    ],
    rows: [...rows.map((row) => ({ cells: cellsOf(row) })), { cells: cellsOf(sum), sum: true }],
  };
  const brought = months.filter((month) => carried[month] !== undefined).map(monthLabel);
  const notes = [
    ...(sum.counts.all === 0 && sum.isKnown ? [say.general.none] : []),
    ...(rows.every(({ isKnown }) => isKnown) ? [] : [shared.notConfirmed]),
    ...(brought.length === 0 ? [] : [say.general.brought(brought.join(' '))]),
  ];
  const chart: Block = {
    kind: 'chart',
    table: table.id,
    shape: 'columns',
    caption: say.general.months,
    series: [2, 3],
  };
  return [
    heading,
    ...(sum.counts.all === 0 || months.length === 1 ? [] : [chart]),
    table,
    ...notes.map((text): Block => ({ kind: 'text', text })),
    ...breakdown(inputs, months),
  ];
}

/** ข้อมูลเชิงสถิติเรื่องร้องเรียน: corruption first and apart, then general complaints by month, channel and category. */
export function complaintStatistics(inputs: EvidenceInputs): Content {
  const { preset, fiscalYear, today } = inputs;
  return {
    period: coveredPeriod(preset, fiscalYear, today),
    method: say.method,
    blocks: [...countedSinceNote(inputs), ...corruption(inputs), ...general(inputs), officialSignatures],
  };
}
