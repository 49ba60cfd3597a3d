import { useState } from 'preact/hooks';
import { NOTE_UNITS } from '../../../../domain/staff/cases.ts';
import { cleanText } from '../../../../domain/words/clean.ts';
import { useConsole } from '../../console.ts';
import { TextArea } from '../../parts/field.tsx';
import { useActing } from '../acting.ts';
import type { CaseParts } from '../case-parts.ts';
import { ActForm } from './act-form.tsx';
import { useDraft } from './drafts.ts';

/** Why a case cannot be deleted yet, for the reporter who asked for it. */
export function RefuseErasureForm({ parts }: { parts: CaseParts }) {
  const { detail, say, close } = parts;
  const { toast } = useConsole();
  const [text, change, drop] = useDraft(`${detail.id}/erasure`);
  const [problem, setProblem] = useState<string>();
  const acting = useActing(parts);
  const save = async (): Promise<void> => {
    if (cleanText(text) === '') return setProblem(say.answer.empty);
    if (cleanText(text).length > NOTE_UNITS) return setProblem(say.tooLong(NOTE_UNITS));
    setProblem(undefined);
    if (
      (await acting.act('erasure', { decision: 'refuse', because: text }, { kind: 'answer' })) === undefined
    )
      return;
    drop();
    toast({ words: say.done['erasure-refuse'] });
    close();
  };
  return (
    <ActForm
      parts={parts}
      acting={acting}
      act="erasure-refuse"
      title={say.acts['erasure-refuse']}
      save={say.erasure.save}
      problem={problem}
      submit={save}
    >
      <TextArea
        label={say.erasure.because}
        hint={say.erasure.becauseHint}
        value={text}
        change={change}
        most={NOTE_UNITS}
      />
    </ActForm>
  );
}
