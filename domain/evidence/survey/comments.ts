import { evidenceWords as shared } from '../../catalogue/evidence.ts';
import { satisfactionSurveyWords as say } from '../../catalogue/evidence-survey.ts';
import { tellableComment } from '../../survey/comments.ts';
import { Dimension } from '../../survey/survey.ts';
import type { Block } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { presetPeriod } from '../periods.ts';
import { heading, paragraph } from './figures.ts';
import type { SurveyRead } from './read.ts';

/** How many wrote something, and the words that staff chose of it, by what they are about; never by service or day. */
export function commentBlocks({ all }: SurveyRead, inputs: EvidenceInputs): Block[] {
  const { from, to } = presetPeriod(inputs.preset, inputs.fiscalYear);
  const chosen = inputs.comments.filter(({ written }) => from <= written && written <= to);
  const title = heading(say.headings.comments);
  if (all.comments === 0) return [title, paragraph(say.noComments)];
  const lists = Dimension.options.flatMap((dimension): Block[] => {
    const items = chosen
      .filter((one) => one.dimension === dimension)
      .map(({ text }) => tellableComment(text))
      .toSorted((one, other) => (one < other ? -1 : 1));
    return items.length === 0
      ? []
      : [paragraph(shared.dimensions[dimension]), { kind: 'list', ordered: false, items }];
  });
  return [title, paragraph(say.comments(all.comments, chosen.length)), ...lists];
}
