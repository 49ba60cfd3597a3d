import { useState } from 'preact/hooks';
import type { z } from 'zod';
import type { Failure } from '../api.ts';
import { failureWords, type Toast, useConsole } from '../console.ts';

/** Something that a second person approves, as it was seen, and where to put what it becomes. */
export interface Shown<Answer> {
  answer: Answer;
  put: (answer: Answer) => void;
}

/**
 * Sends what is done to something as it was seen, and tells it. `words` are said of refusals that mean something of their own there. `tried`
 * resolves to what was wrong, `act` to whether it was done, with the problem kept to be shown.
 */
export function useApprovable<Answer extends { edition: string }>(
  { answer, put }: Shown<Answer>,
  {
    at,
    schema,
    words = {},
  }: { at: string; schema: z.ZodType<Answer>; words?: Partial<Record<Failure, string>> },
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
    return words[sent.why] ?? failureWords(shell, sent.why);
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
