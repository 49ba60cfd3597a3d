import { districtWords as say } from '../../domain/catalogue/district.ts';
import { homeWords } from '../../domain/catalogue/home.ts';
import type { DistrictAgency, DistrictPage, DistrictResult } from '../../domain/published/district.ts';
import { printed } from '../home/figures.tsx';
import type { View } from '../view.ts';
import css from './district.css?inline';

const instruments: Readonly<Record<string, string>> = homeWords.score.instruments;

/** What keeps an agency from the next better level, in words. */
function HeldBack({ next }: { next: NonNullable<DistrictResult['next']> }) {
  const what = [
    ...(next.overall ? [say.overall] : []),
    ...next.instruments.map((id) => say.instrument(instruments[id] ?? '', id)),
  ];
  return <small>{say.heldBack(next.label, what)}</small>;
}

function Row({ one, isOwn }: { one: DistrictAgency; isOwn: boolean }) {
  const { result } = one;
  const address = isOwn ? '/' : one.address;
  return (
    <tr>
      <th scope="row">
        {address === undefined ? one.name : <a href={address}>{one.name}</a>}
        {isOwn && <small>{say.own}</small>}
        {result?.next !== undefined && <HeldBack next={result.next} />}
      </th>
      {result === undefined ? (
        <td colSpan={2}>{say.nothing}</td>
      ) : (
        <>
          <td>
            {result.score === undefined ? say.unknown : printed(result.score)}
            <small>{say.year(result.fiscalYear)}</small>
          </td>
          <td>{result.level ?? say.unknown}</td>
        </>
      )}
    </tr>
  );
}

/** The agencies of one อำเภอ with the results that they published themselves. */
export function district({ agency, agencies }: DistrictPage): View {
  const isAlone = agencies.every(({ id }) => id === agency.id);
  return {
    agency,
    title: say.title(agency.district),
    description: say.description(agency.district, agency.province, agencies.length),
    path: '/district',
    styles: [css],
    body: (
      <>
        <h1>{say.heading(agency.district)}</h1>
        <p>{say.what}</p>
        {isAlone && <p>{say.alone(agency.shortName)}</p>}
        {agencies.length > 0 && (
          <table class="agencies">
            <caption>{say.caption(agencies.length)}</caption>
            <thead>
              <tr>
                <th scope="col">{say.columns.agency}</th>
                <th scope="col">{say.columns.score}</th>
                <th scope="col">{say.columns.level}</th>
              </tr>
            </thead>
            <tbody>
              {agencies.map((one) => (
                <Row key={one.id} one={one} isOwn={one.id === agency.id} />
              ))}
            </tbody>
          </table>
        )}
      </>
    ),
  };
}
