import type { ComponentChildren } from 'preact';
import type { CaseAct } from '../../../../domain/staff/cases.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Problem } from '../../parts/problems.tsx';
import type { Acting } from '../acting.ts';
import type { CaseParts } from '../case-parts.ts';
import { ClashWords } from '../clash.tsx';

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
        <Problem words={problem} />
        {isPossible && (
          <p class="actions send">
            <Button busy={isBusy}>
              {clash !== undefined && clash.since.length > 0 ? say.clash.again : save}
            </Button>
          </p>
        )}
      </form>
    </Dialog>
  );
}
