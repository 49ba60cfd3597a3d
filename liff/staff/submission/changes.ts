import { submissionWords } from '../../../domain/catalogue/console-submission.ts';
import { SubmissionAnswer } from '../../../domain/staff/submission.ts';
import { failureWords, useConsole } from '../console.ts';

/** How the set is changed: what was refused because somebody was faster shows what stands there now. */
export interface Changes {
  /** Undefined when done; else why not, in words. */
  send(
    path: string,
    body: object,
    done: string,
    undo?: (now: SubmissionAnswer) => void,
  ): Promise<string | undefined>;
}

export function useChanges(put: (now: SubmissionAnswer) => void): Changes {
  const { api, say: shell, spoken, toast } = useConsole();
  const say = submissionWords(spoken);
  return {
    async send(path, body, done, undo) {
      const sent = await api.send('PUT', path, body, SubmissionAnswer);
      if (sent.ok) {
        const now = sent.value;
        put(now);
        toast({ words: done, ...(undo === undefined ? {} : { undo: () => undo(now) }) });
        return undefined;
      }
      const now = SubmissionAnswer.safeParse(sent.now).data;
      if (now !== undefined) put(now);
      return sent.why === 'changed' ? say.changed : failureWords(shell, sent.why);
    },
  };
}
