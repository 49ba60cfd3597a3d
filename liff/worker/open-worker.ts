import type { Followed } from './follow-tip.ts';
import { type Failure, NotDone } from './not-done.ts';
import type { Asked, OpenedForm, Task, Told } from './protocol.ts';
import type { TipToSend } from './seal-tip.ts';
import type { Progress } from './send-tip.ts';

/** The page's own worker: everything that derives, seals, opens or talks to the server. */
export interface FormWorker {
  open(): Promise<OpenedForm>;
  /** Calling it again with the same `revision` goes on where a lost connection stopped it. */
  send(tip: TipToSend, revision: number, progress: (progress: Progress) => void): Promise<void>;
  follow(digits: string): Promise<Followed>;
  add(text: string): Promise<Followed>;
  /** That what was followed last be deleted, or stay. */
  erase(wants: 'erase' | 'keep'): Promise<Followed>;
}

interface Waiting {
  progress(progress: Progress): void;
  end(told: Told): void;
  fail(error: Error): void;
}

/** Why a call of the worker's failed. */
export const failureOf = (error: unknown): Failure => (error instanceof NotDone ? error.why : 'failed');

/** Starts the worker. Its calls throw {@link NotDone}. */
export function openWorker(): FormWorker {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

  worker.addEventListener('message', (event: MessageEvent<Told>) => {
    const told = event.data;
    const one = waiting.get(told.id);
    if (told.told === 'progress') {
      one?.progress(told.progress);
      return;
    }
    waiting.delete(told.id);
    if (told.told === 'not_done') one?.fail(new NotDone(told.why));
    else one?.end(told);
  });
  worker.addEventListener('error', () => {
    for (const one of waiting.values()) one.fail(new NotDone('failed'));
    waiting.clear();
  });

  function ask(task: Task, progress: (progress: Progress) => void = () => undefined): Promise<Told> {
    asked += 1;
    const message: Asked = { id: asked, task };
    return new Promise((end, fail) => {
      waiting.set(message.id, { progress, end, fail });
      worker.postMessage(message);
    });
  }

  const followed = async (task: Task): Promise<Followed> => {
    const told = await ask(task);
    if (told.told !== 'followed') throw new NotDone('failed');
    return told.followed;
  };

  return {
    async open() {
      const told = await ask({ task: 'open' });
      if (told.told !== 'opened') throw new NotDone('failed');
      return told.form;
    },
    async send(tip, revision, progress) {
      await ask({ task: 'send', tip, revision }, progress);
    },
    follow: (digits) => followed({ task: 'follow', digits }),
    add: (text) => followed({ task: 'add', text }),
    erase: (wants) => followed({ task: 'erase', wants }),
  };
}
