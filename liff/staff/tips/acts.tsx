import { useState } from 'preact/hooks';
import { changed } from '../../../domain/case/status.ts';
import { isWorded, TipChange, type WordedChange } from '../../../sealing/tips-contract.ts';
import { useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { TextArea } from '../parts/field.tsx';
import { Problem } from '../parts/problems.tsx';
import { useTipsWords } from '../vault/use-vault.ts';
import { useActing, wordsOf } from './answering.ts';
import type { ShownTip } from './fetch-tip.ts';

const MOST_LETTERS = 5000;

/** The answer to a tip's reporter, and everything that moves the tip on. */
export function Acts({ shown, again }: { shown: ShownTip; again: () => Promise<void> }) {
  const { toast, say: shell } = useConsole();
  const say = useTipsWords();
  const { problem, act } = useActing(shown, again);
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<string>();
  const [change, setChange] = useState<WordedChange>();
  const { status } = shown.answer;
  const offered = TipChange.options.filter((one) => changed(status, one) !== undefined);
  const asks = change === undefined ? say.answer.label : say.act.words[change];

  const send = async (): Promise<void> => {
    const words = wordsOf(text);
    setMissing(words === '' ? say.answer.empty : undefined);
    if (words === '') return;
    const now = await act({ text: words, ...(change === undefined ? {} : { change }) });
    if (now === undefined) return;
    setText('');
    setChange(undefined);
    toast({ words: change === undefined ? say.answer.sent : say.act.done(say.status[now.status]) });
  };
  const press = async (chosen: TipChange): Promise<void> => {
    if (isWorded(chosen)) return setChange(chosen);
    const now = await act({ change: chosen });
    if (now !== undefined) toast({ words: say.act.done(say.status[now.status]) });
  };

  return (
    <section class="card no-print">
      {change === undefined && offered.length > 0 && (
        <>
          <h2>{say.act.title}</h2>
          <p class="actions">
            {offered.map((one) => (
              <Button key={one} kind={one === offered[0] ? 'main' : 'second'} press={() => press(one)}>
                {say.act[one]}
              </Button>
            ))}
          </p>
        </>
      )}
      <h2>{change === undefined ? say.answer.title : say.act[change]}</h2>
      {shown.tip.reporter === undefined && <p class="problem">{say.one.noReporter}</p>}
      <TextArea
        label={asks}
        hint={say.answer.hint}
        problem={missing}
        value={text}
        change={setText}
        most={MOST_LETTERS}
      />
      <Problem words={problem} />
      <p class="actions">
        <Button press={send}>{change === undefined ? say.answer.send : say.act[change]}</Button>
        {change !== undefined && (
          <Button kind="second" press={() => setChange(undefined)}>
            {shell.cancel}
          </Button>
        )}
      </p>
    </section>
  );
}
