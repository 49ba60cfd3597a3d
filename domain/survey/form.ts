import { z } from 'zod';
import { cleanText } from '../words/clean.ts';
import { shortenUnits } from '../words/graphemes.ts';
import { maskIdNumbers } from '../words/id-numbers.ts';
import { isAnswerTo, Response, type Survey } from './survey.ts';

/** How a response reaches the form: the visitor's own phone, the counter's tablet, or paper keyed in. */
export const FormChannel = z.enum(['web', 'tablet', 'paper']);
export type FormChannel = z.infer<typeof FormChannel>;

/** The field of a question. */
export const questionField = (question: string): string => `q.${question}`;

/** What a browser sends of a form: a field once, or several times. */
export const FormFields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
export type FormFields = z.infer<typeof FormFields>;

const COMMENT_UNITS = 1000;

const firstOf = (fields: FormFields, name: string): string | undefined => {
  const value = fields[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first === '' ? undefined : first;
};

const allOf = (fields: FormFields, name: string): string[] => {
  const value = fields[name] ?? [];
  return Array.isArray(value) ? [...new Set(value)] : [value];
};

/**
 * A sent form as a response. `unanswered`: ids of the main questions that have no rating; empty where what was
 * sent is no answer to this survey for another reason.
 */
export type ReadForm = { ok: true; response: Response } | { ok: false; unanswered: string[] };

/** Reads a sent form; words are cleaned, and ID numbers in them masked. */
export function readForm(
  survey: Survey,
  fields: FormFields,
  about: { service: string; channel: FormChannel; day: string },
): ReadForm {
  const ratings: Record<string, number> = {};
  for (const { id } of [...survey.questions, ...survey.more]) {
    const given = firstOf(fields, questionField(id));
    if (given !== undefined) ratings[id] = Number(given);
  }
  const unanswered = survey.questions.map(({ id }) => id).filter((id) => ratings[id] === undefined);
  if (unanswered.length > 0) return { ok: false, unanswered };
  const reasons = allOf(fields, 'reason');
  const ageBand = firstOf(fields, 'age');
  const comment = shortenUnits(maskIdNumbers(cleanText(firstOf(fields, 'comment') ?? '')), COMMENT_UNITS);
  const response = Response.safeParse({
    version: 1,
    survey: survey.id,
    ...about,
    ratings,
    ...(reasons.length === 0 ? {} : { reasons }),
    ...(ageBand === undefined ? {} : { ageBand }),
    ...(comment === '' ? {} : { comment }),
  });
  const isAnswer = response.success && isAnswerTo(survey, response.data);
  return isAnswer ? { ok: true, response: response.data } : { ok: false, unanswered: [] };
}
