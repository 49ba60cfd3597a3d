import { z } from 'zod';
import { Voice } from '../../domain/agency/agency.ts';
import { mayWorkCases } from '../../domain/agency/staff.ts';
import { Acknowledged } from '../../domain/doctor/finding.ts';
import { TipKeys } from '../../domain/staff/health.ts';
import { StoredAccount } from '../agency/line-account.ts';
import { AgencyProfile } from '../agency/load.ts';
import { agencyIds } from '../jobs/each-agency.ts';
import { type Paths, pathsOf } from '../records/paths.ts';
import type { Errand } from '../spool.ts';
import { Pulse } from '../staff/health/pulse.ts';
import { tipKeysOf } from '../staff/health/tip-keys.ts';
import { readAllStaff } from '../staff/settings/state.ts';
import type { Documents } from '../store/documents.ts';

/** What the store knows of an agency, as far as the doctor asks. */
export const StoredAgency = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  voice: Voice,
  publicUrl: z.string().optional(),
  /** Its account, sealed under `SECRET_KEY`, in Base64; absent where there is none. */
  account: z.base64().optional(),
  pulse: Pulse,
  acknowledged: Acknowledged,
  officers: z.int(),
  tips: TipKeys,
});
export type StoredAgency = z.infer<typeof StoredAgency>;

const What = Acknowledged.keyType;

/** `look`: at one agency, or at all; `deployment` is the default one, by which the whole deployment is acknowledged. */
export const DoctorTask = z.discriminatedUnion('do', [
  z.object({ do: z.literal('look'), agencyId: z.string().optional(), deployment: z.string() }),
  z.object({ do: z.literal('acknowledge'), agencyId: z.string(), what: What, day: z.iso.date() }),
]);
export type DoctorTask = z.infer<typeof DoctorTask>;

const DoctorAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), acknowledged: Acknowledged, agencies: z.array(StoredAgency) }),
  z.object({ ok: z.literal(false), why: z.enum(['no_agency', 'unreadable']) }),
]);
export type DoctorAnswer = z.infer<typeof DoctorAnswer>;

/** The program that has the store open looks. */
export const doctoring: Errand<DoctorTask, DoctorAnswer> = {
  folder: 'doctor',
  asked: DoctorTask,
  answer: DoctorAnswer,
  unreadable: { ok: false, why: 'unreadable' },
};

/** `settings/doctor`: what the doctor does not tell again, and since which day. */
const Kept = z.object({ acknowledged: Acknowledged });

async function acknowledgedIn(documents: Documents, paths: Paths): Promise<Acknowledged> {
  return Kept.safeParse((await documents.read(paths.doctor))?.data).data?.acknowledged ?? {};
}

async function look(documents: Documents, agencyId: string): Promise<StoredAgency | undefined> {
  const paths = pathsOf(agencyId);
  const profile = AgencyProfile.safeParse((await documents.read(paths.agency))?.data);
  if (!profile.success) return undefined;
  const { name, shortName, voice, publicUrl, tipOffices } = profile.data;
  const [account, pulse] = await documents.readMany([paths.account, paths.pulse]);
  const [acknowledged, staff, tips] = await Promise.all([
    acknowledgedIn(documents, paths),
    readAllStaff({ documents, paths }),
    tipKeysOf({ documents, paths }, tipOffices),
  ]);
  const sealed = StoredAccount.safeParse(account?.data).data?.sealed;
  return {
    id: agencyId,
    name,
    shortName,
    voice,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(account === undefined ? {} : { account: Buffer.from(sealed ?? []).toString('base64') }),
    pulse: Pulse.safeParse(pulse?.data).data ?? {},
    acknowledged,
    officers: staff.filter(mayWorkCases).length,
    tips,
  };
}

/** @throws StoreUnavailable */
export async function runDoctorTask(documents: Documents, task: DoctorTask): Promise<DoctorAnswer> {
  if (task.do === 'acknowledge') {
    const paths = pathsOf(task.agencyId);
    if ((await documents.read(paths.agency)) === undefined) return { ok: false, why: 'no_agency' };
    const acknowledged = { ...(await acknowledgedIn(documents, paths)), [task.what]: task.day };
    await documents.commit([{ op: 'set', path: paths.doctor, data: { version: 1, acknowledged } }]);
    return { ok: true, acknowledged, agencies: [] };
  }
  const agencies: StoredAgency[] = [];
  for await (const id of task.agencyId === undefined ? agencyIds(documents) : [task.agencyId]) {
    const found = await look(documents, id);
    if (found !== undefined) agencies.push(found);
  }
  if (task.agencyId !== undefined && agencies.length === 0) return { ok: false, why: 'no_agency' };
  return {
    ok: true,
    acknowledged: await acknowledgedIn(documents, pathsOf(task.deployment)),
    agencies,
  };
}
