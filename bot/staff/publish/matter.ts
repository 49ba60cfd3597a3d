import { dayOf } from '../../../domain/calendar/day.ts';
import { fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts';
import { buildContent } from '../../../domain/evidence/build.ts';
import { EvidenceProfile, emptyProfile } from '../../../domain/evidence/profile.ts';
import { correctedText } from '../../../domain/ita/read-report.ts';
import { homeMeasures } from '../../../domain/published/home-measures.ts';
import type { Proposed } from '../../../domain/staff/publish.ts';
import { readMeasures } from '../../measures/store.ts';
import { readHead } from '../../publish/evidence-plan.ts';
import { gatherInputs, isEvidenceYear } from '../../publish/gather.ts';
import { newestReport, type PublishGround, readProgress } from '../../publish/rebuild.ts';
import { readResult } from '../../publish/results.ts';
import { editionOf } from '../edition.ts';
import type { StaffParts } from '../parts.ts';
import type { Matter } from './records.ts';

export const publishGround = ({ ground, current, publicUrl, clock }: StaffParts): PublishGround => ({
  documents: ground.documents,
  current: current(),
  publicUrl,
  now: clock(),
});

/** @throws StoreUnavailable */
export async function readEvidenceProfile({ ground }: StaffParts): Promise<EvidenceProfile> {
  const found = await ground.documents.read(ground.paths.evidenceProfile);
  return EvidenceProfile.safeParse(found?.data).data ?? emptyProfile;
}

/** Names what is public now of what a matter would take the place of. @throws StoreUnavailable */
export async function baseOf(
  parts: StaffParts,
  matter: Pick<Matter, 'kind'> & Partial<Matter>,
): Promise<string> {
  const at = publishGround(parts);
  switch (matter.kind) {
    case 'result': {
      const record = await readResult(at.documents, at.current.agency.id, matter.fiscalYear ?? 0);
      return editionOf([record?.approved, record?.withdrawn]);
    }
    case 'evidence': {
      const { fiscalYear, key } = matter;
      if (fiscalYear === undefined || key === undefined) return editionOf(undefined);
      return editionOf((await readHead(at.documents, at.current, { fiscalYear, key }))?.head);
    }
    case 'measures':
      return editionOf((await readProgress(at, matter.fiscalYear ?? 0))?.list);
    case 'questions':
      return editionOf((await readEvidenceProfile(parts)).questions);
  }
}

/** How far a year's measures have come today; undefined where there is no plan. @throws StoreUnavailable */
async function progressNow({ ground }: StaffParts, at: PublishGround, fiscalYear: number) {
  const [measures, report] = await Promise.all([readMeasures(ground, [fiscalYear]), newestReport(at)]);
  const mended = (text: string): string => (report === undefined ? text : correctedText(report, text));
  return measures.length === 0 ? undefined : homeMeasures(fiscalYear, measures, dayOf(at.now), mended);
}

/**
 * What would be published, as it stands now; `nothing` where there is nothing of the kind to publish.
 * @throws StoreUnavailable
 */
export async function matterOf(parts: StaffParts, proposed: Proposed): Promise<Matter | 'nothing'> {
  const at = publishGround(parts);
  const { documents, current, publicUrl, now } = at;
  const today = dayOf(now);
  switch (proposed.kind) {
    case 'result': {
      const { fiscalYear } = proposed;
      const record = await readResult(documents, current.agency.id, fiscalYear);
      return record?.draft === undefined ? 'nothing' : { kind: 'result', fiscalYear, result: record.draft };
    }
    case 'evidence': {
      const { fiscalYear, key, preset, digits } = proposed;
      if (!isEvidenceYear(fiscalYear, today)) return 'nothing';
      const wanted = { fiscalYear, presets: [preset] as const, today, publicUrl, digits };
      const content = buildContent(key, await gatherInputs(documents, current, wanted));
      return { kind: 'evidence', fiscalYear, key, content };
    }
    case 'measures': {
      const shown = await progressNow(parts, at, proposed.fiscalYear);
      return shown === undefined ? 'nothing' : { kind: 'measures', ...shown };
    }
    case 'questions':
      return { kind: 'questions', questions: proposed.questions };
  }
}

/** The running fiscal year. */
export const yearOf = ({ clock }: StaffParts): number => fiscalYearOf(dayOf(clock()));
