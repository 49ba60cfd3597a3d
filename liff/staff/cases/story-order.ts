import type { By, CaseDetail, CaseEvent, ThreadMessage } from '../../../domain/staff/cases.ts';

type Saying = Extract<CaseEvent, { kind: 'answer' | 'ask' }>;

/** The first words of a case are `opening`; what staff alone read is an `event`. */
export type StoryItem =
  | { item: 'opening'; day: string; text: string }
  | { item: 'message'; day: string; message: ThreadMessage; by?: By; at?: string }
  | { item: 'event'; day: string; event: Exclude<CaseEvent, Saying> };

const isSaying = (event: CaseEvent): event is Saying => event.kind === 'answer' || event.kind === 'ask';

type Told = Pick<CaseDetail, 'received' | 'text' | 'thread' | 'history' | 'earlier'>;

/**
 * Everything about a case in the order in which it happened. Of a reporter only the day is known: what they wrote
 * stands after what staff did on that day, unless an answer that follows it is known to have come later.
 */
export function storyOf({ received, text, thread, history, earlier }: Told): StoryItem[] {
  const items: StoryItem[] =
    earlier.thread + earlier.history === 0 ? [{ item: 'opening', day: received, text }] : [];
  let next = 0;
  const tell = (message: ThreadMessage, known: { by?: By; at?: string | undefined } = {}): void => {
    const { by, at } = known;
    items.push({
      item: 'message',
      day: message.day,
      message,
      ...(by === undefined ? {} : { by }),
      ...(at === undefined ? {} : { at }),
    });
    next += 1;
  };
  const tellUntil = (isBefore: (message: ThreadMessage, index: number) => boolean): void => {
    for (let message = thread[next]; message !== undefined; message = thread[next]) {
      if (!isBefore(message, next)) return;
      tell(message);
    }
  };
  for (const event of history) {
    if (isSaying(event)) {
      const index = event.message - earlier.thread;
      tellUntil((_, at) => at < index);
      const message = thread[next];
      if (message !== undefined && next === index) tell(message, event);
      continue;
    }
    tellUntil(({ day }) => day < event.day);
    items.push({ item: 'event', day: event.day, event });
  }
  tellUntil(() => true);
  return items;
}
