import { publishWords } from '../../../domain/catalogue/console-publish.ts';
import { PublishAnswer } from '../../../domain/staff/publish.ts';
import { failureWords, useConsole } from '../console.ts';
import { Withdrawal } from '../parts/withdrawal.tsx';

/** Takes a result or a page of evidence down. */
export function Withdraw({
  which,
  title,
  printed,
  done,
}: {
  which: object;
  title: string;
  printed: string | undefined;
  done: (now: PublishAnswer) => void;
}) {
  const { api, say: shell, spoken, toast } = useConsole();
  const say = publishWords(spoken);
  const take = async (because: string): Promise<string | undefined> => {
    const sent = await api.send('POST', '/publish/withdrawals', { ...which, because }, PublishAnswer);
    if (!sent.ok) return failureWords(shell, sent.why);
    toast({ words: say.withdrawDone });
    done(sent.value);
    return undefined;
  };
  return (
    <Withdrawal
      title={title}
      label={`${say.withdraw} ${title}`}
      note={printed === undefined ? say.noPosition : say.printed(printed)}
      say={{ ...say, because: say.withdrawBecause }}
      take={take}
    />
  );
}
