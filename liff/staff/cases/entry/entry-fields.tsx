import { OpenKind } from '../../../../domain/case/case.ts';
import { consoleCasesWords } from '../../../../domain/catalogue/console-cases.ts';
import { consoleEntryWords } from '../../../../domain/catalogue/console-entry.ts';
import { type CaseChoices, ENTRY_UNITS, EntryChannel } from '../../../../domain/staff/cases.ts';
import { useConsole } from '../../console.ts';
import { Choice } from '../../parts/choice.tsx';
import { Select, TextArea, TextField } from '../../parts/field.tsx';
import type { FieldProblem } from '../../parts/problems.tsx';
import { type Entry, fields } from './entry.ts';

const LANDMARK_MOST = 200;

/** All that is asked about a case that somebody brings. */
export function EntryFields({
  entry,
  text,
  change,
  changeText,
  problems,
  choices,
  isAboutStaff,
}: {
  entry: Entry;
  text: string;
  change: (more: Partial<Entry>) => void;
  changeText: (text: string) => void;
  problems: readonly FieldProblem[];
  choices: CaseChoices;
  isAboutStaff: boolean;
}) {
  const { spoken } = useConsole();
  const say = consoleEntryWords(spoken);
  const { channels, kinds } = consoleCasesWords(spoken);
  const problem = (field: string): string | undefined => problems.find((one) => one.field === field)?.words;
  return (
    <>
      <Choice
        id={fields.channel}
        label={say.channel}
        problem={problem(fields.channel)}
        options={EntryChannel.options.map((id) => ({ id, label: channels[id] }))}
        chosen={entry.channel === undefined ? [] : [entry.channel]}
        change={([one]) => change({ channel: EntryChannel.safeParse(one).data })}
      />
      <TextField
        id={fields.received}
        label={say.received}
        hint={say.receivedHint}
        problem={problem(fields.received)}
        type="date"
        value={entry.received}
        change={(received) => change({ received })}
      />
      <Choice
        label={say.kind}
        options={OpenKind.options.map((id) => ({ id, label: kinds[id] }))}
        chosen={[entry.kind]}
        change={([one]) => change({ kind: OpenKind.safeParse(one).data ?? 'complaint' })}
      />
      {entry.kind === 'complaint' && (
        <Select
          label={say.category}
          value={entry.category}
          change={(category) => change({ category })}
          options={choices.categories}
          none={say.noCategory}
        />
      )}
      {isAboutStaff && (
        <Select
          label={say.concerns}
          hint={say.concernsHint}
          value={entry.concerns}
          change={(concerns) => change({ concerns })}
          options={choices.units}
          none={say.unknownUnit}
        />
      )}
      <Select
        label={say.place}
        value={entry.place}
        change={(place) => change({ place })}
        options={choices.places}
        none={say.noPlace}
      />
      <TextField
        label={say.landmark}
        hint={say.landmarkHint}
        optional
        value={entry.landmark}
        change={(landmark) => change({ landmark })}
        most={LANDMARK_MOST}
      />
      <TextArea
        id={fields.text}
        label={say.text}
        hint={say.textHint}
        problem={problem(fields.text)}
        value={text}
        change={changeText}
        most={ENTRY_UNITS}
        rows={5}
      />
    </>
  );
}
