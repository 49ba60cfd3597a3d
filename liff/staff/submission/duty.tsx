import { useState } from 'preact/hooks';
import { submissionWords } from '../../../domain/catalogue/console-submission.ts';
import type { ShownRow, SubmissionAnswer } from '../../../domain/staff/submission.ts';
import { useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Select, TextField } from '../parts/field.tsx';
import { Problem } from '../parts/problems.tsx';
import type { Changes } from './changes.ts';

/** A window that says which unit does an item, and until when. */
export function EditDuty({
  answer,
  row,
  changes,
}: {
  answer: SubmissionAnswer;
  row: ShownRow;
  changes: Changes;
}) {
  const { spoken } = useConsole();
  const say = submissionWords(spoken);
  const [isOpen, setOpen] = useState(false);
  const [unit, setUnit] = useState(row.duty?.unit ?? '');
  const [dueOn, setDueOn] = useState(row.duty?.dueOn ?? '');
  const [problem, setProblem] = useState<string>();
  const save = async (): Promise<void> => {
    const { edition, list, fiscalYear } = answer;
    const { [row.code]: _, ...others } = list.duties;
    const duty = { ...(unit === '' ? {} : { unit }), ...(dueOn === '' ? {} : { dueOn }) };
    const duties = Object.keys(duty).length === 0 ? others : { ...others, [row.code]: duty };
    const path = `/submission/${fiscalYear}`;
    const body = { edition, list: { ...list, duties } };
    const why = await changes.send(path, body, say.duty.saved, (now) => {
      void changes.send(path, { edition: now.edition, list }, say.duty.saved);
    });
    setProblem(why);
    if (why === undefined) setOpen(false);
  };
  return (
    <>
      <Button kind="second" label={say.duty.title(row.code)} press={() => setOpen(true)}>
        {say.duty.edit}
      </Button>
      {isOpen && (
        <Dialog title={say.duty.title(row.code)} close={() => setOpen(false)}>
          <p class="quiet">{row.title}</p>
          <Problem words={problem} />
          <Select
            label={say.duty.unit}
            value={unit}
            change={setUnit}
            options={answer.units}
            none={say.duty.none}
          />
          <TextField label={say.duty.due} type="date" value={dueOn} change={setDueOn} optional />
          <p class="actions">
            <Button press={save}>{say.duty.save}</Button>
          </p>
        </Dialog>
      )}
    </>
  );
}
