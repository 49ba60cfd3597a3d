import { thaiDate } from '../calendar/thai-date.ts';
import { documentsWords as say } from '../catalogue/documents.ts';
import { evidenceWords } from '../catalogue/evidence.ts';
import type { Block, Content, EvidencePeriod, Table } from '../evidence/content.ts';
import type { Digits } from '../evidence/digits.ts';
import { officialSignatures } from '../evidence/signatures.ts';
import type { RegisterRow } from '../staff/documents.ts';

/** What a list of cases is about. `today` is an ISO day. */
export interface ListAbout {
  period: EvidencePeriod;
  firstAnswerDays: number;
  digits: Digits;
  today: string;
}

/** What became of a case, in words. */
export function resultOf({ status, waitsUntil, resolved, to, mischief }: RegisterRow): string {
  if (mischief) return say.result.mischief;
  const result = say.result[status];
  if (waitsUntil !== undefined) return say.result.waits(thaiDate(waitsUntil, 'medium'));
  if (to !== undefined) return say.result.to(result, to);
  return resolved === undefined ? result : say.result.on(result, thaiDate(resolved, 'medium'));
}

/** ทะเบียนรับเรื่องร้องเรียน: every case that came in a period, one a row. */
export function register(rows: readonly RegisterRow[], { period, digits }: ListAbout): Content {
  const { columns } = say;
  const table: Table = {
    kind: 'table',
    id: 'register',
    caption: say.register.caption,
    columns: [
      { label: columns.running },
      { label: columns.number },
      { label: columns.received },
      { label: columns.channel },
      { label: columns.kind },
      { label: columns.category },
      { label: columns.place },
      { label: columns.unit },
      { label: columns.due },
      { label: columns.result },
    ],
    rows: rows.map((row, at) => ({
      cells: [
        at + 1,
        row.number,
        thaiDate(row.received, 'medium'),
        evidenceWords.channels[row.channel],
        evidenceWords.kinds[row.kind],
        row.category ?? null,
        row.place ?? null,
        row.unit,
        thaiDate(row.due, 'medium'),
        resultOf(row),
      ],
    })),
  };
  const blocks: Block[] =
    rows.length === 0
      ? [{ kind: 'text', text: say.register.none }]
      : [table, { kind: 'text', text: say.register.sum(rows.length) }];
  return { period, digits, method: say.register.method, blocks: [...blocks, officialSignatures] };
}
