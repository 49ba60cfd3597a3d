/** Prometheus' text format, version 0.0.4. @see https://prometheus.io/docs/instrumenting/exposition_formats/ */
import type { Durations } from './durations.ts';

export const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

export type Labels = Readonly<Record<string, string>>;

/** One series of figures under one name. Histograms hold one time distribution a set of labels. */
export type Family = { name: string; help: string } & (
  | { type: 'counter' | 'gauge'; samples: readonly (readonly [Labels, number])[] }
  | { type: 'histogram'; samples: readonly (readonly [Labels, Durations])[] }
);

/** Values are closed words of this program, without quotes or backslashes. */
function labelled(name: string, labels: Labels): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join()}}`;
}

/**
 * Each time counts in the sum as the bound of its bucket (twice the last bound where it is beyond that), so the sum
 * tells nothing that the buckets do not.
 */
function histogramLines(name: string, labels: Labels, { bounds, counts }: Durations): string[] {
  const lines: string[] = [];
  let count = 0;
  let sum = 0;
  for (const [index, own] of counts.entries()) {
    const bound = bounds[index];
    count += own;
    sum += own * (bound ?? 2 * (bounds.at(-1) ?? 0));
    lines.push(
      `${labelled(`${name}_bucket`, { ...labels, le: bound === undefined ? '+Inf' : `${bound}` })} ${count}`,
    );
  }
  const rounded = Math.round(sum * 1000) / 1000;
  return [
    ...lines,
    `${labelled(`${name}_sum`, labels)} ${rounded}`,
    `${labelled(`${name}_count`, labels)} ${count}`,
  ];
}

function linesOf(family: Family): string[] {
  const { name, help, type } = family;
  const samples =
    family.type === 'histogram'
      ? family.samples.flatMap(([labels, times]) => histogramLines(name, labels, times))
      : family.samples.map(([labels, value]) => `${labelled(name, labels)} ${value}`);
  return samples.length === 0 ? [] : [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples];
}

export const exposition = (families: readonly Family[]): string =>
  families
    .flatMap(linesOf)
    .map((line) => `${line}\n`)
    .join('');
