import type { ComponentType } from 'preact';
import type { z } from 'zod';
import { settingsWords } from '../../../domain/catalogue/console-settings.ts';
import { SettingsAnswer, SettingsPart } from '../../../domain/staff/settings.ts';
import { settingsValues } from '../../../domain/staff/settings-values.ts';
import { useConsole } from '../console.ts';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import type { ViewProps } from '../views.ts';
import { AgencyFields, EvidenceFields, VoiceFields } from './agency-fields.tsx';
import type { FieldsProps } from './fields.ts';
import { CategoriesFields, PlacesFields, ServicesFields, UnitsFields } from './list-fields.tsx';
import { PartForm } from './part-form.tsx';
import { RetentionFields } from './retention-fields.tsx';
import { Targets } from './targets.tsx';
import { HolidaysFields, TimesFields } from './time-fields.tsx';
import { EitFields, OutsideFields, SurveyFields, TemplatesFields } from './word-fields.tsx';

/** The form of one part, its value's type and its fields tied together. */
const form =
  <Value,>(schema: z.ZodType<Value>, Fields: ComponentType<FieldsProps<Value>>) =>
  ({ answer }: { answer: SettingsAnswer }) => <PartForm answer={answer} schema={schema} Fields={Fields} />;

const forms: Readonly<Record<SettingsPart, ComponentType<{ answer: SettingsAnswer }>>> = {
  agency: form(settingsValues.agency, AgencyFields),
  voice: form(settingsValues.voice, VoiceFields),
  times: form(settingsValues.times, TimesFields),
  holidays: form(settingsValues.holidays, HolidaysFields),
  units: form(settingsValues.units, UnitsFields),
  categories: form(settingsValues.categories, CategoriesFields),
  templates: form(settingsValues.templates, TemplatesFields),
  places: form(settingsValues.places, PlacesFields),
  services: form(settingsValues.services, ServicesFields),
  survey: form(settingsValues.survey, SurveyFields),
  outside: form(settingsValues.outside, OutsideFields),
  eit: form(settingsValues.eit, EitFields),
  retention: form(settingsValues.retention, RetentionFields),
  evidence: form(settingsValues.evidence, EvidenceFields),
};

function Overview() {
  const { spoken } = useConsole();
  const say = settingsWords(spoken);
  return (
    <>
      <ViewTitle>{say.title}</ViewTitle>
      <ul class="rows part">
        {SettingsPart.options.map((part) => (
          <li key={part}>
            <a href={`#/settings/${part}`}>
              <span>
                {say.part[part]}
                <small>{say.hint[part]}</small>
              </span>
            </a>
          </li>
        ))}
        <li>
          <a href="#/settings/targets">
            <span>
              {say.targets}
              <small>{say.targetsHint}</small>
            </span>
          </a>
        </li>
      </ul>
    </>
  );
}

function Part({ part }: { part: SettingsPart }) {
  const { api, spoken } = useConsole();
  const say = settingsWords(spoken);
  const load = useLoad(part, () => api.get(`/settings/${part}`, SettingsAnswer));
  const Form = forms[part];
  return (
    <>
      <p>
        <a href="#/settings">{say.all}</a>
      </p>
      <ViewTitle>{say.part[part]}</ViewTitle>
      <Loaded load={load}>{(answer) => <Form key={part} answer={answer} />}</Loaded>
    </>
  );
}

/** `#/settings`, and each part under its own address. */
export function Settings({ params: [named] }: ViewProps) {
  if (named === 'targets') return <Targets />;
  const part = SettingsPart.safeParse(named).data;
  return part === undefined ? <Overview /> : <Part part={part} />;
}
