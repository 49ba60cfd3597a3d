import { expect } from 'vitest';
import type { z } from 'zod';
import { Counters } from '../../../bot/publish/records.ts';
import { countWrites } from '../../../bot/records/case-writes.ts';
import { addDays } from '../../../domain/calendar/day.ts';
import { Case } from '../../../domain/case/case.ts';
import { newCase } from '../../../domain/case/new-case.ts';
import { countsOf, tallyChanges } from '../../../domain/case/tally-changes.ts';
import { CaseDetail, CaseList } from '../../../domain/staff/cases.ts';
import type { StaffReply, StaffStage } from '../stage.ts';

/** The day of the stage's clock. */
export const TODAY = '2026-11-24';

/** Where the documents of the agency are. */
export type Stored = { documents: StaffStage['documents']; ground: { paths: StaffStage['ground']['paths'] } };

let numbers = 0;

/** An id as the chat makes them, that says which case it is. */
export const idOf = (name: string): string => name.toLowerCase().padEnd(20, '0').slice(0, 20);

/** A case as if it had come by the chat; with `told` its reporter hears of it there. */
export async function addCase(
  { documents, ground }: StaffStage,
  name: string,
  more: Partial<z.input<typeof Case>> & { told?: boolean } = {},
): Promise<string> {
  numbers += 1;
  const { told, ...given } = more;
  const record = newCase({
    version: 1,
    kind: 'complaint',
    number: `70-${String(numbers).padStart(4, '0')}`,
    status: 'new',
    category: 'lamp',
    where: { place: 'moo-4' },
    text: `ไฟดับ ${name}`,
    attachments: 0,
    unit: 'works',
    channel: 'line',
    received: TODAY,
    due: addDays(given.received ?? TODAY, 7),
    messages: 0,
    ...given,
  });
  const id = idOf(name);
  const who = 'U00000000000000000000000000000009';
  const route = { version: 1, sealed: ground.secrets.sealRoute(id, who), who: 'x', day: TODAY, pushes: 0 };
  await documents.commit([
    { op: 'create', path: ground.paths.case(id), data: { ...record } },
    ...(told === true ? [{ op: 'create' as const, path: ground.paths.route(id), data: route }] : []),
    ...countWrites(ground.paths, tallyChanges(undefined, record)),
  ]);
  return id;
}

export async function stored({ documents, ground }: StaffStage, id: string): Promise<Case> {
  return Case.parse((await documents.read(ground.paths.case(id)))?.data);
}

/** Everything in a collection of the agency. */
export const all = ({ documents, ground }: Stored, collection: string) =>
  documents.query({
    collection: `${ground.paths.agency}/${collection}`,
    where: [],
    orderBy: [],
    limit: 10_000,
  });

export const detailIn = ({ json }: StaffReply): CaseDetail => CaseDetail.parse(json);
export const listIn = ({ json }: StaffReply): CaseList => CaseList.parse(json);

/** An action, done; fails where it was refused. */
export async function does(
  stage: StaffStage,
  staffId: string,
  id: string,
  action: string,
  body: object = {},
): Promise<CaseDetail> {
  const { history: edition } = await stored(stage, id);
  const reply = await stage.call(staffId, 'POST', `/cases/${id}/${action}`, { edition, ...body });
  expect([action, reply.status, reply.code]).toEqual([action, 200, undefined]);
  return detailIn(reply);
}

const withoutZeros = (counts: Record<string, number>) =>
  Object.entries(counts)
    .filter(([, count]) => count !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1));

/** All tallies of cases equal a recount of the cases. */
export async function expectRecount(stage: Stored): Promise<void> {
  const cases = (await all(stage, 'cases')).flatMap(({ data }) => Case.safeParse(data).data ?? []);
  const recount = new Map<string, Record<string, number>>();
  for (const { key, counts } of cases.flatMap(countsOf)) {
    const sums = recount.get(key) ?? {};
    for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
    recount.set(key, sums);
  }
  const tallies = (await all(stage, 'tallies')).filter(
    ({ id }) => id.startsWith('open') || /^cases-\d/.test(id),
  );
  const kept = new Map(tallies.map(({ id, data }) => [id, withoutZeros(Counters.parse(data))]));
  for (const key of new Set([...recount.keys(), ...kept.keys()])) {
    expect([key, kept.get(key) ?? []]).toEqual([key, withoutZeros(recount.get(key) ?? {})]);
  }
}

/** What waits in the outbox about a case. */
export async function alertsOf(stage: StaffStage, id: string): Promise<{ to: string; news: string }[]> {
  return (await all(stage, 'outbox')).flatMap(({ data }) => {
    const text = JSON.stringify(data);
    if (!text.includes(id)) return [];
    const to = /"(?:staffId|targetId)":"([^"]+)"/.exec(text)?.[1] ?? 'reporter';
    return [{ to, news: /"news":"([^"]+)"/.exec(text)?.[1] ?? '' }];
  });
}
