import type { PageAgency } from '../../domain/published/frame.ts';
import type { QuestionsPage } from '../../domain/published/questions.ts';
import { type Known, searchQuestions } from '../../domain/questions/match.ts';

/** Searches whose pages are held while the questions are the same: rendering one costs more than searching. */
const MOST_HELD = 100;

/** The questions that are public, and the agency as the page that they came from names it. */
export interface Answered {
  agency: PageAgency;
  questions: readonly Known[];
}

/** Makes the page of a search, the same object as long as it is asked of the same questions. */
export function questionSearch(): (answered: Answered, words: string) => QuestionsPage {
  let of: readonly Known[] | undefined;
  const held = new Map<string, QuestionsPage>();
  return ({ agency, questions }, words) => {
    if (questions !== of) held.clear();
    of = questions;
    const key = JSON.stringify([words, agency]);
    const page: QuestionsPage = held.get(key) ?? {
      page: 'questions',
      agency,
      sought: words,
      questions: words === '' ? [...questions] : searchQuestions(questions, words),
      all: questions.length,
    };
    held.delete(key);
    held.set(key, page);
    const [oldest] = held.keys();
    if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest);
    return page;
  };
}
