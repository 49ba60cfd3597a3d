import { announcementsWords } from '../../../domain/catalogue/console-announcements.ts';
import { AnnouncementAnswer } from '../../../domain/staff/announcements.ts';
import { type Shown, useApprovable } from '../approval/use-approvable.ts';
import { useConsole } from '../console.ts';

export type Acting = Shown<AnnouncementAnswer>;

/** What can be done with an announcement; `done` may depend on what it became. */
export function useActing(shown: Acting) {
  const { answer } = shown;
  const say = announcementsWords(useConsole().spoken);
  const at = `/announcements/${answer.id}`;
  const { tried, act, problem, setProblem } = useApprovable(shown, {
    at,
    schema: AnnouncementAnswer,
    words: { too_late: say.revokedTooLate },
  });
  type Done = string | ((now: AnnouncementAnswer) => string);
  const told = (done: Done) => (now: AnnouncementAnswer) => ({
    words: typeof done === 'string' ? done : done(now),
  });
  return {
    room: 'announcements' as const,
    answer,
    say,
    problem,
    setProblem,
    tried: (path: string, body: object, done: Done) => tried(path, body, told(done)),
    act: (path: string, body: object, done: Done) => act(path, body, told(done)),
  };
}
