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

interface Scored {
  one: Known;
  /** Of the weight of what is asked, so much stands in the question, and so much counted with the answer. */
  inQuestion: number;
  share: number;
}

/** How well each known question fits, by the runs of letters it shares; a run that many have counts for little. */
function scoresOf(known: readonly Known[], asked: ReadonlySet<string>): Scored[] {
  const held = known.map(({ question, answer }) => ({
    question: runsOf(withoutAsking(question)),
    answer: runsOf(letters(answer)),
  }));
  const weight = (run: string): number =>
    Math.log(1 + known.length / Math.max(1, held.filter(({ question }) => question.has(run)).length));
  const weights = [...asked].map((run) => [run, weight(run)] as const);
  const whole = weights.reduce((sum, [, each]) => sum + each, 0);
  return known.map((one, at) => {
    const sumOf = (runs: ReadonlySet<string> | undefined): number =>
      weights.reduce((sum, [run, each]) => (runs?.has(run) === true ? sum + each : sum), 0) / whole;
    const rest = new Set([...(held[at]?.answer ?? [])].filter((run) => held[at]?.question.has(run) !== true));
    const inQuestion = sumOf(held[at]?.question);
    return { one, inQuestion, share: inQuestion + IN_ANSWER * sumOf(rest) };
  });
}

const bestFirst = (scored: readonly Scored[]): Known[] =>
  scored.toSorted((a, b) => b.share - a.share).map(({ one }) => one);

/**
 * All known questions that hold what somebody looks for, best first: every word of it, in question or answer, or so
 * much of it that they ask the same. One word is enough here, where {@link matchQuestions} must be sure.
 */
export function searchQuestions(known: readonly Known[], words: string): Known[] {
  const sought = letters(words)
    .split(' ')
    .filter((word) => word !== '');
  if (sought.length === 0) return [];
  const holds = ({ question, answer }: Known): boolean => {
    const all = `${letters(question)} ${letters(answer)}`;
    return sought.every((word) => all.includes(word));
  };
  const asked = runsOf(withoutAsking(words));
  const scored =
    asked.size > 0 ? scoresOf(known, asked) : known.map((one) => ({ one, inQuestion: 0, share: 0 }));
  return bestFirst(scored.filter(({ one, share }) => share >= SAME || holds(one)));
}

/**
 * The known questions that ask what these words ask, best first, at most {@link KNOWN_MOST}: by the runs of letters
 * they share, where a run that many questions have counts for little.
 */
export function matchQuestions(known: readonly Known[], words: string): Known[] {
  const asked = runsOf(withoutAsking(words));
  if (asked.size < LEAST_RUNS) return [];
  const same = scoresOf(known, asked).filter(
    ({ inQuestion, share }) => inQuestion >= SAME_QUESTION && share >= SAME,
  );
  return bestFirst(same).slice(0, KNOWN_MOST);
}
