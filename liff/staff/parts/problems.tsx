import { useEffect, useRef } from 'preact/hooks';
import { useConsole } from '../console.ts';

/** What is wrong with a form; `field` is the id of the control that can be mended. */
export interface FieldProblem {
  field: string;
  words: string;
}

/**
 * All that is wrong with a form, above it, each with a way to its field. Takes the focus when problems appear;
 * `attempt` is counted up with each attempt to send, so that it does so again.
 */
export function Problems({ problems, attempt }: { problems: readonly FieldProblem[]; attempt: number }) {
  const { say } = useConsole();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [attempt]);
  const lead = (event: Event, field: string): void => {
    event.preventDefault();
    const control = document.getElementById(field);
    control?.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
  };
  if (problems.length === 0) return null;
  return (
    <div class="problem" role="alert" tabIndex={-1} ref={box}>
      <h2>{say.mend}</h2>
      <ul>
        {problems.map(({ field, words }) => (
          <li key={field}>
            <a href={`#${field}`} onClick={(event) => lead(event, field)}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One sentence about what went wrong, also for who does not see it. */
export function Problem({ words }: { words: string | undefined }) {
  return <div role="alert">{words !== undefined && <p class="problem">{words}</p>}</div>;
}
