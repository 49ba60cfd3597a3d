import { z } from 'zod';
import { mayWorkCases } from '../../../domain/agency/staff.ts';
import type { Fault } from '../../../domain/staff/fields.ts';
import { type SettingsAnswer, SettingsChange, SettingsPart } from '../../../domain/staff/settings.ts';
import { settingsFaults } from '../../../domain/staff/settings-faults.ts';
import { commitAudited } from '../../audit/commit-audited.ts';
import { editionOf } from '../edition.ts';
import type { StaffParts } from '../parts.ts';
import { republish } from '../republish.ts';
import { type StaffAnswer, staffRoute } from '../route.ts';
import { type Former, keepFormer, readFormer } from './former.ts';
import { goneFaults, idFaults } from './ids.ts';
import type { Names, SettingsRoom } from './part.ts';
import { settingsRooms } from './rooms.ts';
import { readSettings, type SettingsState } from './state.ts';

const NEW_ID_OCTETS = 6;

function namesOf({ ground }: StaffParts, { staff }: SettingsState): Names {
  const handles = new Map(staff.map(({ id }) => [id, ground.secrets.staffHandle(id)]));
  const ids = new Map([...handles].map(([id, handle]) => [handle, id]));
  return {
    handleOf: (id) => (id === undefined ? undefined : handles.get(id)),
    idOf: (handle) => (handle === undefined ? undefined : ids.get(handle)),
  };
}

const roomOf = (part: SettingsPart): SettingsRoom => {
  const room = settingsRooms.find((one) => one.part === part);
  if (room === undefined) throw new Error('every part of the settings has its room');
  return room;
};

const labelled = (items: readonly { id: string; label: string }[]) =>
  items.map(({ id, label }) => ({ id, label }));

function answerOf(
  parts: StaffParts,
  room: SettingsRoom,
  state: SettingsState,
  former: Former | undefined,
): SettingsAnswer {
  const names = namesOf(parts, state);
  const value = room.shown(state, names);
  const profile = state.profile.value;
  const by = state.staff.find(({ id }) => id === former?.by)?.name;
  return {
    part: room.part,
    edition: editionOf(value),
    value,
    ...(former === undefined
      ? {}
      : { former: { value: former.value, at: new Date(former.at).toISOString(), by: by ?? '–' } }),
    units: labelled(profile.units),
    categories: labelled([...profile.categories, ...profile.retired.categories]),
    people: state.staff.map((one) => ({
      handle: parts.ground.secrets.staffHandle(one.id),
      name: one.name,
      ...(one.unit === undefined ? {} : { unit: one.unit }),
      worksCases: mayWorkCases(one),
    })),
  };
}

async function readAnswer(parts: StaffParts, part: SettingsPart): Promise<SettingsAnswer> {
  const { ground, clock } = parts;
  const [state, former] = await Promise.all([
    readSettings(ground),
    ground.documents.read(ground.paths.formerSettings(part)),
  ]);
  return answerOf(parts, roomOf(part), state, readFormer(former?.data, clock()));
}

type Refused = { at: 'faults'; faults: Fault[] } | { at: 'changed' };

async function change(
  parts: StaffParts,
  part: SettingsPart,
  { edition, value }: SettingsChange,
  by: string,
): Promise<StaffAnswer> {
  const { ground, clock } = parts;
  const { paths, random } = ground;
  const room = roomOf(part);
  const newId = (): string => `n-${Buffer.from(random(NEW_ID_OCTETS)).toString('hex')}`;
  const done = await commitAudited<Refused>(ground, clock, async () => {
    const state = await readSettings(ground);
    const before = answerOf(parts, room, state, undefined);
    if (before.edition !== edition) return { refuse: { at: 'changed' } };
    const faults = [
      ...settingsFaults(part, value, before),
      ...idFaults(value),
      ...(await goneFaults(ground, room, before.value, value, state)),
    ];
    if (faults.length > 0) return { refuse: { at: 'faults', faults } };
    const names = namesOf(parts, state);
    return {
      writes: [
        ...room.writes({ state, paths, names, newId }, value),
        keepFormer(paths.formerSettings(part), { at: clock(), by, value: before.value }),
      ],
      deeds: [{ by, action: 'settings-change', about: part }],
    };
  });
  if (!done.done) {
    if (done.why === 'busy') return { refuse: 'busy' };
    if (done.why.at === 'changed') return { refuse: 'changed', now: await readAnswer(parts, part) };
    return { refuse: 'bad_fields', now: { faults: done.why.faults } };
  }
  await parts.reload();
  await republish(parts);
  return { json: await readAnswer(parts, part) };
}

const params = z.object({ part: SettingsPart });

/** `/settings/:part`: what an admin sets, each part read and changed by itself. */
export const settingsRoutes = [
  staffRoute({
    method: 'get',
    path: '/settings/:part',
    roles: ['admin'],
    params,
    handle: async (parts, call) => ({ json: await readAnswer(parts, call.params.part) }),
  }),
  staffRoute({
    method: 'put',
    path: '/settings/:part',
    roles: ['admin'],
    params,
    body: SettingsChange,
    most: 512 * 1024,
    handle: (parts, call) => change(parts, call.params.part, call.body, call.staff.id),
  }),
];
