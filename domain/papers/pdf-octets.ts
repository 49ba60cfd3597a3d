const MARK = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** Readers accept a PDF whose mark stands within its first 1024 octets. */
const WITHIN = 1024;

/** Whether octets begin as a PDF does: `%PDF-`. What comes after may still be broken. */
export function beginsAsPdf(octets: Uint8Array): boolean {
  const last = Math.min(WITHIN, octets.length) - MARK.length;
  for (let at = 0; at <= last; at += 1) {
    if (MARK.every((octet, nth) => octets[at + nth] === octet)) return true;
  }
  return false;
}
