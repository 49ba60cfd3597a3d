import { useState } from 'preact/hooks';
import { addDays } from '../../domain/calendar/day.ts';
import { thaiDate } from '../../domain/calendar/thai-date.ts';
import { GRACE_DAYS } from '../../domain/case/erasure.ts';
import { eraseWords } from '../../domain/catalogue/erase.ts';
import { followWords } from '../../domain/catalogue/follow.ts';
import { tipWords } from '../../domain/catalogue/tip.ts';
import { TEXT_UNITS } from '../../domain/conversation/draft.ts';
import { readReceipt } from '../../domain/receipt/receipt.ts';
import { cleanText } from '../../domain/words/clean.ts';
import { maskIdNumbers } from '../../domain/words/id-numbers.ts';
import type { AppParts } from '../form/mount.ts';
import { Problem, QuickExit, StepHeading, useLeavingAsks, wordsOf } from '../form/parts.tsx';
import type { Followed, Line } from '../worker/follow-tip.ts';
import { failureOf } from '../worker/open-worker.ts';
import { Erase } from './erase.tsx';

type Found = Exclude<Followed, { found: 'nothing' }>;

/** The follow-up page: the receipt is typed here, and everything is opened here. */
export function TrackForm({ say, spoken, worker }: AppParts) {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Found>();
  const [added, setAdded] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [note, setNote] = useState('');
  useLeavingAsks(added.trim() !== '');

  const during = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    setNote('');
    try {
      await work();
    } catch (error) {
      setProblem(wordsOf(failureOf(error), say));
    }
    setBusy(false);
  };

  const lookUp = async (): Promise<void> => {
    const read = readReceipt(typed);
    if (read.found !== 'receipt') {
      setProblem(read.found === 'wrong' ? say.wrongReceipt : say.notReceipt);
      return;
    }
    await during(async () => {
      const followed = await worker.follow(read.digits);
      if (followed.found === 'nothing') {
        setProblem(say.notFound);
        return;
      }
      setTyped('');
      setFound(followed);
    });
  };

  const add = async (): Promise<void> => {
    const words = maskIdNumbers(cleanText(added));
    if (words === '') {
      setProblem(say.emptyAdd);
      return;
    }
    await during(async () => {
      const followed = await worker.add(words);
      setAdded('');
      setNote(say.added);
      if (followed.found !== 'nothing') setFound(followed);
    });
  };

  const showNow = async (working: () => Promise<Followed>, words: string): Promise<void> =>
    during(async () => {
      const followed = await working();
      setNote(words);
      if (followed.found !== 'nothing') setFound(followed);
    });

  const close = (): void => {
    setFound(undefined);
    setAdded('');
    setProblem(undefined);
    setNote('');
  };

  return (
    <>
      <QuickExit say={say} forget={close} />
      {found === undefined ? (
        <form
          class="step"
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            void lookUp();
          }}
        >
          {say.trackPromise.map((words) => (
            <p key={words}>{words}</p>
          ))}
          <label class="field">
            <span>{say.receipt}</span>
            <input
              type="text"
              inputMode="numeric"
              autocomplete="off"
              spellcheck={false}
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
          <Problem words={problem} />
          <p role="status">{busy ? say.lookingUp : ''}</p>
          <p class="actions">
            <button type="submit" disabled={busy}>
              {say.lookUp}
            </button>
          </p>
        </form>
      ) : (
        <div class="step">
          <Standing say={say} spoken={spoken} found={found} />
          <h3>{say.thread}</h3>
          <Thread say={say} lines={found.lines} />
          {found.found === 'tip' && found.canAdd && (
            <form
              autocomplete="off"
              onSubmit={(event) => {
                event.preventDefault();
                void add();
              }}
            >
              <label class="field">
                <span>{say.add}</span>
                <textarea
                  rows={3}
                  maxLength={TEXT_UNITS}
                  autocomplete="off"
                  spellcheck={false}
                  value={added}
                  onInput={(event) => setAdded(event.currentTarget.value)}
                />
              </label>
              <p class="quiet">{say.addHint}</p>
              <Problem words={problem} />
              <p role="status">{busy ? say.adding : note}</p>
              <button type="submit" disabled={busy}>
                {say.sendAdded}
              </button>
            </form>
          )}
          {found.found === 'case' && <p>{say.addElsewhere}</p>}
          {found.found === 'case' && (
            <>
              <Problem words={problem} />
              <p role="status">{busy ? say.adding : note}</p>
            </>
          )}
          <Erase
            key={`${found.status} ${found.erasure.from}`}
            found={found}
            night={addDays(found.today, GRACE_DAYS)}
            spoken={spoken}
            busy={busy}
            erase={(wants) => {
              const { kept, going } = eraseWords(spoken);
              void showNow(
                () => worker.erase(wants),
                wants === 'keep' ? kept : going(thaiDate(addDays(found.today, GRACE_DAYS), 'long')),
              );
            }}
            ask={
              found.found === 'tip' && found.canAdd
                ? (words) => void showNow(() => worker.add(words), eraseWords(spoken).asked)
                : undefined
            }
          />
          <p class="actions">
            <button type="button" class="second" onClick={close}>
              {say.close}
            </button>
          </p>
        </div>
      )}
    </>
  );
}

function Standing({ say, spoken, found }: Pick<AppParts, 'say' | 'spoken'> & { found: Found }) {
  const status =
    found.found === 'tip' ? tipWords(spoken).status[found.status] : followWords(spoken).status[found.status];
  return (
    <>
      <StepHeading>{say.status}</StepHeading>
      <p class="told">
        <strong>{status}</strong>
      </p>
      {found.found === 'case' && (
        <dl>
          <dt>{say.number}</dt>
          <dd>{found.number}</dd>
          <dt>{say.due}</dt>
          <dd>{thaiDate(found.due, 'long')}</dd>
        </dl>
      )}
    </>
  );
}

function Thread({ say, lines }: { say: AppParts['say']; lines: readonly Line[] }) {
  return (
    <>
      {lines.map((line, index) => (
        <div key={index} class={`line ${line.from}`}>
          <strong>{line.from === 'reporter' ? say.you : say.staff}</strong>
          {line.day !== undefined && <span class="quiet"> {thaiDate(line.day, 'long')}</span>}
          <div class="told">{line.text}</div>
        </div>
      ))}
      {!lines.some(({ from }) => from !== 'reporter') && <p>{say.noAnswer}</p>}
    </>
  );
}
