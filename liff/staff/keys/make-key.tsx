import { useState } from 'preact/hooks';
import { z } from 'zod';
import { arabicDigits } from '../../../domain/words/digits.ts';
import { fingerprint } from '../../../sealing/fingerprint.ts';
import { passphraseGroups } from '../../../sealing/passphrase.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Problem } from '../parts/problems.tsx';
import { useSending } from '../parts/use-sending.ts';
import type { MadeKey } from '../vault/make-key.ts';
import { useTipsWords, useVault } from '../vault/use-vault.ts';

type Step = 'about' | 'making' | 'shown' | 'checked';

/** Two different groups of five, to be typed back. */
function twoGroups(): readonly number[] {
  const [one = 0, other = 0] = crypto.getRandomValues(new Uint32Array(2));
  const first = one % 5;
  return [first, (first + 1 + (other % 4)) % 5].sort((a, b) => a - b);
}

/** The card that is printed: passphrase and fingerprint, nothing of the key. */
function Card({ made }: { made: MadeKey }) {
  const { me } = useConsole();
  const say = useTipsWords();
  return (
    <div class="slip">
      <strong>{say.make.cardTitle}</strong>
      <span>
        {me.name} · {me.agency.shortName}
      </span>
      <ol class="groups" aria-label={say.make.passphrase}>
        {passphraseGroups(made.passphrase).map((group, nth) => (
          <li key={String(nth)}>{group}</li>
        ))}
      </ol>
      <small>
        {say.keys.fingerprint} {fingerprint(made.recipient)}
      </small>
      <small>{say.make.cardKeep}</small>
    </div>
  );
}

function TypedBack({ made, back, done }: { made: MadeKey; back: () => void; done: () => Promise<void> }) {
  const { api, say: shell } = useConsole();
  const say = useTipsWords().make;
  const [asked] = useState(twoGroups);
  const [typed, setTyped] = useState<readonly string[]>(['', '']);
  const [wrong, setWrong] = useState<readonly number[]>([]);
  const { send, isBusy, why } = useSending();
  const groups = passphraseGroups(made.passphrase);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const isWrong = asked.filter((group, nth) => arabicDigits(typed[nth] ?? '').trim() !== groups[group]);
    setWrong(isWrong);
    if (isWrong.length > 0) return;
    const { recipient, sealed } = made;
    if ((await send(() => api.send('POST', '/keys', { recipient, sealed }, z.unknown()))) !== undefined)
      await done();
  };
  return (
    <form autocomplete="off" onSubmit={submit}>
      <h2>{say.check}</h2>
      {asked.map((group, nth) => (
        <TextField
          key={String(group)}
          label={say.group(group + 1)}
          problem={wrong.includes(group) ? say.wrong : undefined}
          value={typed[nth] ?? ''}
          change={(value) => setTyped(typed.map((one, at) => (at === nth ? value : one)))}
          inputMode="numeric"
        />
      ))}
      <Problem words={why === undefined ? undefined : failureWords(shell, why)} />
      <p class="actions">
        <Button busy={isBusy}>{say.send}</Button>
        <Button kind="second" press={back}>
          {say.again}
        </Button>
      </p>
    </form>
  );
}

/** A key of one's own: made here, its passphrase shown once, written down, and only then announced. */
export function MakeKey({ close, made: after }: { close: () => void; made: () => Promise<void> }) {
  const { say: shell, toast } = useConsole();
  const say = useTipsWords().make;
  const { vault } = useVault();
  const [step, setStep] = useState<Step>('about');
  const [made, setMade] = useState<MadeKey>();
  const make = async (): Promise<void> => {
    setStep('making');
    const outcome = await vault.ask('makeKey', {});
    if (outcome.ok) setMade(outcome.value);
    setStep(outcome.ok ? 'shown' : 'about');
  };
  const done = async (): Promise<void> => {
    toast({ words: say.done });
    await after();
  };
  return (
    <section class="card making" aria-label={say.title}>
      <h2>{say.title}</h2>
      {(step === 'about' || step === 'making') && (
        <>
          <ul>
            {say.about.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <p role="status">{step === 'making' && say.making}</p>
          <p class="actions">
            <Button press={make}>{say.begin}</Button>
            <Button kind="second" press={close}>
              {shell.cancel}
            </Button>
          </p>
        </>
      )}
      {step === 'shown' && made !== undefined && (
        <>
          <p>{say.once}</p>
          <Card made={made} />
          <p class="actions">
            <Button press={() => setStep('checked')}>{say.written}</Button>
            <Button kind="second" press={() => print()}>
              {say.print}
            </Button>
          </p>
        </>
      )}
      {step === 'checked' && made !== undefined && (
        <TypedBack made={made} back={() => setStep('shown')} done={done} />
      )}
    </section>
  );
}
