import type { ComponentChildren } from 'preact';
import type { IconName } from '../icon.tsx';
import { Empty } from './empty.tsx';
import { type Load, Loaded } from './loaded.tsx';
import { Pager, type Paging } from './pager.tsx';

/** One page of a list, the way on and back, and what is said where nothing is in it. */
export function PagedRows<Answer extends { next?: string | undefined }, Row extends { id: string }>({
  load,
  paging,
  rowsOf,
  icon,
  empty,
  children,
}: {
  load: Load<Answer>;
  paging: Paging;
  rowsOf: (answer: Answer) => readonly Row[];
  icon: IconName;
  empty: string;
  children: (row: Row) => ComponentChildren;
}) {
  return (
    <Loaded load={load}>
      {(answer) => {
        const rows = rowsOf(answer);
        return (
          <>
            {rows.length === 0 && <Empty icon={icon}>{empty}</Empty>}
            {rows.length > 0 && (
              <ul class="rows">
                {rows.map((row) => (
                  <li key={row.id}>{children(row)}</li>
                ))}
              </ul>
            )}
            <Pager paging={paging} next={answer.next} />
          </>
        );
      }}
    </Loaded>
  );
}
