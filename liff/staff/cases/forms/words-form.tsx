import { useState } from 'preact/hooks';
import { NOTE_UNITS } from '../../../../domain/staff/cases.ts';
import { cleanText } from '../../../../domain/words/clean.ts';
import { useConsole } from '../../console.ts';
import { TextArea } from '../../parts/field.tsx';
import { type Acting, useActing } from '../acting.ts';
import type { CaseParts } from '../case-parts.ts';
import { ActForm } from './act-form.tsx';
import { useDraft } from './drafts.ts';

/** An act on a case that takes one text, and is done once it was sent. `send` is undefined where it was not. */
export function WordsForm({
  parts,
  draft,
  act,
  save,
  label,
  hint,
  done,
  send,
}: {
  parts: CaseParts;
  draft: string;
  act: Parameters<typeof ActForm>[0]['act'];
  save: string;
  label: string;
  hint: string;
  done: string;
  send: (acting: Acting, text: string) => ReturnType<Acting['act']>;
}) {
  const { detail, say, close } = parts;
  const { toast } = useConsole();
  const [text, change, drop] = useDraft(`${detail.id}/${draft}`);
  const [problem, setProblem] = useState<string>();
  const acting = useActing(parts);
  const submit = async (): Promise<void> => {
    if (cleanText(text) === '') return setProblem(say.answer.empty);
    if (cleanText(text).length > NOTE_UNITS) return setProblem(say.tooLong(NOTE_UNITS));
    setProblem(undefined);
    if ((await send(acting, text)) === undefined) return;
    drop();
    toast({ words: done });
    close();
  };
  return (
    <ActForm
      parts={parts}
      acting={acting}
      act={act}
      title={say.acts[act]}
      save={save}
      problem={problem}
      submit={submit}
    >
      <TextArea label={label} hint={hint} value={text} change={change} most={NOTE_UNITS} />
    </ActForm>
  );
}
