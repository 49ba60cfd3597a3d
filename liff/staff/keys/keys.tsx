import { base64 } from '@scure/base';
import { useState } from 'preact/hooks';
import { z } from 'zod';
import { KeysAnswer } from '../../../sealing/keys-contract.ts';
import { hasRole, labelOf, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { useTipsWords, useVault } from '../vault/use-vault.ts';
import { MakeKey } from './make-key.tsx';
import { MakeRecovery } from './make-recovery.tsx';
import { ResealFor, UseRecovery } from './reseal.tsx';
import { save } from './save.ts';
import { dayWords } from './times.ts';
import { LockBar, UnlockForm } from './unlock.tsx';
import { Fingerprint, Waiting } from './waiting-key.tsx';

type Parts = { keys: KeysAnswer; again: () => Promise<void> };

/** One's own key: unlocked, saved to a file, made anew. */
function OwnKey({ keys, again }: Parts) {
  const { api, toast } = useConsole();
  const { open } = useVault();
  const say = useTipsWords().keys;
  const [isMaking, setMaking] = useState(false);
  const { mine, mayMake } = keys;
  const made = async (): Promise<void> => {
    setMaking(false);
    await again();
  };
  const exportKey = async (): Promise<void> => {
    if (mine === undefined) return;
    const done = await api.send('POST', '/keys/mine/export', undefined, z.unknown());
    if (!done.ok) return;
    save(base64.decode(mine.sealed), 'prongsai-key.age');
    toast({ words: say.exported });
  };
  return (
    <section>
      <h2>{say.mine}</h2>
      {mine !== undefined && (
        <div class="card">
          <p>{say.since(dayWords(mine.since))}</p>
          <dl>
            <Fingerprint recipient={mine.recipient} />
          </dl>
          {open !== undefined && (
            <>
              <p class="hint">{say.exportAbout}</p>
              <Button kind="second" press={exportKey}>
                {say.exportKey}
              </Button>
            </>
          )}
        </div>
      )}
      {mine !== undefined && open === undefined && !isMaking && <UnlockForm mine={mine} isAtKeys />}
      {isMaking ? (
        <MakeKey close={() => setMaking(false)} made={made} />
      ) : (
        mayMake && (
          <Button kind={mine === undefined ? 'main' : 'second'} press={() => setMaking(true)}>
            {mine === undefined ? say.make : say.makeNew}
          </Button>
        )
      )}
    </section>
  );
}

function WaitingKeys({ keys, again }: Parts) {
  const say = useTipsWords().keys;
  return (
    <section>
      <h2>{say.waiting}</h2>
      {keys.waiting.length === 0 ? (
        <p class="quiet">{say.noneWaiting}</p>
      ) : (
        <ul class="plain-list">
          {keys.waiting.map((waiting) => (
            <Waiting key={waiting.recipient} waiting={waiting} changed={again} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ReadersNow({ keys }: { keys: KeysAnswer }) {
  const { me } = useConsole();
  const words = useTipsWords();
  const say = words.keys;
  const [chosen, setChosen] = useState<string>();
  const mayReseal = keys.mine !== undefined;
  return (
    <section>
      <h2>{say.readers}</h2>
      {keys.readers.length === 0 && <p class="problem">{say.noReaders}</p>}
      <ul class="plain-list">
        {keys.readers.map((reader) => (
          <li key={reader.recipient} class="card">
            <h3>{reader.name}</h3>
            <dl>
              <Fingerprint recipient={reader.recipient} />
            </dl>
            {reader.since !== undefined && <p class="quiet">{say.since(dayWords(reader.since))}</p>}
            {mayReseal && reader.renewed && reader.handle !== me.handle && chosen !== reader.handle && (
              <Button kind="second" press={() => setChosen(reader.handle)}>
                {words.reseal.begin(reader.name)}
              </Button>
            )}
            {chosen === reader.handle && <ResealFor reader={reader} close={() => setChosen(undefined)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Recovery({ keys, again }: Parts) {
  const { me } = useConsole();
  const words = useTipsWords();
  const say = words.keys;
  const [shown, setShown] = useState<'make' | 'use'>();
  const { recovery, offices, waiting } = keys;
  const close = (): void => setShown(undefined);
  const made = async (): Promise<void> => {
    close();
    await again();
  };
  const isWaiting = waiting.some(({ custodian }) => custodian !== undefined);
  const named = [{ id: 'outside', label: say.outside }, ...offices];
  return (
    <section>
      <h2>{say.recovery}</h2>
      <p class="quiet">{say.recoveryAbout}</p>
      {recovery === undefined ? (
        <p class="problem">{say.noRecovery}</p>
      ) : (
        <div class="card">
          <p>{say.keptBy(recovery.custodian.name, labelOf(named, recovery.custodian.office))}</p>
          <dl>
            <Fingerprint recipient={recovery.recipient} />
          </dl>
        </div>
      )}
      {shown === 'make' && <MakeRecovery offices={offices} close={close} made={made} />}
      {shown === 'use' && recovery !== undefined && (
        <UseRecovery recipient={recovery.recipient} close={close} />
      )}
      {shown === undefined && (
        <p class="actions">
          {!isWaiting && (
            <Button kind="second" press={() => setShown('make')}>
              {say.makeRecovery}
            </Button>
          )}
          {recovery !== undefined && hasRole(me, 'integrity') && keys.mine !== undefined && (
            <Button kind="second" press={() => setShown('use')}>
              {words.reseal.recoveryTitle}
            </Button>
          )}
        </p>
      )}
    </section>
  );
}

/** Who can read tips, with which keys: one's own, those that wait, everybody's, and the one on paper. */
export function Keys() {
  const { api, me } = useConsole();
  const say = useTipsWords().keys;
  const load = useLoad('keys', () => api.get('/keys', KeysAnswer));
  return (
    <div class="keys">
      <ViewTitle>{say.title}</ViewTitle>
      <p>{say.about}</p>
      <LockBar />
      <Loaded load={load}>
        {(keys) => (
          <>
            {hasRole(me, 'integrity') && <OwnKey keys={keys} again={load.again} />}
            <WaitingKeys keys={keys} again={load.again} />
            <ReadersNow keys={keys} />
            <Recovery keys={keys} again={load.again} />
          </>
        )}
      </Loaded>
    </div>
  );
}
