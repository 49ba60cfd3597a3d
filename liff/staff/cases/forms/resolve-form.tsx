import { useState } from 'preact/hooks';
import { ANSWER_UNITS, KeptPhoto } from '../../../../domain/staff/cases.ts';
import { cleanText } from '../../../../domain/words/clean.ts';
import { failureWords, useConsole } from '../../console.ts';
import { TextArea } from '../../parts/field.tsx';
import { useActing } from '../acting.ts';
import type { CaseParts } from '../case-parts.ts';
import { ActForm } from './act-form.tsx';
import type { Captured } from './captured.ts';
import { useDraft } from './drafts.ts';
import { PhotoField } from './photo-field.tsx';

/** Says that it is done, with a photo taken after the work; the reporter confirms or says that it is not. */
export function ResolveForm({ parts }: { parts: CaseParts }) {
  const { detail, say, close } = parts;
  const { api, toast, say: shell } = useConsole();
  const [text, change, drop] = useDraft(`${detail.id}/resolve`);
  const [photo, setPhoto] = useState<Captured>();
  const [kept, setKept] = useState<{ of: Captured; n: number }>();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const acting = useActing(parts);

  /** The body of the action: its photo is sent once, however often saving is tried. Or why it could not be sent. */
  const bodyOf = async (): Promise<{ text: string; photo?: number } | string> => {
    if (photo === undefined) return { text };
    if (kept?.of === photo) return { text, photo: kept.n };
    const outcome = await api.sendOctets('POST', `/cases/${detail.id}/photos`, photo.octets, KeptPhoto);
    if (!outcome.ok) return failureWords(shell, outcome.why);
    setKept({ of: photo, n: outcome.value.n });
    return { text, photo: outcome.value.n };
  };

  const send = async (): Promise<void> => {
    const body = await bodyOf();
    if (typeof body === 'string') return setProblem(body);
    if ((await acting.act('resolve', body, { kind: 'change', change: 'resolve' })) === undefined) return;
    drop();
    toast({ words: say.done.resolve });
    close();
  };

  const save = async (): Promise<void> => {
    if (isSending) return;
    if (cleanText(text).length > ANSWER_UNITS) return setProblem(say.tooLong(ANSWER_UNITS));
    setProblem(undefined);
    setSending(true);
    await send();
    setSending(false);
  };

  return (
    <ActForm
      parts={parts}
      acting={{ ...acting, isBusy: acting.isBusy || isSending }}
      act="resolve"
      title={say.acts.resolve}
      save={say.resolve.save}
      problem={problem}
      submit={save}
    >
      <PhotoField
        words={{
          pick: say.resolve.photo,
          another: say.resolve.another,
          hint: say.resolve.photoHint,
          alt: say.resolve.alt,
        }}
        say={say}
        photo={photo}
        change={setPhoto}
      />
      <TextArea
        label={say.resolve.label}
        optional
        value={text}
        change={change}
        most={ANSWER_UNITS}
        rows={3}
      />
      <p class="hint">{say.resolve.next}</p>
    </ActForm>
  );
}
