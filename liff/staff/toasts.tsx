import { useEffect, useRef, useState } from 'preact/hooks';
import { type Toast, useConsole } from './console.ts';

/** Long enough to read and to press; what is said here also stands where it was done. */
const SHOWN_MILLISECONDS = 12_000;

export interface ShownToast extends Toast {
  id: number;
}

export function useToasts() {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const next = useRef(0);
  const drop = (id: number): void => setToasts((shown) => shown.filter((one) => one.id !== id));
  const toast = (given: Toast): void => {
    next.current += 1;
    const id = next.current;
    setToasts((shown) => [...shown.slice(-2), { ...given, id }]);
  };
  return { toasts, toast, drop };
}

function One({ toast, drop }: { toast: ShownToast; drop: (id: number) => void }) {
  const { say } = useConsole();
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => drop(toast.id), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isHeld]);
  const undo = (): void => {
    drop(toast.id);
    toast.undo?.();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: being looked at only keeps it; nothing is done by it
    <div
      class="toast"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocusCapture={() => setHeld(true)}
      onBlurCapture={() => setHeld(false)}
    >
      <span>{toast.words}</span>
      {toast.undo !== undefined && (
        <button type="button" class="plain" onClick={undo}>
          {say.undo}
        </button>
      )}
      <button type="button" class="plain" onClick={() => drop(toast.id)}>
        {say.close}
      </button>
    </div>
  );
}

/** What was just done, said to everybody. */
export const Toasts = ({ toasts, drop }: { toasts: readonly ShownToast[]; drop: (id: number) => void }) => (
  <div class="toasts" role="status">
    {toasts.map((toast) => (
      <One key={toast.id} toast={toast} drop={drop} />
    ))}
  </div>
);
