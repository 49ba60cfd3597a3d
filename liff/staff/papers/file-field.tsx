import { useId, useState } from 'preact/hooks';
import { papersWords } from '../../../domain/catalogue/console-papers.ts';
import { faultWords } from '../../../domain/catalogue/console-settings.ts';
import type { PaperFile } from '../../../domain/papers/paper.ts';
import { failureWords, useConsole } from '../console.ts';
import { type Progress, type Sent, sendPdf } from './upload.ts';

/** A PDF to be chosen and sent, with how far it has come and what was found out about it. */
export function FileField({
  id,
  file,
  change,
  problem,
}: {
  id: string;
  file: PaperFile | undefined;
  change: (file: PaperFile | undefined) => void;
  problem: string | undefined;
}) {
  const { api, say: shell, spoken } = useConsole();
  const say = papersWords(spoken).form;
  const hint = useId();
  const [name, setName] = useState<string>();
  const [progress, setProgress] = useState<Progress>();
  const [refused, setRefused] = useState<Exclude<Sent, { ok: true }>>();

  const choose = async (input: HTMLInputElement): Promise<void> => {
    const chosen = input.files?.[0];
    if (chosen === undefined || progress !== undefined) return;
    setRefused(undefined);
    setName(chosen.name);
    change(undefined);
    const sent = await sendPdf(api, chosen, setProgress);
    setProgress(undefined);
    input.value = '';
    if (sent.ok) change(sent.file);
    else setRefused(sent);
  };
  const refusal = (): string | undefined => {
    if (refused === undefined) return problem;
    if ('fault' in refused) return faultWords(refused.fault);
    if (refused.why === 'larger') return say.tooLarge;
    return refused.why === 'offline' ? say.stopped : failureWords(shell, refused.why);
  };
  const wrong = refusal();
  return (
    <div class={wrong === undefined ? 'field' : 'field wrong'}>
      <p class="hint" id={hint}>
        {say.pickHint}
      </p>
      <label class="pick">
        <input
          id={id}
          class="unseen"
          type="file"
          accept="application/pdf,.pdf"
          aria-describedby={hint}
          onChange={(event) => choose(event.currentTarget)}
        />
        {file === undefined ? say.pick : say.again}
      </label>
      {progress !== undefined && <Coming progress={progress} />}
      <div role="status">{file !== undefined && <Found file={file} name={name} />}</div>
      <div role="alert">{wrong !== undefined && <p class="wrong-words">{wrong}</p>}</div>
    </div>
  );
}

function Coming({ progress }: { progress: Progress }) {
  const { spoken } = useConsole();
  const say = papersWords(spoken).form;
  const words =
    progress.step === 'reading'
      ? say.reading
      : progress.step === 'checking'
        ? say.checking
        : say.sending(progress.sent, progress.all);
  const id = useId();
  return (
    <div class="coming">
      <p id={id} aria-live="polite">
        {words}
      </p>
      {progress.step === 'sending' ? (
        <progress aria-labelledby={id} max={progress.all} value={progress.sent} />
      ) : (
        <progress aria-labelledby={id} />
      )}
    </div>
  );
}

function Found({ file, name }: { file: PaperFile; name: string | undefined }) {
  const { spoken } = useConsole();
  const say = papersWords(spoken).form;
  return (
    <>
      <p class="good-news">{say.ready(name ?? say.kept, file.octets, file.pages)}</p>
      <p class={file.text === 'read' ? 'quiet' : 'problem'}>{say.texts[file.text]}</p>
      {file.scripts && <p class="problem">{say.scripts}</p>}
    </>
  );
}
