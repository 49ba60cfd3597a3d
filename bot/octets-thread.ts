import { type ResourceLimits, Worker } from 'node:worker_threads';

/**
 * A thread that is given a copy of some octets, and nothing of the environment, to take them apart: what parses files
 * of others is JavaScript, and one could keep it busy or fill it up. Out of memory ends the thread alone; how long it
 * may take is for the caller to see to. `program` stands beside the caller, as TypeScript or, where both were built,
 * as JavaScript of the same kind.
 */
export function octetsThread(program: URL, octets: Uint8Array, resourceLimits: ResourceLimits): Worker {
  const copy = new Uint8Array(octets);
  return new Worker(program, {
    workerData: copy,
    transferList: [copy.buffer],
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits,
  });
}
