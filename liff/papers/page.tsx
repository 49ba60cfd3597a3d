import { thaiDate } from '../../domain/calendar/thai-date.ts';
import { paperKinds, paperWords } from '../../domain/catalogue/papers.ts';
import { spoken } from '../../domain/catalogue/voice.ts';
import { officialItem } from '../../domain/evidence/item.ts';
import type { PaperIssue } from '../../domain/papers/paper.ts';
import type { PaperEntry } from '../../domain/papers/register.ts';
import type { PaperPage, PapersPage } from '../../domain/published/papers.ts';
import { WORDS_MOST } from '../../domain/published/sought.ts';
import searchCss from '../styles/search.css?inline';
import { telephone } from '../telephone.ts';
import type { View } from '../view.ts';
import css from './papers.css?inline';

type Say = ReturnType<typeof paperWords>;

const hostOf = (url: string): string => new URL(url).hostname;

function Search({ page, say }: { page: PapersPage; say: Say }) {
  const { sought, kinds, years } = page;
  return (
    <search>
      <form class="search" action="/papers">
        <p>
          <label for="q">{say.words}</label>
          <input
            id="q"
            name="q"
            type="search"
            value={sought.words}
            maxLength={WORDS_MOST}
            autocomplete="off"
          />
        </p>
        <p class="half">
          <label for="kind">{say.kind}</label>
          <select id="kind" name="kind">
            <option value="">{say.anyKind}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind} selected={kind === sought.kind}>
                {paperKinds[kind]}
              </option>
            ))}
          </select>
        </p>
        <p class="half">
          <label for="year">{say.year}</label>
          <select id="year" name="year">
            <option value="">{say.anyYear}</option>
            {years.map((year) => (
              <option key={year} value={year} selected={year === sought.year}>
                {year}
              </option>
            ))}
          </select>
        </p>
        <button type="submit">{say.search}</button>
      </form>
    </search>
  );
}

function Entry({ entry, say }: { entry: PaperEntry; say: Say }) {
  const { id, title, kind, fiscalYear, day, source } = entry;
  const file = source.type === 'file' ? source : undefined;
  return (
    <li>
      <a href={`/papers/${id}`}>{title}</a>
      <span class="quiet">
        {paperKinds[kind]} · {say.fiscalYear(fiscalYear)} · {say.dated(thaiDate(day, 'medium'))} ·{' '}
        {source.type === 'link'
          ? say.aboutLink(hostOf(source.url))
          : say.aboutFile(source.octets, source.pages)}
      </span>
      {file !== undefined && file.text !== 'read' && <span class="quiet">{say.unsearchable[file.text]}</span>}
    </li>
  );
}

function addressOf({ sought }: PapersPage, at: number): string {
  const query = new URLSearchParams({
    ...(sought.words === '' ? {} : { q: sought.words }),
    ...(sought.kind === undefined ? {} : { kind: sought.kind }),
    ...(sought.year === undefined ? {} : { year: String(sought.year) }),
    ...(at === 1 ? {} : { p: String(at) }),
  });
  return query.size === 0 ? '/papers' : `/papers?${query}`;
}

function Pages({ page, say }: { page: PapersPage; say: Say }) {
  const { at, pages } = page;
  if (pages === 1) return null;
  return (
    <nav class="pages" aria-label={say.pages}>
      {at > 1 && <a href={addressOf(page, at - 1)}>{say.before}</a>}
      <span>
        {at}/{pages}
      </span>
      {at < pages && <a href={addressOf(page, at + 1)}>{say.next}</a>}
    </nav>
  );
}

function Nothing({ page, say }: { page: PapersPage; say: Say }) {
  const { agency, kinds } = page;
  if (kinds.length === 0) return <p>{say.none}</p>;
  return (
    <>
      <p>
        <strong>{say.nothing}</strong>
      </p>
      <p>{say.nothingHint}</p>
      <p class="ways">
        {agency.lineUrl !== undefined && <a href={agency.lineUrl}>{say.ask}</a>}
        <a href={telephone(agency.phone)}>{say.call(agency.phone)}</a>
      </p>
    </>
  );
}

/** What the agency publishes, and what of it somebody looked for. */
export function papers(page: PapersPage): View {
  const { agency, sought } = page;
  const say = paperWords(spoken(agency.voice));
  const isAll = sought.words === '' && sought.kind === undefined && sought.year === undefined;
  return {
    agency,
    title: say.title,
    description: say.description(agency.name),
    path: '/papers',
    styles: [searchCss, css],
    body: (
      <>
        <h1>{say.title}</h1>
        <p>{say.intro}</p>
        <Search page={page} say={say} />
        <p class="count" role="status">
          <strong>{sought.words === '' ? say.count(page.all) : say.found(page.all, sought.words)}</strong>
        </p>
        {page.papers.length === 0 && <Nothing page={page} say={say} />}
        <ul class="papers">
          {page.papers.map((entry) => (
            <Entry key={entry.id} entry={entry} say={say} />
          ))}
        </ul>
        <Pages page={page} say={say} />
        {!isAll && (
          <p>
            <a href="/papers">{say.all}</a>
          </p>
        )}
      </>
    ),
  };
}

function Opening({ id, issue, say }: { id: string; issue: PaperIssue; say: Say }) {
  const { source, n } = issue;
  if (source.type === 'link') {
    return (
      <a href={source.url} rel="noreferrer">
        {say.openLink(hostOf(source.url))}
      </a>
    );
  }
  return <a href={`/papers/${id}/${n}.pdf`}>{say.download(source.octets)}</a>;
}

function Facts({ issue, unit, say }: { issue: PaperIssue; unit: string | undefined; say: Say }) {
  const item = issue.item === undefined ? undefined : officialItem(issue.item, issue.fiscalYear);
  const rows: [string, string][] = [
    [say.facts.kind, paperKinds[issue.kind]],
    [say.facts.year, String(issue.fiscalYear)],
    ...(unit === undefined ? [] : [[say.facts.unit, unit] as [string, string]]),
    ...(item === undefined
      ? []
      : [
          [say.facts.item, item.label === undefined ? item.title : `${item.label} ${item.title}`] as [
            string,
            string,
          ],
        ]),
    [say.facts.day, thaiDate(issue.day, 'long')],
    [say.facts.approvedOn, thaiDate(issue.approvedOn, 'long')],
    [say.facts.approvedBy, issue.approvedBy],
  ];
  return (
    <dl class="about">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One paper, with everything that was approved under its name. */
export function paper({ agency, id, issues, unit, withdrawn }: PaperPage): View {
  const say = paperWords(spoken(agency.voice));
  const newest = issues.at(-1);
  if (newest === undefined) throw new RangeError('a public paper has a version');
  const { source } = newest;
  return {
    agency,
    title: newest.title,
    description: `${newest.title} ${agency.name}`,
    path: `/papers/${id}`,
    styles: [css],
    ...(withdrawn === undefined ? {} : { status: 410 }),
    body: (
      <>
        <p>
          <a href="/papers">{say.all}</a>
        </p>
        <h1>{newest.title}</h1>
        {withdrawn !== undefined ? (
          <p class="warn">
            {say.withdrawn(thaiDate(withdrawn.day, 'long'), withdrawn.by, withdrawn.because)}
          </p>
        ) : (
          <p class="ways">
            <Opening id={id} issue={newest} say={say} />
          </p>
        )}
        <Facts issue={newest} unit={unit} say={say} />
        {source.type === 'file' && source.text !== 'read' && (
          <p class="quiet">{say.unsearchable[source.text]}</p>
        )}
        {issues.length > 1 && (
          <>
            <h2>{say.versions}</h2>
            <ul class="versions">
              {issues.toReversed().map((issue) => (
                <li key={issue.n}>
                  {say.version(issue.n, thaiDate(issue.approvedOn, 'medium'), issue.approvedBy)}{' '}
                  {issue.n === newest.n && withdrawn === undefined && say.shown}{' '}
                  {withdrawn === undefined && <Opening id={id} issue={issue} say={say} />}
                </li>
              ))}
            </ul>
          </>
        )}
      </>
    ),
  };
}
