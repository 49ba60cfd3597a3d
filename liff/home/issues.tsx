import { homeWords as say } from '../../domain/catalogue/home.ts';
import type { HomeItem, HomeResult } from '../../domain/published/home.ts';
import { printed } from './figures.tsx';

/** The seven issues of the agency's analysis, with their questions as the report prints them. */
export function Issues({ result, items }: { result: HomeResult; items: ReadonlyMap<string, HomeItem> }) {
  const { issues } = result;
  if (issues.length === 0) return null;
  return (
    <section id="issues">
      <h2>{say.issues.heading(issues.length)}</h2>
      {issues.map(({ no, title, lines, analysis }) => (
        <details key={no} id={`p${no}`}>
          <summary>
            {no} {title}
          </summary>
          <ul>
            {lines.map(({ code, score }) => (
              <li key={code}>
                {code} {items.get(code)?.title} <b>{printed(score)}</b>
              </li>
            ))}
          </ul>
          {analysis.map(({ heading, text }) => (
            <p key={text}>
              <b>{heading}</b> {text}
            </p>
          ))}
        </details>
      ))}
    </section>
  );
}
