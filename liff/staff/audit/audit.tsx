import { auditWords } from '../../../domain/catalogue/console-audit.ts';
import { AuditPage, type AuditRow } from '../../../domain/staff/audit.ts';
import { useConsole } from '../console.ts';
import { Empty } from '../parts/empty.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { Pager, usePaging } from '../parts/pager.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import type { ViewProps } from '../views.ts';
import { Head } from './head.tsx';
import { momentOf } from './moment.ts';

function Row({ row, by }: { row: AuditRow; by: string }) {
  const { spoken } = useConsole();
  const say = auditWords(spoken);
  const particulars = [row.about, row.note].filter((words) => words !== undefined).join(' · ');
  return (
    <li>
      <p class="audit-row">
        <strong>{say.actions[row.action]}</strong>
        {particulars !== '' && <span class="told">{particulars}</span>}
        <span class="quiet">
          {by} · <time dateTime={row.at}>{momentOf(row.at)}</time>
        </span>
      </p>
    </li>
  );
}

function List() {
  const { api, say: frame, spoken } = useConsole();
  const say = auditWords(spoken);
  const paging = usePaging();
  const load = useLoad(`audit/${paging.cursor ?? ''}`, () =>
    api.get('/audit', AuditPage, { after: paging.cursor }),
  );
  const nameOf = ({ by, name }: AuditRow): string => {
    if (by === 'system') return say.by.system;
    return name ?? `${say.by.gone} ${by.slice(0, 6)}`;
  };
  return (
    <>
      <ViewTitle>{frame.views.audit}</ViewTitle>
      <p class="quiet">{say.intro}</p>
      <p class="ways">
        <a href="#/audit/head">{say.toHead}</a>
      </p>
      <Loaded load={load}>
        {({ rows, next, isBroken }) => (
          <>
            {isBroken && (
              <p class="problem" role="alert">
                {say.broken}
              </p>
            )}
            {rows.length === 0 ? (
              <Empty icon="list">
                <p>{next === undefined ? say.none : say.noneHere}</p>
              </Empty>
            ) : (
              <ol class="rows" reversed>
                {rows.map((row, index) => (
                  <Row key={`${row.at} ${index}`} row={row} by={nameOf(row)} />
                ))}
              </ol>
            )}
            <Pager paging={paging} next={next} />
          </>
        )}
      </Loaded>
    </>
  );
}

/** What everybody did, or the page with the chain's newest link for paper. */
export const Audit = ({ params }: ViewProps) => (params[0] === 'head' ? <Head /> : <List />);
