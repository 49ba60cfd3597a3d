import { useState } from 'preact/hooks';
import { useConsole } from '../console.ts';
import { Button } from './button.tsx';

/** Where a list stands: the cursors that led here, the last one of the page that is shown. */
export interface Paging {
  cursor: string | undefined;
  /** The number of the page, from 1. */
  page: number;
  on(next: string): void;
  back(): void;
  restart(): void;
}

export function usePaging(): Paging {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  return {
    cursor: cursors.at(-1),
    page: cursors.length + 1,
    on: (next) => setCursors([...cursors, next]),
    back: () => setCursors(cursors.slice(0, -1)),
    restart: () => setCursors([]),
  };
}

/** One page on or back; `next` is the cursor that the shown page came with. */
export function Pager({ paging, next }: { paging: Paging; next: string | undefined }) {
  const { say } = useConsole();
  if (paging.page === 1 && next === undefined) return null;
  return (
    <nav class="pager" aria-label={say.page(paging.page)}>
      <Button kind="second" disabled={paging.page === 1} press={paging.back}>
        {say.before}
      </Button>
      <span aria-current="page">{say.page(paging.page)}</span>
      <Button kind="second" disabled={next === undefined} press={() => next !== undefined && paging.on(next)}>
        {say.more}
      </Button>
    </nav>
  );
}
