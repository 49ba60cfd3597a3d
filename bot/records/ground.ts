import type { Agency } from '../../domain/agency/agency.ts';
import type { ReceiptKeys } from '../../sealing/derive-receipt.ts';
import type { Random } from '../../sealing/shuffle.ts';
import type { PaperShelf } from '../papers/shelf.ts';
import type { AgencySecrets } from '../secrets/secrets.ts';
import type { Documents } from '../store/documents.ts';
import type { Paths } from './paths.ts';

/** Whether chats of the account can be read in LINE's own manager: `bot` says no. */
export type ChatMode = 'bot' | 'chat' | 'unknown';

/** What reading facts and planning commits of one agency stand on. */
export interface Ground {
  agencyId: string;
  paths: Paths;
  documents: Documents;
  secrets: AgencySecrets;
  random: Random;
  receiptKeys(agency: Agency, digits: string): Promise<ReceiptKeys>;
  /** What the agency publishes, as residents look for it. */
  papers: PaperShelf;
  chatMode(): Promise<ChatMode>;
  /** The code that makes the first admin, while there is none. */
  bootstrapCode: string | undefined;
}

/** One person's turn. `now` is milliseconds since the epoch. */
export interface Asker {
  userId: string;
  agency: Agency;
  now: number;
}
