import type { SubmissionWords } from '../catalogue/console-submission.ts';
import type { Table } from '../evidence/content.ts';
import type { SubmissionPlan } from './plan.ts';
import type { SubmissionRow } from './set.ts';

/** The set as a table for files, a row an item. */
export function submissionTable(
  rows: readonly SubmissionRow[],
  { closesOn }: Pick<SubmissionPlan, 'closesOn'>,
  unitOf: (id: string) => string,
  say: SubmissionWords,
): Table {
  const { file, lacks, title } = say;
  return {
    kind: 'table',
    id: 'submission',
    caption: title,
    columns: [
      { label: file.code },
      { label: file.title },
      { label: file.state },
      { label: file.urls },
      { label: file.on },
      { label: file.unit },
      { label: file.due },
      { label: file.days, decimals: 0 },
      { label: file.score, decimals: 2 },
      { label: file.points, decimals: 2 },
    ],
    rows: rows.map(({ code, title: name, lack, proofs, duty, daysLeft, stake }) => ({
      cells: [
        code,
        name,
        lack === undefined ? file.ready : lacks[lack],
        proofs.map(({ url }) => url).join('\n'),
        proofs.map(({ on }) => on).join('\n'),
        duty?.unit === undefined ? '' : unitOf(duty.unit),
        duty?.dueOn ?? closesOn ?? '',
        daysLeft ?? null,
        stake?.score ?? null,
        stake?.points ?? null,
      ],
    })),
  };
}
