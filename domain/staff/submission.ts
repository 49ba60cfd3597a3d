import { z } from 'zod';
import { EvidenceKey } from '../evidence/keys.ts';
import { ItemCode, ItemKey } from '../ita/framework.ts';
import { Duty, OutsideLink, SubmissionList } from '../submission/plan.ts';
import { type Fault, faultsBySchema } from './fields.ts';

const Stake = z.object({ fiscalYear: z.int(), score: z.number().optional(), points: z.number().optional() });

const Proof = z.object({
  kind: z.enum(['page', 'paper', 'link']),
  label: z.string(),
  url: z.string(),
  on: z.iso.date(),
});
export type ShownProof = z.infer<typeof Proof>;

export const Row = z.object({
  code: ItemCode,
  title: z.string(),
  key: ItemKey.optional(),
  evidence: EvidenceKey.optional(),
  proofs: z.array(Proof),
  lack: z.enum(['no_page', 'waits', 'withdrawn', 'nothing']).optional(),
  duty: Duty.optional(),
  daysLeft: z.int().optional(),
  stake: Stake.optional(),
  links: z.array(OutsideLink),
});
export type ShownRow = z.infer<typeof Row>;

const Step = z.object({
  code: ItemCode,
  title: z.string(),
  gain: z.number(),
  overall: z.number(),
  level: z.string().optional(),
});

/** `GET /submission/:year`: the whole set of a fiscal year. */
export const SubmissionAnswer = z.object({
  fiscalYear: z.int(),
  edition: z.string(),
  /** The running fiscal year. */
  current: z.int(),
  list: SubmissionList,
  from: z.discriminatedUnion('by', [
    z.object({ by: z.literal('admin') }),
    z.object({ by: z.literal('framework'), fiscalYear: z.int() }),
  ]),
  rows: z.array(Row),
  daysLeft: z.int().optional(),
  way: z
    .object({
      fiscalYear: z.int(),
      overall: z.number().optional(),
      level: z.string().optional(),
      steps: z.array(Step),
      notReckoned: z.array(ItemCode),
    })
    .optional(),
  units: z.array(z.object({ id: z.string(), label: z.string() })),
  /** HTML for the agency's own website: a list of links to what is public. */
  snippet: z.string(),
});
export type SubmissionAnswer = z.infer<typeof SubmissionAnswer>;

/** `PUT /submission/:year` */
export const SubmissionChange = z.object({ edition: z.string().max(60), list: SubmissionList });

/** `PUT /submission/:year/:code`: all outside links of an item. */
export const LinksChange = z.object({
  edition: z.string().max(60),
  links: z.array(OutsideLink.omit({ on: true }).extend({ on: z.iso.date().optional() })).max(20),
});

export const linkFaults = (value: unknown): Fault[] => faultsBySchema(OutsideLink.omit({ on: true }), value);
