import { useState } from 'preact/hooks';
import { papersWords } from '../../../domain/catalogue/console-papers.ts';
import { PaperAnswer } from '../../../domain/staff/papers.ts';
import { failureWords, hasRole, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { TextArea } from '../parts/field.tsx';
import { Problem } from '../parts/problems.tsx';
import { Withdrawal } from '../parts/withdrawal.tsx';

interface Acting {
  answer: PaperAnswer;
  put: (answer: PaperAnswer) => void;
}

/**
 * Sends what is done to a paper as it was seen, says so, and offers to take it back. `tried` resolves to what was wrong,
 * `act` to whether it was done, with the problem kept to be shown.
 */
function useActing({ answer, put }: Acting) {
  const { api, say: shell, spoken, toast } = useConsole();
  const say = papersWords(spoken);
  const [problem, setProblem] = useState<string>();
  const send = async (
    edition: string,
    path: string,
    body: object,
    done: string,
  ): Promise<string | undefined> => {
    const sent = await api.send('POST', `/papers/${answer.id}${path}`, { edition, ...body }, PaperAnswer);
    if (sent.ok) {
      const { edition: now, undo } = sent.value;
      put(sent.value);
      toast({
        words: done,
        ...(undo === undefined
          ? {}
          : { undo: () => void send(now, '/undo', {}, say.undoDone).then(setProblem) }),
      });
      return undefined;
    }
    const now = PaperAnswer.safeParse(sent.now).data;
    if (now !== undefined) put(now);
    return sent.why === 'too_many' ? say.full : failureWords(shell, sent.why);
  };
  const tried = (path: string, body: object, done: string): Promise<string | undefined> =>
    send(answer.edition, path, body, done);
  const act = async (...doing: Parameters<typeof tried>): Promise<boolean> => {
    setProblem(undefined);
    const wrong = await tried(...doing);
    setProblem(wrong);
    return wrong === undefined;
  };
  return { act, tried, problem, setProblem, say };
}

/** What can be done with a version that waits, by whoever looks at it. */
export function Deciding(acting: Acting) {
  const { me, go } = useConsole();
  const { act, problem, setProblem, say } = useActing(acting);
  const { answer } = acting;
  const [words, setWords] = useState('');
  const { draft, printed } = answer;
  if (draft === undefined) return null;
  const decides = hasRole(me, 'executive', 'admin');
  const waits = answer.state === 'waiting';
  const giveBack = async (): Promise<void> => {
    if (words.trim() === '') return setProblem(say.needsReason);
    if (await act('/draft/return', { words }, say.givenBack)) setWords('');
  };
  return (
    <div class="deciding-paper">
      <Problem words={problem} />
      {decides && waits && draft.isMine && <p>{say.own}</p>}
      {decides && waits && !draft.isMine && printed === undefined && <p class="problem">{say.noPosition}</p>}
      {decides && waits && !draft.isMine && printed !== undefined && (
        <>
          <p>{say.printed(printed)}</p>
          <Confirm
            asks={say.approveAsks(printed)}
            yes={say.approve}
            kind="main"
            press={() => act('/approval', { printed }, say.approved)}
          >
            {say.approve}
          </Confirm>
        </>
      )}
      <div class="inline-actions">
        <Button kind="second" press={() => go(`/papers/${answer.id}/edit`)}>
          {say.edit}
        </Button>
        {(draft.isMine || decides) && (
          <Confirm
            asks={say.cancelAsks}
            yes={say.cancel}
            press={() => act('/draft/cancel', {}, say.cancelled)}
          >
            {say.cancel}
          </Confirm>
        )}
      </div>
      {decides && waits && !draft.isMine && (
        <div class="give-back">
          <TextArea label={say.giveBackWords} value={words} change={setWords} rows={2} />
          <Button kind="second" press={giveBack}>
            {say.giveBack}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What can be done with what is public: another version in its place, or taking it down. */
export function Public(acting: Acting) {
  const { me, go } = useConsole();
  const { tried, say } = useActing(acting);
  const { answer } = acting;
  const { printed } = answer;
  const newest = answer.issues.at(-1);
  if (newest === undefined) return null;
  return (
    <div class="inline-actions">
      {answer.draft === undefined && (
        <Button kind="second" press={() => go(`/papers/${answer.id}/edit`)}>
          {say.replace}
        </Button>
      )}
      {answer.withdrawn === undefined && hasRole(me, 'executive', 'admin') && (
        <Withdrawal
          title={newest.title}
          note={printed === undefined ? say.noPosition : say.printed(printed)}
          say={say}
          take={(because) => tried('/withdrawal', { because }, say.withdrawDone)}
        />
      )}
    </div>
  );
}

/** Takes back what the person did last. */
export function Undo(acting: Acting) {
  const { act, problem, say } = useActing(acting);
  const { undo } = acting.answer;
  if (undo === undefined) return <Problem words={problem} />;
  return (
    <>
      <Problem words={problem} />
      <p>
        <Button kind="second" press={() => act('/undo', {}, say.undoDone)}>
          {say.undone[undo]}
        </Button>
      </p>
    </>
  );
}
