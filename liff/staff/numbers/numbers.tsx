import { fiscalYearOf } from '../../../domain/calendar/fiscal-year.ts';
import { type ConsoleNumbersWords, consoleNumbersWords } from '../../../domain/catalogue/console-numbers.ts';
import { Numbers } from '../../../domain/staff/numbers.ts';
import { useConsole } from '../console.ts';
import { Empty } from '../parts/empty.tsx';
import { Select } from '../parts/field.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { type ViewProps, viewsOf } from '../views.ts';
import { Bars } from './bars.tsx';
import { Breakdown } from './breakdown.tsx';
import { MonthTable } from './month-table.tsx';
import { monthsOf, shortMonth } from './months.ts';

/** So many fiscal years can be looked at, this one first. */
const YEARS = 3;

const percent = (part: number, whole: number): string | undefined =>
  whole === 0 ? undefined : `${Math.round((part / whole) * 100)}%`;

/** What executives ask: how many, in time, fixed, how long, how content. By month; no names. */
export function NumbersView({ query }: ViewProps) {
  const { api, go, me, spoken } = useConsole();
  const say = consoleNumbersWords(spoken);
  const current = fiscalYearOf(me.today);
  const years = Array.from({ length: YEARS }, (_, n) => current - n);
  const year = years.find((one) => String(one) === query.get('year')) ?? current;
  const months = monthsOf(year).filter((month) => month <= me.today.slice(0, 7));
  const load = useLoad(`numbers ${year}`, () =>
    api.get('/numbers', Numbers, { from: months.at(0), to: months.at(-1) }),
  );
  const hasMonths = viewsOf(me).some(({ at }) => at === 'months');
  return (
    <div class="numbers">
      <ViewTitle>{say.title}</ViewTitle>
      <Select
        label={say.yearLabel}
        hint={say.yearRange(year)}
        value={String(year)}
        change={(chosen) => go(`/numbers?year=${chosen}`)}
        options={years.map((one) => ({ id: String(one), label: say.year(one) }))}
      />
      <p class="quiet">{say.about}</p>
      <Loaded load={load}>{(numbers) => <Shown numbers={numbers} year={monthsOf(year)} say={say} />}</Loaded>
      {hasMonths && (
        <p class="ways">
          <a href={`#/months?year=${year}`}>{say.months.link}</a>
        </p>
      )}
    </div>
  );
}

function Shown({
  numbers,
  year,
  say,
}: {
  numbers: Numbers;
  /** All months of the year, also those to come. */
  year: readonly string[];
  say: ConsoleNumbersWords;
}) {
  const { total, months } = numbers;
  if (total.received === 0 && total.satisfaction.answers === 0) {
    return (
      <Empty icon="chart">
        <p>{say.none}</p>
      </Empty>
    );
  }
  return (
    <>
      <Cards total={total} say={say} />
      <section class="card">
        <h2>{say.byMonth}</h2>
        <p class="hint">{say.bars}</p>
        <Bars
          bars={year.map((month) => {
            const found = months.find((one) => one.month === month);
            return {
              name: shortMonth(month),
              value: found?.received ?? 0,
              part: found?.answeredInTime ?? 0,
            };
          })}
        />
        <MonthTable numbers={numbers} say={say} />
      </section>
      <div class="breakdowns">
        <Breakdown title={say.byCategory} rows={numbers.byCategory} words={say.cases} />
        <Breakdown title={say.byPlace} rows={numbers.byPlace} words={say.cases} />
        <Breakdown title={say.byChannel} rows={numbers.byChannel} words={say.cases} />
      </div>
    </>
  );
}

function Cards({ total, say }: { total: Numbers['total']; say: ConsoleNumbersWords }) {
  const { cards } = say;
  const days = (value: number | null): string => (value === null ? say.nothing : say.days(value));
  const { answers, mean } = total.satisfaction;
  const shown: [string, string, string?][] = [
    [cards.received, say.cases(total.received), cards.underway(total.underway)],
    [
      cards.inTime,
      percent(total.answeredInTime, total.answered) ?? say.nothing,
      cards.answered(total.answeredInTime, total.answered),
    ],
    [
      cards.confirmed,
      percent(total.confirmed, total.resolved) ?? say.nothing,
      cards.ofResolved(total.confirmed, total.resolved),
    ],
    [cards.firstAnswer, days(total.medianFirstAnswer)],
    [cards.resolution, days(total.medianResolution)],
    [cards.satisfaction, mean === null ? say.nothing : mean.toFixed(2), cards.answers(answers)],
  ];
  return (
    <dl class="figures">
      {shown.map(([name, value, more]) => (
        <div key={name} class="card">
          <dt>{name}</dt>
          <dd>
            <strong>{value}</strong>
            {more !== undefined && <small>{more}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
