import { fiscalYear as wholeYear } from '../../calendar/fiscal-year.ts';
import { thaiDate } from '../../calendar/thai-date.ts';
import { evidenceWords as shared } from '../../catalogue/evidence.ts';
import { satisfactionSurveyWords as say } from '../../catalogue/evidence-services.ts';
import { type RatingStatistics, surveyStatistics } from '../../survey/statistics.ts';
import { addTallies } from '../../survey/tally.ts';
import type { Block, Cell, Content, Table } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { surveyChannelLabels } from '../labels.ts';
import { monthsOf, periodWords } from '../periods.ts';
import { shownNumber } from '../shown.ts';

/** Fewer answers than this say little of anybody else. */
const FEW = 30;

const figures = [
  { label: say.columns.answers, decimals: 0 },
  { label: 'x̄', decimals: 2 },
  { label: 'S.D.', decimals: 2 },
  { label: say.columns.percentage, decimals: 2 },
  { label: say.columns.level },
  { label: say.columns.interval },
];

/** The interval as the scale allows it: no mean lies outside 1 to 5. */
function intervalWords({ mean, margin }: RatingStatistics): string | null {
  if (mean === undefined || margin === undefined) return null;
  return `${shownNumber(Math.max(1, mean - margin), 2)}–${shownNumber(Math.min(5, mean + margin), 2)}`;
}

const cellsOf = (rated: RatingStatistics): Cell[] => [
  rated.n,
  rated.mean ?? null,
  rated.deviation ?? null,
  rated.percentage ?? null,
  rated.level ?? null,
  intervalWords(rated),
];

const warning = (n: number, of: string): Block[] =>
  n > 0 && n < FEW
    ? [
        {
          kind: 'warning',
          text: say.few(of, n, FEW),
        },
      ]
    : [];

const countTable = (
  id: string,
  caption: string,
  label: string,
  counts: readonly (readonly [string, number])[],
): Table[] =>
  counts.length === 0
    ? []
    : [
        {
          kind: 'table',
          id,
          caption,
          columns: [{ label }, { label: shared.count, decimals: 0 }],
          rows: counts.map(([name, count]) => ({ cells: [name, count] })),
        },
      ];

const labelled = (
  counts: Readonly<Record<string, number>>,
  labels: readonly { readonly id: string; readonly label: string }[],
): [string, number][] =>
  labels.flatMap(({ id, label }) => {
    const count = counts[id];
    return count === undefined || count === 0 ? [] : [[label, count]];
  });

/** รายงานผลการสำรวจความพึงพอใจการให้บริการ: the agency's own, of the fiscal year so far. */
export function satisfactionSurvey(inputs: EvidenceInputs): Content {
  const { agency, survey, answers, fiscalYear, today, profile } = inputs;
  const period = wholeYear(fiscalYear);
  const to = period.to < today ? period.to : today;
  const all = surveyStatistics(survey, addTallies(Object.values(answers)));
  const services = [...agency.services, ...agency.retired.services].flatMap(({ id, label }) => {
    const counts = answers[id];
    return counts === undefined || (counts.n ?? 0) === 0
      ? []
      : [{ label, counted: surveyStatistics(survey, counts) }];
  });
  const channels = labelled(all.channels, surveyChannelLabels);
  const nobody: Block[] = all.n === 0 ? [{ kind: 'warning', text: say.nobody }] : [];
  const summary: Table = {
    kind: 'table',
    id: 'dimensions',
    caption: say.dimensions(all.n),
    columns: [{ label: say.columns.dimension }, ...figures],
    rows: all.dimensions.map((rated) => ({ cells: [shared.dimensions[rated.dimension], ...cellsOf(rated)] })),
  };
  const byService: Table = {
    kind: 'table',
    id: 'services',
    caption: say.services,
    columns: [{ label: say.columns.service }, { label: say.columns.dimension }, ...figures],
    rows: services.flatMap(({ label, counted }) =>
      counted.dimensions.map((rated) => ({
        cells: [label, shared.dimensions[rated.dimension], ...cellsOf(rated)],
      })),
    ),
  };
  const questions: Table = {
    kind: 'table',
    id: 'questions',
    caption: say.questions,
    columns: [{ label: say.columns.question }, ...figures],
    rows: all.questions
      .filter(({ n }) => n > 0)
      .map((rated) => ({ cells: [rated.question.text, ...cellsOf(rated)] })),
  };
  return {
    period: {
      from: period.from,
      to,
      words:
        monthsOf(period, today).length === 0
          ? say.notBegun(fiscalYear)
          : shared.covered(
              thaiDate(to, 'long'),
              periodWords({ from: period.from, to }),
              shared.year(fiscalYear),
            ),
    },
    method: [
      say.method(agency.name),
      ...(profile.population === undefined ? [] : [say.population(profile.population)]),
      say.scale,
      say.reckoning,
    ].join(' · '),
    blocks: [
      ...nobody,
      ...warning(all.n, say.thisSurvey),
      ...(all.n === 0 ? [] : [summary]),
      ...services.flatMap(({ label, counted }) => warning(counted.n, say.ofService(label))),
      ...(services.length === 0 ? [] : [byService]),
      ...(questions.rows.length === 0 ? [] : [questions]),
      ...countTable('channels', say.channels, say.columns.channel, channels),
      ...countTable('ages', say.ages, say.columns.age, labelled(all.ageBands, survey.ageBands)),
      ...countTable('reasons', say.reasons, say.columns.reason, labelled(all.reasons, survey.reasons)),
    ],
  };
}
