import { useState } from 'preact/hooks';
import { announcementsWords } from '../../../domain/catalogue/console-announcements.ts';
import { AnnouncementAnswer } from '../../../domain/staff/announcements.ts';
import { failureWords, useConsole } from '../console.ts';

export interface Acting {
  answer: AnnouncementAnswer;
  put: (answer: AnnouncementAnswer) => void;
}

/**
 * Sends what is done to an announcement as it was seen, and says so; `done` may depend on what it became. `tried`
 * resolves to what was wrong, `act` to whether it was done, with the problem kept to be shown.
 */
export function useActing({ answer, put }: Acting) {
  const { api, say: shell, spoken, toast } = useConsole();
  const say = announcementsWords(spoken);
  const [problem, setProblem] = useState<string>();
  const tried = async (
    path: string,
    body: object,
    done: (now: AnnouncementAnswer) => string,
  ): Promise<string | undefined> => {
    const { id, edition } = answer;
    const sent = await api.send(
      'POST',
      `/announcements/${id}${path}`,
      { edition, ...body },
      AnnouncementAnswer,
    );
    if (sent.ok) {
      put(sent.value);
      toast({ words: done(sent.value) });
      return undefined;
    }
    const now = AnnouncementAnswer.safeParse(sent.now).data;
    if (now !== undefined) put(now);
    return failureWords(shell, sent.why);
  };
  const act = async (...doing: Parameters<typeof tried>): Promise<boolean> => {
    setProblem(undefined);
    const wrong = await tried(...doing);
    setProblem(wrong);
    return wrong === undefined;
  };
  return { act, tried, problem, setProblem, say };
}
