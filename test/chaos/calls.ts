import { type Life, never, within } from './lanes.ts';

/** Something that a program asks of the world around it. */
export interface Call {
  kind: 'read' | 'query' | 'commit' | 'line';
  /** What is asked: collections of a read or a commit, a method and a path of LINE's. */
  about: string;
}

/**
 * What becomes of a call. `before`: it fails, and nothing was done. `lost`: done, but the answer is lost. `late`: it
 * fails, and is done some time after that. `kill before`, `kill after`: the program is killed when it asks, or when
 * the thing is done and it does not know yet. `torn`: as `kill before`, in the middle of writing to disk.
 */
export const fates = ['before', 'lost', 'late', 'kill before', 'kill after', 'torn'] as const;
export type Fate = (typeof fates)[number];

/** What decides on each call of a program, in the order in which they are made. */
export interface Fates {
  of(call: Call): Fate | undefined;
  /** How long a call takes, in milliseconds. */
  delay(call: Call): number;
  /** The program dies of this call. */
  kill(life: Life, how: 'whole' | 'torn'): void;
}

export interface Time {
  sleep(milliseconds: number): Promise<void>;
}

const LATEST_MILLISECONDS = 700;

/** Carries a call out as it is fated; `failure` is what the program is told where it fails. */
export async function fated<T>(
  { fates, life, time }: { fates: Fates; life: Life; time: Time },
  call: Call,
  work: () => Promise<T>,
  failure: () => Promise<T>,
): Promise<T> {
  if (life.isOver) return never;
  // What was begun elsewhere goes on there, whatever becomes of who asked for it.
  const carryOut = (): Promise<T> => within(undefined, work);
  const fate = fates.of(call);
  if (fate === 'kill before' || fate === 'torn') {
    if (fate === 'torn') await carryOut();
    fates.kill(life, fate === 'torn' ? 'torn' : 'whole');
    return never;
  }
  await time.sleep(fates.delay(call));
  if (life.isOver) return never;
  if (fate === 'before') return failure();
  if (fate === 'late') {
    void time
      .sleep(LATEST_MILLISECONDS)
      .then(() => (life.isOver ? undefined : carryOut().catch(() => undefined)));
    return failure();
  }
  const answer = await carryOut();
  if (fate === 'kill after') fates.kill(life, 'whole');
  if (life.isOver) return never;
  return fate === 'lost' ? failure() : answer;
}
