import { homeWords } from '../../domain/catalogue/home.ts';
import type { HomeInstrument, HomeResult } from '../../domain/published/home.ts';
import { Bar, printed, shown } from './figures.tsx';

const say = homeWords.score;
const who: Readonly<Record<HomeInstrument['id'], string>> = say.instruments;

/** How the instrument's score comes about from its indicators, in figures. */
function Reckoning({ result, id }: { result: HomeResult; id: HomeInstrument['id'] }) {
  const parts = result.indicators.filter(({ instrument }) => instrument === id);
  const values = parts.flatMap(({ figure }) => (figure.value === undefined ? [] : [printed(figure.value)]));
  const whole = result.instruments.find((instrument) => instrument.id === id)?.figure.value;
  if (whole === undefined || values.length < parts.length) return null;
  return <> {say.mean(parts.map(({ no }) => no).join(say.and), values.join(say.with), whole)}</>;
}

function Why({ result }: { result: HomeResult }) {
  const { level, overall } = result;
  if (level === undefined) return <p>{say.noLevel}</p>;
  const { next } = level;
  if (next === undefined) return <p>{say.highest}</p>;
  return (
    <>
      {next.overall !== undefined && (
        <p>{say.needsOverall(next.label, next.overall.needs, printed(next.overall.score))}</p>
      )}
      {next.instruments.map(({ id, score, needs }) => (
        <p key={id}>
          {next.overall === undefined && say.overallReached(shown(overall))}
          {say.notYet(next.label)}
          <strong>{say.below(who[id], id, printed(score), needs)}</strong>
          <Reckoning result={result} id={id} />
        </p>
      ))}
    </>
  );
}

/** Score and level, and what holds it back. */
export function Score({ result }: { result: HomeResult }) {
  const { fiscalYear, overall, level, instruments, previous } = result;
  return (
    <section id="score">
      <h2>{say.heading(fiscalYear)}</h2>
      <p class="score">
        <strong id="overall">{shown(overall)}</strong> {say.outOf}{' '}
        <strong id="level">{level?.label ?? homeWords.unknown}</strong>
      </p>
      {previous?.overall !== undefined && (
        <p>
          {say.before(previous.label)} <span id="previous">{printed(previous.overall)}</span>
          {previous.note !== undefined && <small> {previous.note}</small>}
        </p>
      )}
      <Why result={result} />
      <table>
        <caption>{say.caption}</caption>
        <tr>
          <th scope="col">{say.columns.instrument}</th>
          <th scope="col">{say.columns.weight}</th>
          <th scope="col">{say.columns.score}</th>
        </tr>
        {instruments.map(({ id, name, weight, figure }) => (
          <tr key={id} id={id}>
            <th scope="row">
              {who[id]} ({id}) <small>{name}</small>
              <Bar value={figure.value} />
            </th>
            <td>{weight}%</td>
            <td>{shown(figure)}</td>
          </tr>
        ))}
      </table>
    </section>
  );
}
