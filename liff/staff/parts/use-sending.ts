import { useRef, useState } from 'preact/hooks';
import type { Failure, Outcome } from '../api.ts';

/** One thing that is sent at a time: a second attempt while the first is under way does nothing. */
export interface Sending {
  isBusy: boolean;
  why: Failure | undefined;
  /** The value, or undefined where it was refused (`why` then says why) or another is under way. */
  send<Value>(call: () => Promise<Outcome<Value>>): Promise<Value | undefined>;
  forget(): void;
}

export function useSending(): Sending {
  const [isBusy, setBusy] = useState(false);
  const [why, setWhy] = useState<Failure>();
  const under = useRef(false);
  return {
    isBusy,
    why,
    async send(call) {
      if (under.current) return undefined;
      under.current = true;
      setBusy(true);
      setWhy(undefined);
      try {
        const outcome = await call();
        if (outcome.ok) return outcome.value;
        setWhy(outcome.why);
        return undefined;
      } finally {
        under.current = false;
        setBusy(false);
      }
    },
    forget: () => setWhy(undefined),
  };
}
