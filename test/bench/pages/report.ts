/** Figures of the public page in words. */
import { median, table } from '../report.ts';
import type { Seen } from './visit.ts';
import { MOST_OCTETS, type Weight } from './weigh.ts';

export interface Visits {
  own: readonly Seen[];
  other: readonly Seen[];
}

const KINDS = ['document', 'style', 'script', 'data'] as const;

const thousands = (value: number): string => Math.round(value).toLocaleString('en');

const octetsOf = (seen: Seen, kind?: Seen['loaded'][number]['kind']): number =>
  seen.loaded
    .filter((one) => kind === undefined || one.kind === kind)
    .reduce((sum, one) => sum + one.octets, 0);

/** `/` as it crosses the wire. */
export function weightReport(weights: readonly Weight[]): string {
  const rows = weights.map(({ coding, body, headers }) => [
    coding,
    thousands(body),
    coding === 'identity'
      ? ''
      : `${body <= MOST_OCTETS ? 'met' : 'NOT MET'}: ${thousands(MOST_OCTETS - body)} left`,
    thousands(headers),
  ]);
  return table(['/ (HTML and CSS)', 'octets', `bar ${thousands(MOST_OCTETS)}`, 'headers'], rows);
}

/** Octets that must come before anything can be read. */
export function neededReport(unscripted: { own: Seen; other: Seen }, { other }: Visits): string {
  const sees = ({ readable }: Seen): string => (readable ? 'everything' : 'nothing');
  const [scripted] = other;
  if (scripted === undefined) throw new Error('there was no round');
  const row = (name: string, figure: (seen: Seen) => number): string[] => {
    const [own, others] = [figure(unscripted.own), figure(scripted)];
    return [name, thousands(own), thousands(others), own === 0 ? '' : (others / own).toFixed(2)];
  };
  return table(
    ['octets before reading', 'this page', 'create-liff-app', '÷ this page'],
    [
      ...KINDS.map((kind) => row(kind, (seen) => octetsOf(seen, kind))),
      row('all', (seen) => octetsOf(seen)),
      ['seen with scripts off', sees(unscripted.own), sees(unscripted.other), ''],
    ],
  );
}

/** Medians in milliseconds; a ratio is the median of the ratios within each round. */
export function speedReport({ own, other }: Visits): string {
  const row = (name: string, figure: (seen: Seen) => number | undefined): string[] => {
    const of = (seen: Seen | undefined): number => (seen && figure(seen)) ?? Number.NaN;
    const ratios = own.map((seen, round) => of(other[round]) / of(seen));
    const spread = (visits: readonly Seen[]): string => {
      const values = visits.map(of);
      return `${thousands(median(values))} (${thousands(Math.min(...values))}–${thousands(Math.max(...values))})`;
    };
    return [name, spread(own), spread(other), median(ratios).toFixed(2)];
  };
  return table(
    [`ms, ${own.length} rounds`, 'this page', 'create-liff-app', '÷ this page'],
    [
      row('document arrived', ({ arrived }) => arrived),
      row('first contentful paint', ({ first }) => first),
      row('largest contentful paint', ({ largest }) => largest),
    ],
  );
}
