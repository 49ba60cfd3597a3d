import { useConsole } from '../console.ts';
import { Button } from './button.tsx';

/** Copies text for pasting elsewhere, and says whether it did. */
export function Copy({
  text,
  label,
  kind = 'plain',
  children,
}: {
  text: string;
  label?: string;
  kind?: 'plain' | 'second';
  children: string;
}) {
  const { say, toast } = useConsole();
  const copy = (): Promise<void> =>
    navigator.clipboard.writeText(text).then(
      () => toast({ words: say.copied }),
      () => toast({ words: say.copyFailed }),
    );
  return (
    <Button kind={kind} press={copy} {...(label === undefined ? {} : { label })}>
      {children}
    </Button>
  );
}
