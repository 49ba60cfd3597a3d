import { useState } from 'preact/hooks';
import { thaiDate } from '../../domain/calendar/thai-date.ts';
import { eraseWords } from '../../domain/catalogue/erase.ts';
import type { Spoken } from '../../domain/catalogue/voice.ts';
import type { Followed } from '../worker/follow-tip.ts';

/** Asking that what a receipt opened be deleted: a first press that tells what goes and what stays, a second that asks. */
export function Erase({
  found,
  night,
  spoken,
  busy,
  erase,
  ask,
}: {
  found: Exclude<Followed, { found: 'nothing' }>;
  /** The ISO day in whose night it would go. */
  night: string;
  spoken: Spoken;
  busy: boolean;
  erase: (wants: 'erase' | 'keep') => void;
  /** Sends the request to those who work on it; absent where they cannot be written to from here. */
  ask: ((words: string) => void) | undefined;
}) {
  const say = eraseWords(spoken);
  const [isAsking, setAsking] = useState(false);
  const { how, from } = found.erasure;
  if (from !== undefined) {
    return (
      <div class="erase">
        <p>
          <strong>
            {say.row} {say.night(thaiDate(from, 'long'))}
          </strong>
        </p>
        <button type="button" class="second" disabled={busy} onClick={() => erase('keep')}>
          {say.labels.keep}
        </button>
      </div>
    );
  }
  if (!isAsking) {
    return (
      <p class="actions erase">
        <button type="button" class="second" onClick={() => setAsking(true)}>
          {say.labels.erase}
        </button>
      </p>
    );
  }
  const close = (): void => setAsking(false);
  const goes = how === 'goes';
  const yes = (): void => {
    close();
    if (goes) erase('erase');
    else ask?.(say.request);
  };
  const words = goes ? say.goes(thaiDate(night, 'long')) : ask === undefined ? say.openElsewhere : say.open;
  return (
    <div class="erase">
      <p class="told">{words}</p>
      <p class="actions">
        {(goes || ask !== undefined) && (
          <button type="button" disabled={busy} onClick={yes}>
            {goes ? say.labels.goes : say.labels.asks}
          </button>
        )}
        <button type="button" class="second" onClick={close}>
          {say.labels.stays}
        </button>
      </p>
    </div>
  );
}
