import type { ConsoleCasesWords } from '../../../domain/catalogue/console-cases.ts';
import type { CaseRow } from '../../../domain/staff/cases.ts';
import type { ConsoleAgency } from '../../../domain/staff/me.ts';
import { labelOf } from '../console.ts';

/** The name of a category, of one that can be chosen no more as well. */
export const categoryLabel = ({ categories, retired }: ConsoleAgency, id: string): string =>
  labelOf([...categories, ...retired.categories], id);

/** The name of a unit, of one that is no more as well. */
export const unitLabel = ({ units, retired }: ConsoleAgency, id: string): string =>
  labelOf([...units, ...retired.units], id);

/** What a case is about, in a few words. */
export const aboutOf = (
  { kind, category }: Pick<CaseRow, 'kind' | 'category'>,
  agency: ConsoleAgency,
  { kinds }: ConsoleCasesWords,
): string => (kind === 'complaint' && category !== undefined ? categoryLabel(agency, category) : kinds[kind]);
