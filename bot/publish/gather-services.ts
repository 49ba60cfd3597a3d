import type { EvidenceInputs } from '../../domain/evidence/inputs.ts';
import { monthsOf, type Preset, presetPeriod } from '../../domain/evidence/periods.ts';
import { ServiceMonth } from '../../domain/service/counts.ts';
import type { CurrentAgency } from '../agency/load.ts';
import { pathsOf } from '../records/paths.ts';
import type { Documents } from '../store/documents.ts';

/** What officers entered of services in the months of a preset: a document a month. @throws StoreUnavailable */
export async function gatherServices(
  documents: Documents,
  { agency }: CurrentAgency,
  { fiscalYear, preset, today }: { fiscalYear: number; preset: Preset; today: string },
): Promise<EvidenceInputs['serviceMonths']> {
  const months = monthsOf(presetPeriod(preset, fiscalYear), today);
  const found = await documents.readMany(months.map(pathsOf(agency.id).serviceMonth));
  return Object.fromEntries(
    found.flatMap((one, at) => {
      const record = ServiceMonth.safeParse(one?.data).data;
      return record === undefined ? [] : [[months[at] ?? '', record]];
    }),
  );
}
