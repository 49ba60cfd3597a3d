import { z } from 'zod';

/** What the parent tells the bot's process: how the store fails, or that the clock goes on. */
export const Order = z.discriminatedUnion('order', [
  z.object({
    order: z.literal('faults'),
    faults: z.object({ before: z.number(), after: z.number(), late: z.number() }),
  }),
  z.object({ order: z.literal('advance'), milliseconds: z.number() }),
]);
export type Order = z.infer<typeof Order>;

const count = z.int();

/** What the bot's process tells its parent: where it listens, and that an order was carried out. */
export const Word = z.discriminatedUnion('word', [
  z.object({ word: z.literal('listening'), port: z.int() }),
  z.object({
    word: z.literal('done'),
    struck: z.object({ before: count, after: count, late: count }),
  }),
]);
export type Word = z.infer<typeof Word>;

/** What the bot's process is started with, beside the variables that the program itself reads. */
export const Setting = z.object({
  /** Where it listens; 0 for any port that is free. */
  FAULT_PORT: z.coerce.number().int(),
  FAULT_SEED: z.coerce.number().int(),
  FAULT_API: z.url(),
  FAULT_CHANNEL_SECRET: z.string(),
  FAULT_ACCESS_TOKEN: z.string(),
  /** Where the bot's clock stood, and when that was on the machine's own, in milliseconds since the epoch. */
  FAULT_CLOCK_STARTED: z.coerce.number(),
  FAULT_CLOCK_SHOWED: z.coerce.number(),
  FAULT_RECEIPT_SALT: z.string(),
});
