import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { FormWords } from '../../domain/catalogue/form.ts';
import type { Failure } from '../worker/not-done.ts';

/** Where somebody who must not be seen here goes at once. */
const ELSEWHERE =
  'https://www.google.com/search?q=%E0%B8%AD%E0%B8%B2%E0%B8%81%E0%B8%B2%E0%B8%A8%E0%B8%A7%E0%B8%B1%E0%B8%99%E0%B8%99%E0%B8%B5%E0%B9%89';

/** Asks before the page is left, as long as `asking`. */
export function useLeavingAsks(asking: boolean): void {
  useEffect(() => {
    if (!asking) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [asking]);
}

/**
 * Leaves at once, without asking and without a way back, from a row of its own that nothing is read under. `forget`
 * ends the asking and drops what was typed.
 */
export function QuickExit({ say, forget }: { say: FormWords; forget: () => void }) {
  const leave = (): void => {
    document.body.hidden = true;
    forget();
    setTimeout(() => location.replace(ELSEWHERE));
  };
  return (
    <div class="leaving">
      <button type="button" class="exit" onClick={leave}>
        {say.quickExit}
      </button>
    </div>
  );
}

/** A heading that takes the focus when its step begins, so that who hears the page knows where they are. */
export function StepHeading({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}

/** Says what went wrong, also to who does not see it. */
export function Problem({ words }: { words: string | undefined }) {
  return <div role="alert">{words !== undefined && <p class="problem">{words}</p>}</div>;
}

/** What a failure is called; what was typed is always still there. */
export function wordsOf(why: Failure, { failures }: FormWords): string {
  switch (why) {
    case 'offline':
      return failures.offline;
    case 'busy':
    case 'more_work':
      return failures.busy;
    case 'full_today':
      return failures.full;
    case 'readers_changed':
    case 'number_taken':
    case 'still_open':
      return failures.changed;
    case 'thread_full':
      return failures.threadFull;
    case 'bad_shape':
    case 'too_large':
    case 'malformed_part':
    case 'part_taken':
    case 'draft_taken':
    case 'not_confirmed':
    case 'not_found':
    case 'unreadable':
    case 'failed':
      return failures.failed;
  }
}
