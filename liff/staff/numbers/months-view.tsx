import { useState } from 'preact/hooks';
import { fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts';
import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import { consoleNumbersWords } from '../../../domain/catalogue/console-numbers.ts';
import { MonthState, Months } from '../../../domain/staff/months.ts';
import { failureWords, hasRole, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Select } from '../parts/field.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { Problem } from '../parts/problems.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import type { ViewProps } from '../views.ts';
import { CarryForm } from './carry-form.tsx';
import { longMonth } from './months.ts';

const YEARS = 3;

/** What is said of whole months: what was counted before the system, and that every channel was checked. */
export function MonthsView({ query }: ViewProps) {
  const { api, go, me, spoken } = useConsole();
  const say = consoleNumbersWords(spoken);
  const current = fiscalYearOf(me.today);
  const years = Array.from({ length: YEARS }, (_, n) => current - n);
  const year = years.find((one) => String(one) === query.get('year')) ?? current;
  const load = useLoad(`months ${year}`, () => api.get('/months', Months, { year }));
  return (
    <div class="months">
      <ViewTitle>{say.months.title}</ViewTitle>
      <p class="quiet">{say.months.about}</p>
      <Select
        label={say.yearLabel}
        value={String(year)}
        change={(chosen) => go(`/months?year=${chosen}`)}
        options={years.map((one) => ({ id: String(one), label: say.year(one) }))}
      />
      <Loaded load={load}>
        {({ months }) => (
          <ul class="month-list">
            {months
              .filter(({ mayCarry, mayCheck, received, carried, checked }) =>
                [mayCarry, mayCheck, received > 0, carried, checked].some(Boolean),
              )
              .map((state) => (
                <Month
                  key={state.month}
                  state={state}
                  put={(changed) =>
                    load.put({
                      year,
                      months: months.map((one) => (one.month === changed.month ? changed : one)),
                    })
                  }
                />
              ))}
          </ul>
        )}
      </Loaded>
    </div>
  );
}

function Month({ state, put }: { state: MonthState; put: (state: MonthState) => void }) {
  const { api, me, toast, spoken, say: shell } = useConsole();
  const say = consoleNumbersWords(spoken).months;
  const works = hasRole(me, 'officer', 'admin');
  const [isCarrying, setCarrying] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { carried, checked } = state;
  const month = longMonth(state.month);
  const check = async (): Promise<void> => {
    setProblem(undefined);
    const outcome = await api.send('POST', `/channels-checked/${state.month}`, {}, MonthState);
    if (!outcome.ok) {
      const now = MonthState.safeParse(outcome.now);
      if (now.success) put(now.data);
      return setProblem(failureWords(shell, outcome.why));
    }
    put(outcome.value);
    toast({ words: say.checked(month) });
  };
  return (
    <li class="card">
      <h2>{month}</h2>
      <p>
        {say.received(state.received)}
        {carried !== undefined && (
          <>
            <br />
            {say.carried(carried.received, carried.done)}{' '}
            <small class="quiet">{say.carriedBy(carried.by.name, thaiDate(carried.day, 'medium'))}</small>
          </>
        )}
      </p>
      {checked === undefined ? (
        <p class="quiet">{state.mayCheck ? say.unchecked : say.notOver}</p>
      ) : (
        <p>
          <span class="tag good">{say.checkedBy(checked.by.name, thaiDate(checked.day, 'medium'))}</span>
        </p>
      )}
      <Problem words={problem} />
      <div class="actions">
        {works && checked === undefined && state.mayCheck && (
          <Confirm asks={say.checkAsk(month)} press={check}>
            {say.check}
          </Confirm>
        )}
        {works && state.mayCarry && (
          <Button kind="second" press={() => setCarrying(true)}>
            {carried === undefined ? say.carry : say.carryEdit}
          </Button>
        )}
      </div>
      {isCarrying && <CarryForm state={state} put={put} close={() => setCarrying(false)} />}
    </li>
  );
}
