import { z } from 'zod';
import { fingerprint } from '../../../sealing/fingerprint.ts';
import { RECOVERY, type WaitingKey } from '../../../sealing/keys-contract.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Problem } from '../parts/problems.tsx';
import { useSending } from '../parts/use-sending.ts';
import { useTipsWords } from '../vault/use-vault.ts';
import { timeWords } from './times.ts';

/** The number that both sides read out to one another. */
export function Fingerprint({ recipient }: { recipient: string }) {
  const say = useTipsWords().keys;
  return (
    <>
      <dt>{say.fingerprint}</dt>
      <dd class="digits">{fingerprint(recipient)}</dd>
    </>
  );
}

/** A key that is announced: compared, confirmed, cancelled, begun. */
export function Waiting({ waiting, changed }: { waiting: WaitingKey; changed: () => Promise<void> }) {
  const { api, me, say: shell, toast } = useConsole();
  const say = useTipsWords().keys;
  const { send, why } = useSending();
  const { owner, recipient, may, isReady, confirmedBy, custodian } = waiting;
  const act = async (step: 'confirm' | 'cancel' | 'begin', words: string): Promise<void> => {
    const call = () => api.send('POST', `/keys/${owner.handle}/${step}`, { recipient }, z.unknown());
    if ((await send(call)) === undefined) return changed();
    toast({ words });
    await changed();
  };
  return (
    <li class="card">
      <h3>{owner.handle === RECOVERY ? say.recoveryKey : say.whose(owner.name)}</h3>
      <dl>
        <Fingerprint recipient={recipient} />
      </dl>
      {custodian !== undefined && <p>{custodian.name}</p>}
      <p class="state">
        <span class="tag">{isReady ? say.isReady : say.readyAt(timeWords(waiting.readyAt))}</span>
        <span class={confirmedBy === undefined ? 'tag' : 'tag good'}>
          {confirmedBy === undefined ? say.notConfirmed : say.confirmedBy(confirmedBy)}
        </span>
      </p>
      {may.confirm && owner.handle !== me.handle && <p class="hint">{say.fingerprintHint}</p>}
      <Problem words={why === undefined ? undefined : failureWords(shell, why)} />
      <div class="actions">
        {may.begin && <Button press={() => act('begin', say.begun)}>{say.begin}</Button>}
        {may.confirm && (
          <Confirm asks={say.confirmAsk} press={() => act('confirm', say.confirmed)} kind="main">
            {say.confirm}
          </Confirm>
        )}
        {may.cancel && (
          <Confirm asks={say.cancelAsk} yes={say.cancel} press={() => act('cancel', say.cancelled)}>
            {say.cancel}
          </Confirm>
        )}
      </div>
    </li>
  );
}
