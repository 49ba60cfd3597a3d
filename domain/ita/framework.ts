import { z } from 'zod';
import { Mark } from './sources.ts';

/** IIT asks staff, EIT asks those who deal with the agency, OIT looks at what it publishes. */
export const InstrumentId = z.enum(['IIT', 'EIT', 'OIT']);
export type InstrumentId = z.infer<typeof InstrumentId>;

/** An item as the year numbers it: i1, e10, o28. */
export const ItemCode = z.string().regex(/^[ieo][1-9]\d?$/);
export type ItemCode = z.infer<typeof ItemCode>;

/** What a piece of evidence is about, whatever number a year gives it. */
export const ItemKey = z.enum([
  'structure',
  'executives',
  'authority',
  'development_plan',
  'contact',
  'laws',
  'news',
  'q_and_a',
  'social_network',
  'privacy_policy',
  'action_plan',
  'action_plan_progress',
  'annual_report',
  'work_manual',
  'service_manual',
  'service_statistics',
  'satisfaction_survey',
  'e_service',
  'procurement_plan',
  'procurement_notices',
  'procurement_monthly',
  'procurement_progress',
  'procurement_report',
  'hr_policy',
  'hr_actions',
  'hr_criteria',
  'hr_report',
  'complaint_guideline',
  'complaint_channel',
  'complaint_statistics',
  'participation',
  'no_gift',
  'risk_assessment',
  'risk_management',
  'anticorruption_plan',
  'anticorruption_progress',
  'anticorruption_report',
  'ethics_code',
  'ethics_drive',
  'ethics_assessment',
  'measures',
  'measures_report',
]);
export type ItemKey = z.infer<typeof ItemKey>;

/** `weight` in percent of the overall score. */
export const Instrument = Mark.extend({ id: InstrumentId, name: z.string(), weight: z.number() });
export type Instrument = z.infer<typeof Instrument>;

/** `title`: an item of OIT, or the question's wording for IIT and EIT. */
export const Item = Mark.extend({
  code: ItemCode,
  instrument: InstrumentId,
  title: z.string().min(1),
  key: ItemKey.optional(),
});
export type Item = z.infer<typeof Item>;

export const SubIndicator = Mark.extend({
  id: z.string(),
  name: z.string(),
  items: z.array(ItemCode).min(1),
});
export type SubIndicator = z.infer<typeof SubIndicator>;

/**
 * What gives an indicator its score: the mean of its items; the mean of its sub-indicators, each the mean
 * of its items; or only the report, because the printed items (where they are known) do not give it.
 */
export const Basis = z.discriminatedUnion('kind', [
  Mark.extend({ kind: z.literal('items'), items: z.array(ItemCode).min(1) }),
  Mark.extend({ kind: z.literal('sub_indicators'), subIndicators: z.array(SubIndicator).min(1) }),
  Mark.extend({ kind: z.literal('report'), items: z.array(ItemCode) }),
]);
export type Basis = z.infer<typeof Basis>;

/** All items behind an indicator, as far as they are known. */
export const itemsOf = (basis: Basis): readonly ItemCode[] =>
  basis.kind === 'sub_indicators' ? basis.subIndicators.flatMap(({ items }) => items) : basis.items;

export const Indicator = Mark.extend({
  no: z.int().min(1),
  name: z.string(),
  instrument: InstrumentId,
  basis: Basis,
});
export type Indicator = z.infer<typeof Indicator>;

/** A level is reached when the overall score is at least `overall` and each instrument's at least `each`. */
export const LevelRule = z.object({ label: z.string(), overall: z.number(), each: z.number().optional() });
export type LevelRule = z.infer<typeof LevelRule>;

/** A key that has no item of its own in a year. */
export const WithoutItem = z.discriminatedUnion('fate', [
  Mark.extend({ key: ItemKey, fate: z.literal('merged'), into: ItemCode }),
  Mark.extend({ key: ItemKey, fate: z.literal('dropped') }),
]);
export type WithoutItem = z.infer<typeof WithoutItem>;

/** How one fiscal year (Buddhist) assesses. */
export const Framework = z.object({
  fiscalYear: z.int(),
  instruments: z.array(Instrument).length(3),
  indicators: z.array(Indicator).min(1),
  items: z.array(Item),
  withoutItem: z.array(WithoutItem),
  /** Best first; the last one is reached by every score. */
  levels: Mark.extend({ rules: z.array(LevelRule).min(1) }),
});
export type Framework = z.infer<typeof Framework>;
