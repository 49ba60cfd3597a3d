import { useState } from 'preact/hooks';
import { ANSWER_UNITS } from '../../../../domain/staff/cases.ts';
import { cleanText } from '../../../../domain/words/clean.ts';
import { useConsole } from '../../console.ts';
import { Choice } from '../../parts/choice.tsx';
import { TextArea } from '../../parts/field.tsx';
import { useActing } from '../acting.ts';
import type { CaseParts } from '../case-parts.ts';
import { ActForm } from './act-form.tsx';
import { useDraft } from './drafts.ts';

type Decision = 'uphold' | 'overturn';

/** An executive decides on what was declined: it stays, or it is worked on after all. The reporter reads why. */
export function ReviewForm({ parts }: { parts: CaseParts }) {
  const { detail, say, close } = parts;
  const { toast } = useConsole();
  const [decision, setDecision] = useState<Decision>();
  const [text, change, drop] = useDraft(`${detail.id}/review`);
  const [problem, setProblem] = useState<string>();
  const acting = useActing(parts);
  const save = async (): Promise<void> => {
    if (decision === undefined) return setProblem(say.review.noDecision);
    if (cleanText(text) === '') return setProblem(say.answer.empty);
    if (cleanText(text).length > ANSWER_UNITS) return setProblem(say.tooLong(ANSWER_UNITS));
    setProblem(undefined);
    const done = await acting.act('review', { decision, text }, { kind: 'change', change: decision });
    if (done === undefined) return;
    drop();
    toast({ words: say.done[decision] });
    close();
  };
  return (
    <ActForm
      parts={parts}
      acting={acting}
      act="review"
      title={say.acts.review}
      save={say.review.save}
      problem={problem}
      submit={save}
    >
      <Choice
        label={say.review.decision}
        options={[
          { id: 'uphold', label: say.review.uphold },
          { id: 'overturn', label: say.review.overturn },
        ]}
        chosen={decision === undefined ? [] : [decision]}
        change={([one]) => setDecision(one === 'overturn' ? 'overturn' : 'uphold')}
      />
      <TextArea label={say.review.text} value={text} change={change} most={ANSWER_UNITS} />
    </ActForm>
  );
}
