import { faultOfGrowth, octetsInUse, type Sample } from './memory.ts';
import { watchProcess } from './process-faults.ts';
import type { Failure, Ground, Target } from './target.ts';

/** How one target went. */
export interface Ended {
  name: string;
  given: number;
  /** Of those, given while the store was too slow for any, and not judged. */
  late: number;
  milliseconds: number;
  /** Memory in use after each store was closed again, and, where nothing is kept, while it was open. */
  closed: Sample[];
  open: Sample[];
  failure: Failure | undefined;
}

const SAMPLE_EVERY = 2000;

type Closing = Ground & { close(): Promise<void> };

interface Wanted<On> {
  seed: number;
  inputs: number;
  open(): Promise<On>;
  /** Hears after each round how many were given so far; false ends it there. */
  told?: (given: number) => boolean;
}

/** Gives a target its inputs, a fresh program and store for each round. */
export async function campaign<On extends Closing>(
  target: Target<On>,
  { seed, inputs, open, told = () => true }: Wanted<On>,
): Promise<Ended> {
  const began = performance.now();
  const faults = watchProcess();
  const ended: Ended = {
    name: target.name,
    given: 0,
    late: 0,
    milliseconds: 0,
    closed: [],
    open: [],
    failure: undefined,
  };
  const sample = (given: number, samples: Sample[]): void => {
    const octets = octetsInUse();
    if (octets !== undefined) samples.push({ given, octets });
  };

  let isWanted = true;
  for (let round = 0; isWanted && ended.given < inputs && ended.failure === undefined; round += 1) {
    const wanted = Math.min(target.round, inputs - ended.given);
    const stage = await open();
    let sampled = 0;
    ended.open = [];
    const { failure, late } = await target.run(
      stage,
      { seed: seed + round * 104_729, inputs: wanted },
      (given) => {
        if (target.keepsNothing && given - sampled >= SAMPLE_EVERY) {
          sampled = given;
          sample(given, ended.open);
        }
        return faults.first();
      },
    );
    ended.given += wanted;
    ended.late += late;
    await stage.close();
    sample(ended.given, ended.closed);
    const fault = faults.first() ?? faultOfGrowth(ended.open) ?? faultOfGrowth(ended.closed);
    isWanted = told(ended.given);
    ended.failure = failure ?? (fault === undefined ? undefined : { fault, input: 'no single one' });
  }
  faults.stop();
  ended.milliseconds = performance.now() - began;
  return ended;
}
