import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  byName,
  type DistrictAgency,
  DistrictRecord,
  districtResult,
} from '../../domain/published/district.ts';
import { HomePage } from '../../domain/published/home.ts';
import { AgencyProfile } from '../agency/load.ts';
import { eachAgency } from '../jobs/each-agency.ts';
import { pathsOf } from '../records/paths.ts';
import type { Documents, Found } from '../store/documents.ts';
import { plain } from './plain.ts';

/** Which อำเภอ: two provinces may each have one of the same name. */
export interface District {
  district: string;
  province: string;
}

/** More local governments than an อำเภอ has. */
const MOST = 200;
/** Public pages are large documents: so many are read in one call. */
const TOGETHER = 25;
const TRIES = 5;

/** `districts/{mark}`: names are no ids, so their mark is. */
export function districtPath({ province, district }: District): string {
  const named = JSON.stringify([province, district]);
  return `districts/${createHash('sha256').update(named).digest('base64url').slice(0, 22)}`;
}

const readRecord = (found: Found | undefined): DistrictRecord | undefined =>
  found && DistrictRecord.safeParse(found.data).data;

/** Where the pages of one agency stand, as the process knows that serves it. */
export interface Served {
  agencyId: string;
  /** Without a slash at the end. */
  publicUrl: string;
}

/** Agencies as a district's page lists them, in the order given: one document of each is read. @throws StoreUnavailable */
export async function listed(
  documents: Documents,
  profiles: readonly AgencyProfile[],
  addressOf: (profile: AgencyProfile) => string | undefined,
): Promise<DistrictAgency[]> {
  const homes: (Found | undefined)[] = [];
  for (let at = 0; at < profiles.length; at += TOGETHER) {
    const some = profiles.slice(at, at + TOGETHER);
    homes.push(...(await documents.readMany(some.map(({ id }) => pathsOf(id).published('home')))));
  }
  return profiles.map((profile, at) => {
    const { id, name } = profile;
    const page = HomePage.safeParse(homes[at]?.data).data;
    const result = page && districtResult(page);
    const address = addressOf(profile);
    return { id, name, ...(address && { address }), ...(result && { result }) };
  });
}

async function gather(
  documents: Documents,
  where: District,
  served: Served,
  before: DistrictRecord | undefined,
): Promise<DistrictRecord> {
  const found = await documents.query({
    collection: 'agencies',
    where: [
      ['province', '==', where.province],
      ['district', '==', where.district],
    ],
    orderBy: [['id', 'asc']],
    limit: MOST,
  });
  const profiles = found.flatMap(({ data }) => AgencyProfile.safeParse(data).data ?? []);
  const addressOf = ({ id, publicUrl }: AgencyProfile): string | undefined =>
    publicUrl ??
    (id === served.agencyId ? served.publicUrl : before?.agencies.find((one) => one.id === id)?.address);
  return { version: 1, ...where, agencies: byName(await listed(documents, profiles, addressOf)) };
}

/**
 * Writes anew what stands of an อำเภอ where it is no longer so: one query and one document an agency are read,
 * beside the one that is written. @throws StoreUnavailable
 */
export async function rebuildDistrict(
  documents: Documents,
  { district, province }: District,
  served: Served,
): Promise<void> {
  const path = districtPath({ district, province });
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await documents.read(path);
    const before = readRecord(found);
    const record = await gather(documents, { district, province }, served, before);
    if (isDeepStrictEqual(before, record)) return;
    const data = plain(record);
    const { ok } = await documents.commit([
      found === undefined
        ? { op: 'create', path, data }
        : { op: 'update', path, data, ifUpdatedAt: found.updateTime },
    ]);
    if (ok) return;
  }
}

/**
 * After an agency's public page was written: its อำเภอ is written anew where it says something else of the agency.
 * One document is read where it does not. @throws StoreUnavailable
 */
export async function keepDistrict(
  documents: Documents,
  { agency, result }: Pick<HomePage, 'agency' | 'result'>,
  publicUrl: string,
): Promise<void> {
  const record = readRecord(await documents.read(districtPath(agency)));
  const row = record?.agencies.find(({ id }) => id === agency.id);
  const said = row && { name: row.name, address: row.address, result: row.result };
  const now = { name: agency.name, address: publicUrl, result: districtResult({ result }) };
  if (!isDeepStrictEqual(said, now)) {
    await rebuildDistrict(documents, agency, { agencyId: agency.id, publicUrl });
  }
}

/** Every อำเภอ in which there is an agency, written anew where it is no longer so. @throws StoreUnavailable */
export async function rebuildDistricts(documents: Documents, served: Served): Promise<void> {
  const seen = new Map<string, District>();
  for await (const { data } of eachAgency(documents)) {
    const profile = AgencyProfile.safeParse(data).data;
    if (profile !== undefined) seen.set(districtPath(profile), profile);
  }
  for (const where of seen.values()) await rebuildDistrict(documents, where, served);
}
