import { Report } from '../report.ts';
import constraints from './khoen-2566/constraints.json' with { type: 'json' };
import corrections from './khoen-2566/corrections.json' with { type: 'json' };
import issues from './khoen-2566/issues.json' with { type: 'json' };
import notes from './khoen-2566/notes.json' with { type: 'json' };
import plan from './khoen-2566/plan.json' with { type: 'json' };
import result from './khoen-2566/result.json' with { type: 'json' };

/**
 * The report of องค์การบริหารส่วนตำบลเขิน on its result of 2566, value for value. Line numbers are those of
 * the published text. Its words stand as printed; `correctedText` mends the slips.
 */
export const khoenReport2566: Report = Report.parse({
  version: 1,
  ...result,
  issues,
  plan,
  constraints,
  notes,
  corrections,
});
