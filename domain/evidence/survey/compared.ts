import { evidenceWords as shared } from '../../catalogue/evidence.ts';
import { satisfactionSurveyWords as say } from '../../catalogue/evidence-survey.ts';
import { LEAST_TOLD } from '../../survey/groups.ts';
import { trendOf } from '../../survey/trend.ts';
import type { Block, Table } from '../content.ts';
import { heading, paragraph } from './figures.ts';
import type { SurveyRead } from './read.ts';

/** The same months of the year before, dimension by dimension; what the margins do not bear out is not called a change. */
export function comparedBlocks({ all, before, beforeWords }: SurveyRead): Block[] {
  const title = heading(say.headings.before);
  if (before.n === 0) return [title, paragraph(say.noneBefore)];
  if (before.n < LEAST_TOLD) return [title, paragraph(say.fewBefore(before.n, LEAST_TOLD))];
  const { columns } = say;
  const table: Table = {
    kind: 'table',
    id: 'compared',
    caption: say.compared(beforeWords),
    columns: [
      { label: columns.dimension },
      { label: columns.peopleBefore, decimals: 0 },
      { label: columns.meanBefore, decimals: 2 },
      { label: columns.peopleNow, decimals: 0 },
      { label: columns.meanNow, decimals: 2 },
      { label: columns.difference, decimals: 2 },
      { label: columns.trend },
    ],
    rows: all.dimensions.map((now) => {
      const then = before.dimensions.find(({ dimension }) => dimension === now.dimension);
      const isBoth = now.mean !== undefined && then?.mean !== undefined;
      return {
        cells: [
          shared.dimensions[now.dimension],
          before.n,
          then?.mean ?? null,
          all.n,
          now.mean ?? null,
          isBoth ? (now.mean ?? 0) - (then.mean ?? 0) : null,
          isBoth ? say.trends[trendOf(then, now)] : null,
        ],
      };
    }),
  };
  return [title, table, paragraph(say.trendNote)];
}
