import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { KeysAnswer } from '../../../sealing/keys-contract.ts';
import { readPassphrase } from '../../../sealing/passphrase.ts';
import { useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { useTipsWords, useVault } from '../vault/use-vault.ts';

type Mine = NonNullable<KeysAnswer['mine']>;

/** Asks for the passphrase of one's own key; what it opens stays in this page's worker. */
export function UnlockForm({ mine, isAtKeys = false }: { mine: Mine; isAtKeys?: boolean }) {
  const { vault } = useVault();
  const say = useTipsWords().unlock;
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isOpening, setOpening] = useState(false);
  const open = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isOpening) return;
    setProblem(undefined);
    const passphrase = readPassphrase(typed);
    if (passphrase === undefined) return setProblem(say.notTwenty);
    setOpening(true);
    const isOpen = await vault.unlock(mine, passphrase);
    setOpening(false);
    if (!isOpen) return setProblem(say.wrong);
    setTyped('');
  };
  return (
    <form class="card" autocomplete="off" onSubmit={open}>
      <p>{say.about}</p>
      <TextField
        label={say.passphrase}
        hint={say.hint}
        problem={problem}
        value={typed}
        change={setTyped}
        inputMode="numeric"
      />
      <div role="alert">{problem === say.wrong && <p>{say.lost}</p>}</div>
      <p role="status">{isOpening && say.opening}</p>
      <p class="actions">
        <Button busy={isOpening}>{say.open}</Button>
        {!isAtKeys && (
          <a class="way" href="#/keys">
            {say.toKeys}
          </a>
        )}
      </p>
    </form>
  );
}

/** Shows what needs an identity once one is unlocked, and asks for it before. */
export function Unlocked({ children }: { children: ComponentChildren }) {
  const { open } = useVault();
  return open === undefined ? <Unlock /> : children;
}

function Unlock() {
  const { api } = useConsole();
  const say = useTipsWords().unlock;
  const load = useLoad('keys', () => api.get('/keys', KeysAnswer));
  return (
    <Loaded load={load}>
      {({ mine }) =>
        mine === undefined ? (
          <div class="card">
            <p>{say.none}</p>
            <p class="actions">
              <a class="way" href="#/keys">
                {say.toKeys}
              </a>
            </p>
          </div>
        ) : (
          <UnlockForm mine={mine} />
        )
      }
    </Loaded>
  );
}

/** Says that a key is open in this page, and locks it. */
export function LockBar() {
  const { toast } = useConsole();
  const { vault, open } = useVault();
  const say = useTipsWords().unlock;
  if (open === undefined) return null;
  const lock = (): void => {
    vault.lock();
    toast({ words: say.locked });
  };
  return (
    <p class="lock-bar no-print">
      <span>{say.isOpen}</span>
      <button type="button" class="second" onClick={lock}>
        {say.lock}
      </button>
    </p>
  );
}
