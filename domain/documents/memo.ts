import { thaiDate } from '../calendar/thai-date.ts';
import { memoWords as say } from '../catalogue/documents.ts';
import { evidenceWords } from '../catalogue/evidence.ts';
import type { CaseDetail, CaseEvent } from '../staff/cases.ts';

/** What a memo about a case begins with: its parts as a person may change them before it is printed. */
export interface MemoDraft {
  office: string;
  /** The office's own number of the paper, written by hand where it is empty. */
  number: string;
  subject: string;
  to: string;
  /** Paragraphs, divided by line breaks. */
  body: string;
  name: string;
  position: string;
}

/** Names of what a case refers to, as they stand in the agency. */
export interface MemoNames {
  agency: string;
  phone: string;
  unit: string;
  category?: string | undefined;
  place?: string | undefined;
  /** Who makes the memo. */
  by: string;
}

type Told = Pick<
  CaseDetail,
  'number' | 'kind' | 'channel' | 'received' | 'due' | 'status' | 'text' | 'thread' | 'history' | 'waiting'
>;

/** What its reporter was told by an outcome of the case rather than by a message; undefined where by neither. */
function outcomeWords(event: CaseEvent, isMessageOf: (day: string) => boolean): string | undefined {
  if (event.kind !== 'change') return undefined;
  const day = thaiDate(event.day, 'long');
  const { outcome, change } = event;
  if (outcome?.outcome === 'referred') return say.referred(day, outcome.to, outcome.contact);
  if (outcome?.outcome === 'declined') return say.declined(day, outcome.reason, outcome.next);
  return change === 'resolve' && !isMessageOf(event.day) ? say.resolved(day) : undefined;
}

/** All that its reporter was told, in the order of days. */
function answersIn({ thread, history }: Pick<Told, 'thread' | 'history'>): string[] {
  const messages = thread.filter(({ from }) => from === 'staff');
  const isMessageOf = (day: string): boolean => messages.some((message) => message.day === day);
  return [
    ...messages.map(({ day, text }) => ({ day, words: say.told(thaiDate(day, 'long'), text) })),
    ...history.flatMap((event) => {
      const words = outcomeWords(event, isMessageOf);
      return words === undefined ? [] : [{ day: event.day, words }];
    }),
  ]
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .map(({ words }) => words);
}

/** บันทึกข้อความ about one case: what came, what was done, what is asked of whoever signs. */
export function memoDraft(detail: Told, names: MemoNames): MemoDraft {
  const { number, kind, channel, received, due, status, text, waiting } = detail;
  const answers = answersIn(detail);
  const came = say.came({
    unit: names.unit,
    kind: evidenceWords.kinds[kind],
    number,
    day: thaiDate(received, 'long'),
    channel: evidenceWords.channels[channel],
    place: names.place ?? say.noPlace,
    text,
  });
  const now = [
    say.now(say.status[status], thaiDate(due, 'long')),
    ...(waiting === undefined ? [] : [say.waits(thaiDate(waiting.until, 'long'), waiting.note)]),
  ].join(' ');
  return {
    office: say.office(names.unit, names.agency, names.phone),
    number: '',
    subject: say.subject(number, names.category ?? evidenceWords.kinds[kind]),
    to: say.to(names.agency),
    body: [came, ...(answers.length === 0 ? [say.nothingTold] : answers), now, say.asks].join('\n'),
    name: names.by,
    position: '',
  };
}
