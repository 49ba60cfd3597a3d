import { fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts';
import { consoleServicesWords } from '../../../domain/catalogue/console-services.ts';
import { ServiceCounts, ServiceMonths } from '../../../domain/staff/service-counts.ts';
import { useConsole } from '../console.ts';
import { longMonth } from '../numbers/months.ts';
import { Empty } from '../parts/empty.tsx';
import { Select } from '../parts/field.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import type { ViewProps } from '../views.ts';
import { MonthForm } from './month-form.tsx';

const YEARS = 3;

function Overview({ query }: Pick<ViewProps, 'query'>) {
  const { api, go, me, spoken } = useConsole();
  const say = consoleServicesWords(spoken);
  const current = fiscalYearOf(me.today);
  const years = Array.from({ length: YEARS }, (_, n) => current - n);
  const year = years.find((one) => String(one) === query.get('year')) ?? current;
  const load = useLoad(`services ${year}`, () => api.get('/service-counts', ServiceMonths, { year }));
  return (
    <div class="months">
      <ViewTitle>{say.title}</ViewTitle>
      <p class="quiet">{say.about}</p>
      <Select
        label={say.yearLabel}
        value={String(year)}
        change={(chosen) => go(`/services?year=${chosen}`)}
        options={years.map((one) => ({ id: String(one), label: say.year(one) }))}
      />
      <Loaded load={load}>
        {({ months }) =>
          months.length === 0 ? (
            <Empty icon="chart">
              <p>{say.noMonth}</p>
            </Empty>
          ) : (
            <ul class="rows">
              {months.toReversed().map(({ month, entered, of }) => (
                <li key={month}>
                  <a href={`#/services/${month}`}>
                    <span>
                      <strong>{longMonth(month)}</strong>
                      <span class="tags">
                        <span class={entered === of ? 'tag good' : 'tag'}>
                          {entered === of ? say.complete : entered === 0 ? say.none : say.partly(entered, of)}
                        </span>
                      </span>
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}

function Month({ month }: { month: string }) {
  const { api, spoken } = useConsole();
  const say = consoleServicesWords(spoken);
  const load = useLoad(month, () => api.get(`/service-counts/${encodeURIComponent(month)}`, ServiceCounts));
  return (
    <>
      <p>
        <a href="#/services">{say.back}</a>
      </p>
      <ViewTitle>{say.formTitle(longMonth(month))}</ViewTitle>
      <Loaded load={load}>{(counts) => <MonthForm key={month} counts={counts} put={load.put} />}</Loaded>
    </>
  );
}

/** `#/services`: how far each month was entered; `#/services/2026-10`: the form of one. */
export function Services({ params: [month], query }: ViewProps) {
  return month === undefined ? <Overview query={query} /> : <Month month={month} />;
}
