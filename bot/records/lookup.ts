import type { Lookup } from '../../domain/conversation/facts.ts';
import type { Basis } from './basis.ts';
import { erasingIn, readTip, viewCase } from './case-view.ts';
import type { Asker, Ground } from './ground.ts';
import { MISSES_AN_HOUR, readLimits } from './limits.ts';
import { ReceiptRecord } from './records.ts';

/** Where a receipt's case is found. */
export async function receiptPath(ground: Ground, asker: Asker, digits: string): Promise<string> {
  const { lookupId } = await ground.receiptKeys(asker.agency, digits);
  return ground.paths.receipt(ground.secrets.lookupMark(lookupId));
}

/** What a receipt opens. After too many wrong ones in an hour nothing is derived or looked up. */
export async function lookUp(ground: Ground, asker: Asker, basis: Basis, digits: string): Promise<Lookup> {
  const limits = await readLimits(ground, asker, 'miss');
  if (limits.miss >= MISSES_AN_HOUR) return { found: 'paused' };
  const record = await ground.documents.read(await receiptPath(ground, asker, digits));
  if (record === undefined) return { found: 'nothing' };
  const { caseId, kind } = ReceiptRecord.parse(record.data);
  const found = await ground.documents.read(ground.paths.case(caseId));
  if (kind === 'tip') {
    const tip = readTip(found, basis);
    if (tip === undefined) return { found: 'nothing' };
    const erasure = await ground.documents.read(ground.paths.erasure(caseId));
    return { found: 'tip', caseId, status: tip.status, ...erasingIn(erasure) };
  }
  const view = await viewCase(ground, basis, found);
  return view === null ? { found: 'nothing' } : { found: 'case', view };
}
