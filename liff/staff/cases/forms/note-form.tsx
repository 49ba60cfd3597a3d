import { useState } from 'preact/hooks';
import { NOTE_UNITS } from '../../../../domain/staff/cases.ts';
import { cleanText } from '../../../../domain/words/clean.ts';
import { useConsole } from '../../console.ts';
import { TextArea } from '../../parts/field.tsx';
import { useActing } from '../acting.ts';
import type { CaseParts } from '../case-parts.ts';
import { ActForm } from './act-form.tsx';
import { useDraft } from './drafts.ts';

/** A note that staff alone read. */
export function NoteForm({ parts }: { parts: CaseParts }) {
  const { detail, say, close } = parts;
  const { toast } = useConsole();
  const [text, change, drop] = useDraft(`${detail.id}/note`);
  const [problem, setProblem] = useState<string>();
  const acting = useActing(parts);
  const save = async (): Promise<void> => {
    if (cleanText(text) === '') return setProblem(say.answer.empty);
    if (cleanText(text).length > NOTE_UNITS) return setProblem(say.tooLong(NOTE_UNITS));
    setProblem(undefined);
    if ((await acting.act('note', { text }, { kind: 'note' }, text)) === undefined) return;
    drop();
    toast({ words: say.done.note });
    close();
  };
  return (
    <ActForm
      parts={parts}
      acting={acting}
      act="note"
      title={say.acts.note}
      save={say.note.save}
      problem={problem}
      submit={save}
    >
      <TextArea label={say.note.label} hint={say.note.hint} value={text} change={change} most={NOTE_UNITS} />
    </ActForm>
  );
}
