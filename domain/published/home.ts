import { z } from 'zod';
import { Approver } from '../evidence/evidence.ts';
import { EvidenceKey } from '../evidence/keys.ts';
import { InstrumentId, ItemCode } from '../ita/framework.ts';
import { PageAgency } from './frame.ts';

const text = z.string().min(1);
const score = z.number().min(0).max(100);
const count = z.int().min(0);

/**
 * A score and how it came: `derived` from the items; `reported` as printed, because the items do not give it;
 * `unknown` where there is neither.
 */
export const HomeFigure = z.object({
  origin: z.enum(['derived', 'reported', 'unknown']),
  value: score.optional(),
});
export type HomeFigure = z.infer<typeof HomeFigure>;

const Shortfall = z.object({ score, needs: score });

/** The level reached, and what keeps the result from the next better one. */
const HomeLevel = z.object({
  label: text,
  next: z
    .object({
      label: text,
      overall: Shortfall.optional(),
      instruments: z.array(Shortfall.extend({ id: InstrumentId })),
    })
    .optional(),
});

const HomeInstrument = z.object({ id: InstrumentId, name: text, weight: z.number(), figure: HomeFigure });
export type HomeInstrument = z.infer<typeof HomeInstrument>;

const HomeIndicator = z.object({
  no: z.int().min(1),
  name: text,
  instrument: InstrumentId,
  figure: HomeFigure,
  /** As the year before printed it. */
  previous: score.optional(),
  groups: z.array(
    z.object({
      id: z.string().optional(),
      name: z.string().optional(),
      figure: HomeFigure.optional(),
      items: z.array(ItemCode),
    }),
  ),
});
export type HomeIndicator = z.infer<typeof HomeIndicator>;

/** `scores`: every score the source prints, lowest first; `because`: why a person set one. */
const HomeItem = z.object({
  code: ItemCode,
  title: text,
  scores: z.array(score),
  because: z.string().optional(),
  /** Where its evidence stands on this site. */
  evidence: EvidenceKey.optional(),
});
export type HomeItem = z.infer<typeof HomeItem>;

const HomeIssue = z.object({
  no: z.int().min(1),
  title: text,
  lines: z.array(z.object({ code: ItemCode, score })),
  analysis: z.array(z.object({ heading: text, text })),
});
export type HomeIssue = z.infer<typeof HomeIssue>;

/** An item to publish, and where that leads with all the steps before it taken. */
const HomeStep = z.object({
  code: ItemCode,
  title: text,
  gain: z.number(),
  overall: score,
  disclosure: score,
  level: z.string().optional(),
});
export type HomeStep = z.infer<typeof HomeStep>;

/** A year's approved ITA result. */
export const HomeResult = z.object({
  fiscalYear: z.int(),
  approvedOn: z.iso.date(),
  approvedBy: Approver,
  overall: HomeFigure,
  level: HomeLevel.optional(),
  instruments: z.array(HomeInstrument),
  indicators: z.array(HomeIndicator),
  items: z.array(HomeItem),
  issues: z.array(HomeIssue),
  steps: z.array(HomeStep),
  /** Zero items whose effect cannot be reckoned. */
  notReckoned: z.array(ItemCode),
  /** The year that the indicators are compared with; `note` where the source does not say which it is. */
  previous: z
    .object({
      label: text,
      note: z.string().optional(),
      overall: score.optional(),
    })
    .optional(),
  constraints: z.array(z.object({ heading: text, bullets: z.array(text) })),
  /** What does not fit together in the source, and what was done with it. */
  notes: z.array(z.object({ what: text, handled: text })),
});
export type HomeResult = z.infer<typeof HomeResult>;

/** How far a measure has come; absent while nobody has said. */
export const MeasureProgress = z.object({
  state: z.enum(['not_started', 'in_progress', 'done']),
  day: z.iso.date(),
  note: z.string().max(500).optional(),
});
export type MeasureProgress = z.infer<typeof MeasureProgress>;

const HomeMeasure = z.object({
  id: text,
  issue: z.int(),
  measures: z.array(text),
  steps: z.array(text),
  responsible: text,
  from: z.iso.date(),
  to: z.iso.date(),
  progress: MeasureProgress.optional(),
});
export type HomeMeasure = z.infer<typeof HomeMeasure>;

const Three = z.object({ all: count, done: count, underway: count });

/** Counts of cases received in the fiscal year so far; of tips, closed half-years alone. */
const HomeCases = z.object({
  fiscalYear: z.int(),
  kinds: z.array(Three.extend({ label: text })),
  tips: z.array(Three.extend({ label: text })),
  countedSince: z.iso.date().optional(),
});
export type HomeCases = z.infer<typeof HomeCases>;

const Rated = z.object({
  label: text,
  n: count,
  mean: z.number().optional(),
  deviation: z.number().optional(),
  margin: z.number().optional(),
  level: z.string().optional(),
});
export type Rated = z.infer<typeof Rated>;

const HomeSatisfaction = z.object({
  fiscalYear: z.int(),
  n: count,
  dimensions: z.array(Rated),
  services: z.array(Rated),
});

/** `published/home`: all that the public page is rendered from, and all that `GET /api/public` gives. */
export const HomePage = z.object({
  page: z.literal('home'),
  version: z.literal(1),
  agency: PageAgency,
  /** The ISO day in Asia/Bangkok on which it was put together. */
  updatedOn: z.iso.date(),
  /** Absent until a result is approved. */
  result: HomeResult.optional(),
  /** Results that were taken down, with the reason. */
  withdrawn: z
    .array(z.object({ fiscalYear: z.int(), day: z.iso.date(), by: Approver, because: text }))
    .default([]),
  measures: z.object({ fiscalYear: z.int(), list: z.array(HomeMeasure) }).optional(),
  cases: HomeCases,
  satisfaction: HomeSatisfaction,
  questions: z.array(z.object({ question: text, answer: text })),
  /** Approved evidence that is shown now, the newest year of each key. */
  evidence: z.array(
    z.object({
      key: EvidenceKey,
      fiscalYear: z.int(),
      title: text,
      label: z.string().optional(),
      approvedOn: z.iso.date(),
    }),
  ),
});
export type HomePage = z.infer<typeof HomePage>;
