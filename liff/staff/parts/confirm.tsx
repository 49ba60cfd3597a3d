import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useConsole } from '../console.ts';
import { Button } from './button.tsx';

/** A button whose first press asks, in its place, and whose second does it. */
export function Confirm({
  asks,
  yes,
  press,
  kind = 'second',
  children,
}: {
  asks: string;
  /** What the second press is called; `ยืนยัน` where it is not said. */
  yes?: string;
  press: () => unknown;
  /** How its first press looks. */
  kind?: 'main' | 'second';
  children: ComponentChildren;
}) {
  const { say } = useConsole();
  const [asking, setAsking] = useState(false);
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (asking) words.current?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <Button kind={kind} press={() => setAsking(true)}>
        {children}
      </Button>
    );
  }
  const act = async (): Promise<void> => {
    await press();
    setAsking(false);
  };
  return (
    <div class="asking">
      <p ref={words} tabIndex={-1}>
        {asks}
      </p>
      <p class="actions">
        <Button kind="danger" press={act}>
          {yes ?? say.confirm}
        </Button>
        <Button kind="second" press={() => setAsking(false)}>
          {say.cancel}
        </Button>
      </p>
    </div>
  );
}
