import { z } from 'zod';
import { plain } from '../../publish/plain.ts';
import type { Write } from '../../store/documents.ts';

/** How long what was there before a change is offered, so that it can be undone. */
const OFFERED_MILLISECONDS = 7 * 86_400_000;

/** `settings/former-{part}`: a part as the browser had it, with ids; `by` is a staff id. */
const Former = z.object({ version: z.literal(1), at: z.number(), by: z.string(), value: z.unknown() });
export type Former = z.infer<typeof Former>;

export const keepFormer = (path: string, former: Omit<Former, 'version'>): Write => ({
  op: 'set',
  path,
  data: plain({ version: 1, ...former }),
});

/** What was there before, while it is offered. */
export function readFormer(data: unknown, now: number): Former | undefined {
  const former = Former.safeParse(data).data;
  return former === undefined || former.at + OFFERED_MILLISECONDS <= now ? undefined : former;
}
