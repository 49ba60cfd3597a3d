import { useId, useState } from 'preact/hooks';
import type { ConsoleCasesWords } from '../../../domain/catalogue/console-cases.ts';

/** From here on, in UTF-16 units or lines, words are folded to what fits a screen. */
const LONG_UNITS = 900;
const LONG_LINES = 16;

const isLong = (text: string): boolean => text.length > LONG_UNITS || text.split('\n').length > LONG_LINES;

/**
 * Somebody's words as they were written, direction marks and all: nothing of them is read as markup, and none of
 * their direction marks reaches the words around them. Long ones are folded; all of them are there.
 */
export function Said({ text, say }: { text: string; say: ConsoleCasesWords['one'] }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const long = isLong(text);
  return (
    <>
      <div id={id} class={`said${long && !open ? ' folded' : ''}`} dir="auto">
        {text}
      </div>
      {long && (
        <button
          type="button"
          class="plain"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? say.fold : say.showAll([...text].length)}
        </button>
      )}
    </>
  );
}
