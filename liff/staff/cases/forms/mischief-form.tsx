import { useState } from 'preact/hooks';
import { useConsole } from '../../console.ts';
import { TextArea } from '../../parts/field.tsx';
import { useActing } from '../acting.ts';
import type { CaseParts } from '../case-parts.ts';
import { ActForm } from './act-form.tsx';
import { useDraft } from './drafts.ts';
import { useUndoing } from './undoing.ts';

const NOTE_MOST = 500;

/** Proposes that a case is no case; somebody else has to say so too. */
export function MischiefForm({ parts }: { parts: CaseParts }) {
  const { detail, say, close } = parts;
  const { toast } = useConsole();
  const [note, change, drop] = useDraft(`${detail.id}/mischief`);
  const [problem, setProblem] = useState<string>();
  const acting = useActing(parts);
  const undoing = useUndoing(parts);
  const save = async (): Promise<void> => {
    if (note.trim() === '') return setProblem(say.missing);
    if (note.length > NOTE_MOST) return setProblem(say.tooLong(NOTE_MOST));
    setProblem(undefined);
    const after = await acting.act('mischief', { step: 'propose', note }, { kind: 'mischief proposed' });
    if (after === undefined) return;
    drop();
    const words = say.done['mischief-propose'];
    if (after.acts.includes('mischief-withdraw'))
      undoing(words, after, 'mischief', { step: 'withdraw', note: '' });
    else toast({ words });
    close();
  };
  return (
    <ActForm
      parts={parts}
      acting={acting}
      act="mischief-propose"
      title={say.acts['mischief-propose']}
      save={say.mischief.save}
      problem={problem}
      submit={save}
    >
      <TextArea
        label={say.mischief.note}
        hint={say.mischief.second}
        value={note}
        change={change}
        most={NOTE_MOST}
      />
    </ActForm>
  );
}
