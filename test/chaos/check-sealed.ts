import { openSecrets } from '../../bot/secrets/secrets.ts';
import { deriveReceipt } from '../../sealing/derive-receipt.ts';
import { underHeader } from '../../sealing/header.ts';
import type { Identity } from '../../sealing/keys.ts';
import { openPart } from '../../sealing/part.ts';
import { scryptNode } from '../../sealing/scrypt-node.ts';
import { tipsIn } from '../faults/check-cases.ts';
import { standing } from '../faults/history.ts';
import type { ChaosRun } from './check.ts';
import { claimsOf } from './claims.ts';

/** The parts of a tip as a key opens them; undefined for one that it does not open. `under`: by headers written later. */
function opened(run: ChaosRun, draft: string, identity: Identity, under: boolean) {
  const parts = [...standing(run.history, `cases/${draft}/messages`)];
  return Promise.all(
    parts.map(async ([n, { sealed, header }]) => {
      if (!(sealed instanceof Uint8Array)) return undefined;
      const octets =
        under && header instanceof Uint8Array
          ? underHeader(new Uint8Array(sealed), new Uint8Array(header))
          : new Uint8Array(sealed);
      const found = await openPart(identity, octets, { agency: 'khoen', draft, n: Number(n) });
      return found.open ? found.part : undefined;
    }),
  );
}

/** Words that a reporter added on the tip's page stand in it once. */
export async function addedFindings(run: ChaosRun): Promise<string[]> {
  const secrets = openSecrets(run.secretKey).forAgency('khoen');
  const salt = new Uint8Array(Buffer.from(run.receiptSalt, 'base64'));
  const receipts = standing(run.history, 'receipts');
  const findings: string[] = [];
  for (const { receipt, words } of claimsOf(run, 'added')) {
    const derived = await deriveReceipt(scryptNode, { agencyId: 'khoen', salt, digits: receipt });
    const caseId = receipts.get(secrets.lookupMark(derived.lookupId))?.caseId;
    const parts = typeof caseId === 'string' ? await opened(run, caseId, derived.identity, false) : [];
    const times = parts.filter((part) => part?.kind === 'message' && part.text === words).length;
    if (times !== 1) findings.push(`words added to a tip stand in it ${times} times`);
  }
  return findings;
}

/** A new key opens every part of each tip, by the headers that a colleague wrote; the audit says once that they did. */
export async function resealedFindings(run: ChaosRun): Promise<string[]> {
  const secrets = openSecrets(run.secretKey).forAgency('khoen');
  const resealings = [...standing(run.history, 'audit')].filter(([n, { hidden }]) => {
    const deed = hidden instanceof Uint8Array ? secrets.openDeed(Number(n), hidden) : undefined;
    return deed !== undefined && Buffer.from(deed).toString().includes('"tip-reseal"');
  }).length;
  const findings: string[] = [];
  for (const { identity } of claimsOf(run, 'resealed')) {
    const tips = [...tipsIn(run).keys()];
    for (const draft of tips) {
      const parts = await opened(run, draft, identity, true);
      const closed = parts.filter((part) => part === undefined).length;
      if (closed > 0) findings.push(`${closed} of ${parts.length} parts of a tip do not open with a new key`);
    }
    if (resealings !== tips.length) findings.push(`${tips.length} tips were resealed ${resealings} times`);
  }
  return findings;
}
