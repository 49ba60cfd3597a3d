import { useState } from 'preact/hooks';
import type { ConsoleEntryWords } from '../../../../domain/catalogue/console-entry.ts';
import type { Entered } from '../../../../domain/staff/cases.ts';
import { useConsole } from '../../console.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { ViewTitle } from '../../parts/view-title.tsx';
import { Slip } from './slip.tsx';

/** A case was entered: its slip to print, and what can be done next. */
export function EnteredCase({
  entered,
  about,
  say,
  next,
}: {
  entered: Entered;
  about: string;
  say: ConsoleEntryWords;
  next: () => void;
}) {
  const { go } = useConsole();
  const [paper, setPaper] = useState<'a4' | 'a6'>('a6');
  return (
    <div class="entered">
      <div class="no-print">
        <ViewTitle>{say.entered}</ViewTitle>
        <p class="good-news">{entered.isNew ? say.receiptOnce : say.enteredBefore}</p>
      </div>
      <Slip entered={entered} about={about} paper={paper} say={say.slip} />
      <div class="no-print">
        <Choice
          label={say.paper}
          options={[
            { id: 'a6', label: say.papers.a6 },
            { id: 'a4', label: say.papers.a4 },
          ]}
          chosen={[paper]}
          change={([one]) => setPaper(one === 'a4' ? 'a4' : 'a6')}
        />
        <p class="actions">
          <Button press={() => print()}>{say.print}</Button>
          <Button kind="second" press={() => go(`/case/${entered.id}`)}>
            {say.open}
          </Button>
          <Button kind="second" press={next}>
            {say.next}
          </Button>
        </p>
      </div>
    </div>
  );
}
