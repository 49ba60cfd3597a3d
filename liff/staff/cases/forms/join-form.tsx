import { useState } from 'preact/hooks';
import { useConsole } from '../../console.ts';
import { TextField } from '../../parts/field.tsx';
import { useActing } from '../acting.ts';
import type { CaseParts } from '../case-parts.ts';
import { ActForm } from './act-form.tsx';
import { useUndoing } from './undoing.ts';

/** A case that is about the same thing as another: one answer reaches both reporters. */
export function JoinForm({ parts }: { parts: CaseParts }) {
  const { say, close } = parts;
  const { toast } = useConsole();
  const [number, setNumber] = useState('');
  const [problem, setProblem] = useState<string>();
  const acting = useActing(parts, say.join.notFound);
  const undoing = useUndoing(parts);
  const save = async (): Promise<void> => {
    if (number.trim() === '') return setProblem(say.inbox.noNumber);
    setProblem(undefined);
    const after = await acting.act('join', { number: number.trim() }, { kind: 'join' });
    if (after === undefined) return;
    const words = say.done.join(after.joinsCase?.number ?? number);
    if (after.acts.includes('unjoin')) undoing(words, after, 'unjoin', {});
    else toast({ words });
    close();
  };
  return (
    <ActForm
      parts={parts}
      acting={acting}
      act="join"
      title={say.acts.join}
      save={say.join.save}
      submit={save}
    >
      <TextField
        label={say.join.label}
        hint={say.join.hint}
        problem={problem}
        value={number}
        change={setNumber}
        most={20}
      />
    </ActForm>
  );
}
