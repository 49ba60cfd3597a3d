import { z } from 'zod';
import { auditReport } from '../../domain/catalogue/console-audit.ts';
import type { Ground } from '../records/ground.ts';
import type { Errand } from '../spool.ts';
import { verifyAudit } from './verify.ts';
import { notedHeads } from './witness.ts';

const Asked = z.object({ agencyId: z.string(), heads: z.array(z.string()) });
type Asked = z.infer<typeof Asked>;

/** What the walk along the chain found, in words. */
export const AuditOutcome = z.object({ ok: z.boolean(), lines: z.array(z.string()) });
export type AuditOutcome = z.infer<typeof AuditOutcome>;

/** The program that has the store open walks along its audit. */
export const auditing: Errand<Asked, AuditOutcome> = {
  folder: 'auditing',
  asked: Asked,
  answer: AuditOutcome,
  unreadable: { ok: false, lines: [auditReport.unreadable] },
};

/**
 * Verifies the chain against what it should be, the heads that were noted in the data directory, and those that are
 * given: codes from paper.
 * @throws StoreUnavailable
 */
export async function reportAudit(
  ground: Pick<Ground, 'agencyId' | 'documents' | 'paths' | 'secrets'>,
  dataDir: string,
  heads: readonly string[],
  progress?: (done: number, of: number) => unknown,
): Promise<AuditOutcome> {
  const noted = await notedHeads(dataDir, ground.agencyId);
  const verified = await verifyAudit(ground, [...noted, ...heads], progress);
  return {
    ok: verified.faults.length === 0,
    lines: auditReport.lines(verified, noted.length + heads.length),
  };
}
