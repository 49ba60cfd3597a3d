import { z } from 'zod';
import { fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts';
import { ListName } from '../../../domain/documents/names.ts';
import { Digits } from '../../../domain/evidence/digits.ts';
import { EvidenceKey } from '../../../domain/evidence/keys.ts';
import { Preset } from '../../../domain/evidence/periods.ts';

/** Pages that say how things are, not what happened in a period. */
const WITHOUT_PERIOD: readonly EvidenceKey[] = [
  'complaint_guideline',
  'complaint_channel',
  'e_service',
  'contact',
];

/** Documents of a period, by the keys of their evidence. */
export const documentKeys: readonly EvidenceKey[] = EvidenceKey.options.filter(
  (key) => !WITHOUT_PERIOD.includes(key),
);

const What = z.union([ListName, EvidenceKey]);
export type What = z.infer<typeof What>;

/** Which paper somebody chose. */
export interface Chosen {
  what: What;
  year: number;
  preset: Preset;
  digits: Digits;
}

/** What an address such as `#/documents?what=register&year=2570` chooses; what it does not say is as usual. */
export function chosenIn(query: URLSearchParams, today: string): Chosen & { isAsked: boolean } {
  const what = What.safeParse(query.get('what'));
  const year = Number(query.get('year'));
  return {
    what: what.data ?? 'register',
    year: Number.isInteger(year) && year > 0 ? year : fiscalYearOf(today),
    preset: Preset.safeParse(query.get('preset')).data ?? 'whole-year',
    digits: Digits.safeParse(query.get('digits')).data ?? 'thai',
    isAsked: what.success,
  };
}

/** The address that chooses it. */
export const addressOf = ({ what, year, preset, digits }: Chosen): string =>
  `/documents?${new URLSearchParams({ what, year: String(year), preset, digits })}`;
