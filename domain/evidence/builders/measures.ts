import { measuresWords as say } from '../../catalogue/evidence-measures.ts';
import type { Block, Content } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { officialSignatures } from '../signatures.ts';
import { assessedBlocks } from './assessed.ts';

function plan({ fiscalYear, measures: all }: EvidenceInputs): Block[] {
  const planned = all.filter((measure) => measure.fiscalYear === fiscalYear);
  const heading: Block = { kind: 'heading', text: say.heading(fiscalYear) };
  if (planned.length === 0) return [heading, { kind: 'warning', text: say.none(fiscalYear) }];
  return [
    heading,
    {
      kind: 'table',
      id: 'measures',
      caption: say.caption(fiscalYear),
      columns: [
        { label: say.issue },
        { label: say.measure },
        { label: say.steps },
        { label: say.responsible },
        { label: say.period },
        { label: say.followUp },
      ],
      rows: planned.map(({ issueTitle, lines, steps, responsible, period, followUp = say.noFollowUp }) => ({
        cells: [
          issueTitle,
          lines.join('\n'),
          steps.map(({ text }) => text).join('\n'),
          responsible,
          period,
          followUp,
        ],
      })),
    },
  ];
}

/**
 * มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน: what the result of the year before says, issue by issue, and what the
 * agency undertakes.
 */
export const measures = (inputs: EvidenceInputs): Content => ({
  method: say.method(inputs.fiscalYear - 1, inputs.agency.name),
  blocks: [...assessedBlocks(inputs, inputs.fiscalYear - 1, true), ...plan(inputs), officialSignatures],
});
