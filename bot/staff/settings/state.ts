import type { Timestamp } from '@google-cloud/firestore';
import type { z } from 'zod';
import { Place, Service } from '../../../domain/agency/agency.ts';
import { Staff } from '../../../domain/agency/staff.ts';
import { EvidenceProfile, emptyProfile } from '../../../domain/evidence/profile.ts';
import { Templates } from '../../../domain/staff/templates.ts';
import { Survey } from '../../../domain/survey/survey.ts';
import { AgencyProfile } from '../../agency/load.ts';
import type { Ground } from '../../records/ground.ts';
import type { Found } from '../../store/documents.ts';

/** A record with the version that may be changed; none where it was never written. */
export interface Kept<T> {
  value: T;
  at: Timestamp | undefined;
}

/** All that the settings are, as they were read together. */
export interface SettingsState {
  profile: Kept<AgencyProfile>;
  places: Place[];
  services: Service[];
  survey: Kept<Survey>;
  templates: Kept<Templates>;
  evidence: Kept<EvidenceProfile>;
  staff: Staff[];
}

const MOST = 500;

function kept<T>(schema: z.ZodType<T>, found: Found | undefined, otherwise: T): Kept<T> {
  return found === undefined
    ? { value: otherwise, at: undefined }
    : { value: schema.parse(found.data), at: found.updateTime };
}

/** Everybody on the staff. @throws StoreUnavailable */
export async function readAllStaff({
  documents,
  paths,
}: Pick<Ground, 'documents' | 'paths'>): Promise<Staff[]> {
  const found = await documents.query({ collection: paths.staffs, where: [], orderBy: [], limit: MOST });
  return found.flatMap(({ data }) => Staff.safeParse(data).data ?? []);
}

/** The agency's own document with its version. @throws StoreUnavailable */
export async function readProfile({
  documents,
  paths,
}: Pick<Ground, 'documents' | 'paths'>): Promise<Kept<AgencyProfile>> {
  const found = await documents.read(paths.agency);
  if (found === undefined) throw new Error('the agency that is served is in the store');
  return { value: AgencyProfile.parse(found.data), at: found.updateTime };
}

/** Reads the settings: a fixed number of documents and queries. @throws StoreUnavailable */
export async function readSettings(ground: Pick<Ground, 'documents' | 'paths'>): Promise<SettingsState> {
  const { documents, paths } = ground;
  const profile = await readProfile(ground);
  const listed = (collection: string): Promise<Found[]> =>
    documents.query({ collection, where: [], orderBy: [['order', 'asc']], limit: MOST });
  const [places, services, records, staff] = await Promise.all([
    listed(paths.places),
    listed(paths.services),
    documents.readMany([paths.survey(profile.value.survey), paths.templates, paths.evidenceProfile]),
    readAllStaff(ground),
  ]);
  const [survey, templates, evidence] = records;
  if (survey === undefined) throw new Error('the survey in use is in the store');
  return {
    profile,
    places: places.map(({ data }) => Place.parse(data)),
    services: services.map(({ data }) => Service.parse(data)),
    survey: { value: Survey.parse(survey.data), at: survey.updateTime },
    templates: kept(Templates, templates, { version: 1, list: [] }),
    evidence: kept(EvidenceProfile, evidence, emptyProfile),
    staff,
  };
}
