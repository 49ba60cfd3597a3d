import { asking } from '../words/asking.ts';
import { letters } from '../words/clean.ts';

/** A question that was answered for everybody, as an executive approved it. */
export interface Known {
  readonly question: string;
  readonly answer: string;
}

/** So many answers are shown before a question goes to an officer. */
export const KNOWN_MOST = 2;

const RUN = 3;
/** Of the weight of what is asked so much must stand in a known question for it to be the same one. */
const SAME = 0.45;
/** And so much must stand in the question itself: answers name many things that nobody asked about there. */
const SAME_QUESTION = 0.25;
/** What stands in the answer alone counts for less: it speaks of more than was asked. */
const IN_ANSWER = 0.5;
/** Shorter than this a question says too little to be matched. */
const LEAST_RUNS = 3;

const withoutAsking = (text: string): string =>
  asking.reduce((rest, word) => rest.replaceAll(word, ' '), letters(text));

/** All runs of three letters within words: Thai writes no blanks, and a run needs none. */
function runsOf(text: string): Set<string> {
  const runs = new Set<string>();
  for (const part of text.split(' ')) {
    for (let at = 0; at + RUN <= part.length; at += 1) runs.add(part.slice(at, at + RUN));
  }
  return runs;
}

/**
 * The known questions that ask what these words ask, best first, at most {@link KNOWN_MOST}: by the runs of letters
 * they share, where a run that many questions have counts for little.
 */
export function matchQuestions(known: readonly Known[], words: string): Known[] {
  const asked = runsOf(withoutAsking(words));
  if (asked.size < LEAST_RUNS) return [];
  const held = known.map(({ question, answer }) => ({
    question: runsOf(withoutAsking(question)),
    answer: runsOf(letters(answer)),
  }));
  const weight = (run: string): number =>
    Math.log(1 + known.length / Math.max(1, held.filter(({ question }) => question.has(run)).length));
  const weights = [...asked].map((run) => [run, weight(run)] as const);
  const whole = weights.reduce((sum, [, each]) => sum + each, 0);
  return known
    .map((one, at) => {
      const sumOf = (runs: ReadonlySet<string> | undefined): number =>
        weights.reduce((sum, [run, each]) => (runs?.has(run) === true ? sum + each : sum), 0) / whole;
      const rest = new Set(
        [...(held[at]?.answer ?? [])].filter((run) => held[at]?.question.has(run) !== true),
      );
      const inQuestion = sumOf(held[at]?.question);
      return { one, inQuestion, share: inQuestion + IN_ANSWER * sumOf(rest) };
    })
    .filter(({ inQuestion, share }) => inQuestion >= SAME_QUESTION && share >= SAME)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, KNOWN_MOST)
    .map(({ one }) => one);
}
