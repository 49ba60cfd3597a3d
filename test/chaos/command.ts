/** `npm run chaos`: what is asked for on the command line. */
import { parseArgs } from 'node:util';
import { z } from 'zod';

/** Each a run of its own, in a process of its own. */
export const parts = ['storm', 'two', 'clock', 'store', 'kill'] as const;
export type Part = (typeof parts)[number];

const Options = z.object({
  seed: z.coerce.number().int().min(0).max(2_147_483_647).default(20261126),
  residents: z.coerce.number().int().min(1).max(10_000).optional(),
  only: z.enum(parts).optional(),
  scene: z.string().min(1).optional(),
  short: z.boolean().default(false),
});

/** What is to be run: everything, or one part; in the short form, or in the long one. `scene`: only those
 * whose names hold these words. */
export type Options = z.infer<typeof Options>;

/** @throws TypeError for an option that is none, ZodError for a value that is none. */
export function readOptions(given: string[]): Options {
  const { values } = parseArgs({
    args: given,
    options: {
      seed: { type: 'string' },
      residents: { type: 'string' },
      only: { type: 'string' },
      scene: { type: 'string' },
      short: { type: 'boolean' },
    },
  });
  return Options.parse(values);
}
