import { importedPlan } from '../../domain/measures/import-plan.ts';
import type { CurrentAgency } from '../agency/load.ts';
import { newestReport } from '../publish/rebuild.ts';
import { pathsOf } from '../records/paths.ts';
import type { Documents, Write } from '../store/documents.ts';
import { createMeasure, readAllMeasures } from './store.ts';

/**
 * The writes that take the plan of the newest approved report over, word for word. A year that has a plan, or had
 * one, keeps its own.
 * @throws StoreUnavailable
 */
export async function planWrites(
  documents: Documents,
  current: CurrentAgency,
  fiscalYear: number,
  now: number,
): Promise<Write[] | 'no report' | 'exists'> {
  const paths = pathsOf(current.agency.id);
  const report = await newestReport({ documents, current, now });
  if (report?.document.measuresFiscalYear !== fiscalYear) return 'no report';
  if ((await readAllMeasures({ documents, paths }, [fiscalYear])).length > 0) return 'exists';
  return importedPlan(report, current.agency).map((measure) => createMeasure(paths, measure));
}

/** Takes that plan over; resolves to how many measures it has. @throws StoreUnavailable */
export async function importPlan(
  documents: Documents,
  current: CurrentAgency,
  fiscalYear: number,
  now: number,
): Promise<number | 'no report' | 'exists'> {
  const writes = await planWrites(documents, current, fiscalYear, now);
  if (typeof writes === 'string') return writes;
  return (await documents.commit(writes)).ok ? writes.length : 'exists';
}
