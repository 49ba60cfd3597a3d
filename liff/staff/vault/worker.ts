import { scryptBrowser } from '../../../sealing/scrypt-browser.ts';
import type { Asked, TaskName, Tasks, Told } from './protocol.ts';
import { openDoings, VaultClosed } from './vault.ts';

const doings = openDoings({
  random: (octets) => crypto.getRandomValues(new Uint8Array(octets)),
  scrypt: scryptBrowser,
});

const done = async (asked: Asked): Promise<unknown> => {
  const doing = doings[asked.task] as (asked: Asked) => Promise<Tasks[TaskName]['told']>;
  return doing(asked);
};

addEventListener('message', ({ data: asked }: MessageEvent<Asked>) => {
  done(asked).then(
    (value) => postMessage({ id: asked.id, told: asked.task, value }),
    (error: unknown) => {
      const why = error instanceof VaultClosed ? error.why : 'failed';
      postMessage({ id: asked.id, told: 'failure', why } satisfies Told);
    },
  );
});
