import type { ConsoleCasesWords } from '../../../domain/catalogue/console-cases.ts';
import type { CaseDetail } from '../../../domain/staff/cases.ts';

/** What everything that is done to an open case stands on. */
export interface CaseParts {
  detail: CaseDetail;
  say: ConsoleCasesWords;
  /** Shows the case as it is now. */
  put(detail: CaseDetail): void;
  /** Ends the form. */
  close(): void;
}
