import type { Page } from '../../domain/published/page.ts';
import type { Rendered } from '../../domain/published/rendered.ts';
import type { CurrentAgency } from '../agency/load.ts';
import type { Config } from '../config/config.ts';
import type { LineApi } from '../line/api.ts';
import type { Log } from '../log/log.ts';
import type { Ground } from '../records/ground.ts';
import type { WebhookPulse } from './health/pulse.ts';
import type { VerifyIdToken } from './id-token.ts';

/** What the staff's API depends on. */
export interface StaffParts {
  ground: Ground;
  current(): CurrentAgency;
  /** Reads the agency again, after its settings or people were changed. */
  reload(): Promise<void>;
  /** Milliseconds since the epoch. */
  clock(): number;
  log: Log;
  line: LineApi;
  /** Says that something waits in the outbox. */
  kick(): void;
  publicUrl: string;
  /** When LINE was last heard of. */
  pulse: WebhookPulse;
  /** Which kind of store this is. */
  store: Config['store']['kind'];
  /** Renders a page as it would be served. */
  render(page: Page): Promise<Rendered>;
  /** Absent where signing in with LINE is not set up. */
  verifyIdToken?: VerifyIdToken | undefined;
}
