import { faultOfGrowth, octetsInUse, type Sample } from './memory.ts';
import { watchProcess } from './process-faults.ts';
import type { Failure, Ground, Target } from './target.ts';

/** How one target went. */
export interface Ended {
  name: string;
  given: number;
  milliseconds: number;
  /** Memory in use after each store was closed again, and, where nothing is kept, while it was open. */
  closed: Sample[];
  open: Sample[];
  failure: Failure | undefined;
}

const SAMPLE_EVERY = 2000;

type Closing = Ground & { close(): Promise<void> };

/** Gives a target its inputs, a fresh program and store for each round. */
export async function campaign<On extends Closing>(
  target: Target<On>,
  { seed, inputs, open }: { seed: number; inputs: number; open: () => Promise<On> },
): Promise<Ended> {
  const began = performance.now();
  const faults = watchProcess();
  const ended: Ended = {
    name: target.name,
    given: 0,
    milliseconds: 0,
    closed: [],
    open: [],
    failure: undefined,
  };
  const sample = (given: number, samples: Sample[]): void => {
    const octets = octetsInUse();
    if (octets !== undefined) samples.push({ given, octets });
  };

  for (let round = 0; ended.given < inputs && ended.failure === undefined; round += 1) {
    const wanted = Math.min(target.round, inputs - ended.given);
    const stage = await open();
    let sampled = 0;
    ended.open = [];
    const failure = await target.run(stage, { seed: seed + round * 104_729, inputs: wanted }, (given) => {
      if (target.keepsNothing && given - sampled >= SAMPLE_EVERY) {
        sampled = given;
        sample(given, ended.open);
      }
      return faults.first();
    });
    ended.given += wanted;
    await stage.close();
    sample(ended.given, ended.closed);
    const fault = faults.first() ?? faultOfGrowth(ended.open) ?? faultOfGrowth(ended.closed);
    ended.failure = failure ?? (fault === undefined ? undefined : { fault, input: 'no single one' });
  }
  faults.stop();
  ended.milliseconds = performance.now() - began;
  return ended;
}
