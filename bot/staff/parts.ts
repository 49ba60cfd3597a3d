import type { CurrentAgency } from '../agency/load.ts';
import type { LineApi } from '../line/api.ts';
import type { Log } from '../log/log.ts';
import type { Ground } from '../records/ground.ts';
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
  /** Absent where signing in with LINE is not set up. */
  verifyIdToken?: VerifyIdToken | undefined;
}
