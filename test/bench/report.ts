/** Figures in words. */
import type { Run } from './bench.ts';
import type { StoreWork } from './store-work.ts';
import type { Contest, Runs } from './throughput.ts';

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

const names: Record<Contest, string> = {
  echo: 'SDK echo bot, text',
  keeping: 'the same, keeping a document',
  menu: 'this bot, menu',
  text: 'this bot, text in a complaint',
  survey: 'this bot, survey answer',
  photo: 'this bot, photo',
  confirm: 'this bot, confirming',
  receipt: 'this bot, receipt looked up',
};

const mid = (runs: readonly Run[], figure: (run: Run) => number): number => median(runs.map(figure));

/** The median over rounds of a figure over another bot's in the same round. */
function ratio(own: readonly Run[], others: readonly Run[] = [], figure: (run: Run) => number): string {
  const ratios = own.flatMap((run, round) => {
    const other = others[round];
    return other === undefined ? [] : [figure(run) / figure(other)];
  });
  return ratios.length === 0 ? '' : median(ratios).toFixed(2);
}

function line(runs: Runs, contest: Contest): string[] {
  const { [contest]: own = [], echo, keeping } = runs;
  const sum = (figure: (run: Run) => number): number => own.reduce((all, run) => all + figure(run), 0);
  const notes = [
    [sum(({ photosRefused = 0 }) => photosRefused), 'photos refused'],
    [sum(({ again }) => again), 'sent twice'],
  ].flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]));
  const events = sum((run) => run.events);
  const name = notes.length === 0 ? names[contest] : `${names[contest]} (of ${events}: ${notes.join(', ')})`;
  return [
    name,
    mid(own, ({ perSecond }) => perSecond).toFixed(0),
    mid(own, ({ p50 }) => p50).toFixed(2),
    mid(own, ({ p99 }) => p99).toFixed(2),
    mid(own, ({ cpuMicros }) => cpuMicros).toFixed(0),
    mid(own, ({ mainMicros }) => mainMicros).toFixed(0),
    ratio(own, echo, ({ perSecond }) => perSecond),
    ratio(own, echo, ({ p99 }) => p99),
    ratio(own, echo, ({ cpuMicros }) => cpuMicros),
    ratio(own, echo, ({ mainMicros }) => mainMicros),
    ratio(own, keeping, ({ perSecond }) => perSecond),
  ];
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, head.map(() => '---'), ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
    .join('\n');
}

/** Events a second and times at each number of connections; ratios are to the echo bots of the same rounds. */
export function throughputReport(found: ReadonlyMap<number, Runs>, order: readonly Contest[]): string {
  const figures = ['events/s', 'p50 ms', 'p99 ms', 'CPU µs', 'main thread µs'];
  const ratios = ['÷ echo: events/s', 'p99', 'CPU', 'main thread', '÷ keeping: events/s'];
  const head = ['conn.', 'event', ...figures, ...ratios];
  const rows = [...found].flatMap(([connections, runs]) =>
    order.map((contest) => [String(connections), ...line(runs, contest)]),
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
