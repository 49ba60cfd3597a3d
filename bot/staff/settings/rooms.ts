import type { Category, Unit } from '../../../domain/agency/agency.ts';
import { type SettingsValue, settingsValues } from '../../../domain/staff/settings-values.ts';
import type { AgencyProfile } from '../../agency/load.ts';
import { plain } from '../../publish/plain.ts';
import { remove, type Write } from '../../store/documents.ts';
import { listWrites, named } from './lists.ts';
import { type Names, type PartGround, type SettingsRoom, settingsRoom } from './part.ts';
import { surveyRoom } from './survey-room.ts';

/** Changes named fields of the agency's own document. */
function ofProfile({ state, paths }: PartGround, data: Partial<AgencyProfile>): Write {
  const { at } = state.profile;
  return {
    op: 'update',
    path: paths.agency,
    data: plain(data),
    ...(at === undefined ? {} : { ifUpdatedAt: at }),
  };
}

const shownUnit =
  (names: Names) =>
  ({ head, ...unit }: Unit) => {
    const handle = names.handleOf(head);
    return { ...unit, ...(handle === undefined ? {} : { head: handle }) };
  };

const shownCategory =
  (names: Names) =>
  ({ person, deputy, ...category }: Category) => {
    const [first, second] = [names.handleOf(person), names.handleOf(deputy)];
    return {
      ...category,
      ...(first === undefined ? {} : { person: first }),
      ...(second === undefined ? {} : { deputy: second }),
    };
  };

/** An office for every unit that there is, then those that are no units, as they were. */
function officesFor(profile: AgencyProfile, units: readonly Unit[]): AgencyProfile['tipOffices'] {
  const were = [...profile.units, ...profile.retired.units];
  const others = profile.tipOffices.filter(({ id }) => !were.some((unit) => unit.id === id));
  return [...units.map(({ id, label }) => ({ id, label })), ...others];
}

const unitsRoom = settingsRoom({
  part: 'units',
  value: settingsValues.units,
  shown: ({ profile }, names) => ({
    list: profile.value.units.map(shownUnit(names)),
    retired: profile.value.retired.units.map(shownUnit(names)),
  }),
  writes(ground, { list, retired }) {
    const { state, names, newId } = ground;
    const profile = state.profile.value;
    const kept = (items: typeof list) =>
      named(items, newId).map(({ head, ...unit }) => ({ ...unit, head: names.idOf(head) }));
    const units = kept(list);
    return [
      ofProfile(ground, {
        units,
        retired: { ...profile.retired, units: kept(retired) },
        tipOffices: officesFor(profile, units),
      }),
    ];
  },
  uses: (paths, id) => [
    [paths.cases, 'unit', id],
    [paths.staffs, 'unit', id],
  ],
});

const categoriesRoom = settingsRoom({
  part: 'categories',
  value: settingsValues.categories,
  shown: ({ profile }, names) => ({
    list: profile.value.categories.map(shownCategory(names)),
    retired: profile.value.retired.categories.map(shownCategory(names)),
  }),
  writes(ground, { list, retired }) {
    const { state, names, newId } = ground;
    const kept = (items: typeof list) =>
      named(items, newId).map(({ person, deputy, ...category }) => ({
        ...category,
        person: names.idOf(person),
        deputy: names.idOf(deputy),
      }));
    return [
      ofProfile(ground, {
        categories: kept(list),
        retired: { ...state.profile.value.retired, categories: kept(retired) },
      }),
    ];
  },
  uses: (paths, id) => [[paths.cases, 'category', id]],
});

const placesRoom = settingsRoom({
  part: 'places',
  value: settingsValues.places,
  shown: ({ places, profile }) => ({ list: places, retired: profile.value.retired.places }),
  writes(ground, { list, retired }) {
    const { state, paths, newId } = ground;
    const rest = { ...state.profile.value.retired, places: named(retired, newId) };
    return [
      ...listWrites(paths.places, state.places, named(list, newId)),
      ofProfile(ground, { retired: rest }),
    ];
  },
  uses: (paths, id) => [[paths.cases, 'where.place', id]],
});

const servicesRoom = settingsRoom({
  part: 'services',
  value: settingsValues.services,
  shown: ({ services, profile }) => ({ list: services, retired: profile.value.retired.services }),
  writes(ground, { list, retired }) {
    const { state, paths, newId } = ground;
    const rest = { ...state.profile.value.retired, services: named(retired, newId) };
    return [
      ...listWrites(paths.services, state.services, named(list, newId)),
      ofProfile(ground, { retired: rest }),
    ];
  },
  uses: (paths, id) => [[paths.responses, 'service', id]],
});

/** Every part of the settings. */
export const settingsRooms: readonly SettingsRoom[] = [
  settingsRoom({
    part: 'agency',
    value: settingsValues.agency,
    shown: ({ profile: { value } }) => ({
      name: value.name,
      shortName: value.shortName,
      district: value.district,
      province: value.province,
      phone: value.phone,
    }),
    writes: (ground, value) => [ofProfile(ground, value)],
  }),
  settingsRoom({
    part: 'voice',
    value: settingsValues.voice,
    shown: ({ profile }) => profile.value.voice,
    writes: (ground, voice) => [ofProfile(ground, { voice })],
  }),
  settingsRoom({
    part: 'times',
    value: settingsValues.times,
    shown: ({ profile: { value } }) => ({
      officeHours: value.officeHours,
      firstAnswerDays: value.firstAnswerDays,
      tipTimes: value.tipTimes,
      morningCardAt: value.morningCardAt,
    }),
    writes: (ground, value) => [
      ofProfile(ground, {
        ...value,
        officeHours: {
          ...value.officeHours,
          days: [...new Set(value.officeHours.days)].toSorted((a, b) => a - b),
        },
      }),
    ],
  }),
  settingsRoom({
    part: 'holidays',
    value: settingsValues.holidays,
    shown: ({ profile }) => ({ days: profile.value.holidays.toSorted() }),
    writes: (ground, { days }) => [ofProfile(ground, { holidays: [...new Set(days)].toSorted() })],
  }),
  unitsRoom,
  categoriesRoom,
  settingsRoom({
    part: 'templates',
    value: settingsValues.templates,
    shown: ({ templates }) => ({ list: templates.value.list }),
    writes: ({ paths, newId }, { list }) => [
      { op: 'set', path: paths.templates, data: plain({ version: 1, list: named(list, newId) }) },
    ],
  }),
  placesRoom,
  servicesRoom,
  surveyRoom,
  settingsRoom({
    part: 'outside',
    value: settingsValues.outside,
    shown: ({ profile }) => ({ list: profile.value.outside }),
    writes: (ground, { list }) => [ofProfile(ground, { outside: named(list, ground.newId) })],
  }),
  settingsRoom({
    part: 'eit',
    value: settingsValues.eit,
    shown: ({ profile }): SettingsValue<'eit'> => profile.value.eit ?? {},
    writes({ state, paths }, { url, from, to }) {
      const { at } = state.profile;
      const eit = url === undefined || from === undefined || to === undefined ? remove() : { url, from, to };
      const data = { eit };
      return [{ op: 'update', path: paths.agency, data, ...(at === undefined ? {} : { ifUpdatedAt: at }) }];
    },
  }),
  settingsRoom({
    part: 'retention',
    value: settingsValues.retention,
    shown: ({ profile }) => profile.value.retention,
    writes: (ground, retention) => [ofProfile(ground, { retention })],
  }),
  settingsRoom({
    part: 'evidence',
    value: settingsValues.evidence,
    shown: ({ evidence: { value } }) => {
      const { version: _, questions: __, ...shown } = value;
      return shown;
    },
    writes: ({ state, paths }, value) => {
      const { version, questions } = state.evidence.value;
      return [{ op: 'set', path: paths.evidenceProfile, data: plain({ ...value, version, questions }) }];
    },
  }),
];
