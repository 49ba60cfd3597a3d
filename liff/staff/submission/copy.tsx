import { submissionWords } from '../../../domain/catalogue/console-submission.ts';
import { useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';

/** Copies text for pasting elsewhere, and says whether it did. */
export function Copy({ text, label, children }: { text: string; label?: string; children: string }) {
  const { spoken, toast } = useConsole();
  const say = submissionWords(spoken);
  const copy = (): Promise<void> =>
    navigator.clipboard.writeText(text).then(
      () => toast({ words: say.copied }),
      () => toast({ words: say.copyFailed }),
    );
  return (
    <Button kind="plain" press={copy} {...(label === undefined ? {} : { label })}>
      {children}
    </Button>
  );
}
