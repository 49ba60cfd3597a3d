import { z } from 'zod';
import { Dimension } from '../survey/survey.ts';
import { Month } from './months.ts';

/** Shapes of residents' own words in the survey, of which staff choose some for the report. */

/** A comment as it would be shown; `chosen`: what the report shows it under. */
export const CommentRow = z.object({
  id: z.string(),
  service: z.string(),
  month: Month,
  text: z.string(),
  chosen: Dimension.optional(),
});
export type CommentRow = z.infer<typeof CommentRow>;

/** `GET /survey-comments?year=&cursor=`: a page, the newest first. */
export const CommentsQuery = z.object({
  year: z.coerce.number().int().min(2500).max(2700),
  cursor: z.string().max(400).optional(),
});
export const CommentsAnswer = z.object({
  year: z.int(),
  /** How many the report of the year shows, and how many it can. */
  chosen: z.int(),
  most: z.int(),
  comments: z.array(CommentRow),
  next: z.string().optional(),
});
export type CommentsAnswer = z.infer<typeof CommentsAnswer>;

export const CommentParams = z.object({ id: z.string().regex(/^[0-9a-f]{30}$/) });
/** `PUT /survey-comments/:id`: under what the report shows it; null takes it out. */
export const CommentBody = z.strictObject({ dimension: Dimension.nullable() });
export type CommentBody = z.infer<typeof CommentBody>;
