import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ConsoleCasesWords } from '../../../domain/catalogue/console-cases.ts';

/** How much larger than the window a photo is shown. */
const LEVELS = [1, 2, 4] as const;

/**
 * A photo over the whole window. Arrows lead to the next and the one before, plus and minus (or a tap) change its
 * size; a large one is scrolled. Escape closes.
 */
export function Zoom({
  say,
  photos,
  at,
  turn,
  close,
}: {
  say: ConsoleCasesWords['one'];
  photos: readonly { n: number; address: string }[];
  at: number;
  turn: (to: number) => void;
  close: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [level, setLevel] = useState(0);
  useLayoutEffect(() => {
    const shown = dialog.current;
    const opener = document.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const photo = photos[at];
  if (photo === undefined) return null;

  const zoom = (by: 1 | -1): void =>
    setLevel((before) => Math.min(LEVELS.length - 1, Math.max(0, before + by)));
  const move = (by: 1 | -1): void => {
    setLevel(0);
    turn((at + by + photos.length) % photos.length);
  };
  const onKey = ({ key }: KeyboardEvent): void => {
    if (key === '+' || key === '=') zoom(1);
    else if (key === '-') zoom(-1);
    else if (level === 0 && key === 'ArrowRight') move(1);
    else if (level === 0 && key === 'ArrowLeft') move(-1);
  };

  return (
    <dialog
      ref={dialog}
      class="zoom"
      aria-label={say.photo(photo.n)}
      onKeyDown={onKey}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <div class="zoom-bar">
        <strong>{say.photo(photo.n)}</strong>
        {photos.length > 1 && (
          <>
            <button type="button" aria-label={say.previousPhoto} onClick={() => move(-1)}>
              <span aria-hidden="true">‹</span>
            </button>
            <button type="button" aria-label={say.nextPhoto} onClick={() => move(1)}>
              <span aria-hidden="true">›</span>
            </button>
          </>
        )}
        <button type="button" aria-label={say.zoomOut} disabled={level === 0} onClick={() => zoom(-1)}>
          <span aria-hidden="true">−</span>
        </button>
        <button
          type="button"
          aria-label={say.zoomIn}
          disabled={level === LEVELS.length - 1}
          onClick={() => zoom(1)}
        >
          <span aria-hidden="true">+</span>
        </button>
        <button type="button" onClick={close}>
          {say.closePhoto}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <section class="zoom-field" data-level={LEVELS[level]} aria-label={say.photo(photo.n)} tabIndex={0}>
        <img src={photo.address} alt={say.photo(photo.n)} />
      </section>
    </dialog>
  );
}
