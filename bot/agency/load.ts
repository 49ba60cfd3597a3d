import { z } from 'zod';
import { Agency, Place, Service } from '../../domain/agency/agency.ts';
import { mayWorkCases, Staff } from '../../domain/agency/staff.ts';
import { type Catalogue, catalogue } from '../../domain/catalogue/catalogue.ts';
import type { Officer } from '../../domain/conversation/turn.ts';
import { EvidenceProfile } from '../../domain/evidence/profile.ts';
import { Survey } from '../../domain/survey/survey.ts';
import { pathsOf } from '../records/paths.ts';
import type { Documents, Found } from '../store/documents.ts';

/** An agency as the conversation knows it: profile, survey, sentences in its voice, and who gets its alerts. */
export interface CurrentAgency {
  agency: Agency;
  survey: Survey;
  say: Catalogue;
  targets: string[];
  officers: Officer[];
  executives: Officer[];
  /** Everybody who works for the agency. */
  staff: Staff[];
  /** Where residents open its LINE account, where an admin entered it. */
  lineUrl?: string;
}

/** `agencies/{id}`: the profile without what has documents of its own; `survey` names the one in use. */
export const AgencyProfile = Agency.omit({ places: true, services: true }).extend({ survey: z.string() });
export type AgencyProfile = z.infer<typeof AgencyProfile>;

const MOST = 500;

const officerOf = ({ id, unit, roles }: Staff): Officer => ({ id, unit, isAdmin: roles.includes('admin') });

const all = (documents: Documents, collection: string, order: string): Promise<Found[]> =>
  documents.query({ collection, where: [], orderBy: [[order, 'asc']], limit: MOST });

/**
 * Reads an agency afresh; undefined where there is none.
 * @throws StoreUnavailable
 * @throws ZodError where what is stored is no agency
 */
export async function readAgency(documents: Documents, id: string): Promise<CurrentAgency | undefined> {
  const paths = pathsOf(id);
  const found = await documents.read(paths.agency);
  if (found === undefined) return undefined;
  const { survey: surveyId, ...profile } = AgencyProfile.parse(found.data);
  const [places, services, survey, targets, staff, evidence] = await Promise.all([
    all(documents, paths.places, 'order'),
    all(documents, paths.services, 'order'),
    documents.read(paths.survey(surveyId)),
    documents.query({ collection: paths.targets, where: [], orderBy: [], limit: MOST }),
    documents.query({ collection: paths.staffs, where: [], orderBy: [], limit: MOST }),
    documents.read(paths.evidenceProfile),
  ]);
  const agency = Agency.parse({
    ...profile,
    places: places.map(({ data }) => Place.parse(data)),
    services: services.map(({ data }) => Service.parse(data)),
  });
  const people = staff.map(({ data }) => Staff.parse(data));
  const lineUrl = EvidenceProfile.safeParse(evidence?.data).data?.lineUrl;
  return {
    agency,
    survey: Survey.parse(survey?.data),
    say: catalogue(agency.voice),
    targets: targets.map((target) => target.id),
    officers: people.filter(mayWorkCases).map(officerOf),
    executives: people.filter(({ roles }) => roles.includes('executive')).map(officerOf),
    staff: people,
    ...(lineUrl === undefined ? {} : { lineUrl }),
  };
}
