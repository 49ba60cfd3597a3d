import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type StrippedPhoto, stripPhoto } from '../../tip/photo.ts';
import { useConsole } from '../console.ts';

/** Photos to be sent, each drawn anew in the browser so that place, time and device stay behind. */
export function Photos({
  label,
  photos,
  change,
  most,
}: {
  label: string;
  photos: readonly StrippedPhoto[];
  change: (photos: readonly StrippedPhoto[]) => void;
  most: number;
}) {
  const { say } = useConsole();
  const [problem, setProblem] = useState<string>();
  const hint = useId();
  const held = useRef(photos);
  held.current = photos;
  useEffect(
    () => () => {
      for (const { address } of held.current) URL.revokeObjectURL(address);
    },
    [],
  );
  const add = async (input: HTMLInputElement): Promise<void> => {
    const files = [...(input.files ?? [])];
    input.value = '';
    setProblem(undefined);
    for (const file of files) {
      if (held.current.length >= most) {
        setProblem(say.photos.full(most));
        return;
      }
      const photo = await stripPhoto(file);
      if (photo === undefined) setProblem(say.photos.unreadable);
      else {
        held.current = [...held.current, photo];
        change(held.current);
      }
    }
  };
  const drop = (photo: StrippedPhoto): void => {
    URL.revokeObjectURL(photo.address);
    change(photos.filter((one) => one !== photo));
  };
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      <p class="hint" id={hint}>
        {say.photos.stripped}
      </p>
      <ul class="photos">
        {photos.map((photo, index) => (
          <li class="photo" key={photo.address}>
            <img src={photo.address} alt={say.photos.one(index + 1)} />
            <button type="button" class="plain" onClick={() => drop(photo)}>
              {say.photos.remove(index + 1)}
            </button>
          </li>
        ))}
      </ul>
      {photos.length < most && (
        <label class="pick">
          <input
            class="unseen"
            type="file"
            accept="image/*"
            multiple={most > 1}
            aria-describedby={hint}
            onChange={(event) => add(event.currentTarget)}
          />
          {say.photos.pick}
        </label>
      )}
      <div role="alert">{problem !== undefined && <p class="wrong-words">{problem}</p>}</div>
    </fieldset>
  );
}
