import type { SettingsValue } from '../../../domain/staff/settings-values.ts';
import { TEMPLATE_UNITS } from '../../../domain/staff/templates.ts';
import { Dimension } from '../../../domain/survey/survey.ts';
import { labelOf } from '../console.ts';
import { Choice } from '../parts/choice.tsx';
import { Select, TextArea, TextField } from '../parts/field.tsx';
import { Entries } from './entry-list.tsx';
import { type FieldsProps, faultOf, given } from './fields.ts';

export function TemplatesFields(props: FieldsProps<SettingsValue<'templates'>>) {
  const { value, change, answer, say } = props;
  return (
    <Entries
      {...props}
      items={value.list}
      change={(list) => change({ list })}
      at="list"
      remove
      titleOf={({ title }) => title}
      moreOf={({ category }) =>
        category === undefined ? say.field.everyCategory : labelOf(answer.categories, category)
      }
      fresh={(): SettingsValue<'templates'>['list'][number] => ({ title: '', text: '' })}
      addWords={say.addOf.templates}
    >
      {(template, set, at) => (
        <>
          <TextField
            {...faultOf(props, `${at}.title`)}
            label={say.field.templateTitle}
            value={template.title}
            change={(title) => set({ ...template, title })}
          />
          <Select
            {...faultOf(props, `${at}.category`)}
            label={say.field.category}
            value={template.category ?? ''}
            options={answer.categories}
            none={say.field.everyCategory}
            change={(category) => set({ ...template, category: given(category) })}
          />
          <TextArea
            {...faultOf(props, `${at}.text`)}
            label={say.field.templateText}
            most={TEMPLATE_UNITS}
            value={template.text}
            change={(text) => set({ ...template, text })}
          />
        </>
      )}
    </Entries>
  );
}

type Survey = SettingsValue<'survey'>;

function Questions({ which, ...props }: FieldsProps<Survey> & { which: 'questions' | 'more' }) {
  const { value, change, say } = props;
  return (
    <Entries
      {...props}
      items={value[which]}
      change={(items) => change({ ...value, [which]: items })}
      at={which}
      remove
      titleOf={({ text }) => text}
      moreOf={({ dimension }) => say.dimensions[dimension]}
      fresh={(): Survey['questions'][number] => ({ dimension: 'process', text: '' })}
      addWords={say.addOf.survey}
    >
      {(question, set, at) => (
        <>
          <TextArea
            {...faultOf(props, `${at}.text`)}
            label={say.field.questions}
            rows={2}
            value={question.text}
            change={(text) => set({ ...question, text })}
          />
          <Select
            {...faultOf(props, `${at}.dimension`)}
            label={say.field.dimension}
            value={question.dimension}
            options={Dimension.options.map((id) => ({ id, label: say.dimensions[id] }))}
            change={(dimension) => set({ ...question, dimension: Dimension.parse(dimension) })}
          />
        </>
      )}
    </Entries>
  );
}

export function SurveyFields(props: FieldsProps<Survey>) {
  const { value, change, say } = props;
  return (
    <>
      <TextField
        {...faultOf(props, 'title')}
        label={say.field.surveyTitle}
        value={value.title}
        change={(title) => change({ ...value, title })}
      />
      <p class="hint">{say.field.surveyHint}</p>
      <h2>{say.field.questions}</h2>
      <Questions {...props} which="questions" />
      <h2>{say.field.more}</h2>
      <Questions {...props} which="more" />
    </>
  );
}

const purposes = ['tip', 'complaint', 'danger'] as const;

/** The assessors' own questions: where they are answered, and when. */
export function EitFields(props: FieldsProps<SettingsValue<'eit'>>) {
  const { value, change, say } = props;
  return (
    <>
      <TextField
        {...faultOf(props, 'url')}
        label={say.field.eitUrl}
        hint={say.field.eitHint}
        value={value.url ?? ''}
        change={(url) => change({ ...value, url: given(url) })}
      />
      <div class="two">
        <TextField
          {...faultOf(props, 'from')}
          label={say.field.eitFrom}
          type="date"
          value={value.from ?? ''}
          change={(from) => change({ ...value, from: given(from) })}
        />
        <TextField
          {...faultOf(props, 'to')}
          label={say.field.eitTo}
          type="date"
          value={value.to ?? ''}
          change={(to) => change({ ...value, to: given(to) })}
        />
      </div>
    </>
  );
}

export function OutsideFields(props: FieldsProps<SettingsValue<'outside'>>) {
  const { value, change, say } = props;
  return (
    <Entries
      {...props}
      items={value.list}
      change={(list) => change({ list })}
      at="list"
      remove
      titleOf={({ label }) => label}
      moreOf={({ phone, url }) => [phone, url].filter((way) => way !== undefined).join(' · ')}
      fresh={(): SettingsValue<'outside'>['list'][number] => ({ label: '', for: ['complaint'] })}
      addWords={say.addOf.outside}
    >
      {(channel, set, at) => (
        <>
          <TextField
            {...faultOf(props, `${at}.label`)}
            label={say.field.label}
            hint={say.field.labelHint}
            value={channel.label}
            change={(label) => set({ ...channel, label })}
          />
          <TextField
            {...faultOf(props, `${at}.phone`)}
            label={say.field.phone}
            type="tel"
            optional
            value={channel.phone ?? ''}
            change={(phone) => set({ ...channel, phone: given(phone) })}
          />
          <TextField
            {...faultOf(props, `${at}.url`)}
            label={say.field.url}
            optional
            value={channel.url ?? ''}
            change={(url) => set({ ...channel, url: given(url) })}
          />
          <Choice
            {...faultOf(props, `${at}.for`)}
            label={say.field.for}
            many
            options={purposes.map((id) => ({ id, label: say.forWhat[id] }))}
            chosen={channel.for}
            change={(chosen) => set({ ...channel, for: purposes.filter((one) => chosen.includes(one)) })}
          />
        </>
      )}
    </Entries>
  );
}
