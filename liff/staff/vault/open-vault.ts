import { type Watched, watched } from '../watched.ts';
import type { Asked, TaskName, Tasks, Told, VaultFailure } from './protocol.ts';

/** What became of something that was asked of the vault. */
export type VaultOutcome<Value> = { ok: true; value: Value } | { ok: false; why: VaultFailure };

/** Whose identity is unlocked in this page: `undefined` while none is. */
export type VaultState = { recipient: string } | undefined;

/** The vault of this page: a worker of its own, which talks to nobody but the page. */
export interface Vault {
  state: Watched<VaultState>;
  ask<Name extends TaskName>(
    task: Name,
    asked: Tasks[Name]['asked'],
  ): Promise<VaultOutcome<Tasks[Name]['told']>>;
  unlock(key: { recipient: string; sealed: string }, passphrase: string): Promise<boolean>;
  lock(): void;
}

/** An identity that nobody used for so long is locked. */
const IDLE_MILLISECONDS = 15 * 60_000;

function start(): Vault {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (told: Told) => void>();
  const state = watched<VaultState>(undefined);
  let count = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;

  worker.addEventListener('message', ({ data: told }: MessageEvent<Told>) => {
    waiting.get(told.id)?.(told);
    waiting.delete(told.id);
  });
  worker.addEventListener('error', () => {
    for (const [id, end] of waiting) end({ id, told: 'failure', why: 'failed' });
    waiting.clear();
  });

  const vault: Vault = {
    state,
    ask(task, asked) {
      count += 1;
      const id = count;
      clearTimeout(idle);
      idle = setTimeout(vault.lock, IDLE_MILLISECONDS);
      return new Promise((resolve) => {
        waiting.set(id, (told) => {
          if (told.told === 'failure') {
            if (told.why === 'locked') state.set(undefined);
            resolve({ ok: false, why: told.why });
          } else if (told.told === task) {
            resolve({ ok: true, value: told.value as never });
          } else resolve({ ok: false, why: 'failed' });
        });
        worker.postMessage({ ...asked, id, task } as Asked);
      });
    },
    async unlock({ recipient, sealed }, passphrase) {
      const opened = await vault.ask('unlock', { sealed, passphrase });
      const isOpen = opened.ok && opened.value;
      if (isOpen) state.set({ recipient });
      return isOpen;
    },
    lock() {
      clearTimeout(idle);
      state.set(undefined);
      void vault.ask('lock', {});
      clearTimeout(idle);
    },
  };
  return vault;
}

let started: Vault | undefined;

/** The one vault of this page, started when it is first needed. It ends with the page. */
export function theVault(): Vault {
  started ??= start();
  return started;
}
