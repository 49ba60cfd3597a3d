import { type Band, type BandLimits, bandsOf, bestLimits } from './bands.ts';
import type { Dimension, Question, Survey } from './survey.ts';
import type { Tally } from './tally.ts';

/** Of a set of ratings. What cannot be computed from so few is left out. */
export type RatingStatistics = {
  /** How many ratings. */
  readonly n: number;
  readonly mean?: number;
  /** Standard deviation of a sample (n − 1): from two ratings on. */
  readonly deviation?: number;
  /**
   * Half the width of the 95 % interval of the mean (1.96 standard errors): from two people on. Ratings of one person
   * are no samples of their own, so that the error goes by people where several questions are taken together.
   */
  readonly margin?: number;
  /** Mean as a share of 5, in percent. */
  readonly percentage?: number;
  readonly level?: string;
};

export type QuestionStatistics = RatingStatistics & {
  readonly question: Question;
  /** How many gave each rating, from 1 to 5. */
  readonly ratings: readonly [number, number, number, number, number];
};

export type SurveyStatistics = {
  /** How many responses. */
  readonly n: number;
  readonly questions: readonly QuestionStatistics[];
  /** Every rating of the dimension's questions together; only dimensions that the survey asks about. */
  readonly dimensions: readonly (RatingStatistics & { readonly dimension: Dimension })[];
  readonly channels: Readonly<Record<string, number>>;
  readonly ageBands: Readonly<Record<string, number>>;
  readonly reasons: Readonly<Record<string, number>>;
  /** How many wrote something. */
  readonly comments: number;
};

/** What a survey's counters tell; a level is one of the words of the survey's own scale. */
export function surveyStatistics(
  survey: Survey,
  tally: Tally,
  limits: BandLimits = bestLimits,
): SurveyStatistics {
  const words = survey.scale.toSorted((one, other) => other.rating - one.rating).map(({ label }) => label);
  const bands = bandsOf(limits, words);
  const questions = [...survey.questions, ...survey.more];
  const dimensions = [...new Set(questions.map(({ dimension }) => dimension))];
  return {
    n: tally.n ?? 0,
    questions: questions.map((question) => ({
      question,
      ...ratingStatistics([question], tally, bands),
      ratings: ratingsOf(question, tally),
    })),
    dimensions: dimensions.map((dimension) => ({
      dimension,
      ...ratingStatistics(
        questions.filter((question) => question.dimension === dimension),
        tally,
        bands,
      ),
    })),
    channels: countersOf('channel_', tally),
    ageBands: countersOf('age_', tally),
    reasons: countersOf('reason_', tally),
    comments: tally.comments ?? 0,
  };
}

function ratingStatistics(
  questions: readonly Question[],
  tally: Tally,
  bands: readonly Band[],
): RatingStatistics {
  const total = (counter: string) =>
    questions.reduce((sum, question) => sum + (tally[`${counter}_${question.id}`] ?? 0), 0);
  const n = total('n');
  const sum = total('sum');
  if (n === 0) return { n };
  const centred = {
    n,
    mean: sum / n,
    percentage: (sum / n / 5) * 100,
    level: levelOf(sum, n, bands),
  };
  if (n === 1) return centred;
  const deviation = Math.sqrt((n * total('squares') - sum * sum) / (n * (n - 1)));
  const people = Math.max(...questions.map(({ id }) => tally[`n_${id}`] ?? 0));
  return people === 1
    ? { ...centred, deviation }
    : { ...centred, deviation, margin: (1.96 * deviation) / Math.sqrt(people) };
}

/** By the mean as it is printed, with two decimals: 4.505 is 4.51. */
function levelOf(sum: number, n: number, bands: readonly Band[]): string {
  const hundredths = Math.round((100 * sum) / n);
  const band = bands.find(({ from }) => hundredths >= Math.round(from * 100));
  return band?.label ?? '';
}

const ratingsOf = (question: Question, tally: Tally): [number, number, number, number, number] => {
  const count = (rating: number) => tally[`rated_${question.id}_${rating}`] ?? 0;
  return [count(1), count(2), count(3), count(4), count(5)];
};

const countersOf = (prefix: string, tally: Tally): Record<string, number> =>
  Object.fromEntries(
    Object.entries(tally)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, count]) => [key.slice(prefix.length), count]),
  );
