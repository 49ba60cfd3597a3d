import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CaseAct } from '../../../../domain/staff/cases.ts';
import { useConsole } from '../../console.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Problem } from '../../parts/problems.tsx';
import type { Acting } from '../acting.ts';
import type { CaseParts } from '../case-parts.ts';
import { ClashWords } from '../clash.tsx';

/** Whether there is no network, as far as the browser knows. */
function useOffline(): boolean {
  const [isOffline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const look = (): void => setOffline(!navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return isOffline;
}

/**
 * A window in which one thing is done to a case. Where somebody else did something meanwhile it says what, and sends
 * only when it is pressed again; where the thing cannot be done any more, what was typed can still be copied.
 */
export function ActForm({
  parts,
  acting,
  act,
  title,
  save,
  problem,
  submit,
  children,
}: {
  parts: CaseParts;
  acting: Acting;
  act: CaseAct;
  title: string;
  save: string;
  /** What has to be mended before it is sent. */
  problem?: string | undefined;
  submit: () => unknown;
  children: ComponentChildren;
}) {
  const { detail, say, close } = parts;
  const { clash, isBusy } = acting;
  const { offline } = useConsole().say;
  const isOffline = useOffline();
  const isPossible = detail.acts.includes(act);
  return (
    <Dialog title={title} close={close}>
      <form
        class="act-form"
        noValidate
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          if (isPossible) void submit();
        }}
      >
        <ClashWords clash={clash} say={say} />
        {children}
        <div class="send">
          <Problem words={problem} />
          <Problem words={isOffline ? `${offline.title} ${offline.words}` : undefined} />
          {isPossible && (
            <p class="actions">
              <Button busy={isBusy}>
                {clash !== undefined && clash.since.length > 0 ? say.clash.again : save}
              </Button>
            </p>
          )}
        </div>
      </form>
    </Dialog>
  );
}
