import { useState } from 'preact/hooks';
import type { ApprovalState } from '../../../domain/approval/standing.ts';
import { deciding } from '../../../domain/approval/waiting.ts';
import { hasRole, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { TextArea } from '../parts/field.tsx';
import { Withdrawal } from '../parts/withdrawal.tsx';

/** What is said where a second person approves. */
interface Say {
  own: string;
  noPosition: string;
  printed: (name: string) => string;
  approve: string;
  approveAsks: (name: string) => string;
  approved: string;
  needsReason: string;
  giveBack: string;
  giveBackWords: string;
  givenBack: string;
  edit: string;
  cancel: string;
  cancelAsks: string;
  cancelled: string;
  replace: string;
  withdraw: string;
  because: string;
  withdrawDone: string;
}

/** What can be done with something, and how it stands. `room` is where it is in the console. */
export interface Acts {
  room: 'announcements' | 'papers';
  answer: {
    id: string;
    state: ApprovalState;
    issues: readonly { title: string }[];
    draft?: { isMine: boolean } | undefined;
    withdrawn?: object | undefined;
    printed?: string | undefined;
  };
  say: Say;
  act: (path: string, body: object, done: string) => Promise<boolean>;
  tried: (path: string, body: object, done: string) => Promise<string | undefined>;
  setProblem: (words: string | undefined) => void;
}

const useDecides = ({ room }: Acts): boolean => hasRole(useConsole().me, ...deciding[room]);

/** Approving what waits, for whoever decides; of one's own it is said that somebody else must. */
export function Approving(acts: Acts) {
  const { act, say, answer } = acts;
  const { draft, printed } = answer;
  if (!useDecides(acts) || answer.state !== 'waiting') return null;
  if (draft?.isMine === true) return <p>{say.own}</p>;
  if (printed === undefined) return <p class="problem">{say.noPosition}</p>;
  return (
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
  );
}

/** Giving back with words what somebody else proposed. */
export function GivingBack(acts: Acts) {
  const { act, say, answer, setProblem } = acts;
  const [words, setWords] = useState('');
  if (!useDecides(acts) || answer.state !== 'waiting' || answer.draft?.isMine === true) return null;
  const press = async (): Promise<void> => {
    if (words.trim() === '') return setProblem(say.needsReason);
    if (await act('/draft/return', { words }, say.givenBack)) setWords('');
  };
  return (
    <div class="give-back">
      <TextArea label={say.giveBackWords} value={words} change={setWords} rows={2} />
      <Button kind="second" press={press}>
        {say.giveBack}
      </Button>
    </div>
  );
}

/** Changing what waits, or taking it back. */
export function Changing(acts: Acts) {
  const { act, say, answer, room } = acts;
  const { go } = useConsole();
  const decides = useDecides(acts);
  return (
    <div class="inline-actions">
      <Button kind="second" press={() => go(`/${room}/${answer.id}/edit`)}>
        {say.edit}
      </Button>
      {(answer.draft?.isMine === true || decides) && (
        <Confirm asks={say.cancelAsks} yes={say.cancel} press={() => act('/draft/cancel', {}, say.cancelled)}>
          {say.cancel}
        </Confirm>
      )}
    </div>
  );
}

/** Another version in the place of what is public, or taking it down; `note` says in whose name that is done. */
export function PublicActs({ note, ...acts }: Acts & { note: (printed: string) => string }) {
  const { tried, say, answer, room } = acts;
  const { go } = useConsole();
  const decides = useDecides(acts);
  const newest = answer.issues.at(-1);
  if (newest === undefined) return null;
  return (
    <div class="inline-actions">
      {answer.draft === undefined && (
        <Button kind="second" press={() => go(`/${room}/${answer.id}/edit`)}>
          {say.replace}
        </Button>
      )}
      {answer.withdrawn === undefined && decides && (
        <Withdrawal
          title={newest.title}
          note={answer.printed === undefined ? say.noPosition : note(answer.printed)}
          say={say}
          take={(because) => tried('/withdrawal', { because }, say.withdrawDone)}
        />
      )}
    </div>
  );
}
