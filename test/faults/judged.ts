import type { Platform } from '../../simulator/platform.ts';
import type { History } from './history.ts';
import type { LookedUp } from './receipts.ts';
import type { Resident } from './resident.ts';

/** What a run left behind, as far as it is judged by: whoever made the run, and in whatever time. */
export interface Judged {
  seed: number;
  residents: Resident[];
  /** Why residents did not reach what they came for. */
  stuck: string[];
  /** Residents to whom "เมนู" was not answered with the menu when all was over. */
  withoutMenu: string[];
  lookedUp: LookedUp[];
  /** Numbers of cases that officers entered for somebody: no resident was told of them. */
  entered?: readonly string[];
  platform: Platform;
  /** Ids that passed from LINE to the bot, and must not be kept. */
  passed: { eventIds: ReadonlySet<string>; replyTokens: ReadonlySet<string> };
  /** The ids of the messages that LINE took under a retry key. */
  pushed(retryKey: string): readonly string[];
  /** The ids of messages that answered one of the staff. */
  answered: ReadonlySet<string>;
  history: History;
  log: string[];
  secretKey: Uint8Array;
  dataDir: string;
  receiptSalt: string;
}
