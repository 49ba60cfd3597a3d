import type { Finding, State } from './finding.ts';

/** All that `npm run doctor` found; `--json` prints it as it is. */
export interface Report {
  version: 1;
  /** An ISO instant. */
  at: string;
  counts: Record<State, number>;
  deployment: Finding[];
  agencies: { id: string; name: string; findings: Finding[] }[];
}

export function reportOf(at: string, deployment: Finding[], agencies: Report['agencies']): Report {
  const counts: Report['counts'] = { fine: 0, unchecked: 0, do: 0 };
  for (const { state } of [deployment, ...agencies.map(({ findings }) => findings)].flat())
    counts[state] += 1;
  return { version: 1, at, counts, deployment, agencies };
}
