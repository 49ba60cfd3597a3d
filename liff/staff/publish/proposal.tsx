import { useState } from 'preact/hooks';
import { type PublishWords, publishWords } from '../../../domain/catalogue/console-publish.ts';
import { ProposalRow, type PublishAnswer } from '../../../domain/staff/publish.ts';
import type { Outcome } from '../api.ts';
import { failureWords, hasRole, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { TextArea } from '../parts/field.tsx';
import { Problem } from '../parts/problems.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { Preview } from './preview.tsx';
import { whenOf } from './rows.tsx';

/** What can be done with a proposal that waits, by whoever looks at it. */
function Deciding({
  row,
  printed,
  decided,
  say,
}: {
  row: ProposalRow;
  printed: PublishAnswer['printed'];
  decided: (row: ProposalRow, words: string) => void;
  say: PublishWords;
}) {
  const { api, me, say: shell } = useConsole();
  const [problem, setProblem] = useState<string>();
  const [words, setWords] = useState('');
  const after = (sent: Outcome<ProposalRow>, done: string): void => {
    if (sent.ok) decided(sent.value, done);
    else setProblem(sent.why === 'changed' ? say.changed : failureWords(shell, sent.why));
  };
  const act = async (path: string, body: object, done: string): Promise<void> => {
    setProblem(undefined);
    const sent = await api.send('POST', `/proposals/${row.id}${path}`, body, ProposalRow);
    after(sent, done);
  };
  const cancel = async (): Promise<void> =>
    after(await api.send('DELETE', `/proposals/${row.id}`, undefined, ProposalRow), say.cancelled);
  const giveBack = async (): Promise<void> => {
    if (words.trim() === '') return setProblem(say.needsReason);
    await act('/return', { edition: row.edition, words }, say.givenBack);
  };
  const decides = hasRole(me, 'executive');
  return (
    <section class="card deciding" aria-label={say.states.waiting}>
      <h2>{say.decide}</h2>
      <Problem words={problem} />
      {decides && row.isMine && <p>{say.own}</p>}
      {decides && !row.isMine && printed === undefined && <p class="problem">{say.noPosition}</p>}
      {decides && !row.isMine && printed !== undefined && (
        <>
          <p>{say.printed(printed)}</p>
          <Confirm
            asks={say.approveAsks(printed)}
            yes={say.approve}
            kind="main"
            press={() => act('/approval', { edition: row.edition, printed }, say.approved)}
          >
            {say.approve}
          </Confirm>
        </>
      )}
      {decides && (
        <div class="give-back">
          <TextArea label={say.giveBackWords} value={words} change={setWords} rows={2} />
          <Button kind="second" press={giveBack}>
            {say.giveBack}
          </Button>
        </div>
      )}
      {row.isMine && (
        <Confirm asks={say.cancelAsks} yes={say.cancel} press={cancel}>
          {say.cancel}
        </Confirm>
      )}
    </section>
  );
}

/** One proposal: what the public will see, whose it is, and what can be done with it. */
export function Proposal({ row: first, printed }: { row: ProposalRow; printed: PublishAnswer['printed'] }) {
  const { spoken, toast } = useConsole();
  const say = publishWords(spoken);
  const [row, setRow] = useState(first);
  const decided = (next: ProposalRow, words: string): void => {
    setRow(next);
    toast({ words });
  };
  const title = say.titleOf(row.kind, row.title, row.fiscalYear);
  return (
    <>
      <ViewTitle>{title}</ViewTitle>
      <p class="quiet">
        {say.proposedBy(row.by, whenOf(row.at))} {row.isMine && say.mine}
      </p>
      {row.decided !== undefined && (
        <p class={row.state === 'approved' ? 'good-news' : 'problem'} role="status">
          {say.decidedBy(row.state, row.decided.by, whenOf(row.decided.at))} {row.decided.words}
        </p>
      )}
      {row.state === 'approved' && (
        <p class="ways">
          <a href={row.address} target="_blank" rel="noreferrer">
            {say.open}
          </a>
        </p>
      )}
      {row.state !== 'approved' && (
        <div class="panes">
          <section aria-labelledby="preview">
            <h2 id="preview">{say.preview}</h2>
            <p class="hint">{row.state === 'waiting' ? say.previewHint : say.previewOld}</p>
            <Preview path={`/proposals/${row.id}/preview`} title={say.preview} />
          </section>
          {row.state === 'waiting' && <Deciding row={row} printed={printed} decided={decided} say={say} />}
        </div>
      )}
    </>
  );
}
