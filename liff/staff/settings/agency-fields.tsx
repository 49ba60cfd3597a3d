import { Voice } from '../../../domain/agency/agency.ts';
import type { SettingsValue } from '../../../domain/staff/settings-values.ts';
import { Choice } from '../parts/choice.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import { BandFields } from './band-fields.tsx';
import { Entries } from './entry-list.tsx';
import { type FieldsProps, faultOf, given, numberIn, numberText } from './fields.ts';

const agencyFields = ['name', 'shortName', 'district', 'province', 'phone'] as const;

export function AgencyFields(props: FieldsProps<SettingsValue<'agency'>>) {
  const { value, change, say } = props;
  return (
    <>
      {agencyFields.map((name) => (
        <TextField
          key={name}
          {...faultOf(props, name)}
          label={say.field[name]}
          type={name === 'phone' ? 'tel' : 'text'}
          value={value[name]}
          change={(text) => change({ ...value, [name]: text })}
        />
      ))}
    </>
  );
}

const option = (id: string) => ({ id, label: id });

export function VoiceFields({ value, change, say }: FieldsProps<SettingsValue<'voice'>>) {
  return (
    <>
      <Choice
        label={say.field.you}
        options={Voice.shape.you.options.map(option)}
        chosen={[value.you]}
        change={([you]) => change({ ...value, you: Voice.shape.you.parse(you) })}
      />
      <Choice
        label={say.field.particle}
        options={Voice.shape.particle.options.map(option)}
        chosen={[value.particle]}
        change={([particle]) => change({ ...value, particle: Voice.shape.particle.parse(particle) })}
      />
    </>
  );
}

type Evidence = SettingsValue<'evidence'>;
const addresses = ['email', 'mapUrl', 'website', 'socialUrl', 'lineUrl', 'tipReceiver'] as const;

function Online(props: FieldsProps<Evidence>) {
  const { value, change, say } = props;
  return (
    <Entries
      {...props}
      items={value.services}
      change={(services) => change({ ...value, services })}
      at="services"
      remove
      titleOf={({ label }) => label}
      moreOf={({ url }) => url}
      fresh={(): Evidence['services'][number] => ({ label: '', url: '' })}
    >
      {(service, set, at) => (
        <>
          <TextField
            {...faultOf(props, `${at}.label`)}
            label={say.field.onlineLabel}
            value={service.label}
            change={(label) => set({ ...service, label })}
          />
          <TextField
            {...faultOf(props, `${at}.url`)}
            label={say.field.url}
            value={service.url}
            change={(url) => set({ ...service, url })}
          />
          <TextField
            {...faultOf(props, `${at}.note`)}
            label={say.field.note}
            optional
            value={service.note ?? ''}
            change={(note) => set({ ...service, note: given(note) })}
          />
        </>
      )}
    </Entries>
  );
}

function Participation(props: FieldsProps<Evidence>) {
  const { value, change, say } = props;
  return (
    <Entries
      {...props}
      items={value.participation}
      change={(participation) => change({ ...value, participation })}
      at="participation"
      remove
      titleOf={({ title }) => title}
      moreOf={({ day }) => day}
      fresh={(): Evidence['participation'][number] => ({
        title: '',
        day: '',
        place: '',
        people: Number.NaN,
        result: '',
      })}
    >
      {(row, set, at) => (
        <>
          <TextField
            {...faultOf(props, `${at}.title`)}
            label={say.field.eventTitle}
            value={row.title}
            change={(title) => set({ ...row, title })}
          />
          <div class="two">
            <TextField
              {...faultOf(props, `${at}.day`)}
              label={say.field.day}
              type="date"
              value={row.day}
              change={(day) => set({ ...row, day })}
            />
            <TextField
              {...faultOf(props, `${at}.people`)}
              label={say.field.people}
              type="number"
              inputMode="numeric"
              value={numberText(row.people)}
              change={(people) => set({ ...row, people: numberIn(people) })}
            />
          </div>
          <TextField
            {...faultOf(props, `${at}.place`)}
            label={say.field.place}
            value={row.place}
            change={(place) => set({ ...row, place })}
          />
          <TextArea
            {...faultOf(props, `${at}.result`)}
            label={say.field.result}
            value={row.result}
            change={(result) => set({ ...row, result })}
          />
          <TextField
            {...faultOf(props, `${at}.url`)}
            label={say.field.url}
            optional
            value={row.url ?? ''}
            change={(url) => set({ ...row, url: given(url) })}
          />
        </>
      )}
    </Entries>
  );
}

export function EvidenceFields(props: FieldsProps<Evidence>) {
  const { value, change, say } = props;
  const counted = (name: 'tipDays' | 'population') => (
    <TextField
      {...faultOf(props, name)}
      label={say.field[name]}
      optional
      type="number"
      inputMode="numeric"
      value={numberText(value[name])}
      change={(number) => change({ ...value, [name]: number === '' ? undefined : numberIn(number) })}
    />
  );
  return (
    <>
      <p class="hint">{say.oitHint}</p>
      <TextArea
        {...faultOf(props, 'address')}
        label={say.field.address}
        optional
        rows={2}
        value={value.address ?? ''}
        change={(address) => change({ ...value, address: given(address) })}
      />
      {addresses.map((name) => (
        <TextField
          key={name}
          {...faultOf(props, name)}
          {...(name === 'lineUrl' ? { hint: say.field.lineUrlHint } : {})}
          label={say.field[name]}
          optional
          value={value[name] ?? ''}
          change={(text) => change({ ...value, [name]: given(text) })}
        />
      ))}
      {counted('tipDays')}
      {counted('population')}
      <BandFields {...props} />
      <h2>{say.field.online}</h2>
      <Online {...props} />
      <h2>{say.field.participation}</h2>
      <Participation {...props} />
    </>
  );
}
