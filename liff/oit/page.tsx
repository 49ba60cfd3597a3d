import { thaiDate } from '../../domain/calendar/thai-date.ts';
import { oitWords as say } from '../../domain/catalogue/oit.ts';
import { type Digits, inDigits } from '../../domain/evidence/digits.ts';
import type { EvidenceVersion, Withdrawal } from '../../domain/evidence/evidence.ts';
import type { OitIndex, OitPage } from '../../domain/published/oit.ts';
import type { View } from '../view.ts';
import { BlockView, type Files } from './blocks.tsx';
import css from './oit.css?inline';
import paperCss from './paper.css?inline';

const addressOf = ({ fiscalYear, key }: Pick<OitPage, 'fiscalYear' | 'key'>): string =>
  `/oit/${fiscalYear}/${key}`;

const isNewest = ({ shown, approvals }: OitPage): boolean => shown?.n === approvals[0]?.n;

function filesOf(page: OitPage): Files {
  const address = addressOf(page);
  const version = isNewest(page) ? '' : `version=${page.shown?.n}`;
  return {
    csv: (table) => `${address}.csv?${version === '' ? '' : `${version}&`}table=${table}`,
    xlsx: version === '' ? `${address}.xlsx` : `${address}.xlsx?${version}`,
  };
}

function Facts({ page, shown }: { page: OitPage; shown: EvidenceVersion }) {
  const { content, approvedOn, approvedBy, n } = shown;
  const write = (words: string): string => inDigits(words, content.digits);
  const rows = [
    [say.facts.agency, page.agency.name],
    [say.facts.year, String(page.fiscalYear)],
    ...(page.label === undefined ? [] : [[say.facts.item, page.label]]),
    ...(content.period === undefined ? [] : [[say.facts.period, content.period.words]]),
    [say.facts.method, content.method],
    [say.facts.approvedOn, say.versionOf(thaiDate(approvedOn, 'long'), n)],
    [say.facts.approvedBy, approvedBy],
  ];
  return (
    <dl class="about">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{write(value ?? '')}</dd>
        </div>
      ))}
    </dl>
  );
}

const Notes = ({ notes, digits }: { notes: readonly string[]; digits: Digits | undefined }) => (
  <>
    {notes.map((note) => (
      <p key={note} class="quiet note">
        {inDigits(say.note(note), digits)}
      </p>
    ))}
  </>
);

function Approvals({ page }: { page: OitPage }) {
  if (page.approvals.length < 2 || page.shown === undefined) return null;
  return (
    <section class="versions">
      <h2>{say.versions}</h2>
      <ul>
        {page.approvals.map(({ n, approvedOn, approvedBy, period }) => (
          <li key={n}>
            {n === page.shown?.n ? (
              say.versionShown(n)
            ) : (
              <a href={`${addressOf(page)}/${n}`}>{say.version(n)}</a>
            )}{' '}
            {say.approved(thaiDate(approvedOn, 'long'), approvedBy)}
            {period === undefined ? '' : ` ${period}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

const Withdrawn = ({ day, by, because }: Withdrawal) => (
  <p class="warn note">{say.withdrawn(thaiDate(day, 'long'), by, because)}</p>
);

/** One piece of evidence, as it was approved. */
export function oit(page: OitPage): View {
  const { agency, title, label, shown, withdrawn, notes } = page;
  const address = addressOf(page);
  const earlier = shown !== undefined && !isNewest(page);
  return {
    agency,
    title: say.title(title, page.fiscalYear),
    description: say.description(title, agency.name, page.fiscalYear, label),
    path: earlier ? `${address}/${shown.n}` : address,
    styles: [paperCss, css],
    ...(shown === undefined ? { status: 410 } : {}),
    body: (
      <>
        <p>
          <a href="/oit">{say.all}</a>
        </p>
        <article class="paper">
          <h1>
            {title}
            {label === undefined ? '' : ` ${inDigits(label, shown?.content.digits)}`}
          </h1>
          {withdrawn !== undefined && <Withdrawn {...withdrawn} />}
          {earlier && (
            <p class="warn note">
              {say.earlier} <a href={address}>{say.newest}</a>
            </p>
          )}
          {shown !== undefined && <Facts page={page} shown={shown} />}
          <Notes notes={notes} digits={shown?.content.digits} />
          {shown?.content.blocks.map((block, at) => (
            <BlockView
              key={at}
              block={block}
              blocks={shown.content.blocks}
              digits={shown.content.digits}
              files={filesOf(page)}
            />
          ))}
        </article>
        <Approvals page={page} />
      </>
    ),
  };
}

/** All pages of evidence, newest year first. */
export function oitIndex({ agency, pages }: OitIndex): View {
  const byYear = Map.groupBy(pages, ({ fiscalYear }) => fiscalYear);
  return {
    agency,
    title: say.index.title,
    description: say.index.description(agency.name),
    path: '/oit',
    styles: [css],
    body: (
      <>
        <h1>{say.index.title}</h1>
        <p>
          <a href="/papers">{say.index.papers}</a>
        </p>
        {pages.length === 0 && <p>{say.index.nothing}</p>}
        {[...byYear].map(([year, ofYear]) => (
          <section key={year} aria-labelledby={`year-${year}`}>
            <h2 id={`year-${year}`}>{say.index.year(year)}</h2>
            <ul class="pages">
              {ofYear.map((page) => (
                <li key={page.key}>
                  <a href={addressOf(page)}>{page.title}</a>{' '}
                  <span class="quiet">
                    {page.label === undefined ? '' : `${page.label} · `}
                    {page.withdrawn
                      ? say.index.withdrawn
                      : say.index.approved(thaiDate(page.approvedOn, 'medium'))}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  };
}
