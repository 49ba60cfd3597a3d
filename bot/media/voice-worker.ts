import { parentPort, workerData } from 'node:worker_threads';
import { remuxVoice } from './remux.ts';
import { refused } from './result.ts';

async function remux(): Promise<void> {
  if (parentPort === null || !(workerData instanceof Uint8Array))
    throw new TypeError('not started by voice.ts');
  parentPort.postMessage(await remuxVoice(workerData).catch(() => refused('unreadable')));
}

void remux();
