import { useState } from 'preact/hooks';
import { OpenKind } from '../../../../domain/case/case.ts';
import { CaseStatus } from '../../../../domain/case/status.ts';
import type { ConsoleCasesWords } from '../../../../domain/catalogue/console-cases.ts';
import { CaseList } from '../../../../domain/staff/cases.ts';
import { failureWords, useConsole } from '../../console.ts';
import { Button } from '../../parts/button.tsx';
import { type Option, Select } from '../../parts/field.tsx';
import { Problem } from '../../parts/problems.tsx';
import { FILTERS, type Filter, filtersOn, type ListQuery, placeOfList, withFilter } from './list-query.ts';

/** Goes to the case that bears a number. */
export function NumberSearch({ say }: { say: ConsoleCasesWords }) {
  const { api, go, say: shell } = useConsole();
  const [number, setNumber] = useState('');
  const [problem, setProblem] = useState<string>();
  const find = async (): Promise<void> => {
    const wanted = number.trim();
    if (wanted === '') return setProblem(say.inbox.noNumber);
    setProblem(undefined);
    const outcome = await api.get('/cases', CaseList, { number: wanted });
    if (!outcome.ok) return setProblem(failureWords(shell, outcome.why));
    const [found] = outcome.value.cases;
    if (found === undefined) return setProblem(say.inbox.noSuchNumber(wanted));
    go(`/case/${found.id}`);
  };
  return (
    <search>
      <form
        class="number-search"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <label>
          <span class="unseen">{say.inbox.search}</span>
          <input
            type="search"
            placeholder={`${say.inbox.search} ${say.inbox.searchHint}`}
            maxLength={20}
            value={number}
            onInput={(event) => setNumber(event.currentTarget.value)}
          />
        </label>
        <Button kind="second">{say.inbox.find}</Button>
        <Problem words={problem} />
      </form>
    </search>
  );
}

/** Narrows a list; what it is narrowed to stands in its address. */
export function Filters({ query, say }: { query: ListQuery; say: ConsoleCasesWords }) {
  const { go, me } = useConsole();
  const { agency } = me;
  const count = filtersOn(query);
  const options: Readonly<Record<Filter, readonly Option[]>> = {
    kind: OpenKind.options.map((id) => ({ id, label: say.kinds[id] })),
    category: agency.categories,
    unit: agency.units,
    status: CaseStatus.options.map((id) => ({ id, label: say.status[id] })),
    place: agency.places,
  };
  return (
    <details class="filters" open={count > 0}>
      <summary>{say.inbox.filters(count)}</summary>
      <div class="filter-fields">
        {FILTERS.map((filter) => (
          <Select
            key={filter}
            label={say.inbox.filter[filter]}
            value={query[filter] ?? ''}
            change={(value) => go(placeOfList(withFilter(query, filter, value)))}
            options={options[filter]}
            none={say.inbox.any}
          />
        ))}
      </div>
      {count > 0 && (
        <p class="actions">
          <Button kind="second" press={() => go(placeOfList({ view: query.view }))}>
            {say.inbox.clear}
          </Button>
        </p>
      )}
    </details>
  );
}
