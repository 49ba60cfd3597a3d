import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConsoleCasesWords } from '../../../../domain/catalogue/console-cases.ts';
import { useConsole } from '../../console.ts';
import { Problem } from '../../parts/problems.tsx';
import { type Captured, capture } from './captured.ts';

/** What the field is called, and how its photo is described. */
export interface PhotoFieldWords {
  pick: string;
  another: string;
  hint: string;
  alt: string;
}

/**
 * One photo from the camera: made small and fingerprinted at once, shown as it will be sent. On a phone the camera
 * opens.
 */
export function PhotoField({
  words,
  say,
  photo,
  change,
}: {
  words: PhotoFieldWords;
  say: ConsoleCasesWords;
  photo: Captured | undefined;
  change: (photo: Captured | undefined) => void;
}) {
  const { say: shell } = useConsole();
  const [isPreparing, setPreparing] = useState(false);
  const [problem, setProblem] = useState<string>();
  const held = useRef(photo);
  held.current = photo;
  useEffect(
    () => () => {
      if (held.current !== undefined) URL.revokeObjectURL(held.current.address);
    },
    [],
  );
  const take = async (input: HTMLInputElement): Promise<void> => {
    const [file] = input.files ?? [];
    input.value = '';
    if (file === undefined) return;
    setProblem(undefined);
    setPreparing(true);
    const taken = await capture(file);
    setPreparing(false);
    if (taken === undefined) return setProblem(shell.photos.unreadable);
    if (photo !== undefined) URL.revokeObjectURL(photo.address);
    change(taken);
  };
  return (
    <div class="field photo-field">
      {photo !== undefined && (
        <figure>
          <img src={photo.address} alt={words.alt} />
          <figcaption>
            {say.one.fingerprint} <code>{photo.sha256}</code>
          </figcaption>
        </figure>
      )}
      <label class="pick">
        <input
          class="unseen"
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(event) => take(event.currentTarget)}
        />
        {photo === undefined ? words.pick : words.another}
      </label>
      <p class="hint">{words.hint}</p>
      <p role="status">{isPreparing && say.resolve.preparing}</p>
      <Problem words={problem} />
    </div>
  );
}
