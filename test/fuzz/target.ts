import fc from 'fast-check';
import type { Asked } from './caller.ts';
import { createOracle, faultOfLine, isLate, type Oracle } from './oracle.ts';
import type { Stage } from './stage.ts';

/** What of the program inputs go to. */
export type Ground = Pick<Stage, 'caller' | 'harvest' | 'lines'>;

/** Inputs of one kind, and how one of them is given to the program. */
export interface Aim<Input, On extends Ground = Stage> {
  name: string;
  /** So many are given in the long form, and in the short one. */
  many: number;
  few: number;
  /** So many go to one store before the next is opened. */
  round: number;
  /** So many are under way at a time. */
  atOnce: number;
  /** Nothing of it is kept in the store, so that the memory of one program must stay flat throughout. */
  keepsNothing: boolean;
  inputs(stage: On): fc.Arbitrary<Input>;
  /** Gives it; resolves to what is wrong, or undefined. Whatever it throws is wrong too. */
  give(stage: On, input: Input, oracle: Oracle): Promise<string | undefined>;
}

export interface Failure {
  fault: string;
  /** The smallest input, of those at once, that was found to do it. */
  input: string;
}

/** An aim of whatever inputs. */
export interface Target<On extends Ground = Stage>
  extends Omit<Aim<never, On>, 'inputs' | 'give' | 'atOnce'> {
  /**
   * Gives `inputs` of them to one stage. `paused` is asked after each few, and says what is wrong by then. `late`: so
   * many were given while the store was too slow, and are not judged.
   */
  run(
    stage: On,
    wanted: { seed: number; inputs: number },
    paused: (given: number) => string | undefined,
  ): Promise<{ failure: Failure | undefined; late: number }>;
}

const isThere = (fault: string | undefined): boolean => fault !== undefined;

/** Batches that one call of fast-check draws. */
const BATCHES = 40;
const SHRINKING_MILLISECONDS = 40_000;
const MOST_SHOWN = 6000;

export function targetOf<Input, On extends Ground = Stage>(aim: Aim<Input, On>): Target<On> {
  const { name, many, few, round, keepsNothing, atOnce } = aim;
  return {
    name,
    many,
    few,
    round,
    keepsNothing,
    async run(stage, { seed, inputs }, paused) {
      const oracle = createOracle();
      let given = 0;
      let late = 0;
      let failedAt: number | undefined;
      const batch = fc.array(aim.inputs(stage), { minLength: 1, maxLength: atOnce, size: 'max' });
      const property = fc.asyncProperty(batch, async (drawn) => {
        const isShrinking = failedAt !== undefined;
        if (failedAt !== undefined && performance.now() - failedAt > SHRINKING_MILLISECONDS) return;
        const now = isShrinking ? drawn : drawn.slice(0, inputs - given);
        const faults = await Promise.all(now.map((input) => aim.give(stage, input, oracle)));
        given += now.length;
        const lines = stage.lines();
        if (lines.some(isLate)) {
          late += now.length;
          return;
        }
        const fault = faults.find(isThere) ?? lines.map(faultOfLine).find(isThere) ?? paused(given);
        if (fault === undefined) return;
        failedAt ??= performance.now();
        throw new Error(fault);
      });
      for (let part = 0; given < inputs; part += 1) {
        const ended = await fc.check(property, { seed: (seed + part * 7919) | 0, numRuns: BATCHES });
        if (!ended.failed) continue;
        const said = ended.errorInstance instanceof Error ? ended.errorInstance.message : 'interrupted';
        const input = fc.stringify(ended.counterexample).slice(0, MOST_SHOWN);
        return { failure: { fault: said, input }, late };
      }
      return { failure: undefined, late };
    },
  };
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Asks, remembers what was given away, and judges the answer. */
export async function asked(stage: Ground, oracle: Oracle, one: Asked): Promise<string | undefined> {
  const answered = await stage.caller.ask(one);
  if ('type' in answered && answered.type.includes('json'))
    stage.harvest.take(jsonOf(answered.body.toString()));
  const fault = oracle.judge(one, answered);
  return fault === undefined ? undefined : `${fault}: ${one.method} ${one.path.slice(0, 200)}`;
}
