import { useEffect } from 'preact/hooks';
import { consoleCasesWords } from '../../../../domain/catalogue/console-cases.ts';
import type { CaseCounts, CaseView } from '../../../../domain/staff/cases.ts';
import { failureWords, hasRole, useConsole } from '../../console.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Problem } from '../../parts/problems.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { ViewTitle } from '../../parts/view-title.tsx';
import type { ViewProps } from '../../views.ts';
import { filtersOn, type ListQuery, placeOfList, queryOf } from './list-query.ts';
import { Filters, NumberSearch } from './list-tools.tsx';
import { Row } from './row.tsx';
import { rememberList } from './shelf.ts';
import { type ListState, useList } from './use-list.ts';

const countOf = (view: CaseView, counts: CaseCounts): number => (view === 'all' ? counts.open : counts[view]);

/** Cases to work on: what is late first, a page at a time, each list found again as it was left. */
export function Inbox({ query: address }: ViewProps) {
  const { me, spoken, say: shell } = useConsole();
  const say = consoleCasesWords(spoken);
  const works = hasRole(me, 'officer', 'admin');
  const decides = hasRole(me, 'executive');
  const query = queryOf(address, works ? 'new' : 'all');
  const state = useList(query);
  const { list, why, isLoading, restart } = state;
  const place = placeOfList(query);
  useEffect(() => rememberList(place), [place]);
  usePlaceKept(list?.opened, list?.scroll ?? 0, place);

  const views: CaseView[] = [
    'new',
    'late',
    ...(works ? (['mine'] as const) : []),
    'waiting',
    ...(decides || (list?.counts.review ?? 0) > 0 ? (['review'] as const) : []),
    ...(query.view === 'erasure' || (list?.counts.erasure ?? 0) > 0 ? (['erasure'] as const) : []),
    'all',
  ];
  return (
    <div class="inbox">
      <ViewTitle>{say.inbox.title}</ViewTitle>
      <NumberSearch say={say} />
      <Tabs
        label={say.inbox.viewsLabel}
        tabs={views.map((view) => ({
          id: view,
          label: say.inbox.views[view],
          count: list === undefined ? undefined : countOf(view, list.counts),
        }))}
        chosen={query.view}
        place={(view) => placeOfList({ ...query, view: views.find((one) => one === view) ?? 'all' })}
      />
      <Filters query={query} say={say} />
      <Fresh state={state} say={say.inbox} />
      <div aria-busy={isLoading}>
        <Problem words={why === undefined ? undefined : failureWords(shell, why)} />
        {why !== undefined && (
          <p class="actions">
            <Button kind="second" press={restart}>
              {shell.tryAgain}
            </Button>
          </p>
        )}
        {list === undefined && why === undefined && <Skeletons words={shell.loading} />}
        {list !== undefined && list.rows.length === 0 && <Nothing query={query} say={say.inbox} />}
        {list !== undefined && list.rows.length > 0 && (
          <>
            <ul class="cases">
              {list.rows.map((row) => (
                <Row key={row.id} row={row} say={say} leave={() => state.leave(row.id)} />
              ))}
            </ul>
            {list.next === undefined ? (
              <p class="quiet ended">{say.inbox.ended(list.rows.length)}</p>
            ) : (
              <p class="actions">
                <Button kind="second" press={state.more}>
                  {say.inbox.more}
                </Button>
              </p>
            )}
          </>
        )}
      </div>
    </div>
  );
}

/** Coming back from a case finds the list where it was left, and the case under the focus. */
function usePlaceKept(opened: string | undefined, scroll: number, place: string): void {
  useEffect(() => {
    if (opened === undefined) return;
    document.getElementById(`case-${opened}`)?.focus({ preventScroll: true });
    scrollTo({ top: scroll });
  }, [place]);
}

type Say = ReturnType<typeof consoleCasesWords>['inbox'];

/** New cases wait here until they are wanted, so that nothing moves under a finger. */
const Fresh = ({ state, say }: { state: ListState; say: Say }) => (
  <div role="status" class="fresh">
    {state.fresh > 0 && (
      <Button
        press={async () => {
          await state.restart();
          scrollTo({ top: 0 });
        }}
      >
        {say.fresh(state.fresh)}
      </Button>
    )}
  </div>
);

function Nothing({ query, say }: { query: ListQuery; say: Say }) {
  const isNarrowed = filtersOn(query) > 0;
  return (
    <Empty>
      <p>{isNarrowed ? say.emptyFiltered : say.empty[query.view]}</p>
      {(isNarrowed || query.view !== 'all') && (
        <p class="ways">
          <a href={`#${placeOfList({ view: isNarrowed ? query.view : 'all' })}`}>
            {isNarrowed ? say.clear : say.seeAll}
          </a>
        </p>
      )}
    </Empty>
  );
}

const Skeletons = ({ words }: { words: string }) => (
  <div class="skeletons">
    <p role="status" class="unseen">
      {words}
    </p>
    {['a', 'b', 'c', 'd'].map((key) => (
      <span key={key} class="skeleton block" aria-hidden="true" />
    ))}
  </div>
);
