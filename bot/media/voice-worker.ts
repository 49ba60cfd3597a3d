import { parentPort, workerData } from 'node:worker_threads';
import { remuxVoice } from './remux.ts';
import { refused } from './result.ts';

if (parentPort === null || !(workerData instanceof Uint8Array))
  throw new TypeError('not started by voice.ts');

const result = await remuxVoice(workerData).catch(() => refused('unreadable'));
parentPort.postMessage(result);
