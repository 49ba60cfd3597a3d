import { BEFORE_THE_FIRST } from '../../bot/audit/append.ts';
import { canonicalEntry } from '../../bot/audit/canonical.ts';
import { openSecrets } from '../../bot/secrets/secrets.ts';
import { AuditEntry, AuditHead } from '../../domain/audit/entry.ts';
import { standing } from '../faults/history.ts';
import type { ChaosRun } from './check.ts';
import { claimsOf } from './claims.ts';

const linksIn = ({ history }: ChaosRun): AuditEntry[] =>
  [...standing(history, 'audit').values()].map((data) => AuditEntry.parse(data)).sort((a, b) => a.n - b.n);

/** What the staff did stands in the audit as often as they did it. */
export function deedFindings(run: ChaosRun): string[] {
  const links = linksIn(run);
  return claimsOf(run, 'deed').flatMap(({ by, action, about, note, times }) => {
    const found = links.filter(
      ({ deed }) =>
        deed?.by === by &&
        deed.action === action &&
        deed.about?.startsWith(about) === true &&
        (note === undefined || deed.note === note),
    );
    return found.length === times
      ? []
      : [`${action} of ${about} (${note ?? ''}) stands ${found.length} times in the audit, not ${times}`];
  });
}

/** The audit is one chain from its first link to its head. */
export function chainFindings(run: ChaosRun): string[] {
  const secrets = openSecrets(run.secretKey).forAgency('khoen');
  const links = linksIn(run);
  let before = BEFORE_THE_FIRST;
  const findings = links.flatMap((link, index) => {
    const follows = link.n === index + 1 && link.mac === secrets.auditMac(before, canonicalEntry(link));
    before = link.mac;
    return follows ? [] : [`link ${link.n} does not follow the one before it`];
  });
  const head = AuditHead.safeParse(run.history.last.get('agencies/khoen/settings/audit')?.data).data;
  const isAtEnd = head === undefined ? links.length === 0 : head.n === links.length && head.mac === before;
  return isAtEnd ? findings : [...findings, 'the head of the audit is not its newest link'];
}
