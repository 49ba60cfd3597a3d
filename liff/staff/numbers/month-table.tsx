import type { ConsoleNumbersWords } from '../../../domain/catalogue/console-numbers.ts';
import type { Numbers } from '../../../domain/staff/numbers.ts';
import { longMonth } from './months.ts';

type Figures = Omit<Numbers['months'][number], 'month'>;

const percent = (part: number, whole: number): string =>
  whole === 0 ? '' : ` (${Math.round((part / whole) * 100)}%)`;

function Cells({ of, say }: { of: Figures; say: ConsoleNumbersWords }) {
  const days = (value: number | null): string =>
    value === null ? say.nothing : value.toLocaleString('th-TH');
  const { mean } = of.satisfaction;
  return (
    <>
      <td>{of.received}</td>
      <td>
        {of.answeredInTime}
        {percent(of.answeredInTime, of.answered)}
      </td>
      <td>{of.confirmed}</td>
      <td>{days(of.medianFirstAnswer)}</td>
      <td>{days(of.medianResolution)}</td>
      <td>{mean === null ? say.nothing : mean.toFixed(2)}</td>
    </>
  );
}

/** Every figure of every month, for who reads rather than looks. */
export function MonthTable({ numbers, say }: { numbers: Numbers; say: ConsoleNumbersWords }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
    <section class="wide-table" aria-label={say.table} tabIndex={0}>
      <table>
        <caption>{say.table}</caption>
        <thead>
          <tr>
            <th scope="col">{say.month}</th>
            {Object.entries(say.columns).map(([id, label]) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbers.months.map(({ month, ...figures }) => (
            <tr key={month}>
              <th scope="row">{longMonth(month)}</th>
              <Cells of={figures} say={say} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say.total}</th>
            <Cells of={numbers.total} say={say} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
