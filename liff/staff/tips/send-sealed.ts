import { z } from 'zod';
import { FormKeys } from '../../../sealing/form-contract.ts';
import type { TipToSeal } from '../../worker/seal-tip.ts';
import type { Failure, Outcome, StaffApi } from '../api.ts';
import type { Vault } from '../vault/open-vault.ts';
import type { SealedForStaff } from '../vault/protocol.ts';

/** Why something was not sealed and sent: as any call, or because nobody would be left to read it. */
export type SendFailure = Failure | 'nobody';

/** What was sealed and is on its way; kept, so that a lost connection costs nothing twice. */
export interface OnItsWay {
  keys: FormKeys;
  sealed: SealedForStaff;
  arrived: number;
}

/** The readers' keys: the same answer that everybody who sends a tip gets. */
async function readers(): Promise<FormKeys | undefined> {
  try {
    const response = await fetch('/api/tips/readers', { credentials: 'omit', cache: 'no-store' });
    return FormKeys.safeParse(await response.json()).data;
  } catch {
    return undefined;
  }
}

export async function sealForStaff(
  vault: Vault,
  tip: TipToSeal,
  receipt: string | undefined,
): Promise<OnItsWay | SendFailure> {
  const keys = await readers();
  if (keys === undefined) return 'offline';
  const made = await vault.ask('seal', { keys, receipt, tip });
  if (!made.ok) return made.why === 'nobody' ? 'nobody' : 'failed';
  return { keys, sealed: made.value, arrived: 0 };
}

/** Sends the parts that have not arrived yet. */
export async function sendParts(
  api: StaffApi,
  way: OnItsWay,
  told: (done: number, of: number) => void,
): Promise<Outcome<undefined>> {
  const { draft, parts } = way.sealed;
  for (const [index, part] of parts.entries()) {
    told(index, parts.length);
    if (index < way.arrived) continue;
    const kept = await api.sendOctets('PUT', `/tip-drafts/${draft}/${index + 1}`, part, z.unknown());
    if (!kept.ok) return kept;
    way.arrived = index + 1;
  }
  told(parts.length, parts.length);
  return { ok: true, value: undefined };
}
