import { useState } from 'preact/hooks';
import { periodWords } from '../../../domain/catalogue/announcement-pages.ts';
import { announcementsWords } from '../../../domain/catalogue/console-announcements.ts';
import { AnnouncementAnswer, AnnouncementsAnswer } from '../../../domain/staff/announcements.ts';
import { useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { newId } from '../parts/new-id.ts';
import { PagedRows } from '../parts/paged-rows.tsx';
import { usePaging } from '../parts/pager.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import type { ViewProps } from '../views.ts';
import { Announcement, toneOf } from './announcement.tsx';
import { AnnouncementForm } from './announcement-form.tsx';

function List({ shown }: { shown: 'waiting' | 'all' }) {
  const { api, spoken, go } = useConsole();
  const say = announcementsWords(spoken);
  const paging = usePaging();
  const query = shown === 'waiting' ? { state: shown } : { state: shown, cursor: paging.cursor };
  const load = useLoad(JSON.stringify(query), () => api.get('/announcements', AnnouncementsAnswer, query));
  return (
    <>
      <ViewTitle>{say.title}</ViewTitle>
      <p>{say.about}</p>
      <div class="inline-actions">
        <Button press={() => go('/announcements/new')}>{say.add}</Button>
        <a href="/announcements" target="_blank" rel="noreferrer">
          {say.publicPage}
        </a>
      </div>
      <Tabs
        label={say.title}
        tabs={(['all', 'waiting'] as const).map((id) => ({ id, label: say.tabs[id] }))}
        chosen={shown}
        place={(id) => (id === 'all' ? '/announcements' : `/announcements?show=${id}`)}
      />
      <PagedRows
        load={load}
        paging={paging}
        rowsOf={({ announcements }) => announcements}
        icon="horn"
        empty={shown === 'waiting' ? say.nothingWaits : say.none}
      >
        {(row) => (
          <a href={`#/announcements/${row.id}`}>
            <span>
              <strong>{row.title}</strong>
              <small>{periodWords(row)}</small>
              <span class="tags">
                <span class={toneOf(row.state)}>{say.states[row.state]}</span>
                {row.isPublic && row.state !== 'public' && <span class="tag good">{say.alsoPublic}</span>}
              </span>
            </span>
          </a>
        )}
      </PagedRows>
    </>
  );
}

function Writing({ id, answer }: { id: string; answer: AnnouncementAnswer | undefined }) {
  const { spoken, toast, go } = useConsole();
  const say = announcementsWords(spoken);
  const before = answer?.draft ?? answer?.issues.at(-1);
  const isShown = answer !== undefined && answer.issues.length > 0 && answer.withdrawn === undefined;
  const done = (): void => {
    toast({ words: say.form.proposed });
    go(`/announcements/${id}`);
  };
  return (
    <>
      <p>
        <a href="#/announcements">{say.title}</a>
      </p>
      <ViewTitle>{before === undefined ? say.form.new : say.form.change(before.title)}</ViewTitle>
      {isShown && <p>{say.form.replaces}</p>}
      <AnnouncementForm id={id} edition={answer?.edition} before={before} done={done} />
    </>
  );
}

function Add() {
  const [id] = useState(newId);
  return <Writing id={id} answer={undefined} />;
}

function One({ id, isEdit }: { id: string; isEdit: boolean }) {
  const { api } = useConsole();
  const load = useLoad(`${id} ${isEdit}`, () => api.get(`/announcements/${id}`, AnnouncementAnswer));
  return (
    <Loaded load={load}>
      {(answer) =>
        isEdit ? (
          <Writing key={answer.edition} id={id} answer={answer} />
        ) : (
          <Announcement answer={answer} put={load.put} />
        )
      }
    </Loaded>
  );
}

/** `#/announcements`, `#/announcements/new`, `#/announcements/{id}`, `#/announcements/{id}/edit` */
export function Announcements({ params: [id, edit], query }: ViewProps) {
  if (id === undefined) {
    const shown = query.get('show') === 'waiting' ? 'waiting' : 'all';
    return <List key={shown} shown={shown} />;
  }
  return id === 'new' ? <Add /> : <One id={id} isEdit={edit === 'edit'} />;
}
