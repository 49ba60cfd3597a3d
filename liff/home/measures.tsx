import { thaiDate } from '../../domain/calendar/thai-date.ts';
import { homeWords as say } from '../../domain/catalogue/home.ts';
import type { HomeMeasure, HomePage } from '../../domain/published/home.ts';

function Progress({ measure: { progress, to }, today }: { measure: HomeMeasure; today: string }) {
  if (progress === undefined) {
    return <b>{to < today ? say.measures.overdue : say.measures.nothingNoted}</b>;
  }
  const { state, done, of, late } = progress;
  return (
    <>
      <b>{say.measures.states[state]}</b> {say.measures.come(done, of, late)}
    </>
  );
}

/** What the agency undertook to do, and how far it has come; the steps stand where the evidence does, if it does. */
export function Measures({
  measures: { fiscalYear, list },
  evidence,
  today,
}: {
  measures: NonNullable<HomePage['measures']>;
  evidence: HomePage['evidence'];
  today: string;
}) {
  const asOf = list[0]?.progress?.day;
  const isPublished = evidence.some((page) => page.key === 'measures' && page.fiscalYear === fiscalYear);
  return (
    <section id="measures">
      <h2>{say.measures.heading(fiscalYear)}</h2>
      {isPublished && (
        <p>
          <a href={`/oit/${fiscalYear}/measures`}>{say.measures.steps}</a>
        </p>
      )}
      {asOf !== undefined && <p>{say.measures.asOf(thaiDate(asOf, 'medium'))}</p>}
      {list.map((measure) => (
        <details key={measure.id}>
          <summary>{measure.measures.join(' · ')}</summary>
          <p>
            {say.measures.about(
              measure.issue,
              measure.responsible,
              thaiDate(measure.from, 'medium'),
              thaiDate(measure.to, 'medium'),
            )}{' '}
            <Progress measure={measure} today={today} />
          </p>
          {!isPublished && (
            <ul>
              {measure.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
          )}
        </details>
      ))}
    </section>
  );
}
