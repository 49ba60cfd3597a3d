import { thaiDate } from '../calendar/thai-date.ts';
import type { Reply } from '../conversation/reply.ts';
import type { Turn } from '../conversation/turn.ts';
import type { DueStep } from '../measures/reminders.ts';
import { shorten } from '../words/graphemes.ts';

/** How many steps are named in one message; of the others it is said how many there are. */
const NAMED_MOST = 5;
const STEP_GRAPHEMES = 120;

/** A reminder of steps that are to be taken soon, nearest first; nothing where there are none. */
export function composeSteps(steps: readonly DueStep[], { say: { notice }, publicUrl }: Turn): Reply[] {
  if (steps.length === 0) return [];
  const nearest = steps.toSorted((a, b) => (a.step.due < b.step.due ? -1 : 1));
  const named = nearest.slice(0, NAMED_MOST);
  const more = steps.length - named.length;
  return [
    {
      reply: 'card',
      title: notice.steps.title(steps.length),
      rows: named.map(({ step }) => ({
        label: thaiDate(step.due, 'medium'),
        value: shorten(step.text, STEP_GRAPHEMES),
      })),
      text: more === 0 ? '' : notice.steps.more(more),
      choices: [{ does: 'open', label: notice.openConsole, uri: `${publicUrl}/staff#/measures` }],
      asides: [],
    },
  ];
}
