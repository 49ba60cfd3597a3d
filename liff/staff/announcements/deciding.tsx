import { useState } from 'preact/hooks';
import { hasRole, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { TextArea } from '../parts/field.tsx';
import { Problem } from '../parts/problems.tsx';
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
      <TextArea label={say.giveBackWords} value={words} change={setWords} rows={2} />
      <Button kind="second" press={giveBack}>
        {say.giveBack}
      </Button>
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
  const { act, problem, setProblem, say } = useActing(props);
  const { answer } = props;
  const [because, setBecause] = useState('');
  const take = (): unknown =>
    because.trim() === ''
      ? setProblem(say.needsReason)
      : act('/withdrawal', { because }, () => say.withdrawDone);
  const canTake = answer.withdrawn === undefined && hasRole(me, 'executive', 'admin');
  return (
    <>
      <Problem words={problem} />
      {answer.draft === undefined && (
        <Button kind="second" press={() => go(`/announcements/${answer.id}/edit`)}>
          {say.replace}
        </Button>
      )}
      {canTake && answer.printed === undefined && <p class="problem">{say.noPosition}</p>}
      {canTake && answer.printed !== undefined && (
        <>
          <TextArea label={say.because} value={because} change={setBecause} rows={2} most={500} />
          <Confirm asks={say.withdrawAsks} yes={say.withdraw} press={take}>
            {say.withdraw}
          </Confirm>
        </>
      )}
    </>
  );
}
