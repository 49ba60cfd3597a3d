import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import type { ConsoleCasesWords } from '../../../domain/catalogue/console-cases.ts';
import type { CaseRow } from '../../../domain/staff/cases.ts';
import { type Urgency, urgencyOf } from './due.ts';

function wordsOf(urgency: Urgency, { due }: ConsoleCasesWords): string | undefined {
  switch (urgency.is) {
    case 'late':
      return due.late(urgency.days);
    case 'today':
      return due.today;
    case 'tomorrow':
      return due.tomorrow;
    case 'soon':
    case 'ahead':
      return due.left(urgency.days);
    case 'waiting':
      return due.waiting(thaiDate(urgency.until, 'medium'));
    case 'nothing':
      return undefined;
  }
}

/** How much time a case has left, in words; colour only adds to them. */
export function DueWords({ row, say }: { row: Pick<CaseRow, 'dueIn' | 'waiting'>; say: ConsoleCasesWords }) {
  const urgency = urgencyOf(row);
  const words = wordsOf(urgency, say);
  return words === undefined ? null : <span class={`tag due ${urgency.is}`}>{words}</span>;
}
