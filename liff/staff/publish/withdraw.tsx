import { useState } from 'preact/hooks';
import { publishWords } from '../../../domain/catalogue/console-publish.ts';
import { PublishAnswer } from '../../../domain/staff/publish.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextArea } from '../parts/field.tsx';
import { Problem } from '../parts/problems.tsx';

/** Takes something down, with the reason that stays in its place. */
export function Withdraw({
  which,
  title,
  printed,
  done,
}: {
  which: object;
  title: string;
  printed: string | undefined;
  done: (now: PublishAnswer) => void;
}) {
  const { api, say: shell, spoken, toast } = useConsole();
  const say = publishWords(spoken);
  const [isOpen, setOpen] = useState(false);
  const [because, setBecause] = useState('');
  const [problem, setProblem] = useState<string>();
  const take = async (): Promise<void> => {
    if (because.trim() === '') return setProblem(say.needsReason);
    const sent = await api.send('POST', '/publish/withdrawals', { ...which, because }, PublishAnswer);
    if (!sent.ok) return setProblem(failureWords(shell, sent.why));
    setOpen(false);
    toast({ words: say.withdrawDone });
    done(sent.value);
  };
  return (
    <>
      <Button kind="second" label={`${say.withdraw} ${title}`} press={() => setOpen(true)}>
        {say.withdraw}
      </Button>
      {isOpen && (
        <Dialog title={`${say.withdraw}: ${title}`} close={() => setOpen(false)}>
          <p>{printed === undefined ? say.noPosition : say.printed(printed)}</p>
          <Problem words={problem} />
          <TextArea label={say.withdrawBecause} value={because} change={setBecause} rows={2} most={500} />
          <p class="actions">
            <Button kind="danger" press={take}>
              {say.withdraw}
            </Button>
          </p>
        </Dialog>
      )}
    </>
  );
}
