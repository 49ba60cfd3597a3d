import { submissionWords } from '../../../domain/catalogue/console-submission.ts';
import type { SubmissionAnswer } from '../../../domain/staff/submission.ts';
import { useConsole } from '../console.ts';

/** Which zero items to mend first, and where each step leads. */
export function WayUp({ way }: Pick<SubmissionAnswer, 'way'>) {
  const { spoken } = useConsole();
  const say = submissionWords(spoken);
  return (
    <section class="card" aria-labelledby="way-up">
      <h2 id="way-up">{say.way.title}</h2>
      {way === undefined && <p>{say.way.noResult}</p>}
      {way?.overall !== undefined && <p>{say.way.now(way.fiscalYear, way.overall, way.level)}</p>}
      {way !== undefined && way.steps.length === 0 && <p>{say.way.none}</p>}
      {way !== undefined && way.steps.length > 0 && (
        <>
          <ol class="way-up">
            {way.steps.map(({ code, title, gain, overall, level }) => (
              <li key={code}>
                <a href={`#/submission/${way.fiscalYear}?show=zero`}>{code}</a> {title}
                <span>{say.way.step(gain, overall, level)}</span>
              </li>
            ))}
          </ol>
          <p class="hint">{say.way.note}</p>
        </>
      )}
    </section>
  );
}
