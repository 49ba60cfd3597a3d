import type { AuditDeed, AuditEntry } from '../../domain/audit/entry.ts';

const ofDeed = ({ by, action, about, note }: AuditDeed): unknown[] => [
  by,
  action,
  about ?? null,
  note ?? null,
];

/** The one way of writing an entry down before it is MACed; no two entries are written alike. */
export const canonicalEntry = ({ version, n, at, deed, hidden }: Omit<AuditEntry, 'mac'>): string =>
  JSON.stringify([
    version,
    n,
    at,
    deed === undefined ? null : ofDeed(deed),
    hidden === undefined ? null : Buffer.from(hidden).toString('base64'),
  ]);
