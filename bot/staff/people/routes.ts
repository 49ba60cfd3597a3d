import { z } from 'zod';
import { type PeopleAnswer, PersonChange, Removal } from '../../../domain/staff/people.ts';
import { staffRoute } from '../route.ts';
import { changePerson, removePerson } from './change.ts';
import { workOf } from './hand-over.ts';
import { dropInvite, makeInvite, readInvites } from './invites.ts';
import { byHandle, readPeople, rowOf } from './person.ts';

const params = z.object({ handle: z.string().max(64) });
const roles = ['admin'] as const;
const labelled = (items: readonly { id: string; label: string }[]) =>
  items.map(({ id, label }) => ({ id, label }));

/** `/people`: who works for the agency, and who is invited. */
export const peopleRoutes = [
  staffRoute({
    method: 'get',
    path: '/people',
    roles,
    handle: async (parts, { staff }) => {
      const [state, invites] = await Promise.all([readPeople(parts.ground), readInvites(parts)]);
      const { units, categories } = state.profile.value;
      const answer: PeopleAnswer = {
        people: state.people
          .map((one) => rowOf(parts.ground, state, one.staff, staff.id))
          .sort((a, b) => a.name.localeCompare(b.name, 'th')),
        invites,
        units: labelled(units),
        categories: labelled(categories),
      };
      return { json: answer };
    },
  }),
  staffRoute({
    method: 'post',
    path: '/people/invites',
    roles,
    body: z.unknown(),
    handle: (parts, { body, staff }) => makeInvite(parts, body, staff.id),
  }),
  staffRoute({
    method: 'delete',
    path: '/people/invites/:mark',
    roles,
    params: z.object({ mark: z.string().regex(/^(?!__.*__$)[A-Za-z0-9_-]{20,64}$/) }),
    handle: (parts, call) => dropInvite(parts, call.params.mark, call.staff.id),
  }),
  staffRoute({
    method: 'get',
    path: '/people/:handle/work',
    roles,
    params,
    handle: async (parts, call) => {
      const found = byHandle(parts.ground, await readPeople(parts.ground), call.params.handle);
      if (found === undefined) return { refuse: 'not_found' };
      return { json: await workOf(parts.ground, found.staff.id) };
    },
  }),
  staffRoute({
    method: 'put',
    path: '/people/:handle',
    roles,
    params,
    body: PersonChange,
    handle: (parts, { params: { handle }, body, staff }) => changePerson(parts, handle, body, staff.id),
  }),
  staffRoute({
    method: 'post',
    path: '/people/:handle/removal',
    roles,
    params,
    body: Removal,
    handle: (parts, { params: { handle }, body, staff }) => removePerson(parts, handle, body, staff.id),
  }),
];
