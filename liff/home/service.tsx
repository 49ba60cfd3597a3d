import { thaiDate } from '../../domain/calendar/thai-date.ts';
import { homeWords as say } from '../../domain/catalogue/home.ts';
import { monthLabel } from '../../domain/evidence/periods.ts';
import type { HomeCases, HomePage, Rated } from '../../domain/published/home.ts';
import { printed } from './figures.tsx';

/** Fewer answers than this say little of anybody else. */
const FEW = 30;

interface Row {
  label: string;
  all: number;
  done: number;
  underway: number;
  zeroUntil?: string | undefined;
}

/** Zero is said only where somebody confirmed that every channel was checked. */
const zeroWords = (zeroUntil: string | undefined): string =>
  zeroUntil === undefined ? say.cases.notChecked : say.cases.none(monthLabel(zeroUntil));

const words = ({ label, all, done, underway, zeroUntil }: Row): string =>
  all === 0 ? `${label} ${zeroWords(zeroUntil)}` : `${label} ${say.cases.counted(all, done, underway)}`;

/** Complaints in numbers. */
export function Cases({ cases, evidence }: { cases: HomeCases; evidence: string | undefined }) {
  const { fiscalYear, kinds, tips, countedSince } = cases;
  return (
    <section id="cases">
      <h2>{say.cases.heading}</h2>
      <h3>{say.cases.tips}</h3>
      {tips.length === 0 ? (
        <p>{say.cases.noTips}</p>
      ) : (
        <ul>
          {tips.map((row) => (
            <li key={row.label}>{words(row)}</li>
          ))}
        </ul>
      )}
      <h3>{say.cases.general(fiscalYear)}</h3>
      <ul>
        {kinds.map((row) => (
          <li key={row.label}>{words(row)}</li>
        ))}
      </ul>
      {countedSince !== undefined && <p class="quiet">{say.cases.since(thaiDate(countedSince, 'long'))}</p>}
      {evidence !== undefined && (
        <p>
          <a href={evidence}>{say.cases.monthly}</a>
        </p>
      )}
    </section>
  );
}

const interval = ({ mean, margin }: Rated): string =>
  mean === undefined || margin === undefined
    ? '–'
    : `${printed(Math.max(1, mean - margin))}–${printed(Math.min(5, mean + margin))}`;

function Ratings({ label, rows }: { label: string; rows: readonly Rated[] }) {
  if (rows.length === 0) return null;
  return (
    <table>
      <tr>
        <th scope="col">{label}</th>
        <th scope="col">n</th>
        <th scope="col">
          x̄ <small>{say.satisfaction.interval}</small>
        </th>
        <th scope="col">S.D.</th>
      </tr>
      {rows.map((rated) => (
        <tr key={rated.label}>
          <th scope="row">
            {rated.label} {rated.level !== undefined && <small>{rated.level}</small>}
          </th>
          <td>{rated.n}</td>
          <td>
            {rated.mean === undefined ? '–' : printed(rated.mean)} <small>{interval(rated)}</small>
          </td>
          <td>{rated.deviation === undefined ? '–' : printed(rated.deviation)}</td>
        </tr>
      ))}
    </table>
  );
}

/** Satisfaction with how many answered, how they were asked, and how sure the means are. */
export function Satisfaction({
  satisfaction: { fiscalYear, n, dimensions, services },
  evidence,
}: {
  satisfaction: HomePage['satisfaction'];
  evidence: string | undefined;
}) {
  return (
    <section id="satisfaction">
      <h2>{say.satisfaction.heading(fiscalYear)}</h2>
      <p>
        {say.satisfaction.answered(n)} {say.satisfaction.method}
      </p>
      {n > 0 && n < FEW && <p class="warn">{say.satisfaction.few(FEW)}</p>}
      <Ratings label={say.satisfaction.dimension} rows={dimensions} />
      <Ratings label={say.satisfaction.service} rows={services} />
      {evidence !== undefined && (
        <p>
          <a href={evidence}>{say.satisfaction.report}</a>
        </p>
      )}
    </section>
  );
}
