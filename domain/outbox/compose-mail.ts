import type { Turn } from '../conversation/turn.ts';
import { keyLines, type ToldStaff } from './compose.ts';
import type { Morning } from './compose-morning.ts';

/** A mail as plain words. */
export type Mail = { readonly subject: string; readonly text: string };

function morningLines({ counts, lateSteps, uncounted }: Morning, { say }: Turn): string[] {
  const { morningRows, morningCount, lateSteps: steps, uncounted: services } = say.notice;
  const rows = (['late', 'due', 'fresh', 'open'] as const).filter((row) => counts[row] > 0);
  return [
    ...rows.map((row) => say.mail.row(morningRows[row], morningCount(counts[row]))),
    ...(lateSteps > 0 ? [say.mail.row(steps.label, steps.count(lateSteps))] : []),
    ...(uncounted === undefined || uncounted.services === 0
      ? []
      : [say.mail.row(services.label, services.count(uncounted.services))]),
  ];
}

/**
 * What one of the staff is told by mail, which others on its way can read: how much waits, with numbers of cases and
 * what is new of them; nothing of who reported, what they wrote or where it is; of tips one sentence, always the
 * same. Undefined where nothing of it is true any more.
 */
export function composeMail(
  { cases, count, tips, keys, steps, morning }: ToldStaff,
  turn: Turn,
): Mail | undefined {
  const { notice, mail } = turn.say;
  const more = count - cases.length;
  const lines = [
    ...(morning === undefined ? [] : morningLines(morning, turn)),
    ...cases.map(({ news, view }) => notice.manyNews(notice.caseNews[news], view.case.number)),
    ...(more > 0 ? [notice.manyMore(more)] : []),
    ...(tips ? [notice.tips] : []),
    ...keyLines(keys, turn),
    ...(steps.length === 0 ? [] : [notice.steps.title(steps.length)]),
  ];
  if (lines.length === 0) return undefined;
  const text = [...lines, '', mail.open(`${turn.publicUrl}/staff`), mail.automatic].join('\n');
  return { subject: mail.subject(turn.agency.shortName), text };
}
