import { scryptNode } from '../../sealing/scrypt-node.ts';
import { queueScrypt } from '../../sealing/scrypt-queue.ts';
import { measuredScrypt } from '../metrics/measured.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { openShelf } from '../papers/shelf.ts';
import { randomOctets } from '../secrets/random.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { Documents } from '../store/documents.ts';
import type { ChatMode, Ground } from './ground.ts';
import { pathsOf } from './paths.ts';
import { createReceiptKeys } from './receipt-keys.ts';

/** Fewer than the thread pool's four, so that the journal is never kept waiting by receipts alone. */
const DERIVATIONS_AT_ONCE = 3;

/** The real ground: octets from the system's generator, receipts derived off the main thread. */
export function openGround(parts: {
  agencyId: string;
  documents: Documents;
  secrets: Secrets;
  clock: () => number;
  chatMode: () => Promise<ChatMode>;
  bootstrapCode: string | undefined;
  metrics?: Metrics | undefined;
}): Ground {
  const { agencyId, documents, secrets, clock, chatMode, bootstrapCode, metrics } = parts;
  const paths = pathsOf(agencyId);
  const queued = queueScrypt(scryptNode, DERIVATIONS_AT_ONCE);
  const scrypt = metrics === undefined ? queued : measuredScrypt(queued, metrics);
  return {
    agencyId,
    paths,
    papers: openShelf({ documents, paths, clock }),
    documents,
    secrets: secrets.forAgency(agencyId),
    random: randomOctets,
    receiptKeys: createReceiptKeys(scrypt, clock),
    chatMode,
    bootstrapCode,
  };
}
