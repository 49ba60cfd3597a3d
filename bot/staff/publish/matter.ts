import { dayOf } from '../../../domain/calendar/day.ts';
import { fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts';
import { buildContent } from '../../../domain/evidence/build.ts';
import { EvidenceProfile, emptyProfile } from '../../../domain/evidence/profile.ts';
import { measuresOf } from '../../../domain/ita/read-report.ts';
import type { MeasureProgress } from '../../../domain/published/home.ts';
import type { Proposed } from '../../../domain/staff/publish.ts';
import { readHead } from '../../publish/evidence-plan.ts';
import { gatherInputs, isEvidenceYear } from '../../publish/gather.ts';
import { type PublishGround, readProgress, readYears } from '../../publish/rebuild.ts';
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
      return editionOf((await readProgress(at, matter.fiscalYear ?? 0))?.progress);
    case 'questions':
      return editionOf((await readEvidenceProfile(parts)).questions);
  }
}

/** The measures that progress can be told of: those of the newest approved report. @throws StoreUnavailable */
export async function plannedMeasures(parts: StaffParts) {
  const years = await readYears(publishGround(parts));
  const report = years.flatMap(({ approved }) => approved?.report ?? [])[0];
  if (report === undefined) return undefined;
  const fiscalYear = report.document.measuresFiscalYear;
  const record = await readProgress(publishGround(parts), fiscalYear);
  return { fiscalYear, list: measuresOf(report), progress: record?.progress ?? {} };
}

/** What is said anew has today's day; what is said as before keeps its own. */
function progressOf(
  said: Extract<Proposed, { kind: 'measures' }>['progress'],
  before: Readonly<Record<string, MeasureProgress>>,
  day: string,
): Record<string, MeasureProgress> {
  return Object.fromEntries(
    Object.entries(said).map(([id, { state, note }]): [string, MeasureProgress] => {
      const was = before[id];
      const same = was !== undefined && was.state === state && was.note === note;
      return [id, same ? was : { state, day, ...(note === undefined ? {} : { note }) }];
    }),
  );
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
      const planned = await plannedMeasures(parts);
      const ids = planned?.list.map(({ id }) => id) ?? [];
      const isKnown = Object.keys(proposed.progress).every((id) => ids.includes(id));
      if (planned === undefined || planned.fiscalYear !== proposed.fiscalYear || !isKnown) return 'nothing';
      const progress = progressOf(proposed.progress, planned.progress, today);
      return { kind: 'measures', fiscalYear: planned.fiscalYear, progress };
    }
    case 'questions':
      return { kind: 'questions', questions: proposed.questions };
  }
}

/** The running fiscal year. */
export const yearOf = ({ clock }: StaffParts): number => fiscalYearOf(dayOf(clock()));
