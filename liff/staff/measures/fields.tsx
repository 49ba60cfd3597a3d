import type { ConsoleMeasuresWords } from '../../../domain/catalogue/console-measures.ts';
import type { SettingsWords } from '../../../domain/catalogue/console-settings.ts';
import type { MeasureValue } from '../../../domain/measures/edit.ts';
import type { Fault } from '../../../domain/staff/fields.ts';
import type { MeasureRow } from '../../../domain/staff/measures.ts';
import { type Option, Select, TextArea, TextField } from '../parts/field.tsx';
import { Entries } from '../settings/entry-list.tsx';
import { faultOf, given } from '../settings/fields.ts';

const ISSUES = [1, 2, 3, 4, 5, 6, 7];

/** The fields of a measure's plan. `titles`: measures whose issues have names already. */
export function MeasureFields({
  value,
  change,
  units,
  titles,
  say: { edit: say },
  entries,
  ...wrong
}: {
  value: MeasureValue;
  change: (next: MeasureValue) => void;
  faults: readonly Fault[];
  units: readonly Option[];
  titles: readonly Pick<MeasureRow, 'issue' | 'issueTitle'>[];
  say: ConsoleMeasuresWords;
  entries: SettingsWords;
}) {
  const pickIssue = (no: string): void => {
    const issue = Number(no);
    const named = titles.find((one) => one.issue === issue)?.issueTitle;
    change({ ...value, issue, ...(named === undefined ? {} : { issueTitle: named }) });
  };
  const linesProblem = wrong.faults.find(({ at }) => at.startsWith('lines'))?.at ?? 'lines';
  return (
    <>
      <Select
        {...faultOf(wrong, 'issue')}
        label={say.issue}
        value={String(value.issue)}
        options={ISSUES.map((no) => ({ id: String(no), label: String(no) }))}
        change={pickIssue}
      />
      <TextField
        {...faultOf(wrong, 'issueTitle')}
        label={say.issueTitle}
        value={value.issueTitle}
        change={(issueTitle) => change({ ...value, issueTitle })}
      />
      <TextArea
        {...faultOf(wrong, linesProblem)}
        label={say.lines}
        hint={say.linesHint}
        rows={4}
        value={value.lines.join('\n')}
        change={(text) => change({ ...value, lines: text.split('\n') })}
      />
      <TextField
        {...faultOf(wrong, 'responsible')}
        label={say.responsible}
        value={value.responsible}
        change={(responsible) => change({ ...value, responsible })}
      />
      <Select
        {...faultOf(wrong, 'unit')}
        label={say.unit}
        value={value.unit ?? ''}
        options={units}
        none={say.noUnit}
        change={(unit) => change({ ...value, unit: given(unit) })}
      />
      <TextField
        {...faultOf(wrong, 'period')}
        label={say.period}
        value={value.period}
        change={(period) => change({ ...value, period })}
      />
      <div class="two">
        <TextField
          {...faultOf(wrong, 'from')}
          label={say.from}
          type="date"
          value={value.from}
          change={(from) => change({ ...value, from })}
        />
        <TextField
          {...faultOf(wrong, 'to')}
          label={say.to}
          type="date"
          value={value.to}
          change={(to) => change({ ...value, to })}
        />
      </div>
      <TextArea
        {...faultOf(wrong, 'followUp')}
        label={say.followUp}
        optional
        rows={2}
        most={1000}
        value={value.followUp ?? ''}
        change={(followUp) => change({ ...value, followUp: given(followUp) })}
      />
      <h2>{say.steps}</h2>
      <Entries
        items={value.steps}
        change={(steps) => change({ ...value, steps })}
        at="steps"
        faults={wrong.faults}
        say={entries}
        remove
        titleOf={({ text }) => text}
        fresh={(): MeasureValue['steps'][number] => ({ text: '', due: value.to })}
        addWords={say.addStep}
      >
        {(step, set, at) => (
          <>
            <TextArea
              {...faultOf(wrong, `${at}.text`)}
              label={say.stepText}
              rows={3}
              value={step.text}
              change={(text) => set({ ...step, text })}
            />
            <TextField
              {...faultOf(wrong, `${at}.due`)}
              label={say.stepDue}
              type="date"
              value={step.due}
              change={(due) => set({ ...step, due })}
            />
          </>
        )}
      </Entries>
    </>
  );
}
