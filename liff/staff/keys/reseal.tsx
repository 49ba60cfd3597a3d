import { useState } from 'preact/hooks';
import { z } from 'zod';
import { RECOVERY } from '../../../sealing/keys-contract.ts';
import { ResealList, ResealTip } from '../../../sealing/tips-contract.ts';
import type { Failure, Outcome, StaffApi } from '../api.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { TextField } from '../parts/field.tsx';
import { Problem } from '../parts/problems.tsx';
import type { Vault } from '../vault/open-vault.ts';
import type { ResealWith } from '../vault/protocol.ts';
import { useTipsWords, useVault } from '../vault/use-vault.ts';
import { Unlocked } from './unlock.tsx';

interface Work {
  done: number;
  left: number;
  of: number;
}

/** Ids of every tip that is still to be sealed; what is done is listed no more, so a broken run goes on by itself. */
async function wantedIds(api: StaffApi, handle: string): Promise<Outcome<string[]>> {
  const ids: string[] = [];
  for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
    const page: Outcome<ResealList> = await api.get(`/resealing/${handle}`, ResealList, { cursor });
    if (!page.ok) return page;
    ids.push(...page.value.ids);
    cursor = page.value.next;
  }
  return { ok: true, value: ids };
}

/** Seals one tip; `left` where it stays as it is, because it cannot be opened or concerns its new reader's office. */
async function sealOne(
  { api, vault, agency }: { api: StaffApi; vault: Vault; agency: string },
  handle: string,
  id: string,
  key: ResealWith,
): Promise<Outcome<'done' | 'left'>> {
  const path = `/resealing/${handle}/${id}`;
  for (let tries = 0; ; tries += 1) {
    const opened = await api.get(path, ResealTip);
    if (!opened.ok) return opened.why === 'not_found' ? { ok: true, value: 'left' } : opened;
    const made = await vault.ask('reseal', { agency, draft: id, tip: opened.value, key });
    if (!made.ok) return { ok: false, why: 'failed' };
    if (made.value === 'unreadable') return { ok: true, value: 'left' };
    if (made.value.done === 'left_out' && handle === RECOVERY) return { ok: true, value: 'left' };
    const kept = await api.send('PUT', path, made.value, z.unknown());
    if (kept.ok) return { ok: true, value: made.value.done === 'sealed' ? 'done' : 'left' };
    if (kept.why !== 'changed' || tries === 3) return kept;
  }
}

/** The work itself: a bar, and a way to go on after a lost connection. */
function Run({
  handle,
  keyWith,
  finished,
}: {
  handle: string;
  keyWith: ResealWith;
  finished: () => Promise<void>;
}) {
  const { api, me, say: shell } = useConsole();
  const { vault } = useVault();
  const say = useTipsWords().reseal;
  const [work, setWork] = useState<Work>();
  const [state, setState] = useState<'idle' | 'counting' | 'working' | 'stopped' | 'done'>('idle');
  const [why, setWhy] = useState<Failure>();
  const run = async (): Promise<void> => {
    setWhy(undefined);
    setState('counting');
    const stop = (failure: Failure): void => {
      setWhy(failure);
      setState('stopped');
    };
    const wanted = await wantedIds(api, handle);
    if (!wanted.ok) return stop(wanted.why);
    const before = work?.done ?? 0;
    const so: Work = { done: before, left: 0, of: before + wanted.value.length };
    setWork({ ...so });
    setState('working');
    for (const id of wanted.value) {
      const one = await sealOne({ api, vault, agency: me.agency.id }, handle, id, keyWith);
      if (!one.ok) return stop(one.why);
      so[one.value] += 1;
      setWork({ ...so });
    }
    setState('done');
    await finished();
  };
  const isRunning = state === 'counting' || state === 'working';
  return (
    <div class="run">
      {work !== undefined && state !== 'done' && (
        <>
          <progress value={work.done + work.left} max={Math.max(work.of, 1)} aria-label={say.title} />
          <p>{say.progress(work.done + work.left, work.of)}</p>
        </>
      )}
      <p role="status">
        {state === 'counting' && say.counting}
        {state === 'working' && say.keepOpen}
        {state === 'done' &&
          (work === undefined || work.of === 0 ? say.none : say.done(work.done, work.left))}
      </p>
      <Problem words={why === undefined ? undefined : failureWords(shell, why)} />
      {!isRunning && state !== 'done' && (
        <p class="actions">
          <Button press={run}>{state === 'stopped' ? say.goOn : say.title}</Button>
        </p>
      )}
    </div>
  );
}

/** Sealing older tips to a colleague's new key, with one's own. */
export function ResealFor({
  reader,
  close,
}: {
  reader: { handle: string; name: string };
  close: () => void;
}) {
  const { say: shell } = useConsole();
  const say = useTipsWords().reseal;
  return (
    <section class="card" aria-label={say.begin(reader.name)}>
      <h2>{say.begin(reader.name)}</h2>
      <p>{say.about(reader.name)}</p>
      <Unlocked>
        <Run handle={reader.handle} keyWith="own" finished={async () => undefined} />
      </Unlocked>
      <p class="actions">
        <Button kind="second" press={close}>
          {shell.close}
        </Button>
      </p>
    </section>
  );
}

/** The recovery key, where no officer is left to open a tip: typed from its paper, announced to all, used once. */
export function UseRecovery({ recipient, close }: { recipient: string; close: () => void }) {
  const { api, say: shell } = useConsole();
  const { vault } = useVault();
  const say = useTipsWords().reseal;
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const [recovery, setRecovery] = useState<string>();
  const begin = async (): Promise<void> => {
    const identity = typed.trim().toUpperCase();
    const read = await vault.ask('recipientOf', { identity });
    if (!read.ok || read.value !== recipient) return setProblem(say.recoveryWrong);
    const opened = await api.send('POST', '/resealing/recovery/open', undefined, z.unknown());
    if (!opened.ok) return setProblem(failureWords(shell, opened.why));
    setProblem(undefined);
    setTyped('');
    setRecovery(identity);
  };
  return (
    <section class="card" aria-label={say.recoveryTitle}>
      <h2>{say.recoveryTitle}</h2>
      <p>{say.recoveryAbout}</p>
      {recovery === undefined ? (
        <>
          <TextField label={say.recoveryText} problem={problem} value={typed} change={setTyped} />
          <Confirm asks={say.recoveryAsk} press={begin} kind="main">
            {say.recoveryBegin}
          </Confirm>
        </>
      ) : (
        <Run handle={RECOVERY} keyWith={{ recovery }} finished={async () => setRecovery(recovery)} />
      )}
      <p class="actions">
        <Button kind="second" press={close}>
          {shell.close}
        </Button>
      </p>
    </section>
  );
}
