import { z } from 'zod';
import { Approver } from '../evidence/evidence.ts';
import { EvidenceKey } from '../evidence/keys.ts';
import { InstrumentId, ItemCode } from '../ita/framework.ts';
import { PageAgency } from './frame.ts';

const text = z.string().min(1);
const score = z.number().min(0).max(100);
const count = z.int().min(0);
const fiscalYear = z
  .int()
  .describe('The Buddhist year in which the fiscal year (1 October to 30 September) ends.');

export const HomeFigure = z
  .object({ origin: z.enum(['derived', 'reported', 'unknown']), value: score.optional() })
  .describe(
    'A score of 100 and how it came: derived from the items; reported as printed, because the items do not give it; unknown where there is neither.',
  );
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
  previous: score.optional().describe('As the report printed it for the year before.'),
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

const HomeItem = z.object({
  code: ItemCode,
  title: text,
  scores: z.array(score).describe('Every score that the source prints for the item, lowest first.'),
  because: z.string().optional().describe('Why a person set the score.'),
  evidence: EvidenceKey.optional().describe('Its evidence stands under /oit/{fiscalYear}/{this}.'),
});
export type HomeItem = z.infer<typeof HomeItem>;

const HomeIssue = z.object({
  no: z.int().min(1),
  title: text,
  lines: z.array(z.object({ code: ItemCode, score })),
  analysis: z.array(z.object({ heading: text, text })),
});
export type HomeIssue = z.infer<typeof HomeIssue>;

const HomeStep = z
  .object({
    code: ItemCode,
    title: text,
    gain: z.number(),
    overall: score,
    disclosure: score,
    level: z.string().optional(),
  })
  .describe('An item to publish, and where that leads with all the steps before it taken.');
export type HomeStep = z.infer<typeof HomeStep>;

/** A year's approved ITA result. */
export const HomeResult = z.object({
  fiscalYear,
  approvedOn: z.iso.date(),
  approvedBy: Approver,
  overall: HomeFigure,
  level: HomeLevel.optional(),
  instruments: z.array(HomeInstrument),
  indicators: z.array(HomeIndicator),
  items: z.array(HomeItem),
  issues: z.array(HomeIssue),
  steps: z.array(HomeStep),
  notReckoned: z.array(ItemCode).describe('Zero items whose effect cannot be reckoned.'),
  previous: z
    .object({
      label: text,
      note: z.string().optional(),
      overall: score.optional(),
    })
    .optional()
    .describe('The year that is compared with; a note where the source does not say which it is.'),
  constraints: z.array(z.object({ heading: text, bullets: z.array(text) })),
  notes: z
    .array(z.object({ what: text, handled: text }))
    .describe('What does not fit together in the source, and what was done with it.'),
});
export type HomeResult = z.infer<typeof HomeResult>;

/** How far a measure has come on a day, by its steps; absent until that was first approved. */
export const MeasureProgress = z.object({
  state: z.enum(['not_started', 'in_progress', 'done']),
  day: z.iso.date(),
  done: count.describe('Steps that were taken.'),
  of: count.describe('Steps in all.'),
  late: count.describe('Steps that were not taken by their day.'),
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

export const HomeMeasures = z.object({ fiscalYear, list: z.array(HomeMeasure) });
export type HomeMeasures = z.infer<typeof HomeMeasures>;

const Three = z.object({
  all: count,
  done: count,
  underway: count,
  zeroUntil: z
    .string()
    .optional()
    .describe(
      'With zero: the last month (YYYY-MM) for which every channel was checked. Without it zero is no claim.',
    ),
});

const HomeCases = z.object({
  fiscalYear,
  kinds: z.array(Three.extend({ label: text })).describe('Cases received in the fiscal year so far.'),
  tips: z.array(Three.extend({ label: text })).describe('Of half-years that are closed, nothing finer.'),
  countedSince: z.iso.date().optional().describe('The day from which this system counts.'),
});
export type HomeCases = z.infer<typeof HomeCases>;

const Rated = z.object({
  label: text,
  n: count,
  mean: z.number().optional().describe('Of ratings from 1 to 5.'),
  deviation: z.number().optional().describe('Standard deviation of the sample.'),
  margin: z.number().optional().describe('Half the width of the 95 % interval of the mean.'),
  level: z.string().optional(),
});
export type Rated = z.infer<typeof Rated>;

const HomeSatisfaction = z.object({
  fiscalYear,
  n: count,
  dimensions: z.array(Rated),
  services: z.array(Rated),
});

/** `published/home`: all that the public page is rendered from, and all that `GET /api/public` gives. */
export const HomePage = z.object({
  page: z.literal('home'),
  version: z.literal(1),
  agency: PageAgency,
  updatedOn: z.iso.date().describe('The day in Asia/Bangkok on which all this was put together.'),
  result: HomeResult.optional().describe("A year's ITA result; absent until one is approved."),
  withdrawn: z
    .array(z.object({ fiscalYear, day: z.iso.date(), by: Approver, because: text }))
    .default([])
    .describe('Results that were taken down, with the reason.'),
  measures: HomeMeasures.optional(),
  cases: HomeCases,
  satisfaction: HomeSatisfaction,
  questions: z.array(z.object({ question: text, answer: text })),
  evidence: z
    .array(
      z.object({
        key: EvidenceKey,
        fiscalYear,
        title: text,
        label: z.string().optional(),
        approvedOn: z.iso.date(),
      }),
    )
    .describe('Approved evidence that is shown now, the newest year of each key.'),
});
export type HomePage = z.infer<typeof HomePage>;
