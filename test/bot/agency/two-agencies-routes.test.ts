/** Every staff route and every public page of one agency, asked with all that another one's own answers say. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathsOf } from '../../../bot/records/paths.ts';
import type { StaffRoute } from '../../../bot/staff/route.ts';
import { staffRoutes } from '../../../bot/staff/routes.ts';
import { Role } from '../../../domain/agency/staff.ts';
import { someTip } from '../../forms/visitor.ts';
import { allPages } from '../../pages/addresses.ts';
import { someUser } from '../../support/webhook.ts';
import { type Pair, type Side, startPair } from './pair.ts';

/** What stands in one agency's documents alone: names, words, labels. */
const markerOf = ({ id }: Side): string => `เฉพาะของ${id}`;
const chiefOf = ({ id }: Side): string => `U${Buffer.from(id).toString('hex').padEnd(32, '0')}`;
const isId = (text: string): boolean => /^[A-Za-z0-9_-]{8,64}$/.test(text);
/** What jobs of the program itself write meanwhile. */
const BY_ITSELF = /\/(outbox|published|settings|tallies|staffSessions)\//;

let pair: Pair;
/** What may name something of an agency to its API: ids of its documents, and handles that its answers give. */
const names = new Map<string, Set<string>>();
const bearers = new Map<string, string>();

async function fill(side: Side): Promise<void> {
  const marker = markerOf(side);
  const paths = pathsOf(side.id);
  const person = { version: 1, id: chiefOf(side), name: marker, roles: [...Role.options] };
  await pair.documents.commit([
    { op: 'create', path: paths.staff(person.id), data: person },
    {
      op: 'create',
      path: paths.target('a-group-of-theirs'),
      data: { version: 1, groupId: 'C1', label: marker },
    },
    {
      op: 'set',
      path: paths.templates,
      data: { version: 1, list: [{ id: 'thanks', label: marker, text: marker }] },
    },
  ]);
  const userId = someUser();
  await side.says(userId, `${marker} ไฟถนนดับหน้าวัด หมู่ 3`);
  let shown = await side.says(userId, 'แจ้งปัญหา/แจ้งซ่อม');
  for (let steps = 0; steps < 6 && !shown.includes('ยืนยันส่ง'); steps += 1) {
    shown = await side.says(userId, shown.includes('พอแล้ว ไปต่อ') ? 'พอแล้ว ไปต่อ' : '1');
  }
  await side.says(userId, 'ยืนยันส่ง');
  expect(await side.visitor.send(someTip(), 1, () => undefined)).toBeUndefined();
}

/** A session that goes on until somebody signs out. */
async function bearerOf(side: Side): Promise<string> {
  const bearer = bearers.get(side.id) ?? (await side.bearer(chiefOf(side)));
  bearers.set(side.id, bearer);
  return bearer;
}

async function call(side: Side, { method, octets, path: pattern }: StaffRoute, path: string) {
  const headers = { authorization: `Bearer ${await bearerOf(side)}` };
  if (pattern === '/session') bearers.delete(side.id);
  const isRead = method === 'get' || method === 'delete';
  const sent = isRead
    ? { headers }
    : octets === undefined
      ? { headers: { ...headers, 'content-type': 'application/json' }, body: '{}' }
      : { headers, body: 'octets' };
  const response = await side.at(`/api/staff${path}`, { method: method.toUpperCase(), ...sent });
  return { status: response.status, text: await response.text() };
}

const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...wordsIn(inner)]);
};

const isPlain = ({ method, path }: StaffRoute): boolean => method === 'get' && !path.includes(':');

const idsOf = async (side: Side, collection: string): Promise<string[]> =>
  [...(await side.documents()).keys()].flatMap((path) => {
    const [, , name, id, ...more] = path.split('/');
    return name === collection && more.length === 0 && id !== undefined ? [id] : [];
  });

async function namesOf(side: Side): Promise<Set<string>> {
  const collections = ['cases', 'staff', 'targets', 'outbox', 'invites', 'proposals', 'receipts', 'measures'];
  const ids = (await Promise.all(collections.map((name) => idsOf(side, name)))).flat();
  const given: string[] = [];
  for (const route of staffRoutes.filter(isPlain)) {
    const { status, text } = await call(side, route, route.path);
    if (status === 200 && text.startsWith('{')) given.push(...wordsIn(JSON.parse(text)));
  }
  return new Set([...ids, ...given].filter(isId));
}

beforeAll(async () => {
  pair = await startPair();
  for (const side of pair.sides) await fill(side);
  for (const side of pair.sides) names.set(side.id, await namesOf(side));
});
afterAll(() => pair.close());

const sidesFrom = (at: number): [one: Side, other: Side] => {
  const [first, second] = pair.sides;
  return at === 0 ? [first, second] : [second, first];
};

describe.each([0, 1])('agency %i', (at) => {
  it('shows its own people and words to its own staff, so that their absence elsewhere says something', async () => {
    const [one] = sidesFrom(at);
    const answers = await Promise.all(
      staffRoutes.filter(isPlain).map(async (route) => (await call(one, route, route.path)).text),
    );
    expect(answers.filter((text) => text.includes(markerOf(one))).length).toBeGreaterThan(2);
  });

  it('gives nothing of its own, and changes nothing, by any staff route of the other', async () => {
    const [one, other] = sidesFrom(at);
    const theirs = names.get(other.id) ?? new Set();
    const own = [...(names.get(one.id) ?? [])].filter((name) => !theirs.has(name));
    expect(own).toEqual(expect.arrayContaining([chiefOf(one), ...(await idsOf(one, 'cases'))]));
    const documents = async () =>
      new Map([...(await one.documents())].filter(([path]) => !BY_ITSELF.test(path)));
    const before = await documents();
    for (const route of staffRoutes) {
      const addresses = route.path.includes(':')
        ? own.map((name) => route.path.replaceAll(/:(\w+)/g, (_, of) => (of === 'n' ? '0' : name)))
        : [route.path];
      const answers = await Promise.all(
        addresses.map(async (path) => ({ path, ...(await call(other, route, path)) })),
      );
      for (const { path, status, text } of answers) {
        expect(text.includes(markerOf(one)), `${route.method} ${path}`).toBe(false);
        if (path !== route.path && ['get', 'delete'].includes(route.method)) {
          expect(status, `${route.method} ${path}`).toBeGreaterThanOrEqual(400);
        }
        expect(status, `${route.method} ${path}`).toBeLessThan(500);
      }
    }
    expect(await documents()).toEqual(before);
  }, 180_000);

  it('takes no bearer of the other on any staff route', async () => {
    const [one, other] = sidesFrom(at);
    const bearer = await other.bearer(chiefOf(other));
    for (const { method, path } of staffRoutes) {
      const address = path.replaceAll(/:\w+/g, 'a'.repeat(20));
      const response = await one.at(`/api/staff${address}`, {
        method: method.toUpperCase(),
        headers: { authorization: `Bearer ${bearer}` },
      });
      expect(response.status, `${method} ${path}`).toBe(401);
    }
  });

  it('is named on no public page of the other but that of the อำเภอ, and there by its name alone', async () => {
    const [one, other] = sidesFrom(at);
    for (const [name, path] of [...allPages, ['api', '/api/public'] as const]) {
      const text = await (await other.at(path)).text();
      expect([name, text.includes(markerOf(one))]).toEqual([name, false]);
      if (name !== 'district') expect([name, text.includes(one.name)]).toEqual([name, false]);
    }
  });
});
