import { type PageAgency, pageAgency } from '../../domain/published/frame.ts';
import type { CurrentAgency } from '../agency/load.ts';

/** What every public page says of the agency around its own matter, as it is now. */
export const frameOf = ({ agency, lineUrl }: CurrentAgency): PageAgency => pageAgency(agency, lineUrl);

/** The same for a page that somebody keeps away from LINE on purpose: nothing on it leads there. */
export const frameWithoutLine = ({ agency }: CurrentAgency): PageAgency => pageAgency(agency);

/**
 * Puts pages that were written some time ago into the frame of today. A page is the same object for as long as it and
 * the frame are, so that it is rendered once.
 */
export function framing<P extends { agency: PageAgency }>(now: () => PageAgency): (page: P) => P {
  const made = new WeakMap<P, { frame: string; page: P }>();
  return (page) => {
    const agency = now();
    const frame = JSON.stringify(agency);
    const before = made.get(page);
    if (before?.frame === frame) return before.page;
    const framed = { ...page, agency };
    made.set(page, { frame, page: framed });
    return framed;
  };
}
