import { useState } from 'preact/hooks';
import { useConsole } from '../../console.ts';
import { TextArea, TextField } from '../../parts/field.tsx';
import { useActing } from '../acting.ts';
import type { CaseParts } from '../case-parts.ts';
import { ActForm } from './act-form.tsx';
import { useDraft } from './drafts.ts';

const MOST = 200;

/** A case that another body has to work on: which, and how it is reached. */
export function ReferForm({ parts }: { parts: CaseParts }) {
  const { detail, say, close } = parts;
  const { me, say: shell, toast } = useConsole();
  const [to, setTo, dropTo] = useDraft(`${detail.id}/refer/to`);
  const [contact, setContact, dropContact] = useDraft(`${detail.id}/refer/contact`);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const acting = useActing(parts);
  const outside = me.agency.outside.filter(({ for: takes }) => takes.includes('complaint'));
  const save = async (): Promise<void> => {
    const empty = [...(to.trim() === '' ? ['to'] : []), ...(contact.trim() === '' ? ['contact'] : [])];
    setMissing(empty);
    if (empty.length > 0) return;
    const leaves = { kind: 'change', change: 'refer' } as const;
    if ((await acting.act('refer', { to, contact }, leaves)) === undefined) return;
    dropTo();
    dropContact();
    toast({ words: say.done.refer });
    close();
  };
  return (
    <ActForm
      parts={parts}
      acting={acting}
      act="refer"
      title={say.acts.refer}
      save={say.refer.save}
      submit={save}
    >
      {outside.length > 0 && (
        <div class="templates">
          {outside.map(({ id, label, phone }) => (
            <button
              key={id}
              type="button"
              class="second"
              onClick={() => {
                setTo(label);
                if (phone !== undefined) setContact(shell.call(phone));
              }}
            >
              {label}
            </button>
          ))}
        </div>
      )}
      <TextField
        label={say.refer.to}
        hint={say.refer.toHint}
        problem={missing.includes('to') ? say.missing : undefined}
        value={to}
        change={setTo}
        most={MOST}
      />
      <TextArea
        label={say.refer.contact}
        hint={say.refer.contactHint}
        problem={missing.includes('contact') ? say.missing : undefined}
        value={contact}
        change={setContact}
        most={MOST}
        rows={2}
      />
    </ActForm>
  );
}
