import { FILE_MOST, PART_OCTETS, PaperFile, partsOf } from '../../../domain/papers/paper.ts';
import { beginsAsPdf } from '../../../domain/papers/pdf-octets.ts';
import type { FieldFault } from '../../../domain/staff/fields.ts';
import { FileAnswer, PartAnswer } from '../../../domain/staff/papers.ts';
import { Faults } from '../../../domain/staff/settings.ts';
import type { Failure, StaffApi } from '../api.ts';

/** How far a file has come: read here, sent part by part, checked there. */
export type Progress =
  | { step: 'reading' }
  | { step: 'sending'; sent: number; all: number }
  | { step: 'checking' };

export type Sent =
  | { ok: true; file: PaperFile }
  | { ok: false; fault: FieldFault }
  | { ok: false; why: 'larger' }
  | { ok: false; why: Failure };

const hex = (octets: ArrayBuffer): string =>
  Array.from(new Uint8Array(octets), (octet) => octet.toString(16).padStart(2, '0')).join('');

/**
 * Sends a PDF in parts. What is there already is not sent again, so that a file which did not arrive whole is taken up
 * where it was left.
 */
export async function sendPdf(
  api: StaffApi,
  chosen: File,
  tell: (progress: Progress) => void,
): Promise<Sent> {
  if (chosen.size > FILE_MOST) return { ok: false, why: 'larger' };
  tell({ step: 'reading' });
  const octets = new Uint8Array(await chosen.arrayBuffer());
  if (!beginsAsPdf(octets)) return { ok: false, fault: 'not_pdf' };
  const sha256 = hex(await crypto.subtle.digest('SHA-256', octets));
  const size = { octets: octets.length };
  const begun = await api.send('POST', '/paper-files', { sha256, ...size }, FileAnswer);
  if (!begun.ok) return begun;
  if (begun.value.kept) return { ok: true, file: begun.value.file };
  const all = partsOf(octets.length);
  let sent = all - begun.value.missing.length;
  tell({ step: 'sending', sent, all });
  for (const n of begun.value.missing) {
    const part = octets.slice(n * PART_OCTETS, (n + 1) * PART_OCTETS);
    const kept = await api.sendOctets('PUT', `/paper-files/${sha256}/${n}`, part, PartAnswer);
    if (!kept.ok) return kept;
    sent += 1;
    tell({ step: 'sending', sent, all });
  }
  tell({ step: 'checking' });
  const checked = await api.send('POST', `/paper-files/${sha256}/check`, size, PaperFile);
  if (checked.ok) return { ok: true, file: checked.value };
  const fault = Faults.safeParse(checked.now).data?.faults[0]?.fault;
  return fault === undefined ? checked : { ok: false, fault };
}
