import { satisfactionSurveyWords as say } from '../../catalogue/evidence-survey.ts';
import { bandsOf } from '../../survey/bands.ts';
import { LEAST_TOLD } from '../../survey/groups.ts';
import type { Survey } from '../../survey/survey.ts';
import type { Block, Content } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { coveredPeriod } from '../periods.ts';
import { shownNumber } from '../shown.ts';
import { officialSignatures } from '../signatures.ts';
import { commentBlocks } from '../survey/comments.ts';
import { comparedBlocks } from '../survey/compared.ts';
import { fewWarning, paragraph } from '../survey/figures.ts';
import { peopleBlocks } from '../survey/people.ts';
import { ratingBlocks, summaryBlocks } from '../survey/ratings.ts';
import { readSurvey, type SurveyRead } from '../survey/read.ts';
import { reasonBlocks } from '../survey/reasons.ts';
import { sampleBlocks } from '../survey/sample.ts';

/** `4.51–5.00 มากที่สุด 3.51–4.50 มาก …` */
function scaleWords({ limits }: SurveyRead, { scale }: Survey): string {
  const words = scale.toSorted((one, other) => other.rating - one.rating).map(({ label }) => label);
  const bands = bandsOf(limits, words);
  return bands
    .map(({ from, label }, at) => {
      const above = bands[at - 1];
      const to = above === undefined ? 5 : above.from - 0.01;
      return say.band(shownNumber(from, 2), shownNumber(to, 2), label);
    })
    .join(' ');
}

/** รายงานผลการสำรวจความพึงพอใจการให้บริการ: the agency's own, of the chosen period as far as it has come. */
export function satisfactionSurvey(inputs: EvidenceInputs): Content {
  const { agency, survey, preset, fiscalYear, today, profile } = inputs;
  const read = readSurvey(inputs);
  const { n } = read.all;
  const told: Block[] = read.isHidden
    ? [paragraph(say.tooFew(n, LEAST_TOLD)), ...peopleBlocks(read, survey)]
    : [
        ...summaryBlocks(read, survey),
        ...peopleBlocks(read, survey),
        ...ratingBlocks(read, survey),
        ...comparedBlocks(read),
        ...reasonBlocks(read, survey),
        ...commentBlocks(read, inputs),
        ...sampleBlocks(n, profile.population),
      ];
  return {
    period: coveredPeriod(preset, fiscalYear, today),
    method: [say.method(agency.name), say.scale(scaleWords(read, survey)), say.reckoning].join(' · '),
    blocks:
      n === 0
        ? [{ kind: 'warning', text: say.nobody }]
        : [...fewWarning(n, say.thisSurvey), paragraph(say.convenience), ...told, officialSignatures],
  };
}
