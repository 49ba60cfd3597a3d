import { audienceOf, isAboutStaff, maySee } from '../../../domain/case/audience.ts';
import type { Case } from '../../../domain/case/case.ts';
import type { Happened } from '../../../domain/case/history.ts';
import { standing } from '../../../domain/case/standing.ts';
import { isOpen } from '../../../domain/case/status.ts';
import type { AssignBody, SortBody } from '../../../domain/staff/cases.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffAnswer } from '../route.ts';
import { act, type Decided, staffFor } from './act.ts';
import { workersOf } from './persons.ts';
import type { Call } from './work.ts';

const without = <Field extends keyof Case>(record: Case, field: Field): Omit<Case, Field> => {
  const { [field]: _, ...rest } = record;
  return rest;
};

/** Gives a case to somebody who may see it, or to nobody. */
export function assign(parts: StaffParts, call: Call<typeof AssignBody>): Promise<StaffAnswer> {
  const { to } = call.body;
  const { secrets } = parts.ground;
  const receiver = workersOf(parts).find(({ id }) => secrets.staffHandle(id) === to);
  return act(parts, call, {
    audit: 'case-assign',
    decide(record) {
      if (!isOpen(record.status)) return { refuse: 'not_now' };
      const rest = without(record, 'assignee');
      if (to === null) return { next: rest, happened: [{ kind: 'assign' }] };
      if (receiver === undefined) return { refuse: 'not_found' };
      const given = { ...rest, assignee: receiver.id };
      if (!maySee(receiver, given, parts.current().agency)) return { refuse: 'not_found' };
      return {
        next: given,
        happened: [{ kind: 'assign', to: receiver.id }],
        alerts: { staffIds: [receiver.id], news: 'assigned' },
      };
    },
  });
}

/** What of a pair is not as it was. */
const turned = (from: string | undefined, to: string | undefined) =>
  from === to ? undefined : { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };

const optional = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  value === undefined ? {} : { [key]: value };

function sorted(parts: StaffParts, record: Case, body: Call<typeof SortBody>['body']): Case | undefined {
  const { agency, staff } = parts.current();
  const isUnit = (unit: string): boolean => agency.units.some(({ id }) => id === unit);
  const category =
    body.category === undefined ? undefined : agency.categories.find(({ id }) => id === body.category);
  if (body.category !== undefined && category === undefined) return undefined;
  if (typeof body.place === 'string' && !agency.places.some(({ id }) => id === body.place)) return undefined;
  const unit = body.unit ?? category?.unit ?? record.unit;
  if (unit !== record.unit && !isUnit(unit)) return undefined;
  const place = body.place === undefined ? record.where.place : (body.place ?? undefined);
  const now = body.category ?? record.category;
  const aboutStaff = isAboutStaff(agency, now);
  const wanted = body.concerns === undefined ? record.concerns : (body.concerns ?? undefined);
  const concerns = aboutStaff ? wanted : undefined;
  if (concerns !== undefined && concerns !== record.concerns && !isUnit(concerns)) return undefined;
  const worker = staff.find(({ id }) => id === record.assignee);
  const keepsWorker = record.assignee !== undefined && (concerns === undefined || worker?.unit !== concerns);
  const { category: _, concerns: __, assignee: ___, where, ...rest } = record;
  const { place: ____, ...landmark } = where;
  return standing({
    ...rest,
    unit,
    where: { ...landmark, ...optional('place', place) },
    audience: audienceOf(aboutStaff, concerns),
    ...optional('category', now),
    ...optional('concerns', concerns),
    ...(keepsWorker ? optional('assignee', record.assignee) : {}),
  });
}

function sortedWith(parts: StaffParts, record: Case, caseId: string, call: Call<typeof SortBody>): Decided {
  const next = sorted(parts, record, call.body);
  if (next === undefined) return { refuse: 'bad_shape' };
  const isJoined = record.joins !== undefined || record.joined > 0;
  if (isJoined && next.audience !== record.audience) return { refuse: 'not_now' };
  const changes = {
    ...optional('category', turned(record.category, next.category)),
    ...optional('place', turned(record.where.place, next.where.place)),
    ...optional('unit', turned(record.unit, next.unit)),
    ...optional('concerns', turned(record.concerns, next.concerns)),
  };
  if (Object.keys(changes).length === 0) return { refuse: 'not_now' };
  const happened: Happened[] = [
    { kind: 'sort', ...changes },
    ...(record.assignee !== undefined && next.assignee === undefined ? [{ kind: 'assign' as const }] : []),
  ];
  const isElsewhere = next.category !== record.category || next.concerns !== record.concerns;
  const staffIds =
    isElsewhere && isOpen(next.status) ? staffFor(parts.current(), caseId, next, 'assigned') : [];
  return { next, happened, alerts: { staffIds, news: 'assigned' } };
}

/** Corrects what a case is about, where, and whose it is. */
export const sort = (parts: StaffParts, call: Call<typeof SortBody>): Promise<StaffAnswer> =>
  act(parts, call, {
    audit: 'case-sort',
    decide: (record, caseId) => sortedWith(parts, record, caseId, call),
  });
