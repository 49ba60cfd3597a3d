import { CaseHistory } from '../../domain/case/history.ts';
import { Response } from '../../domain/survey/survey.ts';
import { casesIn } from '../faults/check-cases.ts';
import { standing } from '../faults/history.ts';
import type { ChaosRun } from './check.ts';
import { claimsOf } from './claims.ts';

/** Nothing stands of a case that was to be deleted: no part of it, no receipt, no request, no way to its reporter. */
export function erasedFindings({ history, claims }: ChaosRun): string[] {
  return claimsOf({ claims }, 'erased').flatMap(({ caseId }) =>
    [...history.last].flatMap(([path, { data }]) => {
      const isOf = path.includes(caseId) || (path.includes('/receipts/') && data.caseId === caseId);
      return isOf ? [`of a deleted case stands ${path.split('/').slice(2, -1).join('/')}`] : [];
    }),
  );
}

/** Somebody who left is nowhere on the staff any more, has no session and no case; their colleague was given each once. */
export function leftFindings(run: ChaosRun): string[] {
  const { history } = run;
  const left = claimsOf(run, 'left').flatMap(({ staffId }) => [
    ...(standing(history, 'staff').has(staffId) ? ['who left is still on the staff'] : []),
    ...[...standing(history, 'staffSessions').values()].flatMap((data) =>
      data.staffId === staffId ? ['a session of who left'] : [],
    ),
    ...(JSON.stringify(history.last.get('agencies/khoen')?.data).includes(staffId)
      ? ['the agency still names who left']
      : []),
    ...[...casesIn(run).values()].flatMap(({ assignee, number }) =>
      assignee === staffId ? [`${number} is still of who left`] : [],
    ),
  ]);
  const given = claimsOf(run, 'given').flatMap(({ number, to }) => {
    const [only] = [...casesIn(run)].filter(([, one]) => one.number === number);
    if (only === undefined) return [`${number} is not there`];
    const [id, { assignee }] = only;
    const times = [...standing(history, `cases/${id}/history`).values()].filter((data) => {
      const one = CaseHistory.parse(data);
      return one.kind === 'assign' && one.to === to;
    }).length;
    return assignee === to && times === 1 ? [] : [`${number} was given on ${times} times`];
  });
  return [...left, ...given];
}

/** A form of the counter is one response, with the ratings that were meant, and nothing else came by one. */
export function responseFindings(run: ChaosRun): string[] {
  const kept = [...standing(run.history, 'responses').values()]
    .map((data) => Response.parse(data))
    .filter(({ channel }) => channel !== 'line');
  const claimed = claimsOf(run, 'response');
  const findings = claimed.flatMap(({ comment, service, rating }) => {
    const own = kept.filter((one) => one.comment === comment && one.service === service);
    const isMeant = own.every(({ ratings }) => Object.values(ratings).every((one) => one === rating));
    return own.length === 1 && isMeant ? [] : [`a form about ${service} counts ${own.length} times`];
  });
  return kept.length === claimed.length ? findings : [...findings, `${kept.length} forms are kept`];
}
