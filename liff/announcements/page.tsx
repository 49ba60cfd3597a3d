import type { AnnouncementEntry } from '../../domain/announcements/register.ts';
import { thaiDate } from '../../domain/calendar/thai-date.ts';
import { announcementPageWords, periodWords } from '../../domain/catalogue/announcement-pages.ts';
import { spoken } from '../../domain/catalogue/voice.ts';
import type { AnnouncementPage, AnnouncementsPage } from '../../domain/published/announcements.ts';
import { telephone } from '../telephone.ts';
import type { View } from '../view.ts';
import css from './announcements.css?inline';

type Say = ReturnType<typeof announcementPageWords>;

function List({ title, entries, say }: { title: string; entries: readonly AnnouncementEntry[]; say: Say }) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="announcements">
        {entries.map((entry) => (
          <li key={entry.id}>
            <a href={`/announcements/${entry.id}`}>{entry.title}</a>
            <span class="quiet">{periodWords(entry)}</span>
            <span class="quiet">{entry.places.length === 0 ? say.everywhere : entry.places.join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the agency tells residents: news, what is to come, and what is over. */
export function announcements({ agency, now, coming, over }: AnnouncementsPage): View {
  const say = announcementPageWords(spoken(agency.voice));
  return {
    agency,
    title: say.title,
    description: say.description(agency.name),
    path: '/announcements',
    styles: [css],
    body: (
      <>
        <h1>{say.title}</h1>
        {now.length + coming.length === 0 && <p>{say.none}</p>}
        <List title={say.now} entries={now} say={say} />
        <List title={say.coming} entries={coming} say={say} />
        <List title={say.over} entries={over} say={say} />
      </>
    ),
  };
}

/** One announcement; it prints as it stands. */
export function announcement(page: AnnouncementPage): View {
  const { agency, id, issue, places, unit, time, withdrawn } = page;
  const say = announcementPageWords(spoken(agency.voice));
  const rows: (readonly [string, string])[] = [
    [say.facts.period, periodWords(issue)],
    [say.facts.places, places.length === 0 ? say.everywhere : places.join(', ')],
    [say.facts.from, unit === undefined ? agency.name : say.from(agency.name, unit)],
    [say.facts.approvedOn, thaiDate(issue.approvedOn, 'long')],
    [say.facts.approvedBy, issue.approvedBy],
  ];
  return {
    agency,
    title: issue.title,
    description: `${issue.title} ${agency.name}`,
    path: `/announcements/${id}`,
    styles: [css],
    ...(withdrawn === undefined ? {} : { status: 410 }),
    body: (
      <>
        <p class="screen-only">
          <a href="/announcements">{say.all}</a>
        </p>
        <h1>{issue.title}</h1>
        {withdrawn !== undefined ? (
          <p class="warn">
            {say.withdrawn(thaiDate(withdrawn.day, 'long'), withdrawn.by, withdrawn.because)}
          </p>
        ) : (
          <>
            {time !== 'now' && <p class="warn">{time === 'over' ? say.isOver : say.isComing}</p>}
            <div class="told">{issue.text}</div>
          </>
        )}
        <dl class="about announced">
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p>
          <a href={telephone(agency.phone)}>{say.call(agency.phone)}</a>
        </p>
        {withdrawn === undefined && (
          <p class="screen-only">
            <a href={`/announcements/${id}/poster`}>{say.poster}</a>
          </p>
        )}
      </>
    ),
  };
}
