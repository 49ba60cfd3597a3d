import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import { consoleCommentsWords } from '../../../domain/catalogue/console-comments.ts';
import { type PublishWords, publishWords } from '../../../domain/catalogue/console-publish.ts';
import { ProposalAnswer, ProposalsAnswer, PublishAnswer } from '../../../domain/staff/publish.ts';
import { hasRole, useConsole } from '../console.ts';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { PagedRows } from '../parts/paged-rows.tsx';
import { usePaging } from '../parts/pager.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import type { ViewProps } from '../views.ts';
import { Proposal } from './proposal.tsx';
import { Propose, ProposeEvidence } from './propose.tsx';
import { ProposeAsked, ProposeQuestions } from './questions.tsx';
import { ProposalLink } from './rows.tsx';
import { Withdraw } from './withdraw.tsx';

interface Part {
  answer: PublishAnswer;
  put: (now: PublishAnswer) => void;
  say: PublishWords;
}

function Waiting({ answer: { waiting }, say }: Part) {
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{say.waiting}</h2>
      {waiting.length === 0 ? (
        <p class="quiet">{say.nothingWaits}</p>
      ) : (
        <ul class="rows">
          {waiting.map((row) => (
            <li key={row.id}>
              <ProposalLink row={row} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Results({ answer: { results, printed }, put, say }: Part) {
  const { me } = useConsole();
  return (
    <section class="card" aria-labelledby="results">
      <h2 id="results">{say.result.title}</h2>
      {results.length === 0 && <p>{say.result.none}</p>}
      <ul class="published">
        {results.map(({ fiscalYear, importedOn, approvedOn, approvedBy, withdrawn }) => {
          const title = say.titleOf('result', undefined, fiscalYear);
          return (
            <li key={fiscalYear}>
              <p>
                <strong>{title}</strong>
              </p>
              <p class="quiet">
                {importedOn !== undefined && `${say.result.imported(thaiDate(importedOn, 'medium'))} `}
                {approvedOn === undefined || approvedBy === undefined
                  ? say.result.notApproved
                  : say.result.approved(thaiDate(approvedOn, 'medium'), approvedBy)}
              </p>
              {withdrawn !== undefined && (
                <p class="quiet">
                  {say.withdrawn(thaiDate(withdrawn.day, 'medium'), withdrawn.by, withdrawn.because)}
                </p>
              )}
              <div class="inline-actions">
                {importedOn !== undefined && (
                  <Propose value={{ kind: 'result', fiscalYear }} label={`${say.propose} ${title}`} />
                )}
                {approvedOn !== undefined && hasRole(me, 'executive') && (
                  <Withdraw
                    which={{ kind: 'result', fiscalYear }}
                    title={title}
                    printed={printed}
                    done={put}
                  />
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Evidence({ answer: { evidence, printed }, put, say }: Part) {
  const { me } = useConsole();
  return (
    <section class="card" aria-labelledby="evidence">
      <h2 id="evidence">{say.evidence.title}</h2>
      {evidence.length === 0 && <p>{say.evidence.none}</p>}
      <ul class="published">
        {evidence.map(({ fiscalYear, key, title, n, approvedOn, approvedBy, withdrawn }) => (
          <li key={`${fiscalYear}-${key}`}>
            <p>
              <a href={`/oit/${fiscalYear}/${key}`} target="_blank" rel="noreferrer">
                {title} {fiscalYear}
              </a>
            </p>
            <p class="quiet">
              {withdrawn === undefined
                ? say.evidence.version(n, thaiDate(approvedOn, 'medium'), approvedBy)
                : say.withdrawn(thaiDate(withdrawn.day, 'medium'), withdrawn.by, withdrawn.because)}
            </p>
            {withdrawn === undefined && hasRole(me, 'executive') && (
              <Withdraw
                which={{ kind: 'evidence', fiscalYear, key }}
                title={`${title} ${fiscalYear}`}
                printed={printed}
                done={put}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Overview({ from }: { from: string | null }) {
  const { api, spoken } = useConsole();
  const say = publishWords(spoken);
  const load = useLoad('publish', () => api.get('/publish', PublishAnswer));
  return (
    <>
      <ViewTitle>{say.title}</ViewTitle>
      <p>{say.about}</p>
      <Loaded load={load}>
        {(answer) => {
          const part = { answer, put: load.put, say };
          return (
            <div class="part">
              <Waiting {...part} />
              <p>
                <a href="#/publish/history">{say.history}</a>
              </p>
              <Results {...part} />
              <p>
                <a href="#/comments">{consoleCommentsWords(spoken).link}</a>
              </p>
              <ProposeEvidence fiscalYear={answer.fiscalYear} />
              <Evidence {...part} />
              <section class="card" aria-labelledby="measures">
                <h2 id="measures">{say.measures.title}</h2>
                <p>{say.measures.about}</p>
                <p class="ways">
                  <a href="#/measures">{say.measures.open}</a>
                </p>
              </section>
              {from === null ? (
                <ProposeQuestions questions={answer.questions} />
              ) : (
                <ProposeAsked caseId={from} questions={answer.questions} />
              )}
            </div>
          );
        }}
      </Loaded>
    </>
  );
}

function History() {
  const { api, spoken } = useConsole();
  const say = publishWords(spoken);
  const paging = usePaging();
  const load = useLoad(paging.cursor ?? '', () =>
    api.get('/proposals', ProposalsAnswer, { cursor: paging.cursor }),
  );
  return (
    <>
      <ViewTitle>{say.history}</ViewTitle>
      <PagedRows
        load={load}
        paging={paging}
        rowsOf={({ proposals }) => proposals}
        icon="horn"
        empty={say.noHistory}
      >
        {(row) => <ProposalLink row={row} />}
      </PagedRows>
    </>
  );
}

function One({ id }: { id: string }) {
  const { api } = useConsole();
  const load = useLoad(id, () => api.get(`/proposals/${encodeURIComponent(id)}`, ProposalAnswer));
  return (
    <Loaded load={load}>{({ row, printed }) => <Proposal key={id} row={row} printed={printed} />}</Loaded>
  );
}

/** `#/publish`, all that was ever proposed, and each proposal under its id. */
export function Publish({ params: [named], query }: ViewProps) {
  const { spoken } = useConsole();
  const say = publishWords(spoken);
  if (named === undefined) return <Overview from={query.get('from')} />;
  return (
    <>
      <p>
        <a href="#/publish">{say.all}</a>
      </p>
      {named === 'history' ? <History /> : <One id={named} />}
    </>
  );
}
