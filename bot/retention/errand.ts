import { z } from 'zod';
import { Agency } from '../../domain/agency/agency.ts';
import { thaiDate } from '../../domain/calendar/thai-date.ts';
import { retentionReport as plainly } from '../../domain/catalogue/console-retention.ts';
import { readAgency } from '../agency/load.ts';
import { pathsOf } from '../records/paths.ts';
import type { Errand } from '../spool.ts';
import type { Documents } from '../store/documents.ts';
import { previewRetention } from './preview.ts';

const Asked = z.object({ agencyId: Agency.shape.id });
const Answer = z.object({ ok: z.boolean(), lines: z.array(z.string()) });
export type RetentionReport = z.infer<typeof Answer>;

/** What would go is asked of the program that has the store open. */
export const previewing: Errand<z.infer<typeof Asked>, RetentionReport> = {
  folder: 'retention',
  asked: Asked,
  answer: Answer,
  unreadable: { ok: false, lines: [plainly.unreadable] },
};

const date = (day: string): string => thaiDate(day, 'medium');

/** What would go of an agency, in words; nothing is changed. @throws StoreUnavailable */
export async function reportRetention(
  documents: Documents,
  agencyId: string,
  now: number,
): Promise<RetentionReport> {
  const agency = await readAgency(documents, agencyId);
  if (agency === undefined) return { ok: false, lines: [plainly.noAgency(agencyId)] };
  const ground = { documents, paths: pathsOf(agencyId) };
  const { preview, last } = await previewRetention({ ground, current: () => agency, clock: () => now });
  const lines = preview.map((one) =>
    plainly.going(one, {
      until: date(one.until),
      from: date(one.from),
      oldest: one.oldest && date(one.oldest),
      newest: one.newest && date(one.newest),
    }),
  );
  return {
    ok: true,
    lines: [...lines, ...(last === undefined ? [] : [plainly.last(date(last.day), last.gone)])],
  };
}
