import type { CurrentAgency } from '../agency/load.ts';
import type { Log } from '../log/log.ts';
import type { Ground } from '../records/ground.ts';

/** What the private form, the follow-up page and the counter survey depend on. */
export interface FormParts {
  ground: Ground;
  current(): CurrentAgency;
  /** Milliseconds since the epoch. */
  clock(): number;
  log: Log;
}
