import { OTHER } from '../agency/routing.ts';
import { type Fault, type FieldFault, faultsBySchema } from './fields.ts';
import type { SettingsAnswer, SettingsPart } from './settings.ts';
import { type SettingsValue, settingsValues } from './settings-values.ts';

/** What a part's value may refer to. */
export type Known = Pick<SettingsAnswer, 'units' | 'categories' | 'people'>;

type Labelled = { readonly id?: string | undefined; readonly label: string };
type Lists<Item> = { readonly list: readonly Item[]; readonly retired: readonly Item[] };

const twice = (labels: readonly string[], at: (nth: number) => string): Fault[] =>
  labels.flatMap((label, nth): Fault[] =>
    labels.indexOf(label) < nth ? [{ at: at(nth), fault: 'twice' }] : [],
  );

const sameLabels = ({ list }: { readonly list: readonly Labelled[] }): Fault[] =>
  twice(
    list.map(({ label }) => label),
    (nth) => `list.${nth}.label`,
  );

const entries = <Item>({ list, retired }: Lists<Item>): [at: string, item: Item][] => [
  ...list.map((item, nth): [string, Item] => [`list.${nth}`, item]),
  ...retired.map((item, nth): [string, Item] => [`retired.${nth}`, item]),
];

const unless = (holds: boolean, at: string, fault: FieldFault): Fault[] => (holds ? [] : [{ at, fault }]);

const unitFaults = (value: Lists<{ unit: string }>, { units }: Known): Fault[] =>
  value.list.flatMap(({ unit }, nth) =>
    unless(
      units.some(({ id }) => id === unit),
      `list.${nth}.unit`,
      'unknown_unit',
    ),
  );

function categoryFaults(value: SettingsValue<'categories'>, known: Known): Fault[] {
  const isWorker = (handle: string | undefined): boolean =>
    handle === undefined || known.people.some((one) => one.handle === handle && one.worksCases);
  const people = entries(value).flatMap(([at, { person, deputy }]) => [
    ...unless(isWorker(person), `${at}.person`, 'unknown_person'),
    ...unless(isWorker(deputy), `${at}.deputy`, 'unknown_person'),
    ...unless(deputy === undefined || deputy !== person, `${at}.deputy`, 'twice'),
  ]);
  const front = value.list.some(({ id }) => id === OTHER);
  const gone = value.retired.findIndex(({ id }) => id === OTHER);
  return [
    ...sameLabels(value),
    ...unitFaults(value, known),
    ...people,
    ...unless(front, gone < 0 ? 'list' : `retired.${gone}.label`, 'needed'),
  ];
}

function unitPeople(value: SettingsValue<'units'>, { people }: Known): Fault[] {
  return entries(value).flatMap(([at, { head }]) =>
    unless(
      head === undefined || people.some(({ handle }) => handle === head),
      `${at}.head`,
      'unknown_person',
    ),
  );
}

function crossFaults(part: SettingsPart, value: unknown, known: Known): Fault[] {
  switch (part) {
    case 'units': {
      const units = settingsValues.units.parse(value);
      return [...sameLabels(units), ...unitPeople(units, known)];
    }
    case 'categories':
      return categoryFaults(settingsValues.categories.parse(value), known);
    case 'services': {
      const services = settingsValues.services.parse(value);
      return [...sameLabels(services), ...unitFaults(services, known)];
    }
    case 'places': {
      const places = settingsValues.places.parse(value);
      return [
        ...sameLabels(places),
        ...twice(
          places.list.map(({ number }, nth) => (number === undefined ? `-${nth}` : String(number))),
          (nth) => `list.${nth}.number`,
        ),
      ];
    }
    case 'outside':
      return sameLabels(settingsValues.outside.parse(value));
    case 'templates':
      return settingsValues.templates
        .parse(value)
        .list.flatMap(({ category }, nth) =>
          unless(
            category === undefined || known.categories.some(({ id }) => id === category),
            `list.${nth}.category`,
            'unknown_category',
          ),
        );
    case 'survey': {
      const { questions, more } = settingsValues.survey.parse(value);
      return twice(
        [...questions, ...more].map(({ text }) => text),
        (nth) => (nth < questions.length ? `questions.${nth}.text` : `more.${nth - questions.length}.text`),
      );
    }
    case 'agency':
    case 'eit':
    case 'times':
    case 'holidays':
    case 'voice':
    case 'retention':
    case 'evidence':
      return [];
  }
}

/** Everything that is wrong with a part's value; the browser asks before it sends, the server before it keeps. */
export function settingsFaults(part: SettingsPart, value: unknown, known: Known): Fault[] {
  const faults = faultsBySchema(settingsValues[part], value);
  return faults.length > 0 ? faults : crossFaults(part, value, known);
}
