import type { CaseView } from '../conversation/facts.ts';
import { type Reply, text } from '../conversation/reply.ts';
import type { Turn } from '../conversation/turn.ts';
import type { DueStep } from '../measures/reminders.ts';
import { type CaseNews, composeCases, composeForGroup } from './compose-case.ts';
import { composeMorning, type Morning } from './compose-morning.ts';
import { composeForReporter } from './compose-reporter.ts';
import { composeSteps } from './compose-steps.ts';
import type { Notice } from './entry.ts';

/** Most bubbles of one message. @see https://developers.line.biz/en/reference/messaging-api/#send-push-message */
const BUBBLES_MOST = 5;

export type KeyNotice = Extract<Notice, { notice: 'key' }>;
type ReporterNews = Extract<Notice, { notice: 'reporter' }>['news'];

/** What one of the staff is told. `count` is how many cases there are in all, of which `cases` are those to be named. */
export type ToldStaff = {
  to: 'staff';
  cases: CaseNews[];
  count: number;
  tips: boolean;
  keys: readonly KeyNotice[];
  /** Steps of measures that are still to be taken, and soon. */
  steps: readonly DueStep[];
  morning: Morning | undefined;
};
/** All that one addressee is told at once, with what it is about as it stands now. */
export type Told =
  | ToldStaff
  | { to: 'target'; cases: CaseNews[]; count: number }
  | { to: 'route'; news: ReporterNews[]; view: CaseView };

/** What is announced about keys, the same thing once. */
export function keyLines(notices: readonly KeyNotice[], { say }: Turn): string[] {
  const { keys, keyRecovery, keyWhere } = say.notice;
  const lines = notices.map(({ news, whose }) => keys[news](whose ?? keyRecovery));
  return lines.length === 0 ? [] : [...new Set(lines), keyWhere];
}

function composeKeys(notices: readonly KeyNotice[], turn: Turn): Reply[] {
  const lines = keyLines(notices, turn);
  return lines.length === 0 ? [] : [text(lines.join('\n\n'))];
}

/** What one message says: at most five bubbles, none where nothing of it is true any more. */
export function compose(told: Told, turn: Turn): Reply[] {
  switch (told.to) {
    case 'staff': {
      const { morning } = told;
      const first = morning === undefined ? [] : composeMorning(morning, turn);
      const tips = told.tips ? [text(turn.say.notice.tips)] : [];
      const keys = composeKeys(told.keys, turn);
      const steps = composeSteps(told.steps, turn);
      const room = BUBBLES_MOST - first.length - tips.length - keys.length - steps.length;
      const cases = composeCases(told.cases, told.count, turn, room);
      return [...first, ...cases, ...tips, ...keys, ...steps];
    }
    case 'target':
      return composeForGroup(told.cases, told.count, turn);
    case 'route':
      return composeForReporter(told.news, told.view, turn);
  }
}
