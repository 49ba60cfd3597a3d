import { z } from 'zod';
import { Agency } from '../../domain/agency/agency.ts';
import { Invitation } from '../../domain/agency/staff.ts';
import { agencyCommand as say } from '../../domain/catalogue/agency-command.ts';
import { Survey } from '../../domain/survey/survey.ts';
import { eachAgency } from '../jobs/each-agency.ts';
import { listed, rebuildDistrict } from '../publish/district.ts';
import { writeInvitation } from '../records/invitation.ts';
import { pathsOf } from '../records/paths.ts';
import type { Errand } from '../spool.ts';
import type { Documents } from '../store/documents.ts';
import { hostOf } from './hosts.ts';
import { AgencyProfile } from './load.ts';
import { seedAgency } from './seed.ts';

const Invited = z.object({ codeMark: z.string(), until: z.number(), invitation: Invitation });

/** What `npm run agency` has done. `sealed`: the account, sealed under `SECRET_KEY`, in Base64. */
export const AgencyTask = z.discriminatedUnion('do', [
  z.object({ do: z.literal('add'), agency: Agency, survey: Survey, sealed: z.base64(), invited: Invited }),
  z.object({ do: z.literal('list') }),
  z.object({ do: z.literal('show'), id: Agency.shape.id }),
]);
export type AgencyTask = z.infer<typeof AgencyTask>;

const TaskOutcome = z.object({ ok: z.boolean(), lines: z.array(z.string()) });
export type TaskOutcome = z.infer<typeof TaskOutcome>;

/** The program that has the store open does it. */
export const agencyTasks: Errand<AgencyTask, TaskOutcome> = {
  folder: 'agencies',
  asked: AgencyTask,
  answer: TaskOutcome,
  unreadable: { ok: false, lines: [say.unreadable] },
};

const done = (lines: string[]): TaskOutcome => ({ ok: true, lines });
const refused = (line: string): TaskOutcome => ({ ok: false, lines: [line] });

async function atAddress(documents: Documents, publicUrl: string): Promise<string | undefined> {
  const host = hostOf(new URL(publicUrl).host);
  const found = await documents.query({
    collection: 'agencies',
    where: [['publicUrl', 'in', [`https://${host}`, `http://${host}`]]],
    orderBy: [],
    limit: 1,
  });
  return found[0]?.id;
}

async function add(
  documents: Documents,
  { agency, survey, sealed, invited }: Extract<AgencyTask, { do: 'add' }>,
): Promise<TaskOutcome> {
  const { id, publicUrl = '' } = agency;
  const other = await atAddress(documents, publicUrl);
  if (other !== undefined && other !== id) return refused(say.addressTaken(other));
  const paths = pathsOf(id);
  const account = { version: 1, sealed: new Uint8Array(Buffer.from(sealed, 'base64')) };
  const seeded = await seedAgency(documents, {
    agency,
    survey,
    demo: [],
    more: [
      { op: 'create', path: paths.account, data: account },
      writeInvitation(paths, invited.codeMark, invited.invitation, invited.until),
    ],
  });
  if (seeded === undefined) return refused(say.exists(id));
  await rebuildDistrict(documents, agency, { agencyId: id, publicUrl });
  return done(say.added(id, publicUrl));
}

async function list(documents: Documents): Promise<TaskOutcome> {
  const profiles: AgencyProfile[] = [];
  for await (const { data } of eachAgency(documents)) {
    const profile = AgencyProfile.safeParse(data);
    if (profile.success) profiles.push(profile.data);
  }
  const agencies = await listed(documents, profiles, ({ publicUrl }) => publicUrl);
  const lines = agencies.map(({ id, name, address = say.ownAddress, result }) =>
    [say.line(id, name, address), say.result(result)].join('   '),
  );
  return done(lines.length === 0 ? [say.empty] : lines);
}

async function show(documents: Documents, id: string): Promise<TaskOutcome> {
  const paths = pathsOf(id);
  const [found, account] = await documents.readMany([paths.agency, paths.account]);
  const profile = AgencyProfile.safeParse(found?.data);
  if (!profile.success) return refused(say.none(id));
  const { name, district, province, phone, publicUrl = say.ownAddress } = profile.data;
  return done([
    say.line(id, name, publicUrl),
    say.shown(name, district, province, phone),
    say.account(account !== undefined),
  ]);
}

/** @throws StoreUnavailable */
export async function runAgencyTask(documents: Documents, task: AgencyTask): Promise<TaskOutcome> {
  switch (task.do) {
    case 'add':
      return add(documents, task);
    case 'list':
      return list(documents);
    case 'show':
      return show(documents, task.id);
  }
}
