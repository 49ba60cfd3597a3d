import { useState } from 'preact/hooks';
import { z } from 'zod';
import { fingerprint } from '../../../sealing/fingerprint.ts';
import type { KeysAnswer } from '../../../sealing/keys-contract.ts';
import { QrCode } from '../../oit/qr.tsx';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Select, TextField } from '../parts/field.tsx';
import { Problem } from '../parts/problems.tsx';
import { useSending } from '../parts/use-sending.ts';
import { useTipsWords, useVault } from '../vault/use-vault.ts';

const TYPED_BACK = 8;

interface Made {
  identity: string;
  recipient: string;
}

/** The paper: the only place where the recovery key's secret half ever stands. */
function Paper({ made, name }: { made: Made; name: string }) {
  const { me } = useConsole();
  const say = useTipsWords();
  return (
    <div class="slip">
      <strong>{say.recovery.paper}</strong>
      <span>{say.recovery.paperFor(me.agency.name)}</span>
      <span>{name}</span>
      <QrCode url={made.identity} label={say.recovery.qr} />
      <code>{made.identity}</code>
      <small>
        {say.keys.fingerprint} {fingerprint(made.recipient)}
      </small>
      <small>{say.recovery.paperKeep}</small>
    </div>
  );
}

/** A recovery key: made here, printed, typed back in part, and only its public half sent. */
export function MakeRecovery({
  offices,
  close,
  made: after,
}: {
  offices: KeysAnswer['offices'];
  close: () => void;
  made: () => Promise<void>;
}) {
  const { api, say: shell, toast } = useConsole();
  const words = useTipsWords();
  const say = words.recovery;
  const { vault } = useVault();
  const [name, setName] = useState('');
  const [office, setOffice] = useState('outside');
  const [made, setMade] = useState<Made>();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const { send, isBusy, why } = useSending();

  const make = async (event: Event): Promise<void> => {
    event.preventDefault();
    setProblem(name.trim() === '' ? say.missing : undefined);
    if (name.trim() === '') return;
    const outcome = await vault.ask('makeRecovery', {});
    if (outcome.ok) setMade(outcome.value);
  };
  const check = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (made === undefined) return;
    const isRight = typed.trim().toUpperCase() === made.identity.slice(-TYPED_BACK);
    setProblem(isRight ? undefined : say.wrong);
    if (!isRight) return;
    const body = { recipient: made.recipient, custodian: { name: name.trim(), office } };
    if ((await send(() => api.send('POST', '/keys/recovery', body, z.unknown()))) === undefined) return;
    toast({ words: say.done });
    await after();
  };
  const options = [{ id: 'outside', label: words.keys.outside }, ...offices];
  return (
    <section class="card making" aria-label={say.title}>
      <h2>{say.title}</h2>
      {made === undefined ? (
        <form autocomplete="off" onSubmit={make}>
          <TextField label={say.custodian} problem={problem} value={name} change={setName} most={80} />
          <Select
            label={say.office}
            hint={say.officeHint}
            value={office}
            change={setOffice}
            options={options}
          />
          <p class="actions">
            <Button>{say.begin}</Button>
            <Button kind="second" press={close}>
              {shell.cancel}
            </Button>
          </p>
        </form>
      ) : (
        <form autocomplete="off" onSubmit={check}>
          <p>{say.once}</p>
          <Paper made={made} name={name} />
          <p class="actions">
            <Button kind="second" press={() => print()}>
              {say.print}
            </Button>
          </p>
          <TextField label={say.check} problem={problem} value={typed} change={setTyped} />
          <Problem words={why === undefined ? undefined : failureWords(shell, why)} />
          <p class="actions">
            <Button busy={isBusy}>{say.send}</Button>
            <Button kind="second" press={close}>
              {shell.cancel}
            </Button>
          </p>
        </form>
      )}
    </section>
  );
}
