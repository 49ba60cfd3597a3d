import type { CurrentAgency } from '../agency/load.ts';
import type { LineApi, Sent } from '../line/api.ts';
import type { Log } from '../log/log.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Ground } from '../records/ground.ts';

/** Everything that sending what waits in one agency's outbox depends on. */
export interface OutboxParts {
  ground: Ground;
  /** The agency's profile as it now is, from memory. */
  current(): CurrentAgency;
  line: Pick<LineApi, 'push' | 'quota'>;
  /** The second channel, where the deployment has one. */
  mailer?: Pick<Mailer, 'send'> | undefined;
  /** Milliseconds since the epoch. */
  clock(): number;
  publicUrl: string;
  log: Log;
  /** Told what became of each message, unless it was about tips alone. */
  pushed?: ((sent: Sent) => void) | undefined;
}
