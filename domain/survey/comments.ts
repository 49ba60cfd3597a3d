import { z } from 'zod';
import { Dimension } from './survey.ts';

/** How many comments a year's report can show. */
export const CHOSEN_MOST = 60;

/** A comment that staff chose for the report; `by` is a staff id, `written` the day of the answer. */
export const ChosenComment = z.object({
  response: z.string(),
  dimension: Dimension,
  text: z.string().min(1).max(1000),
  written: z.iso.date(),
  by: z.string(),
  day: z.iso.date(),
});
export type ChosenComment = z.infer<typeof ChosenComment>;

/** `comments/{fiscalYear}`: what of residents' own words the report of that year shows. */
export const CommentsRecord = z.object({
  version: z.literal(1),
  chosen: z.array(ChosenComment).max(CHOSEN_MOST),
});
export type CommentsRecord = z.infer<typeof CommentsRecord>;

/** Numbers long enough to be somebody's telephone, house registration or account. */
const longNumber = /\p{Nd}(?:[\s.\-–/]?\p{Nd}){5,}/gu;
const mailAddress = /[^\s@]+@[^\s@]+\.[^\s@]+/gu;

/** A comment as others may read it: no identity number, no telephone, no mailbox. Names are for staff to see. */
export const tellableComment = (text: string): string =>
  text.replace(mailAddress, '[…]').replace(longNumber, (number) => number.replace(/\p{Nd}/gu, 'x'));
