import { useState } from 'preact/hooks';
import { thaiDateTime } from '../../../domain/calendar/thai-date.ts';
import { papersWords } from '../../../domain/catalogue/console-papers.ts';
import { paperKinds } from '../../../domain/catalogue/papers.ts';
import { PaperAnswer, type PaperRow, PapersAnswer } from '../../../domain/staff/papers.ts';
import { useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { newId } from '../parts/new-id.ts';
import { PagedRows } from '../parts/paged-rows.tsx';
import { usePaging } from '../parts/pager.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import type { ViewProps } from '../views.ts';
import { Paper, toneOf } from './paper.tsx';
import { PaperForm } from './paper-form.tsx';

function Row({ row }: { row: PaperRow }) {
  const { spoken } = useConsole();
  const say = papersWords(spoken);
  const { id, title, kind, fiscalYear, state, isPublic, at } = row;
  return (
    <a href={`#/papers/${id}`}>
      <span>
        <strong>{title}</strong>
        <small>
          {say.row(paperKinds[kind], fiscalYear)} · {thaiDateTime(Date.parse(at))}
        </small>
        <span class="tags">
          <span class={toneOf(state)}>{say.states[state]}</span>
          {isPublic && state !== 'public' && <span class="tag good">{say.alsoPublic}</span>}
        </span>
      </span>
    </a>
  );
}

function List({ shown }: { shown: 'waiting' | 'all' }) {
  const { api, spoken, go } = useConsole();
  const say = papersWords(spoken);
  const paging = usePaging();
  const query = shown === 'waiting' ? { state: shown } : { state: shown, cursor: paging.cursor };
  const key = JSON.stringify(query);
  const load = useLoad(key, () => api.get('/papers', PapersAnswer, query));
  return (
    <>
      <ViewTitle>{say.title}</ViewTitle>
      <p>{say.about}</p>
      <div class="inline-actions papers-top">
        <Button press={() => go('/papers/new')}>{say.add}</Button>
        <a href="/papers" target="_blank" rel="noreferrer">
          {say.publicPage}
        </a>
      </div>
      <Tabs
        label={say.title}
        tabs={(['all', 'waiting'] as const).map((id) => ({ id, label: say.tabs[id] }))}
        chosen={shown}
        place={(id) => (id === 'all' ? '/papers' : `/papers?show=${id}`)}
      />
      <PagedRows
        load={load}
        paging={paging}
        rowsOf={({ papers }) => papers}
        icon="paper"
        empty={shown === 'waiting' ? say.nothingWaits : say.none}
      >
        {(row) => <Row row={row} />}
      </PagedRows>
    </>
  );
}

function Add({ query }: Pick<ViewProps, 'query'>) {
  const { spoken, toast, go } = useConsole();
  const say = papersWords(spoken);
  const [id] = useState(newId);
  const done = (): void => {
    toast({ words: say.form.proposed });
    go(`/papers/${id}`);
  };
  return (
    <>
      <p>
        <a href="#/papers">{say.title}</a>
      </p>
      <ViewTitle>{say.form.new}</ViewTitle>
      <PaperForm
        id={id}
        edition={undefined}
        before={undefined}
        asked={{ item: query.get('item') ?? '', year: query.get('year') ?? '' }}
        done={done}
      />
    </>
  );
}

function Edit({ answer }: { answer: PaperAnswer }) {
  const { spoken, toast, go } = useConsole();
  const say = papersWords(spoken);
  const { id, edition, draft, issues } = answer;
  const before = draft ?? issues.at(-1);
  const done = (): void => {
    toast({ words: say.form.proposed });
    go(`/papers/${id}`);
  };
  return (
    <>
      <p>
        <a href={`#/papers/${id}`}>{before?.title}</a>
      </p>
      <ViewTitle>{say.form.change(before?.title ?? '')}</ViewTitle>
      {issues.length > 0 && answer.withdrawn === undefined && <p>{say.form.replaces}</p>}
      <PaperForm id={id} edition={edition} before={before} done={done} />
    </>
  );
}

function One({ id, isEdit }: { id: string; isEdit: boolean }) {
  const { api } = useConsole();
  const load = useLoad(`${id} ${isEdit}`, () => api.get(`/papers/${id}`, PaperAnswer));
  return (
    <Loaded load={load}>
      {(answer) =>
        isEdit ? <Edit key={answer.edition} answer={answer} /> : <Paper answer={answer} put={load.put} />
      }
    </Loaded>
  );
}

/** `#/papers`, `#/papers/new`, `#/papers/{id}`, `#/papers/{id}/edit` */
export function Papers({ params: [id, edit], query }: ViewProps) {
  if (id === undefined) {
    const shown = query.get('show') === 'waiting' ? 'waiting' : 'all';
    return <List key={shown} shown={shown} />;
  }
  return id === 'new' ? <Add query={query} /> : <One id={id} isEdit={edit === 'edit'} />;
}
