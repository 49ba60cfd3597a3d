import { useState } from 'preact/hooks';
import { hasRole, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { TextArea } from '../parts/field.tsx';
import { Problem } from '../parts/problems.tsx';
import { Withdrawal } from '../parts/withdrawal.tsx';
import { type Acting, useActing } from './use-acting.ts';

function Approving({ acting }: { acting: ReturnType<typeof useActing> & Acting }) {
  const { act, say, answer, setProblem } = acting;
  const [words, setWords] = useState('');
  const { draft, printed } = answer;
  if (draft?.isMine === true) return <p>{say.own}</p>;
  const giveBack = async (): Promise<void> => {
    if (words.trim() === '') return setProblem(say.needsReason);
    if (await act('/draft/return', { words }, () => say.givenBack)) setWords('');
  };
  return (
    <>
      {printed === undefined ? (
        <p class="problem">{say.noPosition}</p>
      ) : (
        <>
          <p>{say.printed(printed)}</p>
          <Confirm
            asks={say.approveAsks(printed)}
            yes={say.approve}
            kind="main"
            press={() => act('/approval', { printed }, () => say.approved)}
          >
            {say.approve}
          </Confirm>
        </>
      )}
      <div class="give-back">
        <TextArea label={say.giveBackWords} value={words} change={setWords} rows={2} />
        <Button kind="second" press={giveBack}>
          {say.giveBack}
        </Button>
      </div>
    </>
  );
}

/** What can be done with a version that waits, by whoever looks at it. */
export function Deciding(props: Acting) {
  const { me, go } = useConsole();
  const acting = useActing(props);
  const { act, problem, say } = acting;
  const { answer } = props;
  const decides = hasRole(me, 'executive', 'admin');
  return (
    <>
      <Problem words={problem} />
      {decides && answer.state === 'waiting' && <Approving acting={{ ...acting, ...props }} />}
      <div class="inline-actions">
        <Button kind="second" press={() => go(`/announcements/${answer.id}/edit`)}>
          {say.edit}
        </Button>
        {(answer.draft?.isMine === true || decides) && (
          <Confirm
            asks={say.cancelAsks}
            yes={say.cancel}
            press={() => act('/draft/cancel', {}, () => say.cancelled)}
          >
            {say.cancel}
          </Confirm>
        )}
      </div>
    </>
  );
}

/** What can be done with what is public: another version in its place, or taking it down. */
export function Public(props: Acting) {
  const { me, go } = useConsole();
  const { tried, say } = useActing(props);
  const { answer } = props;
  const { printed } = answer;
  const newest = answer.issues.at(-1);
  if (newest === undefined) return null;
  return (
    <div class="inline-actions">
      {answer.draft === undefined && (
        <Button kind="second" press={() => go(`/announcements/${answer.id}/edit`)}>
          {say.replace}
        </Button>
      )}
      {answer.withdrawn === undefined && hasRole(me, 'executive', 'admin') && (
        <Withdrawal
          title={newest.title}
          note={printed === undefined ? say.noPosition : say.withdrawNote(printed)}
          say={say}
          take={(because) => tried('/withdrawal', { because }, () => say.withdrawDone)}
        />
      )}
    </div>
  );
}
