import { useState } from 'preact/hooks';
import { addDays } from '../../../../domain/calendar/day.ts';
import { WaitingWhy } from '../../../../domain/case/case.ts';
import { useConsole } from '../../console.ts';
import { Choice } from '../../parts/choice.tsx';
import { TextArea, TextField } from '../../parts/field.tsx';
import { useActing } from '../acting.ts';
import type { CaseParts } from '../case-parts.ts';
import { ActForm } from './act-form.tsx';
import { useDraft } from './drafts.ts';
import { useUndoing } from './undoing.ts';

const NOTE_MOST = 500;

/** Work waits for something: why, and until when. */
export function WaitForm({ parts }: { parts: CaseParts }) {
  const { detail, say, close } = parts;
  const { me } = useConsole();
  const [why, setWhy] = useState<WaitingWhy | undefined>(detail.waiting?.why);
  const [until, setUntil] = useState(detail.waiting?.until ?? '');
  const [note, change, drop] = useDraft(`${detail.id}/wait`);
  const [problem, setProblem] = useState<string>();
  const acting = useActing(parts);
  const undoing = useUndoing(parts);
  const first = addDays(me.today, 1);
  const save = async (): Promise<void> => {
    if (why === undefined) return setProblem(say.wait.noWhy);
    if (until < first) return setProblem(say.wait.noDay);
    if (note.length > NOTE_MOST) return setProblem(say.tooLong(NOTE_MOST));
    setProblem(undefined);
    const after = await acting.act('wait', { why, note, until }, { kind: 'change', change: 'wait' });
    if (after === undefined) return;
    drop();
    undoing(say.done.wait, after, 'resume', {});
    close();
  };
  return (
    <ActForm
      parts={parts}
      acting={acting}
      act="wait"
      title={say.acts.wait}
      save={say.wait.save}
      problem={problem}
      submit={save}
    >
      <Choice
        label={say.wait.why}
        options={WaitingWhy.options.map((id) => ({ id, label: say.why[id] }))}
        chosen={why === undefined ? [] : [why]}
        change={([one]) => setWhy(WaitingWhy.safeParse(one).data)}
      />
      <TextField label={say.wait.until} hint={say.wait.hint} type="date" value={until} change={setUntil} />
      <TextArea label={say.wait.note} optional value={note} change={change} most={NOTE_MOST} rows={2} />
    </ActForm>
  );
}
