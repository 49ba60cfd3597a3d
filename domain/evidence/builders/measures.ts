import { measuresWords as say } from '../../catalogue/evidence-services.ts';
import type { Content } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';

/** มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน: what the agency's analysis of its ITA result led to. */
export function measures({ agency, fiscalYear, measures: planned }: EvidenceInputs): Content {
  return {
    method: say.method(fiscalYear - 1, agency.name),
    blocks:
      planned.length === 0
        ? [{ kind: 'warning', text: say.none(fiscalYear) }]
        : [
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
              ],
              rows: planned.map(({ issueTitle, measures: lines, steps, responsible, period }) => ({
                cells: [issueTitle, lines.join('\n'), steps.join('\n'), responsible, period],
              })),
            },
          ],
  };
}
