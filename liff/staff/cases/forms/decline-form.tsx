import { useState } from 'preact/hooks';
import { NOTE_UNITS } from '../../../../domain/staff/cases.ts';
import { useConsole } from '../../console.ts';
import { TextArea } from '../../parts/field.tsx';
import { useActing } from '../acting.ts';
import type { CaseParts } from '../case-parts.ts';
import { ActForm } from './act-form.tsx';
import { useDraft } from './drafts.ts';

/** The agency cannot do it: why, and what the reporter can do next. Both are asked for. */
export function DeclineForm({ parts }: { parts: CaseParts }) {
  const { detail, say, close } = parts;
  const { toast } = useConsole();
  const [reason, setReason, dropReason] = useDraft(`${detail.id}/decline/reason`);
  const [next, setNext, dropNext] = useDraft(`${detail.id}/decline/next`);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const acting = useActing(parts);
  const wrongOf = (text: string): string | undefined => {
    if (text.trim() === '') return say.missing;
    return text.length > NOTE_UNITS ? say.tooLong(NOTE_UNITS) : undefined;
  };
  const save = async (): Promise<void> => {
    const found = Object.entries({ reason: wrongOf(reason), next: wrongOf(next) }).flatMap(([name, words]) =>
      words === undefined ? [] : [[name, words] as const],
    );
    setWrong(Object.fromEntries(found));
    if (found.length > 0) return;
    const leaves = { kind: 'change', change: 'decline' } as const;
    if ((await acting.act('decline', { reason, next }, leaves)) === undefined) return;
    dropReason();
    dropNext();
    toast({ words: say.done.decline });
    close();
  };
  return (
    <ActForm
      parts={parts}
      acting={acting}
      act="decline"
      title={say.acts.decline}
      save={say.decline.save}
      submit={save}
    >
      <TextArea
        label={say.decline.reason}
        problem={wrong.reason}
        value={reason}
        change={setReason}
        most={NOTE_UNITS}
        rows={3}
      />
      <TextArea
        label={say.decline.next}
        hint={say.decline.nextHint}
        problem={wrong.next}
        value={next}
        change={setNext}
        most={NOTE_UNITS}
        rows={2}
      />
      <p class="hint">{say.decline.right}</p>
    </ActForm>
  );
}
