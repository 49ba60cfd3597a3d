import { z } from 'zod';
import { AuditDeed, AuditEntry } from '../../domain/audit/entry.ts';
import type { Found } from '../store/documents.ts';
import type { AuditGround } from './append.ts';
import { canonicalEntry } from './canonical.ts';

const Link = z.strictObject({ ...AuditEntry.shape, deed: z.strictObject(AuditDeed.shape).optional() });

/**
 * A link as it stands in the store; undefined where it has another shape than this server writes, one field more
 * included, or stands under another number than its own.
 */
export function readLink(found: Found | undefined, n: number): AuditEntry | undefined {
  const link = Link.safeParse(found?.data);
  if (!link.success || link.data.n !== n || found?.id !== String(n)) return undefined;
  return (link.data.deed === undefined) === (link.data.hidden === undefined) ? undefined : link.data;
}

/** Whether a link was written by this server after the one whose mac is `before`. */
export const follows = (
  { secrets }: Pick<AuditGround, 'secrets'>,
  link: AuditEntry,
  before: string,
): boolean => link.mac === secrets.auditMac(before, canonicalEntry(link));
