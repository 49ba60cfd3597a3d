/**
 * Prometheus' text format, version 0.0.4, read strictly and independently of what writes it: anything that is not
 * exactly of the format throws. @see https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export type Kind = 'counter' | 'gauge' | 'histogram';

export interface Sample {
  /** As it stands: name and labels. */
  series: string;
  name: string;
  labels: Record<string, string>;
  value: number;
}

export interface Metric {
  name: string;
  help: string;
  type: Kind;
  samples: Sample[];
}

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const HELP = /^# HELP ([^ ]+) ([^\n]+)$/;
const TYPE = /^# TYPE ([^ ]+) (counter|gauge|histogram)$/;
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/;
const LABEL = /^([a-zA-Z_][a-zA-Z0-9_]*)="([^"\\\n]*)"(?:,(?=[a-zA-Z_])|$)/;

function labelsOf(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (let left = text; left !== ''; ) {
    const [whole, name = '', value = ''] = LABEL.exec(left) ?? [];
    if (whole === undefined || name in labels) throw new Error(`labels: ${text}`);
    labels[name] = value;
    left = left.slice(whole.length);
  }
  return labels;
}

function sampleOf(line: string): Sample {
  const [, name = '', labels = '', value = ''] = SAMPLE.exec(line) ?? [];
  if (name === '') throw new Error(`not a sample: ${line}`);
  return {
    series: line.slice(0, line.lastIndexOf(' ')),
    name,
    labels: labelsOf(labels),
    value: Number(value),
  };
}

const belongs = (sample: string, { name, type }: Metric): boolean =>
  type === 'histogram'
    ? [`${name}_bucket`, `${name}_sum`, `${name}_count`].includes(sample)
    : sample === name;

/** @throws where buckets do not ascend to `+Inf`, or do not agree with the count */
function checkHistogram({ name, samples }: Metric): void {
  const bySet = Map.groupBy(samples, ({ labels: { le: _, ...labels } }) => JSON.stringify(labels));
  for (const [set, own] of bySet) {
    const buckets = own.filter((one) => one.name === `${name}_bucket`);
    const bounds = buckets.map(({ labels }) =>
      labels.le === '+Inf' ? Number.POSITIVE_INFINITY : Number(labels.le),
    );
    const values = buckets.map(({ value }) => value);
    const only = (suffix: string): number => {
      const found = own.filter((one) => one.name === name + suffix);
      if (found.length !== 1) throw new Error(`${name}${suffix} ${set} stands ${found.length} times`);
      return found[0]?.value ?? Number.NaN;
    };
    const ascends = (list: number[], strictly: boolean): boolean =>
      list.every(
        (one, index) =>
          index === 0 || (strictly ? one > (list[index - 1] ?? one) : one >= (list[index - 1] ?? one)),
      );
    if (!ascends(bounds, true) || bounds.at(-1) !== Number.POSITIVE_INFINITY)
      throw new Error(`${name} bounds ${set}`);
    if (!ascends(values, false)) throw new Error(`${name} buckets ${set} are not cumulative`);
    if (only('_count') !== values.at(-1)) throw new Error(`${name} count ${set}`);
    if (only('_sum') < 0) throw new Error(`${name} sum ${set}`);
    if (own.length !== buckets.length + 2) throw new Error(`${name} ${set} has more than it should`);
  }
}

/** @throws Error where a text is not of the format in every line */
export function parseExposition(text: string): Metric[] {
  if (!text.endsWith('\n')) throw new Error('the last line must end');
  const metrics: Metric[] = [];
  const seen = new Set<string>();
  const lines = text.slice(0, -1).split('\n');
  for (let at = 0; at < lines.length; ) {
    const [, name = '', help = ''] = HELP.exec(lines[at] ?? '') ?? [];
    const [, typed = '', type] = TYPE.exec(lines[at + 1] ?? '') ?? [];
    if (name === '' || name !== typed || !NAME.test(name)) throw new Error(`no head: ${lines[at]}`);
    if (metrics.some((one) => one.name === name)) throw new Error(`${name} stands twice`);
    const kind = (['counter', 'gauge', 'histogram'] as const).find((one) => one === type);
    if (kind === undefined) throw new Error(`${name} has no type`);
    const metric: Metric = { name, help, type: kind, samples: [] };
    for (at += 2; at < lines.length && !lines[at]?.startsWith('#'); at += 1) {
      const sample = sampleOf(lines[at] ?? '');
      if (!belongs(sample.name, metric)) throw new Error(`${sample.name} stands below ${name}`);
      if (seen.has(sample.series)) throw new Error(`${sample.series} stands twice`);
      seen.add(sample.series);
      metric.samples.push(sample);
    }
    if (metric.samples.length === 0) throw new Error(`${name} has no sample`);
    if (kind === 'histogram') checkHistogram(metric);
    if (kind === 'counter' && !name.endsWith('_total')) throw new Error(`${name} counts and does not say so`);
    if (kind === 'counter' && metric.samples.some(({ value }) => value < 0))
      throw new Error(`${name} below 0`);
    metrics.push(metric);
  }
  return metrics;
}
