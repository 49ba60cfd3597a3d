import { type AuditDeed, type AuditEntry, AuditHead, type HiddenDeed } from '../../domain/audit/entry.ts';
import type { Ground } from '../records/ground.ts';
import type { Found, Write } from '../store/documents.ts';
import { canonicalEntry } from './canonical.ts';

/** Something that was done, for the audit; a deed with a tip names the tip and is hidden. */
export type Deed = AuditDeed | HiddenDeed;

export type AuditGround = Pick<Ground, 'documents' | 'paths' | 'secrets'>;

/** What the first link is MACed over. */
export const BEFORE_THE_FIRST = '';

const isHidden = (deed: Deed): deed is HiddenDeed => 'caseId' in deed;

function link({ secrets }: AuditGround, deed: Deed, n: number, now: number, before: string): AuditEntry {
  const at = new Date(now).toISOString();
  const entry: Omit<AuditEntry, 'mac'> = isHidden(deed)
    ? { version: 1, n, at, hidden: secrets.sealDeed(n, Buffer.from(JSON.stringify(deed))) }
    : { version: 1, n, at, deed };
  return { ...entry, mac: secrets.auditMac(before, canonicalEntry(entry)) };
}

/**
 * The writes that put `deeds` at the end of the agency's chain, to be committed together with what was done. The
 * commit is refused (`exists` or `changed`) where another link came in since `found`, the head, was read: then plan
 * and commit again. `now` is milliseconds since the epoch.
 * @throws Error where the head is not the one that this server sealed
 */
export function auditWrites(
  ground: AuditGround,
  now: number,
  deeds: readonly Deed[],
  found: Found | undefined,
): Write[] {
  if (deeds.length === 0) return [];
  const { paths, secrets } = ground;
  const head = found && AuditHead.parse(found.data);
  if (head !== undefined && head.seal !== secrets.auditSeal(head.n, head.mac)) {
    throw new Error('the head of the audit was not written by this server');
  }
  let { n, mac } = head ?? { n: 0, mac: BEFORE_THE_FIRST };
  const entries: Write[] = [];
  for (const deed of deeds) {
    n += 1;
    const entry = link(ground, deed, n, now, mac);
    mac = entry.mac;
    entries.push({ op: 'create', path: paths.audit(n), data: { ...entry } });
  }
  const next: AuditHead = { version: 1, n, mac, seal: secrets.auditSeal(n, mac) };
  return [
    ...entries,
    found === undefined
      ? { op: 'create', path: paths.auditHead, data: { ...next } }
      : { op: 'update', path: paths.auditHead, data: { ...next }, ifUpdatedAt: found.updateTime },
  ];
}
