import { useState } from 'preact/hooks';
import { thaiDateTime } from '../../../domain/calendar/thai-date.ts';
import { CostAnswer } from '../../../domain/staff/announcements.ts';
import { failureWords, hasRole, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Problem } from '../parts/problems.tsx';
import { type Acting, useActing } from './use-acting.ts';

/** Sending what is public to everybody in LINE: first what it costs, then asked once more, then sent. */
export function Broadcast(props: Acting) {
  const { api, me, say: shell } = useConsole();
  const { act, problem, setProblem, say } = useActing(props);
  const { answer } = props;
  const [cost, setCost] = useState<CostAnswer>();
  const { broadcast } = answer;
  const newest = answer.issues.at(-1);
  const isThis = broadcast !== undefined && broadcast.n === newest?.n;
  const askCost = async (): Promise<void> => {
    setProblem(undefined);
    const told = await api.get(`/announcements/${answer.id}/cost`, CostAnswer);
    if (told.ok) setCost(told.value);
    else setProblem(failureWords(shell, told.why));
  };
  const send = (messages: number): Promise<boolean> =>
    act('/broadcast', { messages }, (now) => say.line.done[now.broadcast?.state ?? 'refused']);
  const canSend = hasRole(me, 'executive', 'admin') && answer.withdrawn === undefined;
  return (
    <section class="card" aria-labelledby="line">
      <h2 id="line">{say.line.title}</h2>
      <p>{say.line.all}</p>
      <Problem words={problem} />
      {broadcast !== undefined && (
        <p>
          <strong>{say.line.done[broadcast.state]}</strong>{' '}
          {say.line.stands(broadcast.n, broadcast.name, thaiDateTime(Date.parse(broadcast.at)))}
        </p>
      )}
      {canSend && isThis && broadcast.state === 'asked' && (
        <Button kind="second" press={() => send(broadcast.messages)}>
          {say.line.again}
        </Button>
      )}
      {canSend && (!isThis || broadcast.state === 'refused') && (
        <>
          <Button kind="second" press={askCost}>
            {say.line.ask}
          </Button>
          {cost !== undefined && (
            <p class="cost" role="status">
              {say.line.cost(cost)}
            </p>
          )}
          {cost?.kind === 'fits' && (
            <Confirm
              asks={say.line.sendAsks(cost.messages)}
              yes={say.line.send}
              press={() => send(cost.messages)}
            >
              {say.line.send}
            </Confirm>
          )}
        </>
      )}
    </section>
  );
}
