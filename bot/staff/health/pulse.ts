import { z } from 'zod';
import { dayOf } from '../../../domain/calendar/day.ts';
import type { Ground } from '../../records/ground.ts';

/** It is written down at most so often, however many webhooks come. */
const WRITTEN_EVERY = 60_000;

/**
 * `settings/pulse`: what any process noticed of LINE. `webhook`: when it was last heard of, milliseconds since the
 * epoch. `redelivered`: the day on which an event came again. `loginKnown`, `loginUnknown`: the login channel by which
 * somebody on the staff, and somebody who is not, signed in; never who, nor when.
 */
export const Pulse = z.object({
  webhook: z.number().optional(),
  redelivered: z.iso.date().optional(),
  loginKnown: z.string().optional(),
  loginUnknown: z.string().optional(),
});
export type Pulse = z.infer<typeof Pulse>;

/** Notes that LINE works. Nothing of it throws, and nobody waits for it, but for what resolves. */
export interface WebhookPulse {
  /** A webhook came that LINE had signed. */
  beat(): void;
  /** An event came that LINE had sent before. */
  again(): void;
  /** Somebody signed in with LINE. */
  signedIn(isStaff: boolean): void;
  /** @throws StoreUnavailable */
  last(): Promise<number | undefined>;
  /** Resolves once nothing is being written. */
  idle(): Promise<void>;
}

/** `loginChannel`: by which staff sign in, where they can. */
export function webhookPulse(
  { documents, paths }: Pick<Ground, 'documents' | 'paths'>,
  clock: () => number,
  loginChannel?: string,
): WebhookPulse {
  let heard: number | undefined;
  let written = Number.NEGATIVE_INFINITY;
  let writing: Promise<unknown> = Promise.resolve();
  const noted = new Set<string>();
  const note = (data: Pulse): void => {
    const commit = documents.commit([{ op: 'merge', path: paths.pulse, data }]).catch(() => undefined);
    writing = Promise.all([writing, commit]);
  };
  /** Once in the life of this process. */
  const noteOnce = (data: Pulse): void => {
    const key = JSON.stringify(data);
    if (noted.has(key)) return;
    noted.add(key);
    note(data);
  };
  return {
    beat() {
      heard = clock();
      if (heard - written < WRITTEN_EVERY) return;
      written = heard;
      note({ webhook: heard });
    },
    again: () => noteOnce({ redelivered: dayOf(clock()) }),
    signedIn(isStaff) {
      if (loginChannel !== undefined) {
        noteOnce(isStaff ? { loginKnown: loginChannel } : { loginUnknown: loginChannel });
      }
    },
    async last() {
      const stored = Pulse.safeParse((await documents.read(paths.pulse))?.data).data?.webhook;
      const known = [heard, stored].filter((one) => one !== undefined);
      return known.length === 0 ? undefined : Math.max(...known);
    },
    idle: async () => {
      await writing;
    },
  };
}
