import { placeLabel } from '../../../domain/agency/routing.ts';
import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import type { ConsoleCasesWords } from '../../../domain/catalogue/console-cases.ts';
import type { By, CaseEvent } from '../../../domain/staff/cases.ts';
import type { Me } from '../../../domain/staff/me.ts';
import { categoryLabel, unitLabel } from './labels.ts';

type Names = Pick<Me, 'handle' | 'agency'>;
type Turned = { from?: string | undefined; to?: string | undefined } | undefined;

/** What somebody is called in a case's story; who reads is `ฉัน`. */
export function byWords(by: By, { handle }: Pick<Names, 'handle'>, { one }: ConsoleCasesWords): string {
  if (by === 'reporter') return one.reporter;
  if (by === 'system') return one.system;
  if (by.handle === handle) return one.you;
  return by.name === '' ? one.left : by.name;
}

function changeWords(
  event: Extract<CaseEvent, { kind: 'change' }>,
  { events, why }: ConsoleCasesWords,
): string {
  const { change, waiting, outcome } = event;
  if (change === 'wait') {
    return waiting === undefined
      ? events.wait('', '')
      : events.wait(why[waiting.why], thaiDate(waiting.until, 'medium'));
  }
  if (change === 'refer') return events.refer(outcome?.outcome === 'referred' ? outcome.to : '');
  return events[change];
}

function sortWords(
  event: Extract<CaseEvent, { kind: 'sort' }>,
  { agency }: Names,
  say: ConsoleCasesWords,
): string {
  const { events, inbox, one } = say;
  const turned = (what: string, labelled: (id: string) => string, change: Turned): string[] => {
    if (change === undefined) return [];
    const label = (id: string | undefined): string => (id === undefined ? events.none : labelled(id));
    return [events.turned(what, label(change.from), label(change.to))];
  };
  const unit = (id: string): string => unitLabel(agency, id);
  const parts = [
    ...turned(inbox.filter.category, (id) => categoryLabel(agency, id), event.category),
    ...turned(inbox.filter.place, (id) => placeLabel(agency, id), event.place),
    ...turned(inbox.filter.unit, unit, event.unit),
    ...turned(one.concerns, unit, event.concerns),
  ];
  return parts.length === 0 ? events.sort : parts.join(' · ');
}

/** What was done to a case, as one line. */
export function eventWords(event: CaseEvent, names: Names, say: ConsoleCasesWords): string {
  const { events, one } = say;
  switch (event.kind) {
    case 'change':
      return changeWords(event, say);
    case 'entered':
      return events.entered;
    case 'answer':
      return events.answer;
    case 'ask':
      return events.ask;
    case 'note':
      return events.note;
    case 'assign': {
      if (event.to === undefined) return events.unassign;
      return events.assign(event.to.name === '' ? one.left : byWords(event.to, names, say));
    }
    case 'sort':
      return sortWords(event, names, say);
    case 'join':
      return events.join(event.number);
    case 'unjoin':
      return events.unjoin(event.number);
    case 'mischief proposed':
      return events.mischief;
    case 'mischief withdrawn':
      return events.withdrawn;
    case 'escalated':
      return events[event.to];
  }
}
