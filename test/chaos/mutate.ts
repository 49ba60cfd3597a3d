/** How what a good run left behind is changed, as if it had gone wrong. */
import type { DocumentData } from '../../bot/store/documents.ts';
import type { History } from '../faults/history.ts';
import type { ChaosRun } from './check.ts';

export interface Mutation {
  what: string;
  breaks: string;
  /** The scene whose run it is made in, where that stands apart. */
  apart?: string;
  change(run: ChaosRun): ChaosRun | Promise<ChaosRun>;
}

export type Standing = [path: string, at: { commit: number; data: DocumentData }];

export const withLast = (run: ChaosRun, change: (last: Standing[]) => Standing[]): ChaosRun => ({
  ...run,
  history: { ...run.history, last: new Map(change([...run.history.last])) },
});
export const withVersion = (run: ChaosRun, ...more: History['versions']): ChaosRun => ({
  ...run,
  history: { ...run.history, versions: [...run.history.versions, ...more] },
});

export function found(
  run: ChaosRun,
  path: RegExp,
  holds: (data: DocumentData) => boolean = () => true,
): Standing {
  const one = [...run.history.last].find(([at, { data }]) => path.test(at) && holds(data));
  if (one === undefined) throw new Error(`nothing stands at ${path}`);
  return one;
}

/** The same document once more, under another id. */
export const doubled = (run: ChaosRun, [path, at]: Standing): ChaosRun =>
  withLast(run, (last) => [...last, [`${path}9`, at]]);
export const without = (run: ChaosRun, [gone]: Standing): ChaosRun =>
  withLast(run, (last) => last.filter(([path]) => path !== gone));
export const changed = (run: ChaosRun, [path, at]: Standing, data: DocumentData): ChaosRun =>
  withLast(run, (last) => [
    ...last.filter(([one]) => one !== path),
    [path, { ...at, data: { ...at.data, ...data } }],
  ]);
