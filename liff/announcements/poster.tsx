import { posterText } from '../../domain/announcements/poster-text.ts';
import { announcementPageWords, periodWords } from '../../domain/catalogue/announcement-pages.ts';
import { spoken } from '../../domain/catalogue/voice.ts';
import type { AnnouncementPosterPage } from '../../domain/published/announcements.ts';
import type { Site } from '../../domain/published/rendered.ts';
import { QrCode } from '../oit/qr.tsx';
import type { View } from '../view.ts';
import css from './announcements.css?inline';

/** So many UTF-16 units of text still stand on one sheet in large letters; a longer one is set smaller. */
const LARGE_MOST = 450;

/** An announcement for the board, on A4. */
export function announcementPoster(
  { agency, id, issue, places, unit }: AnnouncementPosterPage,
  { publicUrl }: Site,
): View {
  const say = announcementPageWords(spoken(agency.voice));
  const { paragraphs, isCut } = posterText(issue.text);
  const address = `${publicUrl}/announcements/${id}`;
  return {
    agency,
    title: say.posterTitle(issue.title),
    description: `${issue.title} ${agency.name}`,
    path: `/announcements/${id}/poster`,
    styles: [css],
    body: (
      <article class={issue.text.length > LARGE_MOST ? 'sheet long' : 'sheet'}>
        <p class="screen-only">
          {say.toPrint} <a href={`/announcements/${id}`}>{say.page}</a>
        </p>
        <p class="from">{unit === undefined ? agency.name : say.from(agency.name, unit)}</p>
        <h1>{issue.title}</h1>
        <p class="period">
          <strong>{periodWords(issue)}</strong>
          {places.length > 0 && (
            <>
              <br />
              {say.posterPlaces(places)}
            </>
          )}
        </p>
        <div class="told">
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        <div class="foot">
          <QrCode url={address} label={say.qr(issue.title)} />
          <p>
            {isCut ? say.scanMore : say.scan}
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
