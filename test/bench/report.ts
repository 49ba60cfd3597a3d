/** Figures in words. */
import type { Run } from './bench.ts';
import type { StoreWork } from './store-work.ts';
import { CONTESTS, type Contest, type Runs } from './throughput.ts';

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

const names: Record<Contest, string> = {
  echo: 'SDK echo bot, text',
  menu: 'this bot, menu event',
  text: 'this bot, text in a complaint',
};

/** The median over rounds of a figure of this bot over the echo bot's in the same round. */
const ratio = (runs: Runs, contest: Contest, figure: (run: Run) => number): number =>
  median(runs[contest].map((run, round) => figure(run) / figure(runs.echo[round] ?? run)));

const mid = (runs: readonly Run[], figure: (run: Run) => number): number => median(runs.map(figure));

function line(runs: Runs, contest: Contest): string[] {
  const own = runs[contest];
  const figures = [
    mid(own, ({ perSecond }) => perSecond).toFixed(0),
    mid(own, ({ p50 }) => p50).toFixed(2),
    mid(own, ({ p99 }) => p99).toFixed(2),
    mid(own, ({ cpuMicros }) => cpuMicros).toFixed(0),
    mid(own, ({ mainMicros }) => mainMicros).toFixed(0),
  ];
  const ratios = [
    ratio(runs, contest, ({ perSecond }) => perSecond),
    ratio(runs, contest, ({ p99 }) => p99),
    ratio(runs, contest, ({ cpuMicros }) => cpuMicros),
    ratio(runs, contest, ({ mainMicros }) => mainMicros),
  ];
  return [names[contest], ...figures, ...ratios.map((value) => value.toFixed(2))];
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, head.map(() => '---'), ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
    .join('\n');
}

/** Events a second and times at each number of connections; ratios are to the echo bot of the same rounds. */
export function throughputReport(found: ReadonlyMap<number, Runs>): string {
  const figures = ['events/s', 'p50 ms', 'p99 ms', 'CPU µs', 'main thread µs'];
  const ratios = ['÷ echo: events/s', 'p99', 'CPU', 'main thread'];
  const head = ['conn.', 'event', ...figures, ...ratios];
  const rows = [...found].flatMap(([connections, runs]) =>
    CONTESTS.map((contest) => [String(connections), ...line(runs, contest)]),
  );
  return table(head, rows);
}

export function storeReport(
  rows: readonly { act: 'menu' | 'text'; cold: StoreWork; warm: StoreWork }[],
): string {
  const figures = ({ reads, commits, documentsWritten }: StoreWork): string[] =>
    [reads, commits, documentsWritten].map((value) => value.toFixed(2));
  return table(
    ['store work an event', 'session', 'reads', 'commits', 'documents written'],
    rows.flatMap(({ act, cold, warm }) => [
      [names[act], 'cold', ...figures(cold)],
      [names[act], 'warm', ...figures(warm)],
    ]),
  );
}
