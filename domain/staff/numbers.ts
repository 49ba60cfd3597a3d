import { z } from 'zod';
import { Month } from './months.ts';

/** `GET /numbers?from=&to=`: months, both included; at most 24. */
export const NumbersQuery = z
  .object({ from: Month, to: Month })
  .refine(({ from, to }) => from <= to && monthsBetween(from, to) < 24);
export type NumbersQuery = z.infer<typeof NumbersQuery>;

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5));

const count = z.int().min(0);
const figures = {
  received: count,
  /** Of those received in the month: answered at all, and by the day it was due. */
  answered: count,
  answeredInTime: count,
  /** Said to be resolved or beyond; and confirmed by their reporters. */
  resolved: count,
  confirmed: count,
  underway: count,
  referred: count,
  declined: count,
  /** Median days from receipt; null where there is none. Days from 31 on are known by span: the span's first day. */
  medianFirstAnswer: z.number().nullable(),
  medianResolution: z.number().nullable(),
  /** Answers to the survey in the month, and the mean of all their ratings, 1 to 5; null where there is none. */
  satisfaction: z.object({ answers: count, mean: z.number().nullable() }),
};

export const NumbersMonth = z.object({ month: Month, ...figures });
export type NumbersMonth = z.infer<typeof NumbersMonth>;

/** Numbers for executives: no names, no tips, and nothing that is about one case. */
export const Numbers = z.object({
  months: z.array(NumbersMonth),
  total: z.object(figures),
  byCategory: z.array(z.object({ id: z.string(), label: z.string(), received: count })),
  byPlace: z.array(z.object({ id: z.string(), label: z.string(), received: count })),
  byChannel: z.array(z.object({ id: z.string(), label: z.string(), received: count })),
});
export type Numbers = z.infer<typeof Numbers>;
