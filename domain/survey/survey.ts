import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
/** Shown on a LINE button: at most 20 grapheme clusters. */
const label = z.string().min(1).max(60);

/** What a question is about: the survey as a whole, or one of the four dimensions that reports use. */
export const Dimension = z.enum(['overall', 'process', 'channel', 'staff', 'facilities']);
export type Dimension = z.infer<typeof Dimension>;

/** 5 is the best (มากที่สุด), 1 the worst (น้อยที่สุด). */
export const Rating = z.int().min(1).max(5);
export type Rating = z.infer<typeof Rating>;

export const Question = z.object({ id, dimension: Dimension, text: z.string().min(1).max(300) });
export type Question = z.infer<typeof Question>;

/** `surveys/{id}`. `questions` are asked of everybody, `more` only of who wants to go on. */
export const Survey = z.object({
  version: z.literal(1),
  id,
  title: z.string().min(1).max(120),
  questions: z.array(Question).min(1).max(10),
  more: z.array(Question).max(20).default([]),
  /** The five ratings with their words, best first. */
  scale: z.array(z.object({ rating: Rating, label })).length(5),
  /** Offered after a rating of 1 or 2. */
  reasons: z.array(z.object({ id, label })).max(8),
  ageBands: z.array(z.object({ id, label })).max(8),
});
export type Survey = z.infer<typeof Survey>;

/** `responses/{id}`: finished answers with the day only, and no person. */
export const Response = z.object({
  version: z.literal(1),
  survey: id,
  service: id,
  channel: z.enum(['line', 'tablet', 'paper', 'web']),
  day: z.iso.date(),
  ratings: z.record(id, Rating),
  reasons: z.array(id).max(8).optional(),
  ageBand: id.optional(),
  comment: z.string().max(1000).optional(),
});
export type Response = z.infer<typeof Response>;

/** Whether a response answers this survey: every question rated, and nothing named that it does not ask. */
export function isAnswerTo(survey: Survey, response: Response): boolean {
  const asked = new Set([...survey.questions, ...survey.more].map((question) => question.id));
  const reasons = response.reasons ?? [];
  return (
    response.survey === survey.id &&
    survey.questions.every((question) => response.ratings[question.id] !== undefined) &&
    Object.keys(response.ratings).every((question) => asked.has(question)) &&
    reasons.every((reason) => survey.reasons.some((known) => known.id === reason)) &&
    new Set(reasons).size === reasons.length &&
    (response.ageBand === undefined || survey.ageBands.some((band) => band.id === response.ageBand))
  );
}
