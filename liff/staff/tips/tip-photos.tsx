import { useEffect, useState } from 'preact/hooks';
import type { ConsoleTipsWords } from '../../../domain/catalogue/console-tips.ts';
import type { OpenedTip } from '../vault/open-tip.ts';

/** One photo of a tip: blurred until it is pressed, and again when it is pressed once more. */
function TipPhoto({
  octets,
  nth,
  say,
}: {
  octets: Uint8Array<ArrayBuffer>;
  nth: number;
  say: ConsoleTipsWords['one'];
}) {
  const [address, setAddress] = useState<string>();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([octets], { type: 'image/jpeg' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [octets]);
  return (
    <li class={isShown ? 'tip-photo' : 'tip-photo blurred'}>
      {address !== undefined && <img src={address} alt={isShown ? say.photo(nth) : ''} />}
      <button type="button" class="second" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
        {isShown ? say.hidePhoto(nth) : say.showPhoto(nth)}
      </button>
    </li>
  );
}

export function TipPhotos({ photos, say }: { photos: OpenedTip['photos']; say: ConsoleTipsWords['one'] }) {
  if (photos.length === 0) return null;
  return (
    <section>
      <h2>{say.photos}</h2>
      <p class="hint">{say.careful}</p>
      <ul class="tip-photos">
        {photos.map(({ n, octets }, index) => (
          <TipPhoto key={n} octets={octets} nth={index + 1} say={say} />
        ))}
      </ul>
    </section>
  );
}
