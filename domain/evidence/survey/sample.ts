import { satisfactionSurveyWords as say } from '../../catalogue/evidence-survey.ts';
import { krejcieMorgan, yamane } from '../../survey/sample-size.ts';
import type { Block, Table } from '../content.ts';
import { heading, paragraph } from './figures.ts';

/** What textbooks ask of a drawn sample, beside how many answered; and that this sample was not drawn. */
export function sampleBlocks(n: number, population: number | undefined): Block[] {
  const title = heading(say.headings.sample);
  if (population === undefined) {
    return [title, { kind: 'warning', text: say.populationMissing }, paragraph(say.sampleNote)];
  }
  const table: Table = {
    kind: 'table',
    id: 'sample',
    caption: say.sample(population),
    columns: [{ label: say.columns.yardstick }, { label: say.columns.wanted, decimals: 0 }],
    rows: [
      { cells: [say.yamane, yamane(population)] },
      { cells: [say.krejcieMorgan, krejcieMorgan(population)] },
      { cells: [say.realN, n], sum: true },
    ],
  };
  return [title, table, paragraph(say.sampleNote)];
}
