import { thaiDate } from '../../domain/calendar/thai-date.ts';
import { homeWords as say } from '../../domain/catalogue/home.ts';
import type { HomePage, HomeResult } from '../../domain/published/home.ts';
import type { Site } from '../../domain/published/rendered.ts';
import type { View } from '../view.ts';
import { shown } from './figures.tsx';
import css from './home.css?inline';
import { Indicators } from './indicators.tsx';
import { Issues } from './issues.tsx';
import { Items } from './items.tsx';
import { Measures } from './measures.tsx';
import { Score } from './score.tsx';
import { Cases, Satisfaction } from './service.tsx';
import { Steps } from './steps.tsx';

type Evidence = HomePage['evidence'];

function Result({ result, evidence }: { result: HomeResult; evidence: Evidence }) {
  const items = new Map(result.items.map((item) => [item.code, item]));
  const pages = new Map(evidence.map((page) => [page.key, page]));
  return (
    <>
      <Score result={result} />
      <Steps result={result} />
      <Indicators result={result} items={items} />
      <Items result={result} items={items} evidence={pages} />
      <Issues result={result} items={items} />
    </>
  );
}

/** Ways to the parts of a long page; those that are not there are left out. */
function Contents({ result, measures, questions, evidence }: HomePage) {
  const parts = [
    ['steps', result !== undefined && result.steps.length > 0],
    ['indicators', result !== undefined],
    ['items', result?.indicators.some(({ groups }) => groups.some(({ id }) => id)) === true],
    ['issues', result !== undefined && result.issues.length > 0],
    ['cases', true],
    ['satisfaction', true],
    ['measures', measures !== undefined],
    ['questions', questions.length > 0],
    ['evidence', evidence.length > 0],
  ] as const;
  return (
    <nav aria-label={say.contents}>
      {parts.map(
        ([id, isThere]) =>
          isThere && (
            <a key={id} href={`#${id}`}>
              {say.parts[id]}
            </a>
          ),
      )}
    </nav>
  );
}

function About({ result: { notes, constraints, approvedOn, approvedBy } }: { result: HomeResult }) {
  return (
    <section id="about">
      <h2>{say.about.heading}</h2>
      <p>
        {say.about.source(approvedBy, thaiDate(approvedOn, 'long'))}{' '}
        <a href="/api/public">{say.about.json}</a>
      </p>
      {constraints.length > 0 && (
        <details>
          <summary>{say.about.constraints}</summary>
          {constraints.map(({ heading, bullets }) => (
            <p key={heading}>
              <b>{heading}</b> {bullets.join(' ')}
            </p>
          ))}
        </details>
      )}
      {notes.length > 0 && (
        <details>
          <summary>{say.about.notes(notes.length)}</summary>
          <ul>
            {notes.map(({ what, handled }) => (
              <li key={what}>
                {what} · {handled}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Documents({ evidence }: { evidence: Evidence }) {
  if (evidence.length === 0) return null;
  return (
    <section id="evidence">
      <h2>{say.evidence.heading}</h2>
      <ul>
        {evidence.map(({ key, fiscalYear, title, approvedOn }) => (
          <li key={key}>
            <a href={`/oit/${fiscalYear}/${key}`}>{title}</a>{' '}
            {say.evidence.approved(fiscalYear, thaiDate(approvedOn, 'medium'))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Questions({ questions }: { questions: HomePage['questions'] }) {
  if (questions.length === 0) return null;
  return (
    <section id="questions">
      <h2>
        <a href="/questions">{say.answered(questions.length)}</a>
      </h2>
    </section>
  );
}

function describe({ agency, result }: HomePage): string {
  if (result === undefined) return say.description(agency.name);
  const { fiscalYear, overall, level } = result;
  return say.describeResult(
    `${agency.name} ${agency.province}`,
    fiscalYear,
    shown(overall),
    level?.label ?? say.unknown,
  );
}

/** The public page: how honest the agency is, what holds it back, and the evidence. */
export function home(page: HomePage, { liffId }: Site): View {
  const { agency, result, measures, cases, satisfaction, questions, evidence, updatedOn } = page;
  const pageOf = (key: Evidence[number]['key']): string | undefined => {
    const found = evidence.find((one) => one.key === key);
    return found && `/oit/${found.fiscalYear}/${found.key}`;
  };
  return {
    agency,
    title: say.title(agency.shortName),
    description: describe(page),
    path: '/',
    styles: [css],
    ...(liffId === undefined
      ? {}
      : {
          script: { folder: 'home', data: { liff: liffId } },
          connect: ['https://api.line.me', 'https://access.line.me', 'https://liffsdk.line-scdn.net'],
        }),
    body: (
      <>
        <h1>{say.heading(agency.shortName)}</h1>
        <p class="quiet">
          {say.asOf(`${agency.name} ${agency.district} ${agency.province}`, thaiDate(updatedOn, 'long'))}
        </p>
        <Contents {...page} />
        {page.withdrawn.map(({ fiscalYear, day, by, because }) => (
          <p key={fiscalYear} class="warn">
            {say.withdrawn(fiscalYear, thaiDate(day, 'long'), by, because)}
          </p>
        ))}
        {result === undefined ? <p>{say.noResult}</p> : <Result result={result} evidence={evidence} />}
        <Cases cases={cases} evidence={pageOf('complaint_statistics')} />
        <Satisfaction satisfaction={satisfaction} evidence={pageOf('satisfaction_survey')} />
        {measures !== undefined && <Measures measures={measures} evidence={evidence} today={updatedOn} />}
        <Questions questions={questions} />
        <Documents evidence={evidence} />
        {result !== undefined && <About result={result} />}
      </>
    ),
  };
}
