import { evidenceWords as shared } from '../../catalogue/evidence.ts';
import { satisfactionSurveyWords as say } from '../../catalogue/evidence-survey.ts';
import { LEAST_TOLD } from '../../survey/groups.ts';
import type { Survey } from '../../survey/survey.ts';
import type { Block, Table } from '../content.ts';
import { shownNumber } from '../shown.ts';
import { fewWarning, figureColumns, figuresOf, heading, paragraph } from './figures.ts';
import type { SurveyRead } from './read.ts';

const dimensionTable = ({ all }: SurveyRead): Table => ({
  kind: 'table',
  id: 'dimensions',
  caption: say.dimensions(all.n),
  columns: [{ label: say.columns.dimension }, ...figureColumns],
  rows: all.dimensions.map((rated) => ({ cells: [shared.dimensions[rated.dimension], ...figuresOf(rated)] })),
});

const serviceTable = ({ groups }: SurveyRead): Table => ({
  kind: 'table',
  id: 'services',
  caption: say.services,
  columns: [{ label: say.columns.service }, { label: say.columns.dimension }, ...figureColumns],
  rows: groups.flatMap(({ label, counted }) =>
    counted.dimensions.map((rated) => ({
      cells: [label, shared.dimensions[rated.dimension], ...figuresOf(rated)],
    })),
  ),
});

const told = ({ all }: SurveyRead) => all.questions.filter(({ n }) => n >= LEAST_TOLD);

const questionTable = (read: SurveyRead): Table => ({
  kind: 'table',
  id: 'questions',
  caption: say.questions,
  columns: [{ label: say.columns.question }, ...figureColumns],
  rows: told(read).map((rated) => ({ cells: [rated.question.text, ...figuresOf(rated)] })),
});

/** How many gave each rating, the best first. */
function givenTable(read: SurveyRead, { scale }: Survey): Table {
  const ratings = scale.toSorted((one, other) => other.rating - one.rating);
  return {
    kind: 'table',
    id: 'given',
    caption: say.given,
    columns: [
      { label: say.columns.question },
      ...ratings.map(({ rating, label }) => ({ label: say.rating(label, rating), decimals: 0 })),
    ],
    rows: told(read).map(({ question, ratings: given }) => ({
      cells: [question.text, ...ratings.map(({ rating }) => given[rating - 1] ?? 0)],
    })),
  };
}

/** The whole in a few sentences: how content people are, with what most and least, and why not. */
export function summaryBlocks({ all, isHidden }: SurveyRead, survey: Survey): Block[] {
  const overall = all.dimensions.find(({ dimension }) => dimension === 'overall') ?? all.dimensions[0];
  if (isHidden || overall?.mean === undefined) return [];
  const { mean, percentage = 0, level = '' } = overall;
  const others = all.dimensions
    .filter(({ dimension, n }) => dimension !== 'overall' && n >= LEAST_TOLD)
    .toSorted((one, other) => (other.mean ?? 0) - (one.mean ?? 0));
  const [best, worst] = [others.at(0), others.at(-1)];
  const [reason] = survey.reasons
    .map(({ id, label }) => ({ label, times: all.reasons[id] ?? 0 }))
    .filter(({ times }) => times > 0)
    .toSorted((one, other) => other.times - one.times);
  const isClear = best?.mean !== undefined && worst?.mean !== undefined && best.mean > worst.mean;
  return [
    heading(say.headings.summary),
    {
      kind: 'list',
      ordered: false,
      items: [
        say.overall(all.n, shownNumber(mean, 2), shownNumber(percentage, 2), level),
        ...(isClear
          ? [
              say.best(shared.dimensions[best.dimension], shownNumber(best.mean ?? 0, 2)),
              say.worst(shared.dimensions[worst.dimension], shownNumber(worst.mean ?? 0, 2)),
            ]
          : []),
        ...(reason === undefined ? [] : [say.commonReason(reason.label, reason.times)]),
      ],
    },
  ];
}

/** How content people are: by dimension, by service where that can be told, and by question. */
export function ratingBlocks(read: SurveyRead, survey: Survey): Block[] {
  const isPooled =
    read.groups.some(({ counted }) => counted.n < read.all.n) && read.services.length > read.groups.length;
  return [
    heading(say.headings.ratings),
    dimensionTable(read),
    {
      kind: 'chart',
      table: 'dimensions',
      shape: 'bars',
      caption: say.dimensionsChart,
      series: [2],
      most: 5,
    },
    ...read.groups.flatMap(({ label, counted }) => fewWarning(counted.n, say.ofService(label))),
    serviceTable(read),
    ...(isPooled ? [paragraph(say.pooledNote(LEAST_TOLD))] : []),
    questionTable(read),
    givenTable(read, survey),
  ];
}
