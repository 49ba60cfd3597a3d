import { evidenceWords as shared } from '../../catalogue/evidence.ts';
import { serviceStatisticsWords as say } from '../../catalogue/evidence-services.ts';
import type { Block, Cell, Table } from '../content.ts';
import { monthLabel } from '../periods.ts';
import type { ServicesRead, Summed } from './read.ts';

const ways = [
  { label: say.columns.walkIn, decimals: 0 },
  { label: say.columns.online, decimals: 0 },
  { label: shared.sum, decimals: 0 },
];

const cellsOf = ({ walkIn, online, entered, of }: Summed): Cell[] => [
  ...(entered === 0 ? [null, null, null] : [walkIn, online, walkIn + online]),
  say.entered(entered, of),
];

/** The place of a month in its fiscal year: October is 0. */
const placeOf = (month: string): number => (Number(month.slice(5, 7)) + 2) % 12;

const quarters = ['quarter-1', 'quarter-2', 'quarter-3', 'quarter-4'] as const;
const halves = ['first-half', 'second-half'] as const;
type Half = (typeof halves)[number];

/** Each service in the whole period. */
function byService({ services, months, sumOf }: ServicesRead): Table {
  return {
    kind: 'table',
    id: 'services',
    caption: say.byService,
    columns: [{ label: say.columns.service }, ...ways, { label: say.columns.monthsEntered }],
    rows: [
      ...services.map((service) => ({ cells: [service.label, ...cellsOf(sumOf([service], months))] })),
      { cells: [shared.sum, ...cellsOf(sumOf(services, months))], sum: true },
    ],
  };
}

/** All services, month by month. */
function byMonth({ services, months, sumOf }: ServicesRead): Table {
  return {
    kind: 'table',
    id: 'services-months',
    caption: say.byMonth,
    columns: [{ label: shared.month }, ...ways, { label: say.columns.servicesEntered }],
    rows: [
      ...months.map((month) => ({ cells: [monthLabel(month), ...cellsOf(sumOf(services, [month]))] })),
      { cells: [shared.sum, ...cellsOf(sumOf(services, months))], sum: true },
    ],
  };
}

/** Each service in each month of a half-year, both ways together: a sheet of A4 holds no more months. */
function inDetail(read: ServicesRead, half: Half, months: readonly string[]): Table {
  const { services, countOf, sumOf } = read;
  const total = (count: { walkIn: number; online: number } | undefined): Cell =>
    count === undefined ? null : count.walkIn + count.online;
  return {
    kind: 'table',
    id: `services-${half}`,
    caption: read.months.length > 6 ? say.inDetailOf(shared.presets[half]) : say.inDetail,
    columns: [
      { label: say.columns.service },
      ...months.map((month) => ({ label: monthLabel(month), decimals: 0 })),
    ],
    rows: [
      ...services.map(({ id, label }) => ({
        cells: [label, ...months.map((month) => total(countOf(id, month)))],
      })),
      {
        cells: [
          shared.sum,
          ...months.map((month) => {
            const sum = sumOf(services, [month]);
            return sum.entered === 0 ? null : total(sum);
          }),
        ],
        sum: true,
      },
    ],
  };
}

/** Quarters, each half after its two; only where there are several. */
function byQuarter({ services, months, sumOf }: ServicesRead): Table[] {
  const within = (first: number, length: number): string[] =>
    months.filter((month) => placeOf(month) >= first && placeOf(month) < first + length);
  const row = (label: string, of: readonly string[], sum: boolean) =>
    of.length === 0 ? [] : [{ cells: [label, ...cellsOf(sumOf(services, of))], ...(sum ? { sum } : {}) }];
  const rows = halves.flatMap((half, at) => {
    const parts = quarters
      .slice(at * 2, at * 2 + 2)
      .flatMap((quarter, nth) => row(shared.presets[quarter], within(at * 6 + nth * 3, 3), false));
    return parts.length < 2 ? parts : [...parts, ...row(shared.presets[half], within(at * 6, 6), true)];
  });
  if (rows.length < 2) return [];
  return [
    {
      kind: 'table',
      id: 'services-quarters',
      caption: say.byQuarter,
      columns: [{ label: say.columns.period }, ...ways, { label: say.columns.countsEntered }],
      rows,
    },
  ];
}

/** Which months of which services nobody entered. */
function gaps({ services, months, countOf }: ServicesRead): Block[] {
  const items = months.flatMap((month) => {
    const missing = services.filter(({ id }) => countOf(id, month) === undefined);
    if (missing.length === 0) return [];
    const names = missing.map(({ label }) => label).join(shared.listComma);
    return [say.gap(monthLabel(month), missing.length === services.length ? say.everyService : names)];
  });
  return items.length === 0
    ? []
    : [
        { kind: 'warning', text: say.notEntered },
        { kind: 'list', ordered: false, items },
      ];
}

/** What officers entered, in tables and a picture; what they did not enter is named. */
export function serviceBlocks(read: ServicesRead): Block[] {
  const title: Block = { kind: 'heading', text: say.headings.services };
  if (read.months.length === 0) return [title, { kind: 'text', text: say.noMonthOver }];
  if (read.sumOf(read.services, read.months).entered === 0) {
    return [title, { kind: 'warning', text: say.nothingEntered }];
  }
  return [
    title,
    byService(read),
    ...(read.months.length === 1
      ? []
      : ([
          byMonth(read),
          {
            kind: 'chart',
            table: 'services-months',
            shape: 'columns',
            caption: say.chart,
            series: [1, 2],
          },
          ...byQuarter(read),
          ...halves.flatMap((half, at) => {
            const of = read.months.filter((month) => placeOf(month) >= at * 6 && placeOf(month) < at * 6 + 6);
            return of.length === 0 ? [] : [inDetail(read, half, of)];
          }),
        ] satisfies Block[])),
    ...gaps(read),
  ];
}
