import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useConsole } from '../console.ts';

/**
 * A button that does one thing at a time: while `press` is under way it takes no second press and says so. It stays
 * focusable, so that who hears the page is not thrown elsewhere. Without `press` it submits its form.
 */
export function Button({
  press,
  kind = 'main',
  disabled = false,
  busy: busyFrom = false,
  label,
  children,
}: {
  press?: () => unknown;
  kind?: 'main' | 'second' | 'danger' | 'plain';
  disabled?: boolean;
  /** Busy for a reason of its form's. */
  busy?: boolean;
  /** What it is called where its words alone do not say. */
  label?: string;
  children: ComponentChildren;
}) {
  const { say } = useConsole();
  const [pressing, setPressing] = useState(false);
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  const busy = busyFrom || pressing;
  const onClick = async (event: Event): Promise<void> => {
    if (busy || disabled) {
      event.preventDefault();
      return;
    }
    if (press === undefined) return;
    setPressing(true);
    try {
      await press();
    } finally {
      if (isThere.current) setPressing(false);
    }
  };
  return (
    <button
      type={press === undefined ? 'submit' : 'button'}
      class={kind}
      disabled={disabled}
      aria-disabled={busy}
      aria-label={label}
      onClick={onClick}
    >
      {busy && <span class="spin" aria-hidden="true" />}
      {busy ? <span role="status">{say.busy}</span> : children}
    </button>
  );
}
