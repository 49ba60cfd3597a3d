import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure, Outcome } from '../api.ts';
import { failureWords, useConsole } from '../console.ts';
import { Button } from './button.tsx';
import { Problem } from './problems.tsx';

/** What was asked of the server. While it is asked again, what was there before stays. */
export interface Load<Value> {
  value: Value | undefined;
  why: Failure | undefined;
  isLoading: boolean;
  again(): Promise<void>;
  /** Puts what is known to be there now, such as what came with a refusal. */
  put(value: Value): void;
}

/** Asks when the view begins, and again whenever `key` changes: then what was there before goes. */
export function useLoad<Value>(key: string, ask: () => Promise<Outcome<Value>>): Load<Value> {
  const [shown, setShown] = useState<{ key: string; value?: Value; why?: Failure }>({ key });
  const [isLoading, setLoading] = useState(true);
  const asked = useRef(0);
  const again = async (): Promise<void> => {
    asked.current += 1;
    const mine = asked.current;
    setLoading(true);
    const outcome = await ask();
    if (mine !== asked.current) return;
    setLoading(false);
    setShown((before) => {
      if (outcome.ok) return { key, value: outcome.value };
      const kept = before.key === key && before.value !== undefined ? { value: before.value } : {};
      return { key, why: outcome.why, ...kept };
    });
  };
  useEffect(() => {
    void again();
    return () => {
      asked.current += 1;
    };
  }, [key]);
  const current = shown.key === key ? shown : undefined;
  return {
    value: current?.value,
    why: current?.why,
    isLoading,
    again,
    put: (value) => setShown({ key, value }),
  };
}

/** Shows what was loaded; says that it loads, or why it could not, with a way to try again. */
export function Loaded<Value>({
  load,
  children,
}: {
  load: Load<Value>;
  children: (value: Value) => ComponentChildren;
}) {
  const { say } = useConsole();
  const { value, why, isLoading, again } = load;
  return (
    <div aria-busy={isLoading}>
      {why !== undefined && (
        <>
          <Problem words={failureWords(say, why)} />
          <p class="actions">
            <Button kind="second" press={again}>
              {say.tryAgain}
            </Button>
          </p>
        </>
      )}
      {value === undefined && why === undefined && (
        <p role="status" class="loading">
          {say.loading}
        </p>
      )}
      {value !== undefined && children(value)}
    </div>
  );
}
