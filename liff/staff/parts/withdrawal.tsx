import { useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextArea } from './field.tsx';
import { Problem } from './problems.tsx';

/**
 * Takes something public down, with the reason that stays in its place. `note` says in whose name. `take` resolves to
 * what was wrong in words, or to nothing once it is done.
 */
export function Withdrawal({
  title,
  label,
  note,
  say,
  take,
}: {
  title: string;
  /** What the button is called where several stand on a page. */
  label?: string;
  note: string;
  say: { withdraw: string; because: string; needsReason: string };
  take: (because: string) => Promise<string | undefined>;
}) {
  const [isOpen, setOpen] = useState(false);
  const [because, setBecause] = useState('');
  const [problem, setProblem] = useState<string>();
  const press = async (): Promise<void> => {
    const wrong = because.trim() === '' ? say.needsReason : await take(because);
    setProblem(wrong);
    if (wrong === undefined) setOpen(false);
  };
  return (
    <>
      <Button kind="second" press={() => setOpen(true)} {...(label === undefined ? {} : { label })}>
        {say.withdraw}
      </Button>
      {isOpen && (
        <Dialog title={`${say.withdraw}: ${title}`} close={() => setOpen(false)}>
          <p>{note}</p>
          <Problem words={problem} />
          <TextArea label={say.because} value={because} change={setBecause} rows={2} most={500} />
          <p class="actions">
            <Button kind="danger" press={press}>
              {say.withdraw}
            </Button>
          </p>
        </Dialog>
      )}
    </>
  );
}
