import { z } from 'zod';
import type { Ground } from '../../records/ground.ts';

/** It is written down at most so often, however many webhooks come. */
const WRITTEN_EVERY = 60_000;

/** `settings/pulse`: when LINE was last heard of, by any process; milliseconds since the epoch. */
const Pulse = z.object({ webhook: z.number() });

/** When a webhook that LINE had signed last came. */
export interface WebhookPulse {
  /** One came. Never throws, and nobody waits for it. */
  beat(): void;
  /** @throws StoreUnavailable */
  last(): Promise<number | undefined>;
  /** Resolves once nothing is being written. */
  idle(): Promise<void>;
}

export function webhookPulse(
  { documents, paths }: Pick<Ground, 'documents' | 'paths'>,
  clock: () => number,
): WebhookPulse {
  let heard: number | undefined;
  let written = Number.NEGATIVE_INFINITY;
  let writing: Promise<unknown> = Promise.resolve();
  return {
    beat() {
      heard = clock();
      if (heard - written < WRITTEN_EVERY) return;
      written = heard;
      const data = { webhook: heard };
      writing = documents.commit([{ op: 'merge', path: paths.pulse, data }]).catch(() => undefined);
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
