import { OTHER } from '../../../domain/agency/routing.ts';
import type { SettingsValue } from '../../../domain/staff/settings-values.ts';
import { labelOf } from '../console.ts';
import { Check } from '../parts/choice.tsx';
import { Select, TextArea, TextField } from '../parts/field.tsx';
import { OfferedEntries } from './entry-list.tsx';
import { type FieldsProps, faultOf, given, numberIn, numberText } from './fields.ts';

type ItemOf<Part extends 'units' | 'categories' | 'services' | 'places'> =
  SettingsValue<Part>['list'][number];
type Answer = FieldsProps<unknown>['answer'];

const everybody = ({ people }: Answer) => people.map(({ handle, name }) => ({ id: handle, label: name }));
const workers = ({ people }: Answer) =>
  people.filter((one) => one.worksCases).map(({ handle, name }) => ({ id: handle, label: name }));
const nameOf = ({ people }: Answer, handle: string | undefined): string | undefined =>
  people.find((one) => one.handle === handle)?.name;

export function UnitsFields(props: FieldsProps<SettingsValue<'units'>>) {
  const { answer, say } = props;
  return (
    <OfferedEntries<ItemOf<'units'>>
      {...props}
      titleOf={({ label }) => label}
      moreOf={({ head }) => `${say.field.head}: ${nameOf(answer, head) ?? say.nobody}`}
      fresh={() => ({ label: '' })}
      addWords={say.addOf.units}
    >
      {(unit, set, at) => (
        <>
          <TextField
            {...faultOf(props, `${at}.label`)}
            label={say.field.label}
            hint={say.field.labelHint}
            value={unit.label}
            change={(label) => set({ ...unit, label })}
          />
          <Select
            {...faultOf(props, `${at}.head`)}
            label={say.field.head}
            hint={say.field.headHint}
            value={unit.head ?? ''}
            options={everybody(answer)}
            none={say.nobody}
            change={(head) => set({ ...unit, head: given(head) })}
          />
        </>
      )}
    </OfferedEntries>
  );
}

export function CategoriesFields(props: FieldsProps<SettingsValue<'categories'>>) {
  const { answer, say } = props;
  return (
    <OfferedEntries<ItemOf<'categories'>>
      {...props}
      titleOf={({ label }) => label}
      moreOf={({ unit, person, days }) =>
        `${labelOf(answer.units, unit)} · ${nameOf(answer, person) ?? say.nobody} · ${say.field.dayCount(numberText(days))}`
      }
      retirable={({ id }) => id !== OTHER}
      fresh={() => ({
        label: '',
        keywords: [],
        unit: answer.units[0]?.id ?? '',
        days: 15,
        aboutStaff: false,
      })}
      addWords={say.addOf.categories}
    >
      {(category, set, at) => (
        <>
          <TextField
            {...faultOf(props, `${at}.label`)}
            label={say.field.label}
            hint={say.field.labelHint}
            value={category.label}
            change={(label) => set({ ...category, label })}
          />
          <div class="two">
            <Select
              {...faultOf(props, `${at}.unit`)}
              label={say.field.unit}
              value={category.unit}
              options={answer.units}
              change={(unit) => set({ ...category, unit })}
            />
            <TextField
              {...faultOf(props, `${at}.days`)}
              label={say.field.days}
              type="number"
              inputMode="numeric"
              value={numberText(category.days)}
              change={(days) => set({ ...category, days: numberIn(days) })}
            />
            <Select
              {...faultOf(props, `${at}.person`)}
              label={say.field.person}
              value={category.person ?? ''}
              options={workers(answer)}
              none={say.nobody}
              change={(person) => set({ ...category, person: given(person) })}
            />
            <Select
              {...faultOf(props, `${at}.deputy`)}
              label={say.field.deputy}
              value={category.deputy ?? ''}
              options={workers(answer)}
              none={say.nobody}
              change={(deputy) => set({ ...category, deputy: given(deputy) })}
            />
          </div>
          <TextArea
            {...faultOf(props, `${at}.keywords`)}
            label={say.field.keywords}
            hint={say.field.keywordsHint}
            value={category.keywords.join(' ')}
            change={(text) => set({ ...category, keywords: text.split(/\s+/) })}
          />
          <Check
            label={say.field.aboutStaff}
            hint={say.field.aboutStaffHint}
            checked={category.aboutStaff}
            change={(aboutStaff) => set({ ...category, aboutStaff })}
          />
        </>
      )}
    </OfferedEntries>
  );
}

export function ServicesFields(props: FieldsProps<SettingsValue<'services'>>) {
  const { answer, say } = props;
  return (
    <OfferedEntries<ItemOf<'services'>>
      {...props}
      titleOf={({ label }) => label}
      moreOf={({ unit }) => labelOf(answer.units, unit)}
      fresh={() => ({ label: '', unit: answer.units[0]?.id ?? '' })}
      addWords={say.addOf.services}
    >
      {(service, set, at) => (
        <>
          <TextField
            {...faultOf(props, `${at}.label`)}
            label={say.field.label}
            hint={say.field.labelHint}
            value={service.label}
            change={(label) => set({ ...service, label })}
          />
          <Select
            {...faultOf(props, `${at}.unit`)}
            label={say.field.unit}
            value={service.unit}
            options={answer.units}
            change={(unit) => set({ ...service, unit })}
          />
          <Select
            {...faultOf(props, `${at}.category`)}
            label={say.field.serviceCategory}
            hint={say.field.serviceCategoryHint}
            value={service.category ?? ''}
            options={answer.categories}
            none={say.field.noCategory}
            change={(category) => set({ ...service, category: given(category) })}
          />
        </>
      )}
    </OfferedEntries>
  );
}

export function PlacesFields(props: FieldsProps<SettingsValue<'places'>>) {
  const { say } = props;
  return (
    <OfferedEntries<ItemOf<'places'>>
      {...props}
      titleOf={({ label, name }) => (name === '' ? label : `${label} ${name}`)}
      fresh={() => ({ label: '', name: '' })}
      addWords={say.addOf.places}
    >
      {(place, set, at) => (
        <>
          <TextField
            {...faultOf(props, `${at}.label`)}
            label={say.field.label}
            hint={say.field.labelHint}
            value={place.label}
            change={(label) => set({ ...place, label })}
          />
          <div class="two">
            <TextField
              {...faultOf(props, `${at}.number`)}
              label={say.field.number}
              optional
              type="number"
              inputMode="numeric"
              value={numberText(place.number)}
              change={(number) => set({ ...place, number: number === '' ? undefined : numberIn(number) })}
            />
            <TextField
              {...faultOf(props, `${at}.name`)}
              label={say.field.placeName}
              optional
              value={place.name}
              change={(name) => set({ ...place, name })}
            />
          </div>
        </>
      )}
    </OfferedEntries>
  );
}
