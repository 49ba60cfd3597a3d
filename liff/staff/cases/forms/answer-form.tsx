import { useState } from 'preact/hooks';
import { ANSWER_UNITS } from '../../../../domain/staff/cases.ts';
import { cleanText } from '../../../../domain/words/clean.ts';
import { useConsole } from '../../console.ts';
import { TextArea } from '../../parts/field.tsx';
import { useActing } from '../acting.ts';
import type { CaseParts } from '../case-parts.ts';
import { ActForm } from './act-form.tsx';
import { useDraft } from './drafts.ts';
import { ResidentSees } from './resident-sees.tsx';

/** Words to the reporter: an answer, or a question. Seen first as the reporter will see them. */
export function AnswerForm({ parts, act }: { parts: CaseParts; act: 'answer' | 'ask' }) {
  const { detail, say, close } = parts;
  const { toast } = useConsole();
  const [text, change, drop] = useDraft(`${detail.id}/${act}`);
  const [problem, setProblem] = useState<string>();
  const acting = useActing(parts);
  const { templates } = detail;

  const send = async (): Promise<void> => {
    const words = cleanText(text);
    if (words === '') return setProblem(say.answer.empty);
    if (words.length > ANSWER_UNITS) return setProblem(say.tooLong(ANSWER_UNITS));
    setProblem(undefined);
    if ((await acting.act(act, { text }, { kind: act }, text)) === undefined) return;
    drop();
    toast({ words: say.done[act] });
    close();
  };
  const insert = (words: string): void => change(text.trim() === '' ? words : `${text.trimEnd()}\n${words}`);

  return (
    <ActForm
      parts={parts}
      acting={acting}
      act={act}
      title={act === 'ask' ? say.answer.askTitle(detail.number) : say.answer.title(detail.number)}
      save={say.answer.send}
      problem={problem}
      submit={send}
    >
      {act === 'answer' && templates.length > 0 && (
        <fieldset class="field templates">
          <legend>{say.answer.templates}</legend>
          {templates.map(({ id, title, text: words }) => (
            <button key={id} type="button" class="second" onClick={() => insert(words)}>
              {title}
            </button>
          ))}
        </fieldset>
      )}
      <TextArea
        label={say.answer.label}
        hint={say.answer.hint}
        value={text}
        change={change}
        most={ANSWER_UNITS}
        rows={4}
      />
      {detail.joined > 0 && <p class="hint">{say.answer.joined(detail.joined)}</p>}
      <ResidentSees detail={detail} say={say} text={text} as={act === 'ask' ? 'asked' : 'answered'} />
    </ActForm>
  );
}
