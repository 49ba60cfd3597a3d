import { thaiDate } from '../../../../domain/calendar/thai-date.ts';
import type { OpenKind } from '../../../../domain/case/case.ts';
import type { ConsoleEntryWords } from '../../../../domain/catalogue/console-entry.ts';
import { ENTRY_UNITS, type EntryBody, type EntryChannel } from '../../../../domain/staff/cases.ts';
import { cleanText } from '../../../../domain/words/clean.ts';
import type { FieldProblem } from '../../parts/problems.tsx';

/** What is being entered; empty where nothing was chosen. */
export interface Entry {
  channel: EntryChannel | undefined;
  received: string;
  kind: OpenKind;
  category: string;
  concerns: string;
  place: string;
  landmark: string;
}

export const emptyEntry = (today: string): Entry => ({
  channel: undefined,
  received: today,
  kind: 'complaint',
  category: '',
  concerns: '',
  place: '',
  landmark: '',
});

const ONCE_OCTETS = 24;

/** A new name for an entry, by which the server knows it when it comes twice. */
export function newOnce(): string {
  const octets = crypto.getRandomValues(new Uint8Array(ONCE_OCTETS));
  return btoa(String.fromCharCode(...octets))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** The ids of the fields that can be wrong. */
export const fields = { channel: 'entry-channel', received: 'entry-received', text: 'entry-text' } as const;

/** What has to be mended before an entry can be sent. Days are ISO days. */
export function problemsOf(
  { channel, received }: Entry,
  text: string,
  { from, today }: { from: string; today: string },
  { problems }: ConsoleEntryWords,
): FieldProblem[] {
  const words = cleanText(text);
  return [
    ...(channel === undefined ? [{ field: fields.channel, words: problems.channel }] : []),
    ...(received === '' || received > today ? [{ field: fields.received, words: problems.received }] : []),
    ...(received !== '' && received < from
      ? [{ field: fields.received, words: problems.tooEarly(thaiDate(from, 'long')) }]
      : []),
    ...(words === '' ? [{ field: fields.text, words: problems.text }] : []),
    ...(words.length > ENTRY_UNITS ? [{ field: fields.text, words: problems.long(ENTRY_UNITS) }] : []),
  ];
}

/** An entry as it is sent. `isAboutStaff`: whether its category is; `photo` is the number of the paper's. */
export function bodyOf(
  entry: Entry,
  channel: EntryChannel,
  more: { once: string; text: string; isAboutStaff: boolean; photo: number | undefined },
): EntryBody {
  const { kind, received, category, concerns, place, landmark } = entry;
  const { once, text, isAboutStaff, photo } = more;
  return {
    once,
    kind,
    channel,
    received,
    text,
    ...(kind === 'complaint' && category !== '' ? { category } : {}),
    ...(isAboutStaff && concerns !== '' ? { concerns } : {}),
    ...(place === '' ? {} : { place }),
    ...(landmark.trim() === '' ? {} : { landmark }),
    ...(photo === undefined ? {} : { photo }),
  };
}
