import { TipAnswer } from '../../../sealing/tips-contract.ts';
import type { Outcome, StaffApi } from '../api.ts';
import { type OpenedTip, octetsOf, type SealedFile } from '../vault/open-tip.ts';
import type { Vault } from '../vault/open-vault.ts';

/** A tip as the server knows it, and as its reader's key opens it. */
export interface ShownTip {
  answer: TipAnswer;
  tip: OpenedTip;
}

async function wholePart(
  api: StaffApi,
  id: string,
  { n, sealed, header }: TipAnswer['parts'][number],
): Promise<Outcome<SealedFile>> {
  const added = header === undefined ? {} : { header: octetsOf(header) };
  if (sealed !== undefined) return { ok: true, value: { n, sealed: octetsOf(sealed), ...added } };
  const fetched = await api.octets(`/tips/${id}/parts/${n}`);
  if (!fetched.ok) return fetched;
  return { ok: true, value: { n, sealed: new Uint8Array(await fetched.value.arrayBuffer()), ...added } };
}

/** Fetches every part of a tip and opens them in the vault. */
export async function fetchTip(
  { api, vault, agency }: { api: StaffApi; vault: Vault; agency: string },
  id: string,
): Promise<Outcome<ShownTip>> {
  const asked = await api.get(`/tips/${id}`, TipAnswer);
  if (!asked.ok) return asked;
  const parts: SealedFile[] = [];
  for (const part of asked.value.parts) {
    const whole = await wholePart(api, id, part);
    if (!whole.ok) return whole;
    parts.push(whole.value);
  }
  const opened = await vault.ask('open', { agency, draft: id, parts });
  return opened.ok
    ? { ok: true, value: { answer: asked.value, tip: opened.value } }
    : { ok: false, why: 'failed' };
}
