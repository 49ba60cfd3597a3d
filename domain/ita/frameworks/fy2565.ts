import type { Framework } from '../framework.ts';
import { indicatorsByReport, instruments, letters } from './common.ts';

/** Only what the table of the year before in the report of 2566 needs. */
export const framework2565: Framework = {
  fiscalYear: 2565,
  instruments: instruments({ seen: 'seen', source: 'phayao_tool' }),
  indicators: indicatorsByReport({ seen: 'inferred', source: 'khoen_2566' }),
  items: [],
  withoutItem: [],
  levels: { rules: letters, seen: 'secondary', source: 'phayao_tool' },
};
