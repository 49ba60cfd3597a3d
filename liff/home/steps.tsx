import { homeWords as say } from '../../domain/catalogue/home.ts';
import type { HomeResult } from '../../domain/published/home.ts';
import { printed, signed } from './figures.tsx';

/** What publishing would do, best first. */
export function Steps({ result }: { result: HomeResult }) {
  const { steps, notReckoned, overall, level } = result;
  if (steps.length + notReckoned.length === 0) return null;
  return (
    <section id="steps">
      <h2>{say.steps.heading}</h2>
      {steps.length > 0 && (
        <>
          <p>{say.steps.how(overall.value, level?.label)}</p>
          <ol>
            {steps.map(({ code, title, gain, overall: reached, level: label }) => (
              <li key={code}>
                <a href={`#${code}`}>{code}</a> {title}{' '}
                <b>{say.steps.reached(signed(gain), printed(reached), label)}</b>
              </li>
            ))}
          </ol>
        </>
      )}
      {notReckoned.length > 0 && <p>{say.steps.notReckoned(notReckoned.join(' '))}</p>}
    </section>
  );
}
