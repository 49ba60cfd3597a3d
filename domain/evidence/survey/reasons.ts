import { satisfactionSurveyWords as say } from '../../catalogue/evidence-survey.ts';
import type { Survey } from '../../survey/survey.ts';
import type { Block, Table } from '../content.ts';
import { heading, paragraph } from './figures.ts';
import type { SurveyRead } from './read.ts';

type Row = readonly [label: string, times: number];

const given = (reasons: Readonly<Record<string, number>>, survey: Survey): Row[] =>
  survey.reasons.flatMap(({ id, label }): Row[] => {
    const times = reasons[id] ?? 0;
    return times === 0 ? [] : [[label, times]];
  });

/** Why some rated low, of all and of each service whose answers can be told. */
export function reasonBlocks({ all, groups }: SurveyRead, survey: Survey): Block[] {
  const rows = given(all.reasons, survey);
  if (rows.length === 0) return [heading(say.headings.reasons), paragraph(say.noReasons)];
  const times = { label: say.columns.times, decimals: 0 };
  const table: Table = {
    kind: 'table',
    id: 'reasons',
    caption: say.reasons,
    columns: [{ label: say.columns.reason }, times],
    rows: rows.map((cells) => ({ cells: [...cells] })),
  };
  const chart: Block = {
    kind: 'chart',
    table: 'reasons',
    shape: 'bars',
    caption: say.reasons,
    series: [1],
  };
  const byService: Table = {
    kind: 'table',
    id: 'services-reasons',
    caption: say.reasonsOfServices,
    columns: [{ label: say.columns.service }, { label: say.columns.reason }, times],
    rows: groups.flatMap(({ label, counted }) =>
      given(counted.reasons, survey).map((cells) => ({ cells: [label, ...cells] })),
    ),
  };
  return [heading(say.headings.reasons), table, chart, byService];
}
