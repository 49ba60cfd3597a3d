import { homeWords as say } from '../../domain/catalogue/home.ts';
import type { HomeItem, HomePage, HomeResult } from '../../domain/published/home.ts';
import { shown } from './figures.tsx';
import { scoresOf } from './indicators.tsx';

type Evidence = ReadonlyMap<string, HomePage['evidence'][number]>;

const isZero = ({ scores }: HomeItem): boolean => scores.length === 1 && scores[0] === 0;

function Item({ item, evidence }: { item: HomeItem; evidence: Evidence }) {
  const page = item.evidence === undefined ? undefined : evidence.get(item.evidence);
  return (
    <li id={item.code}>
      {item.code} {item.title} <b>{scoresOf(item)}</b>
      {item.because !== undefined && <small> {item.because}</small>}
      {page !== undefined && (
        <>
          {' '}
          <a href={`/oit/${page.fiscalYear}/${page.key}`}>{say.items.evidence(page.fiscalYear)}</a>
        </>
      )}
    </li>
  );
}

/** What the agency must publish: zero items first, then all others by their group. */
export function Items({
  result,
  items,
  evidence,
}: {
  result: HomeResult;
  items: ReadonlyMap<string, HomeItem>;
  evidence: Evidence;
}) {
  const groups = result.indicators.flatMap((indicator) =>
    indicator.groups.filter(({ id }) => id !== undefined),
  );
  const all = groups.flatMap(({ items: codes }) =>
    codes.flatMap((code) => {
      const item = items.get(code);
      return item === undefined ? [] : [item];
    }),
  );
  if (all.length === 0) return null;
  const zero = all.filter(isZero);
  return (
    <section id="items">
      <h2>{say.items.heading(all.length)}</h2>
      {zero.length > 0 && (
        <>
          <h3>{say.items.zero(zero.length)}</h3>
          <ul class="zero">
            {zero.map((item) => (
              <Item key={item.code} item={item} evidence={evidence} />
            ))}
          </ul>
        </>
      )}
      {groups.map(({ id, name, figure, items: codes }) => (
        <details key={id} id={`g${id}`}>
          <summary>
            {id} {name} <b>{figure && shown(figure)}</b>
          </summary>
          <ul>
            {codes.map((code) => {
              const item = items.get(code);
              if (item === undefined) return null;
              return isZero(item) ? (
                <li key={code}>
                  <a href={`#${code}`}>{code}</a> <b>0.00</b>
                </li>
              ) : (
                <Item key={code} item={item} evidence={evidence} />
              );
            })}
          </ul>
        </details>
      ))}
    </section>
  );
}
