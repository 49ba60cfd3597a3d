import { homeWords as say } from '../../domain/catalogue/home.ts';
import type { HomeIndicator, HomeItem, HomeResult } from '../../domain/published/home.ts';
import { Bar, printed, shown, signed } from './figures.tsx';

type Items = ReadonlyMap<string, HomeItem>;

const change = ({ figure, previous }: HomeIndicator): string =>
  figure.value === undefined || previous === undefined ? '' : signed(figure.value - previous);

/** Every score that the source prints, or that there is none. */
export const scoresOf = ({ scores }: HomeItem): string =>
  scores.length === 0 ? say.items.noScore : scores.map(printed).join(' / ');

/** Questions with their scores; the wording stands here only where no issue has it. */
function Questions({
  codes,
  items,
  asked,
}: {
  codes: readonly string[];
  items: Items;
  asked: ReadonlySet<string>;
}) {
  return (
    <ul class="row">
      {codes.map((code) => {
        const item = items.get(code);
        return (
          item && (
            <li key={code}>
              {code} {!asked.has(code) && item.title} <b>{scoresOf(item)}</b>
            </li>
          )
        );
      })}
    </ul>
  );
}

function Indicator({
  indicator: { no, name, groups, figure },
  items,
  asked,
}: {
  indicator: HomeIndicator;
  items: Items;
  asked: ReadonlySet<string>;
}) {
  return (
    <details id={`t${no}`}>
      <summary>
        {no} {name} <b>{shown(figure)}</b>
      </summary>
      {figure.origin === 'reported' && <p>{say.indicators.reported}</p>}
      {groups.map((group) =>
        group.id === undefined ? (
          <Questions key="questions" codes={group.items} items={items} asked={asked} />
        ) : (
          <p key={group.id}>
            <a href={`#g${group.id}`}>
              {group.id} {group.name}
            </a>{' '}
            <b>{group.figure && shown(group.figure)}</b>
          </p>
        ),
      )}
    </details>
  );
}

/** Ten indicators beside the year before, each with what it is made of. */
export function Indicators({ result, items }: { result: HomeResult; items: Items }) {
  const { fiscalYear, indicators, previous, issues } = result;
  const asked = new Set(issues.flatMap(({ lines }) => lines.map(({ code }) => code)));
  return (
    <section id="indicators">
      <h2>{say.indicators.heading(indicators.length)}</h2>
      <table>
        <caption>{say.indicators.caption(fiscalYear, previous?.label)}</caption>
        <tr>
          <th scope="col">{say.indicators.column}</th>
          {previous && <th scope="col">{previous.label}</th>}
          <th scope="col">{fiscalYear}</th>
          {previous && <th scope="col">{say.indicators.change}</th>}
        </tr>
        {indicators.map((indicator) => (
          <tr key={indicator.no}>
            <th scope="row">
              <a href={`#t${indicator.no}`}>
                {indicator.no} {indicator.name}
              </a>
              <Bar value={indicator.figure.value} before={indicator.previous} />
            </th>
            {previous && <td>{indicator.previous === undefined ? '' : printed(indicator.previous)}</td>}
            <td>{shown(indicator.figure)}</td>
            {previous && <td>{change(indicator)}</td>}
          </tr>
        ))}
      </table>
      <h3>{say.indicators.madeOf}</h3>
      {asked.size > 0 && (
        <p>
          {say.indicators.wordingIn}
          <a href="#issues">{say.indicators.wordingInIssues}</a>
        </p>
      )}
      {indicators.map((indicator) => (
        <Indicator key={indicator.no} indicator={indicator} items={items} asked={asked} />
      ))}
    </section>
  );
}
