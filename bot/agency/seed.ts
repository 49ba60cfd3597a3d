import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Agency } from '../../domain/agency/agency.ts';
import type { Staff } from '../../domain/agency/staff.ts';
import type { Survey } from '../../domain/survey/survey.ts';
import type { Identity } from '../../sealing/keys.ts';
import type { IntegrityOfficer, Readers } from '../../sealing/readers.ts';
import { pathsOf } from '../records/paths.ts';
import type { Documents, Write } from '../store/documents.ts';
import type { AgencyProfile } from './load.ts';

/** What an agency begins with. `demo`: people to try out with; an agency of its own begins with none. */
export interface Beginning {
  agency: Agency;
  survey: Survey;
  demo: readonly Staff[];
  /** What is written beside it, all or nothing. */
  more?: readonly Write[];
}

/** Secret keys of the demo integrity officers by staff id, so that tips can be opened when trying out. */
export type DemoKeys = Record<string, Identity>;

async function demoReaders(staff: readonly Staff[]): Promise<{ readers: Readers; keys: DemoKeys }> {
  const officers: IntegrityOfficer[] = [];
  const keys: DemoKeys = {};
  for (const { id, roles, unit } of staff) {
    if (!roles.includes('integrity')) continue;
    const identity = await generateX25519Identity();
    keys[id] = identity;
    officers.push({ staffId: id, recipient: await identityToRecipient(identity), office: unit ?? 'none' });
  }
  return { readers: { version: 1, officers }, keys };
}

/**
 * Writes an agency into a store that has none under its id. Returns the demo officers' keys, or undefined where
 * the agency is there already and nothing was written.
 */
export async function seedAgency(documents: Documents, beginning: Beginning): Promise<DemoKeys | undefined> {
  const { survey, demo, more = [] } = beginning;
  const { places, services, ...rest } = beginning.agency;
  const paths = pathsOf(rest.id);
  if ((await documents.read(paths.agency)) !== undefined) return undefined;
  const profile: AgencyProfile = { ...rest, survey: survey.id };
  const { readers, keys } = await demoReaders(demo);
  const listed = (collection: string, records: readonly { id: string }[]): Write[] =>
    records.map((record, order) => ({
      op: 'create',
      path: `${collection}/${record.id}`,
      data: { ...record, order },
    }));
  const committed = await documents.commit([
    { op: 'create', path: paths.agency, data: { ...profile } },
    ...listed(paths.places, places),
    ...listed(paths.services, services),
    { op: 'create', path: paths.survey(survey.id), data: { ...survey } },
    ...demo.map((one): Write => ({ op: 'create', path: paths.staff(one.id), data: { ...one } })),
    ...more,
    ...(demo.length > 0 ? [{ op: 'create', path: paths.readers, data: { ...readers } } as const] : []),
  ]);
  return committed.ok ? keys : undefined;
}
