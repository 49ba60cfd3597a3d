import { parseArgs } from 'node:util';
import { z } from 'zod';

/** What `npm run fuzz` was asked for. */
export interface Options {
  seed: number;
  /** One target, or all where it is absent. */
  target: string | undefined;
  /** So many of each, instead of what each has of its own. */
  inputs: number | undefined;
  isShort: boolean;
}

const Whole = z.coerce.number().int().min(1).max(2_000_000_000);

/** Undefined for arguments that are none of ours. `dice` gives a seed where none is named. */
export function readOptions(args: readonly string[], dice: () => number): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string' },
        target: { type: 'string' },
        inputs: { type: 'string' },
        short: { type: 'boolean', default: false },
      },
    });
    const seed = Whole.optional().parse(values.seed);
    const inputs = Whole.optional().parse(values.inputs);
    return { seed: seed ?? dice(), target: values.target, inputs, isShort: values.short };
  } catch {
    return undefined;
  }
}
