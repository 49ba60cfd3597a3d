import { z } from 'zod';
import { ItemCode, ItemKey } from '../ita/framework.ts';
import { WebAddress } from '../words/web-address.ts';

const line = z.string().trim().min(1).max(300);

/** An item of the set: its number in the year, its official title, and what it is about where that is known. */
export const SubmissionItem = z.strictObject({ code: ItemCode, title: line, key: ItemKey.optional() });
export type SubmissionItem = z.infer<typeof SubmissionItem>;

/** Evidence that stands elsewhere, as somebody entered it on an ISO day. */
export const OutsideLink = z.strictObject({
  label: line,
  url: WebAddress.max(2000),
  on: z.iso.date(),
});
export type OutsideLink = z.infer<typeof OutsideLink>;

/** Which unit is to do an item, and until which day. */
export const Duty = z.strictObject({ unit: z.string().max(60).optional(), dueOn: z.iso.date().optional() });
export type Duty = z.infer<typeof Duty>;

export const MOST_ITEMS = 80;
export const MOST_LINKS = 20;

const hasOnce = (items: readonly SubmissionItem[]): boolean =>
  new Set(items.map(({ code }) => code)).size === items.length;

/** What an admin sets of a year's set; without `items` they are the framework's. */
export const SubmissionList = z.strictObject({
  items: z.array(SubmissionItem).max(MOST_ITEMS).refine(hasOnce, 'twice').optional(),
  /** The last day on which evidence is taken. */
  closesOn: z.iso.date().optional(),
  duties: z.record(ItemCode, Duty),
});
export type SubmissionList = z.infer<typeof SubmissionList>;

/** `settings/submission-{fiscalYear}` */
export const SubmissionPlan = SubmissionList.extend({
  version: z.literal(1),
  links: z.record(ItemCode, z.array(OutsideLink).max(MOST_LINKS)),
});
export type SubmissionPlan = z.infer<typeof SubmissionPlan>;

export const emptyPlan: SubmissionPlan = { version: 1, duties: {}, links: {} };
