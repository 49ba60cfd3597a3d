import { z } from 'zod';
import type { Fault } from '../../../domain/staff/fields.ts';
import type { Ground } from '../../records/ground.ts';
import type { SettingsRoom } from './part.ts';
import type { SettingsState } from './state.ts';

/** The parts of a value that hold entries with ids. */
const Lists = z.object({
  list: z.array(z.object({ id: z.string().optional() })).default([]),
  retired: z.array(z.object({ id: z.string().optional() })).default([]),
  questions: z.array(z.object({ id: z.string().optional() })).default([]),
  more: z.array(z.object({ id: z.string().optional() })).default([]),
});

function idsIn(value: unknown): [at: string, id: string][] {
  const lists = Lists.safeParse(value).data;
  if (lists === undefined) return [];
  return Object.entries(lists).flatMap(([name, items]) =>
    items.flatMap(({ id }, nth): [string, string][] => (id === undefined ? [] : [[`${name}.${nth}`, id]])),
  );
}

/** No two entries of a value go by one id. */
export function idFaults(value: unknown): Fault[] {
  const ids = idsIn(value);
  return ids
    .filter(([, id], nth) => ids.findIndex(([, other]) => other === id) !== nth)
    .map(([at]): Fault => ({ at, fault: 'bad_value' }));
}

function goneIds(before: unknown, value: unknown): string[] {
  const left = new Set(idsIn(value).map(([, id]) => id));
  return idsIn(before)
    .map(([, id]) => id)
    .filter((id) => !left.has(id));
}

/** Units are named by other settings too, and nobody may be left sitting in one that is retired. */
function unitFaults({ profile, services, staff }: SettingsState, value: unknown): Fault[] {
  const lists = Lists.parse(value);
  const named = new Set(
    [...profile.value.categories, ...services, ...staff].flatMap(({ unit }) => unit ?? []),
  );
  return lists.retired.flatMap(({ id }, nth): Fault[] =>
    id !== undefined && named.has(id) ? [{ at: `retired.${nth}`, fault: 'in_use' }] : [],
  );
}

/** What was there and is left out, although something still goes by its name. @throws StoreUnavailable */
export async function goneFaults(
  { documents, paths }: Ground,
  room: SettingsRoom,
  before: unknown,
  value: unknown,
  state: SettingsState,
): Promise<Fault[]> {
  const faults: Fault[] = room.part === 'units' ? unitFaults(state, value) : [];
  const named = [...state.profile.value.categories, ...state.services].map(({ unit }) => unit);
  for (const id of goneIds(before, value)) {
    const uses = await Promise.all(
      room
        .uses(paths, id)
        .map(([collection, field, equals]) =>
          documents.query({ collection, where: [[field, '==', equals]], orderBy: [], limit: 1 }),
        ),
    );
    const inUse = uses.some((found) => found.length > 0) || (room.part === 'units' && named.includes(id));
    if (inUse) faults.push({ at: 'list', fault: 'in_use' });
  }
  return faults;
}
