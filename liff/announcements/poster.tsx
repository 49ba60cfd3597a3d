import { posterText } from '../../domain/announcements/poster-text.ts';
import { announcementPageWords, periodWords } from '../../domain/catalogue/announcement-pages.ts';
import { spoken } from '../../domain/catalogue/voice.ts';
import type { AnnouncementPosterPage } from '../../domain/published/announcements.ts';
import type { Site } from '../../domain/published/rendered.ts';
import { QrCode } from '../oit/qr.tsx';
import type { View } from '../view.ts';
import css from './announcements.css?inline';

/** An announcement for the board, on A4. */
export function announcementPoster(
  { agency, id, issue, places, unit }: AnnouncementPosterPage,
  { publicUrl }: Site,
): View {
  const say = announcementPageWords(spoken(agency.voice));
  const { title, text } = issue;
  const named = places.length === 0 ? '' : say.posterPlaces(places);
  const shown = posterText({ title, text, places: named });
  const address = `${publicUrl}/announcements/${id}`;
  return {
    agency,
    title: say.posterTitle(issue.title),
    description: `${issue.title} ${agency.name}`,
    path: `/announcements/${id}/poster`,
    styles: [css],
    body: (
      <article class={shown.isLarge ? 'sheet' : 'sheet long'}>
        <p class="screen-only">
          {say.toPrint} <a href={`/announcements/${id}`}>{say.page}</a>
        </p>
        <p class="from">{unit === undefined ? agency.name : say.from(agency.name, unit)}</p>
        <h1>{issue.title}</h1>
        <p class="period">
          <strong>{periodWords(issue)}</strong>
          {shown.places !== '' && (
            <>
              <br />
              {shown.places}
            </>
          )}
        </p>
        <div class="told">
          {shown.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        <div class="foot">
          <QrCode url={address} label={say.qr(issue.title)} />
          <p>
            {shown.isCut ? say.scanMore : say.scan}
            <br />
            {say.call(agency.phone)}
            <br />
            <span class="quiet">{say.approved(issue.approvedBy)}</span>
          </p>
        </div>
      </article>
    ),
  };
}
