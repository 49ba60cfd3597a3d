import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { seedAgency } from '../../bot/agency/seed.ts';
import { openGround } from '../../bot/records/open-ground.ts';
import { staffRoutes } from '../../bot/staff/routes.ts';
import { newSession } from '../../bot/staff/session.ts';
import { khoen } from '../../domain/agency/khoen.ts';
import { demoStaff } from '../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../domain/agency/khoen-survey.ts';
import { Role, type Staff } from '../../domain/agency/staff.ts';
import { rows } from './matrix-rows.ts';
import { openStaffStage, type StaffStage } from './stage.ts';

interface Row {
  method: string;
  path: string;
  roles: Role[];
  status: number;
}

const readRow = (line: string): Row => {
  const [method = '', path = '', ...rest] = line.trim().split(/\s+/);
  const status = Number(rest.pop());
  return { method, path, roles: z.array(Role).parse(rest), status };
};
const table = rows.trim().split('\n').map(readRow);
/** Ids of the right shape that nothing has; a month of its own for each role, because it can be claimed once. */
const standIns: Record<string, string> = { caseId: 'z'.repeat(20), n: '0', part: 'units' };
const address = ({ path }: Row, role: Role = 'admin'): string =>
  path
    .replace(':month', `2026-0${6 + Role.options.indexOf(role)}`)
    .replaceAll(/:(\w+)/g, (_, name: string) => standIns[name] ?? 'a'.repeat(24));
const bodyOf = ({ method }: Row) => (method === 'GET' || method === 'DELETE' ? undefined : {});

let stage: StaffStage;
let elsewhere: string;
const people = new Map<Role, Staff>();
beforeAll(async () => {
  stage = await openStaffStage();
  for (const role of Role.options) people.set(role, await stage.addStaff(`คน${role}`, [role]));
  elsewhere = await bearerOfAnotherAgency();
});
afterAll(() => stage.close());

/** An admin with every role, of another agency that the same server serves from the same store. */
async function bearerOfAnotherAgency(): Promise<string> {
  const { documents, secrets, parts } = stage;
  const agency = { ...khoen(Buffer.alloc(16, 9).toString('base64')), id: 'elsewhere' };
  const all: Staff = { version: 1, id: 'Ue15e', name: 'คนที่อื่น', roles: [...Role.options] };
  await seedAgency(documents, { agency, survey: khoenSurvey, demo: [all] });
  const ground = openGround({
    agencyId: 'elsewhere',
    documents,
    secrets,
    clock: parts.clock,
    chatMode: async () => 'bot',
    bootstrapCode: undefined,
  });
  const { bearer, write } = newSession(ground, all.id, parts.clock());
  await documents.commit([write]);
  return bearer;
}

const idOf = (role: Role): string => people.get(role)?.id ?? '';

it('states every route there is, and no other', () => {
  const stated = table.map(({ method, path }) => `${method} ${path}`);
  const there = staffRoutes.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect(stated.toSorted()).toEqual(there.toSorted());
});

describe.each(table)('$method $path', (row) => {
  it.each(Role.options)('as %s', async (role) => {
    const { status, code } = await stage.call(idOf(role), row.method, address(row, role), bodyOf(row));
    if (row.path === '/session') stage.later(0);
    if (row.roles.includes(role)) expect([status, code]).not.toEqual([403, 'role_too_low']);
    expect(status).toBe(row.roles.includes(role) ? row.status : 403);
  });

  it('as nobody, as somebody of another agency, and with a bearer that never was', async () => {
    for (const bearer of [undefined, elsewhere, 'A'.repeat(43)]) {
      const { status, code } = await stage.callWith(bearer, row.method, address(row), bodyOf(row));
      expect([status, code]).toEqual([401, 'not_signed_in']);
    }
  });
});

it('writes every refusal for want of a role into the audit', async () => {
  const refused = table.reduce((sum, { roles }) => sum + Role.options.length - roles.length, 0);
  const found = await stage.documents.query({
    collection: stage.ground.paths.auditEntries,
    where: [],
    orderBy: [],
    limit: 2000,
  });
  const deeds = found.flatMap(
    ({ data }) => z.object({ deed: z.object({ action: z.string() }) }).safeParse(data).data ?? [],
  );
  expect(deeds.filter(({ deed }) => deed.action === 'refused')).toHaveLength(refused);
});

it('lets nobody in who was removed, whatever they had open', async () => {
  const gone = await stage.addStaff('คนที่ออกไป', ['admin', 'officer', 'integrity', 'executive']);
  const bearer = await stage.bearer(gone.id);
  expect((await stage.callWith(bearer, 'GET', '/me')).status).toBe(200);
  await stage.documents.commit([{ op: 'delete', path: stage.ground.paths.staff(gone.id) }]);
  for (const row of table) {
    const { status } = await stage.callWith(bearer, row.method, address(row), bodyOf(row));
    expect(status, `${row.method} ${row.path}`).toBe(401);
  }
});

it('knows nothing of what stands in another agency', async () => {
  const caseId = 'c'.repeat(20);
  await stage.documents.commit([
    { op: 'create', path: `agencies/elsewhere/cases/${caseId}`, data: { version: 1, kind: 'complaint' } },
  ]);
  for (const path of [`/cases/${caseId}`, `/cases/${caseId}/files/0`]) {
    expect((await stage.call(demoStaff[0]?.id ?? '', 'GET', path)).status, path).toBe(404);
  }
});
