import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConsoleWords } from '../../domain/catalogue/console.ts';
import type { Failure } from './api.ts';
import { failureWords } from './console.ts';
import { type Desk, exchange } from './desk.ts';
import type { Line } from './line.ts';
import { signInBeside } from './signing-in.ts';

type Say = { say: ConsoleWords };

function Lock({ title, children }: { title: string; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
    heading.current?.focus();
  }, []);
  return (
    <main class="lock">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
}

/**
 * Stands before the page while its session has ended. What was typed stays in the page behind it, unseen, until
 * its owner signs in again in another window; somebody else gets a page of their own.
 */
export function Ended({ say, desk, renewed }: Say & { desk: Desk; renewed: () => Promise<void> }) {
  const [stage, setStage] = useState<'asked' | 'waiting' | 'failed'>('asked');
  const ending = useRef(new AbortController());
  useEffect(() => () => ending.current.abort(), []);
  const signIn = async (): Promise<void> => {
    ending.current.abort();
    ending.current = new AbortController();
    const { signal } = ending.current;
    setStage('waiting');
    const ticket = await signInBeside(signal);
    if (signal.aborted) return;
    const session = ticket === undefined ? undefined : await exchange(ticket);
    if (session === undefined) return setStage('failed');
    desk.begin(session);
    await renewed();
  };
  return (
    <Lock title={say.ended.title}>
      <p>{say.ended.words}</p>
      <div role="status">
        {stage === 'waiting' && <p>{say.ended.waiting}</p>}
        {stage === 'failed' && <p class="problem">{say.ended.failed}</p>}
      </div>
      <p class="actions">
        <button type="button" onClick={signIn}>
          {say.signInAgain}
        </button>
      </p>
    </Lock>
  );
}

/** Nothing of the page is left for somebody who is no longer on the staff. */
export const Removed = ({ say }: Say) => (
  <Lock title={say.removed.title}>
    <p>{say.removed.words}</p>
  </Lock>
);

export function NotOpened({
  say,
  why,
  again,
  lock,
}: Say & { why: Failure | undefined; again: () => Promise<void>; lock: ComponentChildren }) {
  if (lock !== undefined) return lock;
  return (
    <main class="lock">
      <h1>{say.title}</h1>
      {why === undefined ? (
        <p role="status">{say.preparing}</p>
      ) : (
        <>
          <p role="alert" class="problem">
            {failureWords(say, why)}
          </p>
          <p class="actions">
            <button type="button" onClick={again}>
              {say.tryAgain}
            </button>
          </p>
        </>
      )}
    </main>
  );
}

/** Something could not be sent: it waits, and so does what was typed. */
export const WaitingForNetwork = ({ say, line }: Say & { line: Line }) => (
  <div class="problem waits" role="alert">
    <p>
      <strong>{say.offline.title}</strong> {say.offline.words}
    </p>
    <p class="actions">
      <button type="button" onClick={line.sendNow}>
        {say.offline.now}
      </button>
      <button type="button" class="second" onClick={line.giveUp}>
        {say.offline.giveUp}
      </button>
    </p>
  </div>
);
