import { useState } from 'preact/hooks';
import type { z } from 'zod';
import { failureWords, type Toast, useConsole } from '../console.ts';

/** Something that a second person approves, as it was seen, and where to put what it becomes. */
export interface Shown<Answer> {
  answer: Answer;
  put: (answer: Answer) => void;
}

/**
 * Sends what is done to something as it was seen, and tells it. `full` is said where nothing more goes into it. `tried`
 * resolves to what was wrong, `act` to whether it was done, with the problem kept to be shown.
 */
export function useApprovable<Answer extends { edition: string }>(
  { answer, put }: Shown<Answer>,
  { at, schema, full }: { at: string; schema: z.ZodType<Answer>; full?: string },
) {
  const { api, say: shell, toast } = useConsole();
  const [problem, setProblem] = useState<string>();
  const send = async (
    edition: string,
    path: string,
    body: object,
    told: (now: Answer) => Toast,
  ): Promise<string | undefined> => {
    const sent = await api.send('POST', `${at}${path}`, { edition, ...body }, schema);
    if (sent.ok) {
      put(sent.value);
      toast(told(sent.value));
      return undefined;
    }
    const now = schema.safeParse(sent.now).data;
    if (now !== undefined) put(now);
    return sent.why === 'too_many' && full !== undefined ? full : failureWords(shell, sent.why);
  };
  const tried = (path: string, body: object, told: (now: Answer) => Toast): Promise<string | undefined> =>
    send(answer.edition, path, body, told);
  const act = async (...doing: Parameters<typeof tried>): Promise<boolean> => {
    setProblem(undefined);
    const wrong = await tried(...doing);
    setProblem(wrong);
    return wrong === undefined;
  };
  return { send, tried, act, problem, setProblem };
}
