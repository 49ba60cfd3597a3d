import { fiscalYearOf } from '../../calendar/fiscal-year.ts';
import { thaiDate } from '../../calendar/thai-date.ts';
import { type CaseCounts, casesIn } from '../../case/case-tally.ts';
import { evidenceWords as shared } from '../../catalogue/evidence.ts';
import { qAndAWords as say } from '../../catalogue/evidence-services.ts';
import type { Block, Content, Table } from '../content.ts';
import { countedSinceNote } from '../counting.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { coveredPeriod, monthLabel, monthsOf, presetPeriod } from '../periods.ts';
import { clockRange } from '../settings.ts';
import { officialSignatures } from '../signatures.ts';

const outcomes = ['all', 'done', 'underway'] as const satisfies (keyof CaseCounts)[];

/** Questions by the month in which they came, and how many of them are answered so far. */
function asked(inputs: EvidenceInputs, months: readonly string[]): Block[] {
  const heading: Block = { kind: 'heading', text: say.askedHeading };
  if (months.length === 0) return [heading, { kind: 'text', text: shared.notBegun }];
  const counted = months.map((month) => ({
    month,
    counts: casesIn(inputs.cases[fiscalYearOf(`${month}-01`)] ?? {}, month, 'question'),
  }));
  const sum = (of: keyof CaseCounts): number => counted.reduce((total, { counts }) => total + counts[of], 0);
  if (sum('all') === 0)
    return [heading, ...countedSinceNote(inputs), { kind: 'text', text: say.nobodyAsked }];
  const table: Table = {
    kind: 'table',
    id: 'questions',
    caption: say.caption,
    columns: [
      { label: shared.month },
      { label: say.received, decimals: 0 },
      { label: say.answered, decimals: 0 },
      { label: say.underway, decimals: 0 },
    ],
    rows: [
      ...counted.map(({ month, counts }) => ({
        cells: [monthLabel(month), ...outcomes.map((outcome) => counts[outcome])],
      })),
      { cells: [shared.sum, ...outcomes.map(sum)], sum: true },
    ],
  };
  return [heading, ...countedSinceNote(inputs), table];
}

/** Q&A: where a person asks and is answered, both ways, what was asked often, and how much was asked in the period. */
export function qAndA(inputs: EvidenceInputs): Content {
  const { agency, profile, preset, fiscalYear, today } = inputs;
  const months = monthsOf(presetPeriod(preset, fiscalYear), today);
  const often: Block[] =
    profile.questions.length === 0
      ? []
      : [
          { kind: 'heading', text: say.often },
          {
            kind: 'facts',
            rows: profile.questions.map(({ question, answer }) => ({ label: question, value: answer })),
          },
        ];
  return {
    period: coveredPeriod(preset, fiscalYear, today),
    method: say.method(thaiDate(today, 'long')),
    blocks: [
      {
        kind: 'text',
        text: say.about(agency.name),
      },
      {
        kind: 'facts',
        rows: [
          {
            label: say.chat,
            value: shared.lineMenu(agency.shortName, say.menu),
            ...(profile.lineUrl === undefined ? {} : { href: profile.lineUrl }),
          },
          { label: say.byReceipt, value: `${inputs.publicUrl}/track`, href: '/track' },
          {
            label: shared.telephone,
            value: `${agency.phone} ${clockRange(agency)}`,
            href: `tel:${agency.phone}`,
          },
        ],
      },
      { kind: 'text', text: say.within(agency.firstAnswerDays) },
      ...often,
      ...asked(inputs, months),
      officialSignatures,
    ],
  };
}
